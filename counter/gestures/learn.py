"""Learning: one event at a time, and once a day what only the whole day can tell."""

from collections.abc import Collection, Mapping
from math import log

from counter.gestures.gate import OFTEN, foreseen
from counter.gestures.learned import DayVisit, Learned
from counter.gestures.policy import Policy
from counter.gestures.price import learn_habit, learn_prices
from counter.gestures.value import learn_reaction
from counter.records.gestures import Event, EventKind

POOL_FADE = 0.985
DAY_FADE = 0.95
RATE_FADE = 0.97
CHIP_FADE = 0.98  # so that heat is no likely chip in winter
FORESEE_STEP = 0.15
HASTE_STEP = 0.05
HASTE_MOST = 0.4
SPENT = 0.97
SLOW_STEP = 0.02
SLOW_MOST = 1.0
WEIGHTS = 400


def learn(learned: Learned, event: Event, policy: Policy, prior: Mapping[str, float]) -> None:
    """Take in one event; a new day first closes the one before."""
    day = event.day.toordinal()
    if day > learned.day:
        close_day(learned, policy)
        learned.day = day
    learned.seen = max(learned.seen, event.number)
    mark = event.mark
    if event.kind is EventKind.VISIT:
        _visit(learned, event)
    elif event.kind is EventKind.SHOWN:
        _shown(learned, event)
    elif event.kind is EventKind.GIVEN:
        _given(learned, event)
    elif event.kind in (EventKind.SWAPPED, EventKind.SKIPPED):
        _accept(learned, mark.gesture)[1] += 1
    elif event.kind is EventKind.REACTION and event.reaction is not None and mark.family:
        worth = prior.get(mark.gesture, policy.value)
        learn_reaction(learned, policy, mark, who(event), (worth, event.reaction))


def who(event: Event) -> str:
    """Whose taste the event tells of; nobody's for someone."""
    return "" if event.customer is None else str(event.customer)


def close_day(learned: Learned, policy: Policy) -> None:
    """Turn the day's visits into rates, profiles, prices and the picture of what can be foreseen."""
    visits = learned.visits
    if visits:
        _profile(learned, visits.values())
        _rates(learned, visits, policy)
        for visit in visits.values():
            _foresee(learned, visit)
        cups = learned.spent_money / policy.cup
        _hasten(learned, policy)
        learned.chips = {name: ticked * CHIP_FADE for name, ticked in learned.chips.items()}
        learn_prices(learned, cups / _daily(policy), learned.spent_minutes / policy.minutes_day, policy.budget_aim)
    learned.visits, learned.spent_money, learned.spent_minutes = {}, 0, 0.0


def _hasten(learned: Learned, policy: Policy) -> None:
    """Slower where the day's gifts were gone before its last visits, faster where some were left."""
    given = [visit.given for visit in learned.visits.values()]
    used = max(sum(given) / max(1, policy.count_day), learned.spent_minutes / policy.minutes_day)
    late = given[::-1].index(1) / len(given) if 1 in given and used >= SPENT else 0.0
    learned.haste += HASTE_STEP * (max(0.0, 1 - used) - 0.5 * late)
    learned.haste = min(HASTE_MOST, max(-HASTE_MOST, learned.haste))


def _daily(policy: Policy) -> float:
    return max(0.01, min(policy.cups_day, policy.cups_week / 6))


def _visit(learned: Learned, event: Event) -> None:
    _today(learned, event)
    for name in event.mark.circumstances:
        learned.chips[name] = learned.chips.get(name, 0.0) + 1


def _shown(learned: Learned, event: Event) -> None:
    """The card was opened after the visit was made: only now it is known what the visit looked like."""
    visit = learned.visits.get(_key(event))
    if visit is not None and not visit.groups:
        learned.visits[_key(event)] = _looks(event)


def _given(learned: Learned, event: Event) -> None:
    """A cashier's own idea has no family: nobody accepted or refused a suggestion by it."""
    mark = event.mark
    if mark.family:
        _accept(learned, mark.gesture)[0] += 1
    learned.used[mark.gesture] = event.number
    learn_habit(learned, mark)
    learned.spent_money += mark.cost
    learned.spent_minutes += mark.minutes
    if mark.restoring:
        return
    _today(learned, event).given = 1
    if event.customer is not None:
        learned.people.setdefault(str(event.customer), [0.0, 0.0])[1] += 1


def _today(learned: Learned, event: Event) -> DayVisit:
    """The visit of the event's person among today's; whichever event comes first makes it."""
    return learned.visits.setdefault(_key(event), _looks(event))


def _key(event: Event) -> str:
    return who(event) or f"#{event.turn}"


def _looks(event: Event) -> DayVisit:
    mark = event.mark
    return DayVisit(0, list(mark.groups), list(mark.seen), mark.weight, mark.hour)


def _accept(learned: Learned, gesture: str) -> list[float]:
    return learned.accept.setdefault(gesture, [6.0, 2.0])


def _profile(learned: Learned, visits: Collection[DayVisit]) -> None:
    weekday = str((learned.day - 1) % 7)
    total, days = learned.weekdays.get(weekday) or (0.0, 0.0)
    learned.weekdays[weekday] = [total * 0.8 + len(visits), days * 0.8 + 1]
    hours = {hour: value * DAY_FADE for hour, value in learned.hours.items()}
    for visit in visits:
        hour = str(visit.hour)
        hours[hour] = hours.get(hour, 0.0) + 1
    learned.hours = hours


def _rates(learned: Learned, visits: Mapping[str, DayVisit], policy: Policy) -> None:
    rate = sum(visit.given for visit in visits.values()) / len(visits)
    learned.given_rate = RATE_FADE * learned.given_rate + (1 - RATE_FADE) * rate
    known = (visit.weight for visit in visits.values() if visit.groups)
    learned.weights = [*learned.weights, *known][-WEIGHTS:]
    learned.ladder = sorted(learned.weights)
    for pair in learned.pools.values():
        pair[0], pair[1] = pair[0] * POOL_FADE, pair[1] * POOL_FADE
    for key, visit in visits.items():
        for group in visit.groups:
            pair = learned.pools.setdefault(group, [0.0, 0.0])
            pair[0], pair[1] = pair[0] + 1, pair[1] + visit.given
        if not key.startswith("#"):
            learned.people.setdefault(key, [0.0, 0.0])[0] += learned.given_rate
    for group, (seen, given) in learned.pools.items():
        if group in OFTEN:
            continue
        learned.slow[group] = _slowly(learned.slow.get(group, 0.0), given / seen / learned.given_rate, policy.pool_band)


def _slowly(now: float, share: float, band: float) -> float:
    """Move a group's factor (as a logarithm) against what lies outside the band around its due."""
    if 1 - band <= share <= 1 + band:
        return now
    off = log(max(share, 0.1) / (1 - band if share < 1 else 1 + band))
    return min(SLOW_MOST, max(-SLOW_MOST, now - SLOW_STEP * off))


def _foresee(learned: Learned, visit: DayVisit) -> None:
    """One step of a logistic regression of "something today" on what the person could see (AdaGrad)."""
    if not visit.seen:
        return
    if len(learned.foresee) != len(visit.seen):
        learned.foresee, learned.foresee_pace = [0.0] * len(visit.seen), [1.0] * len(visit.seen)
        learned.foresee[0] = log(learned.given_rate / (1 - learned.given_rate))
    miss = visit.given - foreseen(learned, tuple(visit.seen))
    for index, value in enumerate(visit.seen):
        step = miss * value
        learned.foresee_pace[index] += step * step
        learned.foresee[index] += FORESEE_STEP * step / learned.foresee_pace[index] ** 0.5
