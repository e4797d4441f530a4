"""People who are new here: their names, how to reach them, who belongs to them, and how often they will come."""
from collections import deque
from datetime import datetime, timedelta
from typing import Any

from counter.demo import known, visits
from counter.demo.names import Name, draw_name, of_the_family
from counter.demo.world import MINUTE, Person, World
from counter.models.bulk import BulkWriter
from counter.models.tables_people import ConsentRow, ContactRow, CustomerRow, HouseholdRow
from counter.records.entries import EntryKind
from counter.records.people import ContactKind
from counter.records.phones import digits

Relative = tuple[int, Name] | None
Lately = deque[tuple[int, Name]]
OPENED_WITH = 0.3
WHO = ("namesake", *("family",) * 3, *("new",) * 30)
# Shares of rhythms, each with its days between visits and whether it clings to one day of the week.
RHYTHMS = ((0.015, (2, 3), False), (0.08, (7, 7), True), (0.2, (14, 40), True), (0.705, (60, 250), False))


def arrive(world: World) -> None:
    """Everybody comes for the first time at a moment of their own; many in the weeks in which the book was begun."""
    random, hours = world.random, world.hours
    days = [world.start + timedelta(days=n) for n in range(world.plan.days)]
    open_days = [day for day in days if hours.is_open(day)] or [hours.last_day(world.start)]
    soon = open_days[: max(1, len(open_days) // 25)]
    begun = max(1, round(world.plan.customers * OPENED_WITH))
    chosen = [random.choice(soon if number < begun else open_days) for number in range(world.plan.customers)]
    moments = sorted((hours.some_moment(day, random) for day in chosen), reverse=True)
    _next(world, deque(maxlen=40), moments)


def _next(world: World, lately: Lately, moments: list[datetime]) -> None:
    """One waits at the door at a time, so that a great many take no more room than a few."""
    if moments:
        world.later(moments.pop(), _new, lately, moments)


def _new(world: World, lately: Lately, moments: list[datetime], at: datetime) -> None:
    """Somebody is written down, with what is known at once."""
    _next(world, lately, moments)
    relative, name = _name(world, lately)
    writer = world.open(EntryKind.PERSON, None, at)
    columns = _columns(world, name)
    row = writer.insert(CustomerRow, name=name.whole, created_at=at, **columns)
    spoken = columns.get("called") or name.whole.split()[0]
    person = Person(id=row.id, name=name.whole, spoken=spoken, language=columns.get("language", ""))
    writer.customer_id = row.id
    _contacts(world, writer, name)
    _agreed(world, writer)
    writer.close(f"{person.called} is new here.", row)
    _household(world, person, relative, at)
    lately.append((row.id, name))
    world.people.append(person)
    _settle(world, person, at)
    world.later(at + MINUTE, known.at_first, person)
    world.later(at + 2 * MINUTE, visits.come, person)


def _name(world: World, lately: Lately) -> tuple[Relative, Name]:
    """A name, and whom of those before they belong to."""
    who = world.draw("who comes", WHO) if lately else "new"
    if who == "namesake":
        return None, world.random.choice(lately)[1]
    if who == "family":
        relative = world.random.choice(lately)
        return relative, of_the_family(world.random, relative[1])
    return None, draw_name(world.random, world.pools.cultures)


def _columns(world: World, name: Name) -> dict[str, Any]:
    """What a person may have besides a name; only what they have."""
    culture, given = name.culture, name.given
    called = culture["called"].get(given, "") if world.share("called", 0.5) else ""
    called = called or (given if name.family_comes_first else "")
    language = culture["language"]
    wishes = {
        "called": called,
        "pronunciation": culture["say"].get(called or given, ""),
        "language": language if language != "en" and world.share("language", 0.6) else "",
        "address_form": world.draw("address_forms") if world.share("address_form", 0.05) else "",
        "company": world.draw("companies") if world.share("company", 0.05) else "",
        "address": _address(world) if world.share("address", 0.15) else "",
    }
    return {column: text for column, text in wishes.items() if text}


def _address(world: World) -> str:
    return f"{world.random.randrange(1, 90)} {world.draw('streets')}"


def _contacts(world: World, writer: BulkWriter, name: Name) -> None:
    if world.share("phone", 0.6):
        _phone(world, writer)
    if world.share("whose", 0.07):
        _phone(world, writer, f"{world.draw('relations')}’s")
    given, family = name.plain
    if given and family and world.share("mail", 0.3):
        mail = _numbered(world, world.draw("mails")).format(given=given, family=family)
        writer.insert(ContactRow, customer_id=writer.customer_id, kind=ContactKind.EMAIL.value, value=mail)


def _phone(world: World, writer: BulkWriter, whose: str = "") -> None:
    number = _numbered(world, world.draw("phones"))
    writer.insert(
        ContactRow, customer_id=writer.customer_id, kind=ContactKind.PHONE.value, value=number, digits=digits(number),
        whose=whose,
    )


def _numbered(world: World, shape: str) -> str:
    n3, n4 = f"{world.random.randrange(1000):03d}", f"{world.random.randrange(10000):04d}"
    return shape.replace("{n3}", n3).replace("{n4}", n4)


def _agreed(world: World, writer: BulkWriter) -> None:
    if world.share("consent", 0.2):
        asked, yes = world.draw("consents"), world.share("agreed", 0.85)
        writer.insert(
            ConsentRow, customer_id=writer.customer_id, purpose=asked["purpose"], given=yes,
            wording=asked["wording"] if yes else "", day=writer.stamp.day,
        )


def _household(world: World, person: Person, relative: Relative, at: datetime) -> None:
    """The relative who comes too, or somebody who only collects."""
    if relative is None and not world.share("household", 0.1):
        return
    member_id, name = relative or (None, draw_name(world.random, world.pools.cultures))
    writer = world.open(EntryKind.HOUSEHOLD, person, at, visits=False)
    row = writer.insert(
        HouseholdRow, customer_id=person.id, name=name.whole, relation=world.draw("relations"),
        may_collect=world.share("collects", 0.6), member_id=member_id,
    )
    writer.close(f"Noted for {person.called}: {name.whole}.", row, name.whole)


def _settle(world: World, person: Person, at: datetime) -> None:
    """How often they will come, at which hour, and on which day of the week."""
    shares = [share for share, _, _ in RHYTHMS]
    _, (least, most), weekly = world.random.choices(RHYTHMS, shares)[0]
    person.gap = world.random.randint(least, most)
    person.hour = world.hours.hour(at)
    person.weekday = world.hours.day(at).weekday() if weekly else None
