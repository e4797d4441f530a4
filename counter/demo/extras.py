"""The small extra: chosen by the shop's own engine, given, swapped or left, and how it was received."""
import json
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta

from counter.demo.world import Person, World
from counter.models.bulk import BulkWriter, Row
from counter.models.tables_gestures import GestureEventRow, GivenRow, SuggestionRow
from counter.records.entries import EntryKind
from counter.records.gestures import (
    Budget,
    Decision,
    Event,
    EventKind,
    Gesture,
    Given,
    Kind,
    Mark,
    Reaction,
    Situation,
)

USUAL = asdict(Mark())
REMEMBERED = 20
LEARNT_DAYS = 90  # what lies further back has faded from the engine's picture of a day
RARE_GAP = 14
SEEN = 0.65
ENDS = ("shown", *("skipped",) * 3, *("swapped",) * 2, *("given",) * 14)
REACTIONS = (
    *(Reaction.DELIGHTED,) * 6, *(Reaction.PLEASED,) * 9, *(Reaction.NEUTRAL,) * 4, Reaction.AWKWARD,
)


def came(world: World, writer: BulkWriter, person: Person) -> None:
    """The engine hears of every visit of the last months, with or without a gesture."""
    at = writer.stamp.at
    if (world.plan.today - writer.stamp.day).days > LEARNT_DAYS:
        return
    hour = world.hours.hour(at)
    part = ("morning", "noon", "evening")[min(2, max(0, (hour - 9) // 3))]
    often = "often" if 0 < person.gap <= RARE_GAP else "rare"
    groups = ("walk-in", part) if person.unnamed else ("known", often, part)
    mark = Mark(hour=hour, groups=groups, circumstances=tuple(sorted(person.ticked)), weight=world.weight)
    _log(world, writer, _event(person, EventKind.VISIT, writer.stamp.day, mark))


def offer(world: World, person: Person, at: datetime, happened: frozenset[str] = frozenset()) -> None:
    """One suggestion for this visit, and what became of it."""
    situation, budget = _situation(world, person, at, happened), _budget(world)
    decision = world.engine.suggest(situation, budget, asked=True)
    end = world.draw("how a suggestion ends", ENDS)
    if decision.suggestion is not None and end == "swapped":
        _suggested(world, person, at, (decision, "swapped"))
        _log(world, None, _event(person, EventKind.SWAPPED, situation.day, decision.mark))
        situation = replace(situation, refused_today=(decision.suggestion.gesture.key,))
        decision = world.engine.suggest(situation, budget, asked=True)
    if decision.suggestion is None:
        _suggested(world, person, at, (decision, "none"))
        return
    world.weight = round(decision.mark.weight, 3)
    if end == "shown":
        _suggested(world, person, at, (decision, end))
    elif end == "skipped":
        _leave(world, person, at, decision)
    else:
        _give(world, person, at, (decision, decision.suggestion.gesture))


def own_idea(world: World, person: Person, at: datetime) -> None:
    """A cashier's own."""
    title = world.draw("own_ideas")
    writer = world.open(EntryKind.GESTURE, person, at)
    row = writer.insert(
        GivenRow, customer_id=person.id, gesture=f"own:{title.casefold()}", title=title, own_idea=True,
        day=writer.stamp.day,
    )
    writer.close(f"Extra noted for {person.called}: {title}.", row)


def _give(world: World, person: Person, at: datetime, what: tuple[Decision, Gesture]) -> None:
    decision, gesture = what
    suggested = _suggested(world, person, at, (decision, "shown"))
    restoring = gesture.kind is Kind.RESTORING
    writer = world.open(EntryKind.GESTURE, person, at)
    writer.update(suggested, state="given", visit_id=writer.visit_id)
    row = writer.insert(
        GivenRow, customer_id=person.id, suggestion_id=suggested.id, gesture=gesture.key, title=gesture.title,
        restoring=restoring, cost=gesture.cost, minutes=gesture.minutes, day=writer.stamp.day,
    )
    writer.close(f"Extra noted for {person.called}: {gesture.title}.", row)
    _log(world, writer, _event(person, EventKind.GIVEN, writer.stamp.day, decision.mark))
    if not restoring:
        world.spent.add(gesture.cost, gesture.minutes)
    person.given = (*person.given, _remembered(person, gesture, writer.stamp.day))[-REMEMBERED:]
    if world.chance(SEEN):
        world.later(at + timedelta(minutes=2), _react, person, (row, decision.mark, gesture.title))


def _leave(world: World, person: Person, at: datetime, decision: Decision) -> None:
    suggested = _suggested(world, person, at, (decision, "shown"))
    writer = world.open(EntryKind.SKIPPED, person, at)
    because = world.draw("skipped_because") if world.chance(0.5) else ""
    writer.update(suggested, state="skipped", because=because, visit_id=writer.visit_id)
    writer.close("Nothing extra today. Their name is enough.", suggested)
    _log(world, writer, _event(person, EventKind.SKIPPED, writer.stamp.day, decision.mark))


def _react(world: World, person: Person, what: tuple[Row, Mark, str], at: datetime) -> None:
    row, mark, title = what
    how: Reaction = world.draw("reactions", REACTIONS)
    writer = world.open(EntryKind.REACTION, person, at, visits=False)
    writer.update(row, reaction=how.value)
    writer.close(f"{title}: {how.value}.", row, how.value)
    heard = _event(person, EventKind.REACTION, writer.stamp.day, mark)
    _log(world, writer, replace(heard, reaction=how))


def _suggested(world: World, person: Person, at: datetime, what: tuple[Decision, str]) -> Row:
    decision, state = what
    chosen = decision.suggestion
    words = {
        "gesture": chosen.gesture.key, "occasion": chosen.occasion or "", "reason": chosen.reason, "say": chosen.say,
    } if chosen else {"reason": decision.sentence}
    return world.bulk.add(
        SuggestionRow, customer_id=person.id, day=world.hours.day(at), state=state, at=at,
        mark=_kept(decision.mark), **words,
    )


def _event(person: Person, kind: EventKind, day: date, mark: Mark) -> Event:
    who = None if person.unnamed else person.id
    return Event(number=0, kind=kind, day=day, customer=who, turn=person.turn, mark=mark)


def _log(world: World, writer: BulkWriter | None, event: Event) -> None:
    """Into the file, and to the engine under the number that it got there."""
    row = world.bulk.add(
        GestureEventRow, entry_id=writer.entry_id if writer else None, kind=event.kind.value, day=event.day,
        customer_id=event.customer, turn=event.turn, mark=_kept(event.mark),
        reaction=event.reaction.value if event.reaction else "",
    )
    world.engine.observe(replace(event, number=row.id))


def _kept(mark: Mark) -> str:
    """As JSON, without what stands at its default."""
    return json.dumps({name: getattr(mark, name) for name in USUAL if getattr(mark, name) != USUAL[name]})


def _situation(world: World, person: Person, at: datetime, happened: frozenset[str]) -> Situation:
    """What the engine may know at this moment."""
    day = world.hours.day(at)
    here_today = person.last == day
    before = person.before if here_today else person.last
    return Situation(
        day=day, customer=None if person.unnamed else person.id, turn=person.turn, hour=world.hours.hour(at),
        visit=person.visits + (not here_today), days_since=(day - before).days if before else None,
        usual_gap=person.gap if person.visits > 2 else None, first_day=person.first if before else None,
        name=person.name, called=person.spoken, circumstances=person.ticked | world.weather | happened,
        boundaries=person.blocked, never_unresolved=person.never_unresolved, facts=person.said, dates=person.dates,
        troubles=tuple(person.troubles.values()), history=person.given,
    )


def _budget(world: World) -> Budget:
    policy, spent = world.policy, world.spent
    return Budget(
        money_day=round(policy.cups_day * policy.cup), money_week=round(policy.cups_week * policy.cup),
        minutes_day=policy.minutes_day, count_day=policy.count_day, used_day=spent.money, used_week=spent.weekly,
        used_minutes=spent.minutes, used_count=spent.count,
    )


def _remembered(person: Person, gesture: Gesture, day: date) -> Given:
    return Given(
        gesture=gesture.key, day=day, visit=person.visits, family=gesture.family, cost=gesture.cost,
        restoring=gesture.kind is Kind.RESTORING,
    )
