"""What a catalogue would have suggested over the last week, had each suggestion been given. Nothing is changed."""
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from counter.desk.reading import Read
from counter.desk.situation import PACE, Moment, known
from counter.desk.till import Till
from counter.gestures import Catalogue, Engine
from counter.models import gestures as log
from counter.models import people, shop
from counter.records.entries import Visit
from counter.records.gestures import Budget, Event, EventKind, Gesture, Given, Kind, Mark, Situation
from counter.records.giving import WouldBe

DAYS = 7


@dataclass(slots=True, kw_only=True)
class _Week:
    """The week as it goes: what was given so far, by person, and what each day spent."""

    till: Till
    engine: Engine
    first: date
    number: int
    gifts: dict[int, list[Given]] = field(default_factory=lambda: defaultdict(list))
    spent: dict[date, list[Gesture]] = field(default_factory=lambda: defaultdict(list))


def last_week(till: Till, catalogue: Catalogue) -> tuple[WouldBe, ...]:
    """One line for each visit of the last seven days that would have brought a suggestion, the newest first."""
    first, last = till.today - timedelta(days=DAYS), till.today - timedelta(days=1)
    before = [event for event in log.events_after(0) if event.day < first]
    policy, seed = till.settings.giving(), till.settings.seed
    engine = Engine.replay(catalogue, policy, seed, before)
    week = _Week(till=till, engine=engine, first=first, number=engine.seen)
    found = (_would_be(week, visit) for visit in log.visits_between(first, last))
    return tuple(reversed([each for each in found if each is not None]))


def _would_be(week: _Week, visit: Visit) -> WouldBe | None:
    person = people.customer(visit.customer_id)
    if person is None:
        return None
    now = _as_it_was(week, visit)
    decision = week.engine.suggest(now, _budget(week, visit.day))
    _observe(week, now, EventKind.VISIT, decision.mark)
    chosen = decision.suggestion
    if chosen is None:
        return None
    _observe(week, now, EventKind.GIVEN, decision.mark)
    restoring = chosen.gesture.kind is Kind.RESTORING
    week.spent[visit.day].append(chosen.gesture)
    week.gifts[person.id].append(
        Given(
            gesture=chosen.gesture.key, day=visit.day, visit=now.visit, family=chosen.gesture.family,
            cost=chosen.gesture.cost, restoring=restoring,
        )
    )
    return WouldBe(
        customer_id=person.id, name=person.spoken, day=visit.day, title=chosen.gesture.title, reason=chosen.reason,
        goodwill=restoring,
    )


def _as_it_was(week: _Week, visit: Visit) -> Situation:
    """The person then, with what they really got before the week, and what they would have got in it."""
    logged = log.event_of_visit(visit.customer_id, visit.day)
    pace = PACE & frozenset(logged.mark.circumstances) if logged else frozenset()
    holding = shop.day_circumstances(visit.day) | visit.circumstances | pace
    hour = visit.started_at.astimezone(week.till.here.zone).hour
    read = Read(week.till, visit.customer_id)
    now = known(week.till, read, Moment(day=visit.day, hour=hour, circumstances=holding))
    really = tuple(given for given in now.history if given.day < week.first)
    return replace(now, history=really + tuple(week.gifts[read.person.id]))


def _budget(week: _Week, day: date) -> Budget:
    today = week.spent[day]
    monday = day - timedelta(days=day.weekday())
    in_week = (gesture for on, gestures in week.spent.items() if on >= monday for gesture in gestures)
    return replace(
        week.till.settings.giving().budget(), used_day=_cost(today), used_week=_cost(in_week),
        used_minutes=sum(gesture.minutes for gesture in today),
        used_count=sum(gesture.kind is not Kind.RESTORING for gesture in today),
    )


def _cost(gestures: Iterable[Gesture]) -> int:
    return sum(gesture.cost for gesture in gestures)


def _observe(week: _Week, now: Situation, kind: EventKind, mark: Mark) -> None:
    week.number += 1
    event = Event(number=week.number, kind=kind, day=now.day, customer=now.customer, turn=now.turn, mark=mark)
    week.engine.observe(event)
