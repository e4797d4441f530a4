"""What a person may by now expect, and how much of a gesture's charm has worn off, from their own history."""

from dataclasses import dataclass
from math import exp

from counter.gestures.case import Case
from counter.gestures.policy import Policy
from counter.records.gestures import Gesture, Given

FADE = 0.7
TRACE = 0.25
LONGEST = 40
RECENT = 0.8


@dataclass(frozen=True, slots=True)
class Expectation:
    """`level` from 0 to 1: how far they expect something now; `worn` and `family` by key; `share` of their own."""

    level: float
    worn: dict[str, float]
    family: dict[str, float]
    share: dict[str, float]


def expectation(case: Case) -> Expectation:
    """One pass over what they were given, oldest first."""
    policy, now = case.policy, case.situation
    worn: dict[str, float] = {}
    share: dict[str, float] = {}
    family: dict[str, float] = {}
    rate = trace = total = 0.0
    lately = now.history[-LONGEST:]
    for later, given in zip(range(len(lately) - 1, -1, -1), lately, strict=True):
        days = (now.day - given.day).days
        visits = max(1, now.visit - given.visit)
        rate += (1 - FADE) * FADE ** (visits - 1)
        trace += TRACE * 0.5 ** (days / policy.trace_days)
        left = 0.5 ** (days / policy.satiation_days)
        worn[given.gesture] = 1 - (1 - worn.get(given.gesture, 0.0)) * (1 - policy.satiation * left)
        family[given.family] = family.get(given.family, 0.0) + policy.satiation * left
        share[given.gesture] = share.get(given.gesture, 0.0) + RECENT**later
        total += RECENT**later
    level = 0.5 * min(1.0, rate) + 0.3 * _due(now.history, now.visit) + 0.3 * (1 - exp(-trace))
    return Expectation(min(level, 0.97), worn, family, {key: value / (total + 1) for key, value in share.items()})


def damping(gesture: Gesture, now: Expectation, policy: Policy) -> float:
    """What is left of the gesture's worth to this person now, from 0 to 1."""
    if not now.share:
        return 1.0
    worn = now.worn.get(gesture.key, 0.0)
    others = min(1.0, max(0.0, now.family.get(gesture.family, 0.0) - worn))
    foreseen = 1 - policy.damp_expect * now.level * (0.5 + 0.5 * now.share.get(gesture.key, 0.0))
    return foreseen * (1 - worn) * (1 - policy.family_satiation * others)


def _due(history: tuple[Given, ...], visit: int) -> float:
    """How far their own rhythm of visits says "today": 0 without a rhythm."""
    numbers = [given.visit for given in history[-8:]]
    gaps = [later - earlier for earlier, later in zip(numbers, numbers[1:], strict=False)]
    if len(gaps) < 2:
        return 0.0
    gap = visit - numbers[-1]
    near = sum(1 for each in gaps if abs(each - gap) <= max(0, each // 6))
    return near / (len(gaps) + 1)
