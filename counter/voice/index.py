"""The satisfaction index: three questions after the ACSI formula, equal weights, and how sure one can be of it.

Each question goes from 1 to 10; an answer is worth (sum - 3) / 27 * 100. Under ten answers there is no number.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import fmean, variance

ENOUGH = 10
WEEKS_TOGETHER = 13
_PRETENDED = (0.0, 100.0)  # so that ten contented answers don't claim to know everything
_Z = 1.959963984540054

Scores = tuple[int | None, int | None, int | None]


class Change(StrEnum):
    """What can be said about two periods."""

    BETTER = "better"
    WORSE = "worse"
    NOT_CLEAR = "no clear change"
    TOO_FEW = "too few to say"


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """0 to 100, with its 95% interval; `answers` are those with all three questions answered."""

    value: float
    low: float
    high: float
    answers: int


def worth(scores: Scores) -> float | None:
    """One answer from 0 to 100; None unless all three questions were answered."""
    given = [score for score in scores if score is not None]
    return (sum(given) - 3) / 27 * 100 if len(given) == 3 else None


def worths(answers: Iterable[Scores]) -> tuple[float, ...]:
    """The whole answers, each from 0 to 100."""
    return tuple(value for value in map(worth, answers) if value is not None)


def index(values: Sequence[float]) -> Index | None:
    """Mean of the answers and Student's interval over them and two pretended ones, 0 and 100; None under ten."""
    if len(values) < ENOUGH:
        return None
    padded = (*values, *_PRETENDED)
    middle, half = fmean(padded), student(len(padded) - 1) * sqrt(variance(padded) / len(padded))
    value = fmean(values)
    low, high = min(value, max(0.0, middle - half)), max(value, min(100.0, middle + half))
    return Index(value=value, low=low, high=high, answers=len(values))


def change(before: Sequence[float], now: Sequence[float]) -> Change:
    """Welch's test at 5%: a difference that chance makes too, is none."""
    if min(len(before), len(now)) < ENOUGH:
        return Change.TOO_FEW
    spread_before, spread_now = variance(before) / len(before), variance(now) / len(now)
    difference, spread = fmean(now) - fmean(before), spread_before + spread_now
    if spread > 0:
        freedom = spread**2 / (spread_before**2 / (len(before) - 1) + spread_now**2 / (len(now) - 1))
        if abs(difference) < student(freedom) * sqrt(spread):
            return Change.NOT_CLEAR
    if difference == 0:
        return Change.NOT_CLEAR
    return Change.BETTER if difference > 0 else Change.WORSE


def student(freedom: float) -> float:
    """The 97.5% point of Student's t, by Abramowitz & Stegun 26.7.5; right to 0.001 from 9 degrees of freedom on."""
    z, v = _Z, freedom
    first = (z**3 + z) / (4 * v)
    second = (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2)
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * v**3)
    return z + first + second + third
