"""Rows that a typed name may mean, best first."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, islice, pairwise
from math import sqrt

from counter.lookup.fitting import BEGUN, Fit, Fitting
from counter.lookup.heard import POWER, Ear, Heard
from counter.lookup.ranking import Ranking
from counter.lookup.rows import Rows
from counter.lookup.spelling import WORD_LIMIT, Word, words

TOKENS = 6
_FITTED = 56
_TELLING = 3  # of many words, the rarest
_CONVINCING = 0.8
_WHOLE = 0.97  # all that was typed is there
_SURE = 0.9
_PIECE = 4  # letters
_INITIALS = re.compile("[a-z][b-df-hj-np-tv-xz]|[b-df-hj-np-tv-xz]{3}")
"""Two or three letters that nobody could say as one word."""
_PART = 3
_BROADLY = 3  # words that are looked for in all breadth
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
        heard = self.heard(text)
        if not heard:
            return [], []
        fits, best = self._read(heard)
        if best < _WHOLE:
            readings = chain(self._grown_together(heard), self._apart(heard) if best < _CONVINCING else ())
            for other in islice(readings, max(1, _READINGS - len(heard))):
                like = [each.like for each in other]
                least = best + (0.0 if min(like) == 1.0 else _BETTER)
                if _most(other) <= least:
                    continue
                others, better = self._read(other)
                if better > least:
                    heard, fits, best = other, others, better
        total = sum(each.weight for each in heard)
        if len(heard) > 1 and best < _CONVINCING:
            there = {fit.row for fit in fits}
            beside = [row for row in self._beside(heard[:_TELLING]) if row not in there]
            fits += self._fitting.fits(beside, heard, total)
        prior, ids = self._rows.prior, self._rows.ids
        fits.sort(key=lambda fit: (-fit.score - _PRIOR * prior[fit.row], ids[fit.row]))
        return heard, self._ranking.ranked(fits, heard, total)

    def heard(self, text: str) -> list[Heard]:
        """What each word may stand for; the last one, with no space behind it, is still being typed."""
        typed = words(text)[:TOKENS]
        unfinished = not text[-1:].isspace()
        return [
            self._ear.hear(word, unfinished=unfinished and at == len(typed) - 1, late=at >= _BROADLY)
            for at, word in enumerate(typed)
        ]

    def fits(self, rows: Sequence[int], heard: Sequence[Heard]) -> list[Fit]:
        """How well the names of some rows are what was heard."""
        return self._fitting.fits(rows, heard, sum(each.weight for each in heard))

    def _read(self, heard: list[Heard]) -> tuple[list[Fit], float]:
        """Rows that fit, and how well the best does."""
        total = sum(each.weight for each in heard)
        rows = dict.fromkeys(self._likely(heard))
        if letters := [each.key for each in heard if len(each.key) == 1]:
            rows |= dict.fromkeys(self._of_initials(heard[:_TELLING], letters))
        fits = self._fitting.fits(list(rows), heard, total)
        return fits, max((fit.score for fit in fits), default=0.0)

    def _of_initials(self, heard: Sequence[Heard], letters: list[bytes]) -> Iterator[int]:
        """People with a word that is sure whose other words begin with single letters that were typed."""
        for each in heard:
            if len(each.key) > 1 and each.sure:
                yield from self._fitting.begun(each, letters)

    def _grown_together(self, heard: list[Heard]) -> Iterator[list[Heard]]:
        """The same with two words as the one that they may be: one with a hyphen between them, or one that is
        somebody's, of pieces that are nobody's."""
        for at, (one, other) in enumerate(pairwise(heard)):
            key = one.word.key + other.word.key
            one_word = key == other.word.joined or (_odd(one) or _odd(other)) and self._ear.knows(key)
            if len(key) <= WORD_LIMIT and one_word:
                both = self._ear.hear(Word(key), unfinished=other.unfinished)
                yield [*heard[:at], both, *heard[at + 2 :]]

    def _apart(self, heard: list[Heard]) -> Iterator[list[Heard]]:
        """The same with a word that is nobody's as the two that somebody has, or as initials."""
        for at, each in enumerate(heard):
            key = each.word.key
            if len(heard) > 1 and _INITIALS.fullmatch(key):
                initials = [self._ear.hear(Word(letter), unfinished=False) for letter in key]
                yield [*heard[:at], *initials, *heard[at + 1 :]]
            if each.word.foreign or each.like >= _SURE:
                continue
            cuts = range(_PART, len(key) - _PART + 1)
            cut = next((cut for cut in cuts if self._ear.together(key[:cut], key[cut:])), 0)
            if cut:
                one = self._ear.hear(Word(key[:cut]), unfinished=False)
                other = self._ear.hear(Word(key[cut:]), unfinished=each.unfinished)
                yield [*heard[:at], one, other, *heard[at + 1 :]]

    def _likely(self, heard: Sequence[Heard]) -> list[int]:
        """Those that fit best word by word, without looking at how the words go together."""
        telling = heard
        if len(heard) > _TELLING:
            telling = sorted({each.key: each for each in heard}.values(), key=_held)[:_TELLING]
        everybody = set(chain.from_iterable(each.alone for each in heard))
        gains = _gained(telling, everybody) if len(heard) > 1 else []
        for one, other in combinations(gains, 2):
            everybody |= one.keys() & other.keys()
        everybody -= self._rows.gone
        rows = list(everybody)
        if len(rows) <= self._fitted:
            return rows
        prior = self._rows.prior
        first, second, third = (each.get for each in (*gains, {}, {}, {})[:_TELLING])
        worth = [prior[row] + first(row, 0.0) + second(row, 0.0) + third(row, 0.0) for row in rows]
        least = sorted(worth)[-self._fitted]
        return [row for row, each in zip(rows, worth, strict=True) if each >= least][: 2 * self._fitted]

    def _beside(self, heard: Sequence[Heard]) -> list[int]:
        """People with one word that is sure and another that is somewhat like another one typed."""
        found: list[int] = []
        for each in heard:
            if each.sure:
                found += self._fitting.likest(each, [other for other in heard if other is not each])
        return found


def _gained(heard: Sequence[Heard], alone: set[int]) -> list[dict[int, float]]:
    """What each word is worth by row; of one that is being typed only for rows that another word or `alone` names."""
    finished = [each.gains for each in heard if not each.unfinished]
    being_typed = [each.gains_among(alone.union(*finished)) for each in heard if each.unfinished]
    return finished + being_typed


def _odd(heard: Heard) -> bool:
    """Whether a typed word may be a piece of one."""
    return len(heard.key) <= _PIECE or heard.like < 1.0


def _most(heard: Sequence[Heard]) -> float:
    """The most that anybody could fit: words nobody thought of when they were heard are hardly more like than begun."""
    total = sum(each.weight for each in heard)
    return sqrt(sum(each.weight * max(each.like, BEGUN) ** POWER for each in heard) / total)


def _held(heard: Heard) -> int:
    """How many people a word may lead to."""
    return sum(len(rows) for _, rows in heard.held)
