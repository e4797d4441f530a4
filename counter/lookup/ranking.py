"""The order of the best: what tells the right person from others whose words fit as well, as it was learnt."""

from collections.abc import Sequence
from math import log
from operator import mul

from rapidfuzz.distance import Levenshtein

from counter.lookup.fitting import Fit
from counter.lookup.heard import Heard
from counter.lookup.packed import Table
from counter.lookup.rows import Rows
from counter.lookup.spelling import KOREAN, VOWELLESS
from counter.lookup.vocabulary import EQUIVALENT, Vocabulary

BEST = 24
_LETTERS = 3
"""So few letters begin many names: of those it is the likeliest to be here that is meant."""
_MARKS = frozenset((ord(VOWELLESS), ord(KOREAN)))
_alike = Levenshtein.normalized_similarity
WEIGHTS = (11.211, -2.812, 1.019, 0.393, 5.3, 1.427, 6.216, 2.677, 0.385, 1.204, -0.522, 0.445, 6.907, 0.978)
"""Learnt from one half of public sets of name variants by `bench/lookup_learn.py`, which tells how."""


def _spelt(each: Heard, key: bytes) -> float:
    """How alike two words are by their letters, as far as they are typed."""
    return 1.0 if each.unfinished and key.startswith(each.key) else _alike(each.key, key)


def _across(key: bytes, typed: bytes) -> bool:
    return (key[0] in _MARKS or typed[0] in _MARKS) and key[0] != typed[0]


class Ranking:
    """Weighs the signs of each fit."""

    def __init__(self, words: Vocabulary, rows: Rows, holders: Table) -> None:
        self._words, self._rows, self._holders = words, rows, holders

    def ranked(self, fits: list[Fit], heard: Sequence[Heard], total: float) -> list[Fit]:
        """The same, the best of them put in order by all that speaks for them; whose whole name it is stands first.

        Where somebody has the very words that were typed, those who only sound like it in another script come after.
        """
        if len(heard) == 1 and heard[0].unfinished and len(heard[0].key) <= _LETTERS:
            return sorted(fits, key=lambda fit: self._begun(fit, heard[0].key))
        ids, best = self._rows.ids, fits[:BEST]
        there = any(min(fit.hits) == 1.0 for fit in best)
        best.sort(
            key=lambda fit: (
                not self._is_whole(fit), there and self._crossed(fit, heard), -self.worth(fit, heard, total),
                ids[fit.row],
            )
        )  # fmt: skip
        return best + fits[BEST:]

    def _begun(self, fit: Fit, letters: bytes) -> tuple[bool, bool, float, int]:
        """The place of a row among those that a few letters may begin."""
        place = fit.places[0]
        begins = place >= 0 and self._words.keys[fit.numbers[place]].startswith(letters)
        likely = self._rows.prior[fit.row] / 255 + fit.hits[0]
        return not self._is_whole(fit), not begins, -likely, self._rows.ids[fit.row]

    def _crossed(self, fit: Fit, heard: Sequence[Heard]) -> bool:
        """Whether a word of it only sounds like what was typed, in a script that doesn't tell all its sounds."""
        keys = self._words.keys
        return any(
            place >= 0 and fit.hits[at] < 1.0 and _across(keys[fit.numbers[place]], heard[at].key)
            for at, place in enumerate(fit.places)
        )

    def _is_whole(self, fit: Fit) -> bool:
        """Whether every word that was typed is one of the name, and every word of the name was typed."""
        return min(fit.hits) == 1.0 and len(fit.hits) == self._rows.size(fit.row)

    def worth(self, fit: Fit, heard: Sequence[Heard], total: float) -> float:
        """How likely this is the one that was meant, beside others of the same answer."""
        worth: float = sum(map(mul, WEIGHTS, self.signs(fit, heard, total)))
        return worth

    def _signs_of(self, each: Heard, number: int) -> tuple[bool, bool, float, float]:
        """Of a word that stands for a typed one: the same first letter, another script, how rare, how alike spelt."""
        key = self._words.keys[number]
        rarity = log(self._rows.here + 1) - log(self._holders.count(number) + 1)
        crossed = _across(key, each.key)
        return key[0] == each.key[0], crossed, rarity, 0.0 if crossed else _spelt(each, key)

    def signs(self, fit: Fit, heard: Sequence[Heard], total: float) -> list[float]:
        """What speaks for and against a row, in the order of WEIGHTS."""
        count = len(heard)
        numbers, hits, places = fit.numbers, fit.hits, fit.places
        own = self._rows.size(fit.row) or 1
        everybody = log(self._rows.here + 1)
        exact = missed = across = same = begins = told = likely = 0.0
        for each, place, hit in zip(heard, places, hits, strict=True):
            weight = each.weight
            if place < 0:
                missed += weight
                continue
            number = numbers[place]
            if number not in each.signs:
                each.signs[number] = self._signs_of(each, number)
            first, crossed, rarity, spelt = each.signs[number]
            if first:
                begins += weight
            if crossed:
                across += weight
            told += weight * hit * hit * rarity
            same += weight * (hit if crossed else spelt)
            if hit == 1.0:
                exact += weight
            elif hit == EQUIVALENT:
                likely += weight
        order = [place for place in places if place >= 0]
        return [
            fit.score, max(0, own - len(order)) / own, min(hits), exact / total, missed / total,
            1.0 if order == sorted(order) else 0.0, told / (total * everybody), self._rows.prior[fit.row] / 255,
            begins / total, across / total, float(self._rows.foreign(fit.row)), float(own == count), same / total,
            likely / total,
        ]
