"""How well one person's whole name is what was typed: every word of theirs stands for one typed word at most."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from math import sqrt

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from counter.lookup.heard import POWER, Company, Heard
from counter.lookup.rows import Rows
from counter.lookup.vocabulary import Vocabulary

PART_OF_NAME = 0.12  # what a word of the name that was not typed costs
_NEAR = 0.6  # two words less alike than that have little to do with each other
_LEAST_LIKE = 0.45
_LIKEST = 10
BEGUN = 0.85
_AT_ONCE = 80
_BESIDE = 240  # people with a word that is sure, whose other words are compared
_INITIAL = 0.75
_alike = Levenshtein.normalized_similarity


@dataclass(slots=True)
class Fit:
    """A row with, by the place of the typed word, how well which of its words stands for it (-1: none)."""

    row: int
    score: float
    numbers: list[int]
    hits: list[float]
    places: list[int]


class Fitting:
    """Measures rows against what was heard."""

    def __init__(self, words: Vocabulary, rows: Rows) -> None:
        self._words, self._rows = words, rows

    def fits(self, rows: Sequence[int], heard: Sequence[Heard], total: float) -> list[Fit]:
        """Each of these rows; `total` is the weight of all that was heard."""
        if len(heard) == 1:
            return [self._only(row, numbers, heard[0].scores) for row, numbers in self._named(rows)]
        known = [(at, each.scores) for at, each in enumerate(heard)]
        found = [_dealt(row, numbers, known) for row, numbers in self._named(rows)]
        for at, each in enumerate(heard):
            self._compare(each, set(chain.from_iterable([fit.numbers for fit in found if fit.places[at] < 0])))
        for fit in found:
            hits, places, reached = fit.hits, fit.places, 0.0
            for at, each in enumerate(heard):
                if places[at] < 0:
                    _likest(at, each.near, fit)
                reached += each.weight * hits[at] ** POWER
            fit.score = sqrt(reached / total)
            own = self._rows.size(fit.row) or 1
            missing = own + places.count(-1) - len(places)
            if missing > 0:
                fit.score -= PART_OF_NAME * missing / own
        return found

    def _named(self, rows: Sequence[int]) -> Iterable[tuple[int, list[int]]]:
        return zip(rows, self._rows.words.some(rows), strict=True)

    def _only(self, row: int, numbers: list[int], scores: dict[int, float]) -> Fit:
        """The same for one word alone."""
        hit, where = 0.0, -1
        for place, number in enumerate(numbers):
            if number in scores and scores[number] > hit:
                hit, where = scores[number], place
        own = self._rows.size(row) or 1
        return Fit(row, hit - PART_OF_NAME * max(0, own - (where >= 0)) / own, numbers, [hit], [where])

    def likest(self, sure: Heard, others: Sequence[Heard]) -> list[int]:
        """Of all people with a word that is sure those with a word most like one of the others."""
        if sure.company is None:
            sure.company = self._company(self._sure(sure))
        company, found = sure.company, []
        for each in others:
            near = extract(each.symbols, company.symbols, scorer=_alike, score_cutoff=_LEAST_LIKE, limit=_LIKEST)
            found += [company.holders[at] for _, _, at in near]
        return list(dict.fromkeys(found))

    def begun(self, sure: Heard, letters: Sequence[bytes]) -> list[int]:
        """Of all people with a word that is sure those with most other words that begin with these letters."""
        rows, best = self._sure(sure), list[tuple[int, int]]()
        for start in range(0, len(rows), _AT_ONCE):
            words = self._rows.words.some(rows[start : start + _AT_ONCE])
            numbers = set(chain.from_iterable(words)).difference(sure.scores)
            firsts = [*zip(numbers, self._words.keys.firsts(numbers), strict=True)]
            begun = [{number for number, first in firsts if first == letter[0]} for letter in letters]
            best += [(sum([each.isdisjoint(there) for each in begun]), at) for at, there in enumerate(words, start)]
            best = sorted(best)[:_LIKEST]
            if best[-1][0] == 0 and len(best) == _LIKEST:
                break
        return [rows[at] for without, at in best if without < len(letters)]

    def _sure(self, heard: Heard) -> list[int]:
        return [row for row in heard.sure if row not in self._rows.gone][:_BESIDE]

    def _company(self, rows: list[int]) -> Company:
        words = self._rows.words.some(rows)
        numbers = list(chain.from_iterable(words))
        holders = list(chain.from_iterable(map(repeat, rows, map(len, words))))
        first = dict(zip(reversed(numbers), reversed(holders), strict=True))
        known = list(dict.fromkeys(numbers))
        return Company([first[number] for number in known], self._words.symbols.some(known))

    def _compare(self, each: Heard, wanted: set[int]) -> None:
        """How near words are that nobody thought of when the word was heard."""
        near, symbols, key = each.near, each.symbols, each.key
        numbers = list(wanted.difference(near))
        texts, others = self._words.symbols.some(numbers), self._words.keys.some(numbers)
        for number, text, other in zip(numbers, texts, others, strict=True):
            if key[0] == other[0] and (key.startswith(other) or other.startswith(key)):
                near[number] = _INITIAL if len(key) == 1 or len(other) == 1 else BEGUN
            else:
                score = _alike(symbols, text)
                near[number] = score if score >= _NEAR else score / 3


def _likest(at: int, near: dict[int, float], fit: Fit) -> None:
    """The likest of the words that stand for nothing yet stands for this one."""
    best, where, places = 0.0, -1, fit.places
    for place, number in enumerate(fit.numbers):
        if near[number] > best and place not in places:
            best, where = near[number], place
    fit.hits[at] = best
    if best >= _NEAR:
        places[at] = where


def _dealt(row: int, numbers: list[int], known: list[tuple[int, dict[int, float]]]) -> Fit:
    """The best pairs first."""
    hits, places = [0.0] * len(known), [-1] * len(known)
    pairs = [
        (-scores[number], at, place)
        for at, scores in known
        for place, number in enumerate(numbers)
        if number in scores
    ]
    if len(pairs) > 1:
        pairs.sort()
    for score, at, place in pairs:
        if places[at] < 0 and place not in places:
            hits[at], places[at] = -score, place
    return Fit(row, 0.0, numbers, hits, places)
