"""How long it takes to put things right, with those still open counted: the estimate of Kaplan and Meier (1958)."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log, sqrt

_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Case:
    """Days from opened to put right, or to now while it is `open`."""

    days: float
    open: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """After `days`, the `share` still open and its 95% interval."""

    days: float
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfRight:
    """Days until half were put right; None where too many are open to say."""

    days: float | None
    low: float | None
    high: float | None


def still_open(cases: Iterable[Case]) -> tuple[Step, ...]:
    """A step for each day on which something was put right; an open case counts until its own day, that day included.

    The interval is Greenwood's on the log-log scale, which never leaves 0 to 1.
    """
    cases = tuple(cases)
    steps, share, wobble = [], 1.0, 0.0
    for day in sorted({case.days for case in cases if not case.open}):
        waiting = sum(1 for case in cases if case.days >= day)
        righted = sum(1 for case in cases if case.days == day and not case.open)
        share *= 1 - righted / waiting
        wobble += righted / (waiting * (waiting - righted)) if waiting > righted else 0.0
        steps.append(Step(day, share, *_interval(share, wobble)))
    return tuple(steps)


def half_right(cases: Iterable[Case]) -> HalfRight:
    """The median by Kaplan-Meier with the interval of Brookmeyer and Crowley (1982)."""
    steps = still_open(cases)
    return HalfRight(
        days=next((step.days for step in steps if step.share <= 0.5), None),
        low=next((step.days for step in steps if step.low <= 0.5), None),
        high=next((step.days for step in steps if step.high <= 0.5), None),
    )


def _interval(share: float, wobble: float) -> tuple[float, float]:
    if not 0 < share < 1:
        return share, share
    reach = _Z * sqrt(wobble) / abs(log(share))
    return share ** exp(reach), share ** exp(-reach)
