"""What the shop comes to know about somebody: facts with their sources and boundaries, and days worth knowing."""
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from counter.demo.world import Person, World
from counter.models.tables_people import DateRow, FactRow
from counter.records.entries import EntryKind
from counter.records.gestures import NearDate
from counter.records.people import FactForm, FactKind, Source

SOURCES = (*(Source.SAID,) * 6, *(Source.NOTICED,) * 3, Source.GUESSED)
SORTED = (True, True, True, True, False)
KINDS = (FactKind.LIKES, FactKind.LIKES, FactKind.MATTERS, FactKind.MATTERS, FactKind.NEVER, FactKind.RECOGNISE)
AT_FIRST = {FactKind.RECOGNISE: 0.7, FactKind.LIKES: 0.5, FactKind.MATTERS: 0.33, FactKind.NEVER: 0.11}
HOOKS = 0.3
DATED = 0.18
WITH_YEAR = 0.4


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the year with what it is; `years` ago it began, None when nobody said."""

    label: str
    on: date
    years: int | None = None


def at_first(world: World, person: Person, at: datetime) -> None:
    """What one hears and sees at the first visits."""
    for kind, share in AT_FIRST.items():
        if world.share(kind.value, share):
            learn(world, person, at, kind)
    if world.share("dated", DATED):
        on = world.plan.today + timedelta(days=world.random.randrange(365))
        remember_day(world, person, at, Day(world.draw("date_labels"), on, _years(world)))


def learn(world: World, person: Person, at: datetime, kind: FactKind | None = None) -> None:
    """One more fact, of this kind or of any."""
    kind = kind or world.random.choice(KINDS)
    text, boundaries = _text(world, kind)
    source: Source = world.draw("source", SOURCES)
    _keep(world, person, at, FactForm(kind=kind, text=text, source=source, boundaries=boundaries))
    if source is Source.SAID:
        person.said = {**person.said, kind.value: text}
    if kind is FactKind.NEVER:
        person.blocked |= world.shelf.tags(boundaries)
        person.never_unresolved |= not boundaries


def never(world: World, person: Person, at: datetime) -> None:
    """A never-fact that nobody has given a boundary yet."""
    text = world.draw("never")["text"]
    _keep(world, person, at, FactForm(kind=FactKind.NEVER, text=text))
    person.never_unresolved = True


def recognise(world: World, person: Person, at: datetime, text: str) -> None:
    """What somebody is known by who has no name."""
    _keep(world, person, at, FactForm(kind=FactKind.RECOGNISE, text=text, source=Source.NOTICED))


def remember_day(world: World, person: Person, at: datetime, day: Day) -> None:
    """A day worth knowing, mostly told by themselves."""
    source = Source.SAID if world.chance(0.8) else Source.NOTICED
    year = None if day.years is None else day.on.year - day.years
    last = monthrange(2000 if year is None else year, day.on.month)[1]
    month, on = day.on.month, min(day.on.day, last)
    writer = world.open(EntryKind.DATE, person, at, visits=False)
    row = writer.insert(
        DateRow, customer_id=person.id, label=day.label, month=month, day=on, year=year, source=source.value
    )
    writer.close(f"Noted for {person.called}: {day.label}.", row, day.label)
    if source is Source.SAID:
        kind = "birthday" if "birthday" in day.label else "event"
        person.dates += (NearDate(kind=kind, month=month, day=on, year=year, label=day.label),)


def _keep(world: World, person: Person, at: datetime, fact: FactForm) -> None:
    writer = world.open(EntryKind.FACT, person, at, visits=False)
    forbids = {"boundaries": fact.boundaries} if fact.boundaries else {}
    row = writer.insert(
        FactRow, customer_id=person.id, kind=fact.kind.value, text=fact.text, source=fact.source.value,
        staff_id=writer.stamp.staff_id, at=at, **forbids,
    )
    writer.close(f"Noted for {person.called}: {fact.text}", row, fact.text)


def _text(world: World, kind: FactKind) -> tuple[str, tuple[str, ...]]:
    if kind is FactKind.NEVER:
        never = world.draw("never")
        ticked = world.draw("never is sorted", SORTED)
        return never["text"], tuple(never["boundaries"]) if ticked else ()
    if kind is not FactKind.RECOGNISE:
        return world.draw(kind.value), ()
    if world.chance(HOOKS):
        return world.draw("hooks"), ()
    return f"{world.draw('looks')}, {world.draw('habits')}", ()


def _years(world: World) -> int | None:
    return world.random.randrange(1, 60) if world.share("with year", WITH_YEAR) else None
