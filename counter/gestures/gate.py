"""Is this visit an opportunity at all? A chance, never certain, that keeps pace, is fair, and can't be foreseen."""

from collections.abc import Sequence
from math import exp, log, log1p

from counter.gestures.case import Case
from counter.gestures.learned import Learned
from counter.gestures.policy import Policy
from counter.records.gestures import Situation

VISIBLE = (
    *("birthday", "anniversary", "milestone", "first_return", "long_absence", "rain", "cold", "heat", "heavy"),
    *("gift_purchase", "with_dog", "with_child", "rush", "others", "no_purchase", "quiet", "closing", "long_wait"),
    *("bad_day", "holiday", "return_today", "told_event"),
)
SCENES = (
    *("birthday", "told_event", "anniversary", "long_absence", "milestone", "no_purchase", "gift_purchase"),
    *("with_dog", "with_child", "heavy", "long_wait", "bad_day", "cold", "heat", "rain", "closing", "quiet"),
)
RARE_GAP = 14
OFTEN = frozenset({"often", "rare"})


def groups(situation: Situation, policy: Policy) -> tuple[str, ...]:
    """The visible groups this visit belongs to: walk-in or known, often or rarely here, and the part of the day."""
    opens, closes = policy.hours
    third = (situation.hour - opens) * 3 // max(1, closes - opens)
    part = ("morning", "noon", "evening")[min(2, max(0, third))]
    if situation.customer is None:
        return ("walk-in", part)
    rare = situation.usual_gap is None or situation.usual_gap > RARE_GAP
    return ("known", "rare" if rare else "often", part)


def scene(tokens: frozenset[str]) -> str:
    """What a customer would name the moment by."""
    return next((name for name in SCENES if name in tokens), "plain")


def visible(case: Case) -> tuple[float, ...]:
    """What a customer can see of their own chances, as numbers; nothing for someone."""
    now = case.situation
    if now.customer is None:
        return ()
    since = min(now.visit - now.history[-1].visit, 40) if now.history else 40
    days = min((now.day - now.history[-1].day).days, 400) if now.history else 400
    lately = case.policy.person_count_30 - case.count_left
    return (
        1.0,
        float(not now.history),
        since / 20,
        float(since <= 1),
        float(since <= 3),
        float(since <= 6),
        float(days <= 10),
        float(days <= 30),
        log1p(days) / 4,
        float(lately >= 1),
        float(lately >= case.policy.person_count_30),
        min(len(now.history), 20) / 10,
        min(1.0, len(now.history) / max(1, now.visit)) * 2,
        log1p(now.visit) / 4,
        (now.hour - 13) / 5,
        *(float(name in case.tokens) for name in VISIBLE),
    )


def foreseen(learned: Learned, seen: tuple[float, ...]) -> float:
    """How likely someone who knows their own history would call a gesture now."""
    if not learned.foresee or len(learned.foresee) != len(seen):
        return learned.given_rate
    total = sum(weight * value for weight, value in zip(learned.foresee, seen, strict=True))
    return 1 / (1 + exp(-max(-20.0, min(20.0, total))))


def weight(case: Case, learned: Learned, best: float, level: float, seen: tuple[float, ...]) -> float:
    """How good a moment this is beside others: worth, surprise, fairness, and against what could be foreseen."""
    policy = case.policy
    worth = exp((min(best, 1.2) - policy.gate_middle) / policy.gate_scale)
    surprise = exp(policy.gate_expect * log(1 - level))
    return worth * surprise * _debt(case, learned) * _lean(case, learned, seen)


def chance(case: Case, learned: Learned, own: float) -> float:
    """The chance of a suggestion at this visit."""
    left = case.budget.count_left
    if left <= 0:
        return 0.0
    haste = case.policy.haste * exp(learned.haste)
    pace = left / max(1.0, to_come(case.situation, learned, case.policy)) / acceptance(learned) * haste
    most = case.policy.most_chance
    if not learned.ladder:
        return min(most, pace) if own > 0 else 0.0
    return min(most, own * per_weight(learned.ladder, pace, most))


def per_weight(ladder: Sequence[float], pace: float, most: float) -> float:
    """The chance per weight that makes the mean chance of such visits `pace`, none above `most` (water-filling)."""
    total, wanted = sum(ladder), pace * len(ladder)
    for top in reversed(ladder):
        if total <= 0:
            break
        each = wanted / total
        if each * top <= most:
            return each
        total, wanted = total - top, wanted - most
    return most / max(ladder[0], 1e-9)


def to_come(situation: Situation, learned: Learned, policy: Policy) -> float:
    """Visits still to come today, this one included, by the learnt profile of the day."""
    opens, closes = policy.hours
    each = [learned.hours.get(str(hour), 1.0) + 1e-6 for hour in range(opens, closes + 1)]
    now = situation.hour - opens
    left = sum(each[max(0, now + 1) :]) + 0.5 * (each[now] if 0 <= now < len(each) else 0.0)
    visits, days = learned.weekdays.get(str(situation.day.weekday())) or (policy.visits_day * 2, 2.0)
    return 1 + visits / days * left / sum(each)


def acceptance(learned: Learned) -> float:
    """The share of suggestions that are given."""
    yes = no = 0.0
    for given, refused in learned.accept.values():
        yes, no = yes + (given - 6.0), no + (refused - 2.0)
    yes, no = 6.0 + yes, 2.0 + no
    return max(0.2, yes / (yes + no))


def _debt(case: Case, learned: Learned) -> float:
    """What the shop owes this group and this person, as a factor."""
    policy, now = case.policy, case.situation
    factor = 1.0
    for group in groups(now, policy):
        visits, given = learned.pools.get(group) or (0.0, 0.0)
        ratio = (learned.given_rate * 50 + learned.given_rate * visits) / (learned.given_rate * 50 + given)
        factor *= min(2.5, max(0.4, ratio)) ** (policy.often_debt if group in OFTEN else policy.group_debt)
        factor *= exp(learned.slow.get(group, 0.0))
    if now.customer is None:
        return factor
    expected, received = learned.people.get(str(now.customer)) or (0.0, 0.0)
    factor *= min(3.0, max(0.33, exp(policy.person_debt * (expected - received))))
    return factor if now.history else factor * (1 + policy.first_push * expected)


def _lean(case: Case, learned: Learned, seen: tuple[float, ...]) -> float:
    if not seen or case.policy.lean <= 0:
        return 1.0
    ratio = learned.given_rate / max(0.005, foreseen(learned, seen))
    return min(4.0, max(0.25, exp(case.policy.lean * log(ratio))))
