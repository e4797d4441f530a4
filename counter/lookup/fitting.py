"""How well one person's whole name is what was typed: every word of theirs stands for one typed word at most."""

from dataclasses import dataclass
from math import sqrt

from counter.lookup.sounds import alike
from counter.lookup.spelling import Word
from counter.records.lookup import Match, MatchKind, Person

_EVIDENT = 0.9
_PART_OF_NAME = 0.12  # what a word of the name that was not typed costs
_NEAR = 0.6  # two words less alike than that have little to do with each other
_INITIAL = 0.75
_LONG = 8
_BEGUN = 0.85
_POWER = 2.0  # one word met exactly tells more than two met by half


@dataclass(frozen=True, slots=True)
class Row:
    """One person with the numbers of their words; `called` holds those of the name they like to be called.

    `own` counts the words of the name itself, `prior` is how likely they are to be here.
    """

    person: Person
    numbers: tuple[int, ...]
    called: frozenset[int]
    own: int
    foreign: bool
    prior: float


def fitted(row: Row, typed: list[Word], scores: list[dict[int, float]], keys: list[str]) -> Match:
    """A match from what each typed word may stand for, by number; words that nothing stands for are compared."""
    hits = _dealt(row.numbers, scores)
    used = {number for _, number in hits.values()}
    total = sum(score**_POWER * _weight(typed[at]) for at, (score, _) in hits.items())
    for at, word in enumerate(typed):
        if at not in hits:
            rest = [(_near(word.key, keys[number]), number) for number in row.numbers if number not in used]
            score, number = max(rest, default=(0.0, -1))
            total += score**_POWER * _weight(word)
            used |= {number} if score >= _NEAR else set()
    own = max(row.own, 1)
    score = (total / sum(map(_weight, typed))) ** (1 / _POWER) - _PART_OF_NAME * max(0, own - len(used)) / own
    return Match(row.person.id, score, *_why(row, hits, typed))


def _weight(word: Word) -> float:
    """Long words tell more than short ones."""
    return sqrt(min(len(word.key), _LONG))


def _dealt(numbers: tuple[int, ...], scores: list[dict[int, float]]) -> dict[int, tuple[float, int]]:
    """The best pairs first, by the place of the typed word."""
    pairs = [(found[number], at, number) for at, found in enumerate(scores) for number in numbers if number in found]
    hits: dict[int, tuple[float, int]] = {}
    used: set[int] = set()
    for score, at, number in sorted(pairs, reverse=True):
        if at not in hits and number not in used:
            hits[at] = (score, number)
            used.add(number)
    return hits


def _near(one: str, other: str) -> float:
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return _INITIAL if len(short) == 1 else _BEGUN
    score = alike(one, other)
    return score if score >= _NEAR else score / 3


def _why(row: Row, hits: dict[int, tuple[float, int]], typed: list[Word]) -> tuple[MatchKind, str]:
    numbers = {number for _, number in hits.values()}
    if numbers & row.called:
        return MatchKind.CALLED, f"called {row.person.called}"
    if row.foreign and not any(word.foreign for word in typed):
        return MatchKind.SCRIPT, ""
    if len(hits) < len(typed) or min(score for score, _ in hits.values()) < _EVIDENT:
        return MatchKind.SOUNDS, "sounds alike"
    return MatchKind.NAME, ""
