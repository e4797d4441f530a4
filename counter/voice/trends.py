"""What is told more often than usual, and which product comes back too often; chance alone is kept out.

A theme is marked when this week, or the last four, hold more of it than the 26 weeks before would let chance bring
about in three of a thousand cases: the exact test of two Poisson rates, each per slip printed (Przyborowski and
Wilenski 1940), which is a binomial one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import exp, lgamma, log, log1p, sqrt

BEFORE = 26
WINDOWS = (1, 4)
LEVEL = 0.003
FEWEST = 2
LOOK_AT = 2
STOP_AT = 4
STOP_LEVEL = 0.001


class Mark(StrEnum):
    """What can be said about one theme this week."""

    UP = "up"
    QUIET = "quiet"
    TOO_FEW = "too few to say"


class Halt(StrEnum):
    """What the returns of one product ask for."""

    NOTHING = ""
    LOOK = "look at it"
    STOP = "stop selling it?"


@dataclass(frozen=True, slots=True)
class Week:
    """How often a theme was told, and how many slips were printed, in one week."""

    told: int
    slips: int


def at_least(count: int, tries: int, chance: float) -> float:
    """The chance of `count` or more hits in `tries`: the exact upper tail of the binomial distribution."""
    if count <= 0 or chance >= 1:
        return 1.0
    if count > tries or chance <= 0:
        return 0.0
    rest = lgamma(tries + 1)
    terms = (
        exp(rest - lgamma(k + 1) - lgamma(tries - k + 1) + k * log(chance) + (tries - k) * log1p(-chance))
        for k in range(count, tries + 1)
    )
    return min(1.0, sum(terms))


def mark(weeks: Sequence[Week]) -> Mark:
    """What this week, the last of `weeks` (oldest first), says; without half of the 26 weeks nothing can be said."""
    if len(weeks) < BEFORE // 2 + max(WINDOWS):
        return Mark.TOO_FEW
    return Mark.UP if any(_up(weeks, window) for window in WINDOWS) else Mark.QUIET


def newly_up(weeks: Sequence[Week]) -> bool:
    """True in the first week of a mark."""
    return mark(weeks) is Mark.UP and mark(weeks[:-1]) is not Mark.UP


def usual(weeks: Sequence[Week]) -> float:
    """How often the 26 weeks before would let one expect it this week, from the slips printed."""
    before = weeks[-BEFORE - 1 : -1]
    slips = sum(week.slips for week in before)
    return sum(week.told for week in before) / slips * weeks[-1].slips if slips else 0.0


def _up(weeks: Sequence[Week], window: int) -> bool:
    now, before = weeks[-window:], weeks[-window - BEFORE : -window]
    told, slips = sum(week.told for week in now), sum(week.slips for week in now)
    all_told = told + sum(week.told for week in before)
    all_slips = slips + sum(week.slips for week in before)
    if told < FEWEST or slips == 0:
        return False
    return at_least(told, all_told, slips / all_slips) < LEVEL


def halt(faulty: int, sold: int | None = None, usual_share: float = 0.01) -> Halt:
    """What the faulty ones of 13 weeks ask for.

    Where the owner enters how many were `sold`, the question to stop waits for what chance brings about in less than
    one of a thousand cases at the `usual_share` of faulty ones; else for four.
    """
    if faulty < LOOK_AT:
        return Halt.NOTHING
    if sold is None:
        return Halt.STOP if faulty >= STOP_AT else Halt.LOOK
    return Halt.STOP if at_least(faulty, max(sold, faulty), usual_share) < STOP_LEVEL else Halt.LOOK


def share(count: int, tries: int) -> tuple[float, float]:
    """The 95% interval of a share, 0 to 1, after Wilson (1927)."""
    if tries <= 0:
        return 0.0, 1.0
    found, z2 = min(count, tries) / tries, 1.959963984540054**2
    middle = (found + z2 / (2 * tries)) / (1 + z2 / tries)
    half = sqrt(z2) * sqrt(found * (1 - found) / tries + z2 / (4 * tries**2)) / (1 + z2 / tries)
    return max(0.0, middle - half), min(1.0, middle + half)
