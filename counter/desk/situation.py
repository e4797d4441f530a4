"""All that the choice of a gesture may know about a person at this moment."""
from datetime import date, datetime, timedelta
from statistics import median

from counter.desk.till import Till
from counter.desk.visits import circumstances
from counter.gestures import rhythm
from counter.models import gestures, people, things
from counter.records.entries import Complaint, ComplaintState, Visit
from counter.records.gestures import Budget, Given, NearDate, Reaction, Situation, Trouble
from counter.records.people import Fact, Source

RECENT_DAYS = 365


def situation(till: Till, customer_id: int) -> Situation:
    """What is known, ticked and worked out; an opened card alone counts as this visit too."""
    person, today = till.customer(customer_id), till.today
    visits = people.visits(customer_id)
    days = [visit.day for visit in visits if visit.day < today]
    facts = people.facts(customer_id)
    return Situation(
        day=today,
        customer=None if person.unnamed else customer_id,
        turn=gestures.turn_of(customer_id, today) if person.unnamed else 0,
        hour=till.now.astimezone(till.here.zone).hour,
        visit=len(days) + 1,
        days_since=(today - days[-1]).days if days else None,
        usual_gap=_usual_gap(days),
        first_day=days[0] if days else None,
        name=person.name,
        called=person.spoken,
        circumstances=circumstances(till, customer_id) | _worked_out(till) | _from_today(till, customer_id),
        boundaries=_blocked(till, facts),
        never_unresolved=any(fact.unresolved for fact in facts),
        facts={fact.kind.value: fact.text for fact in facts if fact.source is Source.SAID},
        dates=_dates(customer_id),
        troubles=tuple(_trouble(till, c) for c in things.of_person("complaint", customer_id)),
        history=_history(customer_id, today, visits),
        refused_today=gestures.refused_today(customer_id, today),
    )


def budget(till: Till) -> Budget:
    """What the shop gives in a day and a week, and what of it is used; goodwill is counted apart."""
    policy, today = till.settings.giving(), till.today
    money, minutes, count = gestures.used(today)
    week, _, _ = gestures.used(today - timedelta(days=today.weekday()))
    return Budget(
        money_day=round(policy.cups_day * policy.cup), money_week=round(policy.cups_week * policy.cup),
        minutes_day=policy.minutes_day, count_day=policy.count_day,
        used_day=money, used_week=week, used_minutes=minutes, used_count=count,
    )


def _usual_gap(days: list[date]) -> int | None:
    gaps = [(later - earlier).days for earlier, later in zip(days, days[1:], strict=False)]
    return round(median(gaps)) if gaps else None


def _blocked(till: Till, facts: tuple[Fact, ...]) -> frozenset[str]:
    """Tags that a boundary of any source forbids."""
    keys = {key for fact in facts for key in fact.boundaries}
    return frozenset().union(*(till.boundaries[key].blocks for key in keys if key in till.boundaries))


def _dates(customer_id: int) -> tuple[NearDate, ...]:
    return tuple(
        NearDate(
            kind="birthday" if "birthday" in d.label.casefold() else "event",
            month=d.month, day=d.day, year=d.year, label=d.label,
        )
        for d in people.important_dates(customer_id)
        if d.source is Source.SAID
    )


def _trouble(till: Till, complaint: Complaint) -> Trouble:
    told = complaint.told_at if complaint.state in (ComplaintState.TOLD, ComplaintState.NO_CONTACT) else None
    theme = complaint.theme.casefold()
    return Trouble(
        day=_day(till, complaint.opened_at), told=_day(till, told) if told else None,
        goods="fresh" in theme or "fault" in theme or "quality" in theme, price="price" in theme,
    )


def _day(till: Till, at: datetime) -> date:
    return at.astimezone(till.here.zone).date()


def _history(customer_id: int, today: date, visits: tuple[Visit, ...]) -> tuple[Given, ...]:
    since = today - timedelta(days=RECENT_DAYS)
    numbers = {visit.day: number for number, visit in enumerate(visits, 1)}
    return tuple(
        Given(
            gesture=g.key, day=g.day, visit=numbers.get(g.day, 0), cost=g.cost, restoring=g.restoring,
            reaction=Reaction(g.reaction) if g.reaction else None,
        )
        for g in things.of_person("given", customer_id)
        if g.day >= since
    )


def _worked_out(till: Till) -> frozenset[str]:
    """Rush, quiet, closing, alone: from the actions lately beside the usual ones of this hour."""
    recent, usual, staff = gestures.rhythm(till.now)
    return rhythm(recent, usual, staff_last_hour=staff, minutes_to_close=_minutes_to_close(till))


def _minutes_to_close(till: Till) -> int:
    hours = till.settings.opening_hours[till.today.weekday()]
    if hours is None:
        return -1
    now = till.now.astimezone(till.here.zone)
    hour, minute = map(int, hours[1].split(":"))
    return (hour * 60 + minute) - (now.hour * 60 + now.minute)


def _from_today(till: Till, customer_id: int) -> frozenset[str]:
    """What was done today already that makes an occasion."""
    found = set()
    if any(r.day == till.today for r in things.of_person("return_case", customer_id)):
        found.add("return_today")
    if any(c.day == till.today and c.direction == "received" for c in things.of_person("compliment", customer_id)):
        found.add("compliment_received")
    for order in things.of_person("order_case", customer_id):
        if order.collected_at and _day(till, order.collected_at) == till.today:
            found.add("order_collected")
        if len(order.promises) > 1 and _day(till, order.promises[-1].made_at) == till.today:
            found.add("order_late")
    return frozenset(found)


