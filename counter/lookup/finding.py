"""Rows that a typed name may mean, best first."""

from collections.abc import Sequence
from itertools import combinations, repeat
from operator import add

from counter.lookup.fitting import Fit, Fitting
from counter.lookup.heard import Ear, Heard
from counter.lookup.ranking import Ranking
from counter.lookup.rows import Rows
from counter.lookup.spelling import words

TOKENS = 6
_FITTED = 56
_TELLING = 3  # of many words, the rarest
_CONVINCING = 0.8
_SURE = 0.9
_BESIDE = 240  # people with a word that is sure, whose other words are compared
_PRIOR = 0.02 / 255


class Names:
    """Finds rows by name. One thread only."""

    def __init__(self, rows: Rows, ear: Ear, fitting: Fitting, ranking: Ranking) -> None:
        self._rows, self._ear, self._fitting, self._ranking = rows, ear, fitting, ranking
        self._fitted = int(_FITTED * min(1.2, ear.breadth**0.5))

    def find(self, text: str) -> tuple[list[Heard], list[Fit]]:
        """What was heard, and rows with how they fit it, best first."""
        typed = words(text)[:TOKENS]
        unfinished = not text[-1:].isspace()
        heard = [self._ear.hear(word, unfinished=unfinished and at == len(typed) - 1) for at, word in enumerate(typed)]
        if not heard:
            return [], []
        total = sum(each.weight for each in heard)
        fits = [self._fitting.fit(row, heard, total) for row in self._likely(heard)]
        if len(heard) > 1 and max((fit.score for fit in fits), default=0.0) < _CONVINCING:
            there = {fit.row for fit in fits}
            fits += [self._fitting.fit(row, heard, total) for row in self._beside(heard[:_TELLING]) if row not in there]
        prior, ids = self._rows.prior, self._rows.ids
        fits.sort(key=lambda fit: (-fit.score - _PRIOR * prior[fit.row], ids[fit.row]))
        self.last = fits, heard, total
        return heard, self._ranking.ranked(fits, heard, total)

    def _likely(self, heard: Sequence[Heard]) -> list[int]:
        """Those that fit best word by word, without looking at how the words go together."""
        everybody: set[int] = set()
        telling = sorted(heard, key=_held)[:_TELLING] if len(heard) > _TELLING else heard
        for one, other in combinations(telling, 2):
            everybody |= one.gains.keys() & other.gains.keys()
        for each in heard:
            everybody.update(each.alone)
        everybody -= self._rows.gone
        rows = list(everybody)
        if len(rows) <= self._fitted:
            return rows
        totals = map(self._rows.prior.__getitem__, rows)
        for each in telling if len(heard) > 1 else ():
            totals = map(add, totals, map(each.gains.get, rows, repeat(0.0)))
        worth = list(totals)
        least = sorted(worth)[-self._fitted]
        return [row for row, each in zip(rows, worth, strict=True) if each >= least][: 2 * self._fitted]

    def _beside(self, heard: Sequence[Heard]) -> list[int]:
        """People with one word that is sure and another that is somewhat like another one typed."""
        found: list[int] = []
        for each in heard:
            rows = [row for row in each.sure if row not in self._rows.gone][:_BESIDE]
            if rows:
                found += self._fitting.likest(rows, [other for other in heard if other is not each])
        return found


def _held(heard: Heard) -> int:
    """How many people a word may lead to."""
    return sum(len(rows) for _, rows in heard.held)
