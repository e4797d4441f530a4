"""What a gesture costs in the same measure as delight: money, minutes, rush, risk, and habit."""

from counter.gestures.case import Case, tags
from counter.gestures.learned import Learned
from counter.records.gestures import Gesture, Mark

ONLOOKED = frozenset({"money", "upgrade", "treat"})
FADE = 0.98
STEP = 0.05


def money_price(learned: Learned, floor: float) -> float:
    """Worth of one cup of coffee now."""
    return max(floor, learned.money_price)


def price(gesture: Gesture, case: Case, learned: Learned) -> float:
    """What is taken off the worth of a gesture here and now."""
    policy, tokens = case.policy, case.tokens
    total = gesture.cost / policy.cup * max(policy.money_floor, learned.money_price)
    total += gesture.minutes * max(policy.minute_floor, learned.minute_price)
    if "rush" in tokens:
        total += gesture.minutes * policy.rush_minute
    if "others" in tokens and (gesture.family in ONLOOKED or "public" in gesture.touches):
        total += policy.onlookers
    total += policy.unsaid_risk * len(tags(gesture)) * (1.0 if case.situation.customer is None else 0.35)
    return total + _newcomer(gesture, case)


def habit(gesture: Gesture, scene: str, case: Case, learned: Learned) -> float:
    """What is taken off because the shop gives this one often: lately in all, and in moments that look like this."""
    policy = case.policy
    lately = learned.habit.get(gesture.key, 0.0)
    here = learned.scenes.get(scene, {}).get(gesture.key, 0.0)
    return policy.habit * lately + policy.scene_habit * here


def learn_habit(learned: Learned, mark: Mark) -> None:
    """Fade the shares of all gestures a little towards the one just given."""
    _fade(learned.habit, mark.gesture, FADE)
    _fade(learned.scenes.setdefault(mark.scene, {}), mark.gesture, 0.9)


def learn_prices(learned: Learned, share_money: float, share_minutes: float, aim: float) -> None:
    """At night: dearer when more than `aim` of the day's budget went, cheaper when less."""
    learned.money_price = max(0.0, learned.money_price) + STEP * (share_money - aim)
    learned.minute_price = max(0.0, learned.minute_price) + STEP * 0.3 * (share_minutes - aim)


def _fade(shares: dict[str, float], given: str, keep: float) -> None:
    for key in shares:
        shares[key] *= keep
    shares[given] = shares.get(given, 0.0) + 1 - keep


def _newcomer(gesture: Gesture, case: Case) -> float:
    """Someone hardly known feels watched by the personal and bound by things."""
    visit, policy = case.situation.visit, case.policy
    total = policy.newcomer_personal * max(0.0, 1 - visit / 6) if "personal" in gesture.touches else 0.0
    return total + (policy.newcomer_thing if visit <= 1 and gesture.cost > 0.3 * policy.cup else 0.0)
