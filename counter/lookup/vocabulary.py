"""Every word of every name, once; finds those that a typed word may stand for."""

from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.process import extract

from counter.lookup.equivalents import Equivalents, hashed
from counter.lookup.keyed import Keyed
from counter.lookup.packed import Numbers, Texts, copied
from counter.lookup.sounds import SKELETON, blocks, by_consonants, by_ear, letters, packed, shortened, skeleton
from counter.lookup.spelling import KOREAN, VOWELLESS

_PER_KEY = 160
_PER_PREFIX = 150
_BEST = 64
_LEAST = 0.5
EQUIVALENT = 0.93
"""How well a word that stands for another is met."""
_BEGUN = 0.92
_SHORT = 5
_TOP = 3  # letters of a beginning whose best words are kept ready
_SOUND = 0.01
_SPELT = 0.04
_ACROSS = (0.5, 0.7, 0.8, 0.86, 0.9, 0.92)
_BY_EAR = (0.6, 0.86, 0.9, 0.94)
_VOWELLESS = ord(VOWELLESS)
_LATIN, _BARE_SCRIPT, _KOREAN = 0, 1, 2
_LETTERS, _FIRST, _LAST = 1 << 24, 2 << 24, 3 << 24
_FINE = 4
_USUAL = 65_000  # words; among more of them more are looked at
_PER_LESS = 80
_PER_LETTERS = 120
_PER_END = 40
_BREAK = b"\n"
_spelt = OSA.normalized_similarity
_Found = dict[int, float]


class Vocabulary:
    """Words by number, those of the best customers first; `order` are the numbers by alphabet."""

    def __init__(self, keys: Texts, symbols: Texts, sounding: Keyed, begun: Keyed, places: tuple[Numbers, ...]) -> None:
        self.keys, self.symbols = keys, symbols
        self.sounding, self.begun = sounding, begun
        self.order, self.hashes, self.by_hash = places
        self.breadth = min(3.0, max(0.6, len(keys) / _USUAL))
        self._best = int(_BEST * (1 + self.breadth) / 2)
        self._new: dict[int, int] = {}
        self._new_order: list[tuple[bytes, int]] = []

    @classmethod
    def of(cls, words: list[str]) -> "Vocabulary":
        """From distinct words, the most important first."""
        sounding: dict[int, array[int]] = defaultdict(partial(array, "I"))
        begun: dict[int, array[int]] = defaultdict(partial(array, "I"))
        keys, symbols = [word.encode("ascii") for word in words], []
        for at, word in enumerate(words):
            symbols.append(blocks(word))
            script = _script(keys[at])
            for code, _ in _codes(keys[at], symbols[at]):
                sounding[4 * code + script].append(at)
            for code in _beginnings(keys[at]):
                if len(begun[code]) < _PER_PREFIX:
                    begun[code].append(at)
        order = array("I", sorted(range(len(keys)), key=keys.__getitem__))
        hashes = [hashed(word) for word in words]
        by_hash = array("I", sorted(range(len(keys)), key=hashes.__getitem__))
        places = (order, array("I", (hashes[at] for at in by_hash)), by_hash)
        return cls(Texts.of(keys), Texts.of(symbols), Keyed.of(sounding), Keyed.of(begun), places)

    def __len__(self) -> int:
        return len(self.keys)

    def find(self, key: str) -> int | None:
        """The number of a word."""
        number = self.hashed(hashed(key))
        return number if number is not None and self.keys[number] == key.encode() else None

    def hashed(self, code: int) -> int | None:
        """The number of the word with this hash."""
        at = bisect_left(self.hashes, code)
        if at < len(self.hashes) and self.hashes[at] == code:
            return self.by_hash[at]
        return self._new.get(code)

    def places(self) -> "tuple[array[int], ...]":
        """The numbers by alphabet; all hashes in order; the numbers by them."""
        if not self._new_order:
            return copied("I", self.order), copied("I", self.hashes), copied("I", self.by_hash)
        order = array("I", sorted(range(len(self)), key=self.keys.__getitem__))
        pairs = sorted([*zip(self.hashes, self.by_hash, strict=True), *self._new.items()])
        return order, array("I", (code for code, _ in pairs)), array("I", (number for _, number in pairs))

    def add(self, word: str) -> int:
        """The number of a word, which is new when it was not there."""
        known = self.find(word)
        if known is not None:
            return known
        key = word.encode("ascii")
        number = self.keys.add(key)
        self.symbols.add(blocks(word))
        self._new.setdefault(hashed(word), number)
        insort(self._new_order, (key, number))
        for code, _ in _codes(key, blocks(word)):
            self.sounding.add(4 * code + _script(key), number)
        for code in _beginnings(key):
            self.begun.add(code, number)
        return number

    def meant(self, word: str, equivalents: Equivalents, breadth: float) -> _Found:
        """Numbers of words and how well each is what was typed; the broader, the more words are looked at."""
        found = self._alike(word, breadth) if len(word) > 1 else {}
        for code in equivalents.of(word):
            place = self.hashed(code)
            if place is not None and found.get(place, 0) < EQUIVALENT:
                found[place] = EQUIVALENT
        exact = self.find(word)
        if exact is not None:
            found[exact] = 1.0
        return found

    def begins(self, word: str) -> _Found:
        """Words that begin as what was typed, and, from four letters on, that sound as if they did."""
        key = word.encode("ascii")
        numbers = self._beginning(key)
        if not word.isalpha():
            numbers = [number for number in numbers if self.keys[number].startswith(key)]
        share = (0.98 - _BEGUN) * len(key)
        sizes = self.keys.lengths(numbers)
        found = {number: _BEGUN + share / size for number, size in zip(numbers, sizes, strict=True)}
        if len(key) > _TOP and key[0] != _VOWELLESS:
            for number, score in self._sounding_begun(word, len(key)):
                if score > found.get(number, 0.0):
                    found[number] = score
        return found

    def _alike(self, word: str, breadth: float) -> _Found:
        """Words of any script that sound like it, each script in its own measure."""
        symbols, key = blocks(word), word.encode("ascii")
        codes = _codes(key, symbols)
        found: _Found = {}
        there: tuple[set[int], ...] = (set(), set(), set())
        for code, limit in codes:
            self.sounding.kinds(code, int(limit * breadth), there)
        for script, there_now in enumerate(there):
            if there_now:
                self._of_script(script, sorted(there_now), key, found)
        return found

    def _of_script(self, script: int, numbers: list[int], key: bytes, found: _Found) -> None:
        """Words of one script; those of another than the typed word's are compared by what both scripts tell apart."""
        symbols, own = blocks(key.decode()), _script(key)
        if own == script:
            near = [(numbers[at], score) for _, score, at in _nearest(symbols, self.symbols.some(numbers), self._best)]
            found.update([(number, score - _SOUND) for number, score in near])
            if own != _BARE_SCRIPT:
                keys = self.keys.some([number for number, _ in near])
                for _, score, at in extract(key, keys, scorer=_spelt, score_cutoff=_LEAST, limit=None):
                    if score - _SPELT > found[near[at][0]]:
                        found[near[at][0]] = score - _SPELT
            return
        measure, share = (by_consonants, _ACROSS) if _BARE_SCRIPT in (own, script) else (by_ear, _BY_EAR)
        heard = measure(symbols)
        choices = measure(_BREAK.join(self.symbols.some(numbers))).split(_BREAK)  # all at once is quicker
        worth = share[min(len(heard) // 3, len(share) - 1)]
        for _, score, at in _nearest(heard, choices, 2 * self._best):
            found[numbers[at]] = score * worth

    def _sounding_begun(self, word: str, length: int) -> Iterator[tuple[int, float]]:
        symbols = blocks(word)
        kinds = skeleton(symbols)
        if not 1 < len(kinds) < SKELETON:
            return
        low = 4 * packed(kinds)
        high = low + (4 << 3 * (SKELETON - len(kinds)))
        numbers = list(set(self.sounding.between(low, high, 2 * _PER_PREFIX)))
        choices = [text[: len(symbols)] for text in self.symbols.some(numbers)]
        near = extract(symbols, choices, scorer=Levenshtein.normalized_similarity, score_cutoff=0.7, limit=_BEST)
        met = [numbers[at] for _, _, at in near]
        for (_, score, _), number, size in zip(near, met, self.keys.lengths(met), strict=True):
            yield number, score * (0.9 - 0.1 * (1 - length / max(length, size)))

    def _beginning(self, key: bytes) -> list[int]:
        if len(key) <= _TOP:
            return list(self.begun.first(_letters(key), _PER_PREFIX))
        start = bisect_left(self.order, key, key=self.keys.__getitem__)
        end = bisect_left(self.order, key + b"\x7f", start, key=self.keys.__getitem__)
        numbers = self._new_between(key)
        if end - start <= _PER_PREFIX:
            return [*numbers, *self.order[start:end]]
        return [*numbers, *sorted(self.order[start:end])[:_PER_PREFIX]]

    def _new_between(self, key: bytes) -> list[int]:
        start = bisect_left(self._new_order, (key, 0))
        end = bisect_left(self._new_order, (key + b"\x7f", 0))
        return [number for _, number in self._new_order[start:end]]


def _nearest(symbols: bytes, texts: list[bytes], limit: int) -> list[tuple[bytes, float, int]]:
    """Of these words the nearest ones, how near they are and their place; of equally near ones those that are first."""
    return extract(symbols, texts, scorer=Levenshtein.normalized_similarity, limit=limit, score_cutoff=_LEAST)


def _script(key: bytes) -> int:
    return {_VOWELLESS: _BARE_SCRIPT, ord(KOREAN): _KOREAN}.get(key[0], _LATIN)


def _codes(key: bytes, symbols: bytes) -> list[tuple[int, int]]:
    """Codes a word is looked up by, each with how many words are worth a look: the kinds of its consonants and, of a
    short word, the consonants themselves, less any one; of a very short word its first and its last letters."""
    kinds, own = skeleton(symbols), letters(symbols)
    codes = [(packed(each), _PER_KEY if each == kinds else _PER_LESS) for each in shortened(kinds)] if kinds else []
    if 1 < len(own) <= _FINE:
        codes += [(_LETTERS | _bits(each), _PER_LETTERS if each == own else _PER_LESS) for each in shortened(own)]
    if len(key) <= _SHORT:
        codes += [(_FIRST | _letters(key[:2]), _PER_END), (_LAST | _letters(key[-2:]), _PER_END)]
    return codes


def _bits(few: bytes) -> int:
    number = 0
    for letter in few:
        number = number << 5 | letter
    return number


def _beginnings(key: bytes) -> Iterable[int]:
    whole = [_letters(key[:_TOP])]
    while whole[-1] >= 32:
        whole.append(whole[-1] // 32)
    return whole


def _letters(few: bytes) -> int:
    """A number of the first letters: 1 to 26 for a to z, figures and marks share the rest."""
    number = 0
    for letter in few:
        number = number * 32 + (letter & 31 if letter >= 97 and letter < 123 else 27 + (letter & 3))
    return number
