"""How well one person's whole name is what was typed: every word of theirs stands for one typed word at most."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from math import sqrt

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from counter.lookup.heard import POWER, Heard
from counter.lookup.rows import Rows
from counter.lookup.vocabulary import Vocabulary

PART_OF_NAME = 0.12  # what a word of the name that was not typed costs
_NEAR = 0.6  # two words less alike than that have little to do with each other
_LEAST_LIKE = 0.45
_LIKEST = 10
_INITIAL = 0.75
_BEGUN = 0.85


@dataclass(slots=True)
class Fit:
    """A row with, by the place of the typed word, how well which of its words stands for it (-1: none)."""

    row: int
    score: float
    numbers: Sequence[int]
    hits: list[float]
    places: list[int]


class Fitting:
    """Measures rows against what was heard."""

    def __init__(self, words: Vocabulary, rows: Rows) -> None:
        self._words, self._rows = words, rows

    def fit(self, row: int, heard: Sequence[Heard], total: float) -> Fit:
        """One row; `total` is the weight of all that was heard."""
        numbers = list(self._rows.words[row])
        if len(heard) == 1:
            return self._only(row, numbers, heard[0])
        hits, places = _dealt(numbers, heard)
        reached = 0.0
        for at, each in enumerate(heard):
            if places[at] < 0:
                self._compared(at, each, numbers, hits, places)
            reached += each.weight * hits[at] ** POWER
        own = self._rows.size(row) or 1
        used = sum(1 for place in places if place >= 0)
        score = sqrt(reached / total) - PART_OF_NAME * max(0, own - used) / own
        return Fit(row, score, numbers, hits, places)

    def _only(self, row: int, numbers: Sequence[int], each: Heard) -> Fit:
        """The same for one word alone."""
        scores, hit, where = each.scores, 0.0, -1
        for place, number in enumerate(numbers):
            score = scores.get(number, 0.0)
            if score > hit:
                hit, where = score, place
        own = self._rows.size(row) or 1
        return Fit(row, hit - PART_OF_NAME * max(0, own - (where >= 0)) / own, numbers, [hit], [where])

    def likest(self, rows: Sequence[int], heard: Sequence[Heard]) -> list[int]:
        """Of many rows those with a word most like one of these."""
        held: dict[int, int] = {}
        for row in rows:
            for number in self._rows.words[row]:
                held.setdefault(number, row)
        numbers = list(held)
        texts = self._words.symbols.some(numbers)
        found: list[int] = []
        for each in heard:
            near = extract(
                each.symbols, texts, scorer=Levenshtein.normalized_similarity, score_cutoff=_LEAST_LIKE, limit=_LIKEST
            )
            found += [held[numbers[at]] for _, _, at in near]
        return list(dict.fromkeys(found))

    def begun(self, rows: Sequence[int], letters: Sequence[bytes], met: Container[int]) -> list[int]:
        """Of many rows those with most words that begin with these letters, without the words that are `met`."""
        keys, most = self._words.keys, []
        for place, row in enumerate(rows):
            firsts = [keys[number][:1] for number in self._rows.words[row] if number not in met]
            if there := sum(letter in firsts for letter in letters):
                most.append((-there, place))
        return [rows[place] for _, place in sorted(most)[:_LIKEST]]

    def _compared(self, at: int, each: Heard, numbers: Sequence[int], hits: list[float], places: list[int]) -> None:
        best, where = 0.0, -1
        for place, number in enumerate(numbers):
            if place not in places:
                score = each.near.get(number)
                if score is None:
                    score = each.near[number] = self._near(each, number)
                if score > best:
                    best, where = score, place
        hits[at] = best
        if best >= _NEAR:
            places[at] = where

    def _near(self, each: Heard, number: int) -> float:
        key, other = each.key, self._words.keys[number]
        short, long = (key, other) if len(key) < len(other) else (other, key)
        if long.startswith(short):
            return _INITIAL if len(short) == 1 else _BEGUN
        score = Levenshtein.normalized_similarity(each.symbols, self._words.symbols[number])
        return score if score >= _NEAR else score / 3


def _dealt(numbers: Sequence[int], heard: Sequence[Heard]) -> tuple[list[float], list[int]]:
    """The best pairs first."""
    hits, places = [0.0] * len(heard), [-1] * len(heard)
    pairs = [
        (-each.scores[number], at, place)
        for at, each in enumerate(heard)
        for place, number in enumerate(numbers)
        if number in each.scores
    ]
    pairs.sort()
    for score, at, place in pairs:
        if places[at] < 0 and place not in places:
            hits[at], places[at] = -score, place
    return hits, places
