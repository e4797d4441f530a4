"""What one typed word may stand for, and whom it leads to; earlier words are remembered from key to key."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import sqrt

from counter.lookup.equivalents import Equivalents
from counter.lookup.memory import Memory
from counter.lookup.packed import Numbers, Table
from counter.lookup.sounds import blocks
from counter.lookup.spelling import Word
from counter.lookup.vocabulary import Vocabulary

POWER = 2.0  # one word met exactly tells more than two met by half
SCALE = 4096  # a word met exactly, beside a prior of at most 255
_LONG = 8
_HOLDERS = 1000  # of one word, the best customers
_ROWS = 4500
_WORDS = 80
_ALONE = 40
_FEW = 5
_BEGUN = 3  # letters
_LATE = 1.0  # breadth of a look for words behind several others
_SURE = 0.9
_NEARLY_BEST = 0.98  # of a word in another script even the best is not sure
_BESIDE = 240
_Held = tuple[float, Numbers]


@dataclass(frozen=True, slots=True)
class Company:
    """All words of the people with a word that is sure: how each sounds, and the first who has it."""

    holders: list[int]
    symbols: list[bytes]


@dataclass(slots=True)
class Heard:
    """A typed word: its scores by word number and the best of them, who has those words, and the rows to look at when
    nothing else fits."""

    word: Word
    key: bytes
    weight: float
    symbols: bytes
    scores: dict[int, float]
    like: float
    near: dict[int, float]
    unfinished: bool = False
    held: list[_Held] = field(default_factory=list)
    alone: list[int] = field(default_factory=list)
    sure: list[int] = field(default_factory=list)
    signs: dict[int, tuple[bool, bool, float, float]] = field(default_factory=dict)
    company: "Company | None" = None
    _gains: dict[int, float] | None = None

    @property
    def gains(self) -> dict[int, float]:
        """By row what its best word is worth; made when another word asks for it."""
        if self._gains is None:
            self._gains = _gains(self.held, SCALE * self.weight)
        return self._gains

    def gains_among(self, wanted: set[int]) -> dict[int, float]:
        """The same for these rows only."""
        return _gains([(score, wanted.intersection(rows)) for score, rows in self.held], SCALE * self.weight)


def weight(word: Word) -> float:
    """Long words tell more than short ones."""
    return sqrt(min(len(word.key), _LONG))


class Ear:
    """Turns typed words into what is heard. The newest are remembered, the oldest dropped."""

    def __init__(self, words: Vocabulary, holders: Table, equivalents: Equivalents) -> None:
        self._words, self._holders, self._equivalents = words, holders, equivalents
        self.breadth = words.breadth
        self._most = int(_ROWS * (1 + words.breadth) / 2)
        self._whole: Memory[tuple[str, bool], dict[int, float]] = Memory()
        self._begins: Memory[str, dict[int, float]] = Memory()
        self._near: Memory[str, dict[int, float]] = Memory()
        self._known: Memory[tuple[Word, bool, bool], Heard] = Memory()

    def forget(self) -> None:
        """Somebody came or went."""
        self._whole.clear()
        self._begins.clear()
        self._near.clear()
        self._known.clear()

    def knows(self, key: str) -> bool:
        """Whether anybody has this very word."""
        return self._words.find(key) is not None

    def together(self, one: str, other: str) -> bool:
        """Whether somebody has both of these words."""
        numbers = self._words.find(one), self._words.find(other)
        if numbers[0] is None or numbers[1] is None:
            return False
        rows = set(self._holders.first(numbers[0], _HOLDERS))
        return not rows.isdisjoint(self._holders.first(numbers[1], _HOLDERS))

    def hear(self, word: Word, *, unfinished: bool, late: bool = False) -> Heard:
        """What this word may stand for; an unfinished one also for all that begin so.

        A `late` one, behind several others, is looked for less broadly, so that no text takes long.
        """
        key = (word, unfinished, late)
        return self._known.of(key, lambda: self._heard(word, self._meant(word, late=late), unfinished=unfinished))

    def _heard(self, word: Word, meant: dict[int, float], *, unfinished: bool) -> Heard:
        scores = self._begun(word, meant) if unfinished else meant
        begun = unfinished and len(word.key) <= _BEGUN
        like = max(scores.values(), default=0.0)
        near = self._near.of(word.key, dict[int, float])
        found = Heard(word, word.key.encode(), weight(word), blocks(word.key), scores, like, near, unfinished)
        found.held = self._held(_best(scores, 2 * _WORDS if begun else _WORDS))
        sure = min(_SURE, _NEARLY_BEST * found.like)
        for score, rows in found.held:
            if (begun or len(found.alone) >= _ALONE) and (score > -sure or len(found.sure) >= _BESIDE):
                break
            if len(found.alone) < _ALONE and not begun:
                found.alone += rows[: _FEW if unfinished and score > -1.0 else _ALONE]
            if score <= -sure and len(found.sure) < _BESIDE:
                found.sure += rows[:_BESIDE]
        if begun:
            found.alone = _likeliest(found.held)
        return found

    def _begun(self, word: Word, meant: dict[int, float]) -> dict[int, float]:
        scores = dict(meant)
        for key in {word.key, word.joined or word.key}:
            begins = self._begins.of(key, partial(self._words.begins, key))
            for number, score in begins.items():
                if score > scores.get(number, 0.0):
                    scores[number] = score
        return scores

    def _held(self, order: list[tuple[float, int]]) -> list[_Held]:
        """The people of each word, best words first, until there are enough."""
        rows = self._holders.held([number for _, number in order], _HOLDERS, self._most)
        return [(score, each) for (score, _), each in zip(order, rows, strict=False)]

    def _meant(self, word: Word, *, late: bool) -> dict[int, float]:
        whole = self._whole_word(word.key, late=late)
        if not word.joined:
            return whole
        both = dict(whole)
        for number, score in self._whole_word(word.joined, late=late).items():
            both[number] = max(score, both.get(number, 0.0))
        return both

    def _whole_word(self, key: str, *, late: bool) -> dict[int, float]:
        breadth = min(_LATE, self.breadth) if late else self.breadth
        meant = partial(self._words.meant, key, self._equivalents, breadth)
        return self._whole.of((key, late), meant)


def _likeliest(held: list[_Held]) -> list[int]:
    """Of a few letters that many words begin with, the likeliest people: rows are in that order."""
    exact = [row for score, rows in held if score == -1.0 for row in rows[: _ALONE // 2]]
    return exact + sorted([row for _, rows in held for row in rows[:_FEW]])[:_ALONE]


def _best(scores: dict[int, float], count: int) -> list[tuple[float, int]]:
    """The best words, each after its score below zero. Sorting scores alone is quick, and leaves few pairs to sort."""
    least = sorted(scores.values())[-count] if len(scores) > count else 0.0
    return sorted([(-score, number) for number, score in scores.items() if score >= least])[:count]


def _gains(held: Sequence[tuple[float, Iterable[int]]], gain: float) -> dict[int, float]:
    """By row what its best word is worth. A plain loop, as it takes half as long as `fromkeys` and `update`."""
    gains: dict[int, float] = {}
    for score, rows in reversed(held):
        worth = gain * score * score
        for row in rows:
            gains[row] = worth
    return gains
