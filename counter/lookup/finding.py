"""Rows that a typed name may mean, best first."""

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, islice, pairwise, repeat
from operator import add

from counter.lookup.fitting import Fit, Fitting
from counter.lookup.heard import Ear, Heard
from counter.lookup.ranking import Ranking
from counter.lookup.rows import Rows
from counter.lookup.spelling import WORD_LIMIT, Word, words

TOKENS = 6
_FITTED = 56
_TELLING = 3  # of many words, the rarest
_CONVINCING = 0.8
_SURE = 0.9
_BESIDE = 240  # people with a word that is sure, whose other words are compared
_PIECE = 4  # letters
_PART = 3
_READINGS = 4  # of few words more than one is tried, so that no text takes long
_BETTER = 0.05
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
        fits, best = self._read(heard)
        if best < _CONVINCING:
            readings = chain(self._grown_together(heard), self._apart(heard))
            for other in islice(readings, max(1, _READINGS - len(heard))):
                others, better = self._read(other)
                if better > best + _BETTER:
                    heard, fits, best = other, others, better
        total = sum(each.weight for each in heard)
        if len(heard) > 1 and best < _CONVINCING:
            there = {fit.row for fit in fits}
            fits += [self._fitting.fit(row, heard, total) for row in self._beside(heard[:_TELLING]) if row not in there]
        prior, ids = self._rows.prior, self._rows.ids
        fits.sort(key=lambda fit: (-fit.score - _PRIOR * prior[fit.row], ids[fit.row]))
        return heard, self._ranking.ranked(fits, heard, total)

    def _read(self, heard: list[Heard]) -> tuple[list[Fit], float]:
        """Rows that fit, and how well the best does."""
        total = sum(each.weight for each in heard)
        fits = [self._fitting.fit(row, heard, total) for row in self._likely(heard)]
        return fits, max((fit.score for fit in fits), default=0.0)

    def _grown_together(self, heard: list[Heard]) -> Iterator[list[Heard]]:
        """The same with two words as the one that they may be: one that is somebody's, of pieces that are nobody's."""
        for at, (one, other) in enumerate(pairwise(heard)):
            key = one.word.key + other.word.key
            if len(key) <= WORD_LIMIT and (_odd(one) or _odd(other)) and self._ear.knows(key):
                both = self._ear.hear(Word(key), unfinished=other.unfinished)
                yield [*heard[:at], both, *heard[at + 2 :]]

    def _apart(self, heard: list[Heard]) -> Iterator[list[Heard]]:
        """The same with a word that is nobody's as the two that somebody has."""
        for at, each in enumerate(heard):
            key = each.word.key
            if each.word.foreign or max(each.scores.values(), default=0.0) >= _SURE:
                continue
            cuts = range(_PART, len(key) - _PART + 1)
            cut = next((cut for cut in cuts if self._ear.together(key[:cut], key[cut:])), 0)
            if cut:
                one = self._ear.hear(Word(key[:cut]), unfinished=False)
                other = self._ear.hear(Word(key[cut:]), unfinished=each.unfinished)
                yield [*heard[:at], one, other, *heard[at + 1 :]]

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


def _odd(heard: Heard) -> bool:
    """Whether a typed word may be a piece of one."""
    return len(heard.key) <= _PIECE or max(heard.scores.values(), default=0.0) < 1.0


def _held(heard: Heard) -> int:
    """How many people a word may lead to."""
    return sum(len(rows) for _, rows in heard.held)
