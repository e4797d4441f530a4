"""One situation prepared for weighing: what holds, what is blocked, and the person's own history counted."""

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from counter.gestures.occasions import tokens
from counter.gestures.policy import Policy
from counter.records.gestures import Budget, Gesture, Given, Situation

WINDOW = timedelta(days=30)
YEAR = timedelta(days=365)
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """`last` and `times` count each gesture of theirs (days ago, times in a year); money in minor units."""

    situation: Situation
    budget: Budget
    policy: Policy
    tokens: frozenset[str]
    said: frozenset[str]
    last: dict[str, int]
    times: dict[str, int]
    newest: str | None
    money_left: float
    count_left: int


def prepare(situation: Situation, budget: Budget, policy: Policy) -> Case:
    """Count once what every gesture is then held against."""
    last: dict[str, int] = {}
    times: dict[str, int] = {}
    money = count = 0
    for given in situation.history:
        apart = situation.day - given.day
        last[given.gesture] = min(apart.days, last.get(given.gesture, apart.days))
        if apart < YEAR:
            times[given.gesture] = times.get(given.gesture, 0) + 1
        if apart < WINDOW:
            money, count = money + given.cost, count + 1
    holding = tokens(situation, policy)
    return Case(
        situation=situation,
        budget=budget,
        policy=policy,
        tokens=holding,
        said=frozenset(WORD.findall(" ".join(situation.facts.values()).casefold())),
        last=last,
        times=times,
        newest=_newest(situation.history),
        money_left=policy.person_cups_30 * policy.cup - money,
        count_left=policy.person_count_30 - count,
    )


def tags(gesture: Gesture) -> frozenset[str]:
    """All that a boundary may forbid; whatever costs money is a gift, whatever lowers a price a discount."""
    return _tags(gesture.contains, gesture.touches, gesture.cost > 0, gesture.family == "money")


@lru_cache(maxsize=512)
def _tags(contains: frozenset[str], touches: frozenset[str], costs: bool, lowers: bool) -> frozenset[str]:  # noqa: FBT001
    found = contains | touches
    if costs:
        found |= {"gift"}
    return found | {"discount"} if lowers else found


def _newest(history: tuple[Given, ...]) -> str | None:
    return max(history, key=lambda given: (given.day, given.visit)).gesture if history else None
