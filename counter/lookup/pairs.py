"""Pairs of records that may be one person, from the index alone, in short steps and best first."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from rapidfuzz.distance import Levenshtein

from counter.lookup.equivalents import hashed
from counter.lookup.index import Index
from counter.lookup.packed import Codes
from counter.lookup.sounds import bare
from counter.lookup.vocabulary import EQUIVALENT
from counter.records.lookup import MatchKind
from counter.records.merging import Likeness

_Thing = TypeVar("_Thing")
PHONE, EMAIL = "same phone, similar names", "same e-mail, similar names"
NAME, SOUND = "the same name", "names that sound the same"
_STEP = 300
_MANY = 6  # more people of one name or phone than that tell nothing
_ALIKE = 0.7  # names of which the words are that much alike
_LEAST = 0.35
_OTHER_SPELLING = 0.75
_OTHER_PHONE = 0.6
_STRICT = 4  # how soon another spelling counts as another name
_RARE = 0.25  # namesakes expected by chance at which a same name says as much as not


class Likely:
    """Looks through everybody, step by step. One thread only, that of the index."""

    def __init__(self, index: Index) -> None:
        self._rows, self._words, self._holders = index.parts.rows, index.parts.words, index.parts.holders
        self._phones, self._equivalents = index.parts.phones, index.equivalents
        self._sounds: dict[int, bytes] = {}
        self._named: dict[bytes, list[int]] = {}
        self._mailed: dict[str, list[int]] = {}
        self._phoned: dict[int, list[int]] = {}
        self._phone_of: dict[int, set[int]] = {}
        self._found: dict[tuple[int, int], Likeness] = {}
        self._work = self._walk()

    def step(self) -> float:
        """A little more; answers which share of all is done, 1.0 at the end."""
        return next(self._work, 1.0)

    def best(self, limit: int = 200) -> tuple[Likeness, ...]:
        """The likeliest pairs, each person by number."""
        ranked = sorted(self._found.values(), key=lambda pair: (-pair.score, pair.one, pair.other))
        return tuple(ranked[:limit])

    def _walk(self) -> Iterator[float]:
        """Gathers who shares a name, an e-mail or a phone, then compares them; stops for breath in between."""
        phones = [*self._phones.entries, *self._phones.added]
        yield from _each(range(len(self._rows)), self._gather, 0.5)
        yield from _each(phones, self._gather_phone, 0.6)
        reached = [*((group, PHONE) for group in self._phoned.values())]
        reached += [(group, EMAIL) for group in self._mailed.values()]
        yield from _each(reached, self._reached, 0.8)
        yield from _each(list(self._named.values()), self._same_name, 0.99)

    def _gather(self, row: int) -> None:
        if row in self._rows.gone:
            return
        self._named.setdefault(self._sound_of(row), []).append(row)
        for text, kind in self._rows.texts(row):
            if kind is MatchKind.EMAIL:
                self._mailed.setdefault(text.casefold(), []).append(row)

    def _gather_phone(self, entry: int) -> None:
        row, code = entry & Codes.MASK, entry >> Codes.BITS
        if row not in self._rows.gone:
            self._phoned.setdefault(code, []).append(row)
            self._phone_of.setdefault(row, set()).add(code)

    def _same_name(self, group: list[int]) -> None:
        for one, other in _pairs(group):
            self._note(one, other, *self._by_name(one, other))

    def _reached(self, reached: tuple[list[int], str]) -> None:
        group, why = reached
        for one, other in _pairs(group):
            alike = self._alike(one, other)
            if alike >= _ALIKE:
                self._note(one, other, 0.8 + 0.2 * alike, why)

    def _by_name(self, one: int, other: int) -> tuple[float, str]:
        """How likely the same name is the same person: the rarer its words, the likelier."""
        first, second = set(self._own(one)), set(self._own(other))
        everybody = len(self._rows)
        chance = float(everybody)
        for number in first | second if len(first | second) > len(first) else first:
            chance *= self._holders.count(number) / everybody
        score = 0.9 * _RARE / (_RARE + chance)
        if first != second:
            score *= _OTHER_SPELLING * self._alike(one, other) ** _STRICT
        phones = self._phone_of.get(one, set()), self._phone_of.get(other, set())
        if all(phones) and not phones[0] & phones[1]:
            score *= _OTHER_PHONE
        return score, NAME if first == second else SOUND

    def _note(self, one: int, other: int, score: float, why: str) -> None:
        if score < _LEAST:
            return
        key = (min(one, other), max(one, other))
        known = self._found.get(key)
        if known is None or known.score < score:
            ids = self._rows.ids
            self._found[key] = Likeness(one=ids[key[0]], other=ids[key[1]], score=score, why=why)

    def _own(self, row: int) -> list[int]:
        return list(self._rows.words[row][: self._rows.size(row)])

    def _sound_of(self, row: int) -> bytes:
        """The sounds of a name without its vowels, whatever the order of its words."""
        return b" ".join(sorted(self._sound(number) for number in self._own(row)))

    def _sound(self, number: int) -> bytes:
        known = self._sounds.get(number)
        if known is None:
            symbols = self._words.symbols[number]
            known = self._sounds[number] = bare(symbols) or symbols
        return known

    def _alike(self, one: int, other: int) -> float:
        """The mean over the words of the shorter name of the word that is most like each."""
        short, long = sorted((self._own(one), self._own(other)), key=len)
        best = [self._likest(number, long) for number in short]
        return sum(best) / len(best) if best else 0.0

    def _likest(self, number: int, others: list[int]) -> float:
        """How alike a word is to the one of these that is most like it, or stands for it."""
        texts = self._words.symbols.some(others)
        best = max(Levenshtein.normalized_similarity(self._words.symbols[number], text) for text in texts)
        if best >= EQUIVALENT:
            return best
        forms = self._equivalents.of(self._words.keys[number].decode("ascii"))
        known = any(hashed(key.decode("ascii")) in forms for key in self._words.keys.some(others))
        return EQUIVALENT if known else best


def _each(things: Sequence[_Thing], work: Callable[[_Thing], None], done: float) -> Iterator[float]:
    """Works on each, and tells `done` after some of them."""
    for at, thing in enumerate(things, 1):
        work(thing)
        if at % _STEP == 0:
            yield done


def _pairs(group: list[int]) -> Iterator[tuple[int, int]]:
    if len(group) < 2:
        return
    rows = sorted(set(group))
    if len(rows) <= _MANY:
        yield from ((one, other) for at, one in enumerate(rows) for other in rows[at + 1 :])
