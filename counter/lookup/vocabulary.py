"""Every word of every name, once; finds those that a typed word may stand for."""

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable

from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.process import extract

from counter.lookup.equivalents import Equivalents
from counter.lookup.sounds import SKELETON, bare, blocks, packed, shortened, skeleton
from counter.lookup.spelling import VOWELLESS

_ID_BITS = 24
_ID_MASK = (1 << _ID_BITS) - 1
_PER_KEY = 160
_PER_PREFIX = 150
_BEST = 90
_LEAST = 0.5
_EQUIVALENT = 0.93
_BEGUN = 0.9
_SHORT = 5


class Vocabulary:
    """Words by number, the words of the best customers first."""

    def __init__(self, keys: list[str], symbols: list[str], order: "array[int]", sounds: "array[int]") -> None:
        self.keys = keys
        self.symbols = symbols
        self.order = order
        self.sounds = sounds

    @classmethod
    def of(cls, keys: list[str]) -> "Vocabulary":
        """From distinct words, the most important first."""
        symbols = [blocks(key) for key in keys]
        sounds = sorted(code << _ID_BITS | at for at, each in enumerate(keys) for code in _codes(each, symbols[at]))
        order = array("I", sorted(range(len(keys)), key=keys.__getitem__))
        return cls(keys, symbols, order, array("Q", sounds))

    def find(self, key: str) -> int | None:
        """The number of a word."""
        at = bisect_left(self.order, key, key=self.keys.__getitem__)
        if at < len(self.order) and self.keys[self.order[at]] == key:
            return self.order[at]
        return None

    def add(self, key: str) -> int:
        """The number of a word, which is new when it was not there."""
        known = self.find(key)
        if known is not None:
            return known
        number = len(self.keys)
        self.keys.append(key)
        self.symbols.append(blocks(key))
        self.order.insert(bisect_left(self.order, key, key=self.keys.__getitem__), number)
        for code in _codes(key, self.symbols[number]):
            insort(self.sounds, code << _ID_BITS | number)
        return number

    def candidates(self, key: str, equivalents: Equivalents, *, unfinished: bool) -> dict[int, float]:
        """Numbers of words and how well each is what was typed, the best last."""
        found = self._alike(key)
        if unfinished:
            for number, score in self._begun(key):
                if score > found.get(number, 0):
                    found[number] = score
        for other in equivalents.of(key):
            place = self.find(other)
            if place is not None and found.get(place, 0) < _EQUIVALENT:
                found[place] = _EQUIVALENT
        exact = self.find(key)
        if exact is not None:
            found[exact] = 1.0
        best = sorted(found.items(), key=lambda item: (item[1], -item[0]))[-_BEST:]
        return dict(best)

    def _alike(self, key: str) -> dict[int, float]:
        symbols = blocks(key)
        numbers = list(self._sounding(key, symbols))
        found: dict[int, float] = {}
        vowelled = [number for number in numbers if self.keys[number][0] != VOWELLESS]
        if key[0] == VOWELLESS:
            self._measure(symbols, vowelled, [bare(self.symbols[number]) for number in vowelled], found)
        else:
            self._measure(symbols, vowelled, [self.symbols[number] for number in vowelled], found)
            spelt = [self.keys[number] for number in vowelled]
            for _, score, at in extract(key, spelt, scorer=OSA.normalized_similarity, limit=_BEST, score_cutoff=_LEAST):
                if score - 0.04 > found.get(vowelled[at], 0):
                    found[vowelled[at]] = score - 0.04
        others = [number for number in numbers if self.keys[number][0] == VOWELLESS]
        self._measure(bare(symbols), others, [self.symbols[number] for number in others], found)
        return found

    @staticmethod
    def _measure(symbols: str, numbers: list[int], choices: list[str], found: dict[int, float]) -> None:
        scorer = Levenshtein.normalized_similarity
        for _, score, at in extract(symbols, choices, scorer=scorer, limit=_BEST, score_cutoff=_LEAST):
            found[numbers[at]] = score - 0.01

    def _sounding(self, key: str, symbols: str) -> set[int]:
        numbers: set[int] = set()
        for code in _codes(key, symbols):
            start = bisect_left(self.sounds, code << _ID_BITS)
            end = bisect_right(self.sounds, code << _ID_BITS | _ID_MASK, start, min(len(self.sounds), start + _PER_KEY))
            numbers.update(number & _ID_MASK for number in self.sounds[start:end])
        return numbers

    def _begun(self, key: str) -> Iterable[tuple[int, float]]:
        """Words that begin as what was typed, and, from four letters on, that sound as if they did."""
        length = len(key)
        for number in self._range(key, key + "\x7f"):
            yield number, _BEGUN + (1 - _BEGUN) * length / len(self.keys[number])
        kinds = skeleton(blocks(key))
        if length < 4 or not 1 < len(kinds) < SKELETON:
            return
        symbols = blocks(key)
        if key[0] == VOWELLESS:
            return
        start = bisect_left(self.sounds, packed(kinds) << _ID_BITS)
        last = packed(kinds) + (1 << 3 * (SKELETON - len(kinds)))
        end = bisect_left(self.sounds, last << _ID_BITS, start, min(len(self.sounds), start + 8 * _PER_PREFIX))
        numbers = sorted({number & _ID_MASK for number in self.sounds[start:end]})[: 2 * _PER_PREFIX]
        choices = [self.symbols[number][: len(symbols)] for number in numbers]
        for _, score, at in extract(symbols, choices, scorer=Levenshtein.normalized_similarity, score_cutoff=0.7):
            missing = 1 - length / max(length, len(self.keys[numbers[at]]))
            yield numbers[at], score * (0.9 - 0.1 * missing)

    def _range(self, low: str, high: str) -> list[int]:
        start = bisect_left(self.order, low, key=self.keys.__getitem__)
        end = bisect_left(self.order, high, start, key=self.keys.__getitem__)
        if end - start <= _PER_PREFIX:
            return list(self.order[start:end])
        return sorted(self.order[start:end])[:_PER_PREFIX]


def _codes(key: str, symbols: str) -> set[int]:
    """Numbers a word is looked up by: its consonants, less any one, and for a short word its first and last letters."""
    kinds = skeleton(symbols)
    top = 1 << 3 * SKELETON
    codes = {packed(each) for each in shortened(kinds)} if kinds else set()
    if len(key) <= _SHORT:
        codes |= {top + _letters(key[:2]), 2 * top + _letters(key[-2:])}
    return codes


def _letters(two: str) -> int:
    number = 0
    for letter in two:
        number = number * 128 + (ord(letter) & 127)
    return number
