"""Something went wrong: heard, put right, told, and asked why, each step at its own hour."""
from dataclasses import dataclass
from datetime import datetime, timedelta

from counter import complaints as rules
from counter.demo import papers
from counter.demo.world import MINUTE, Case, Person, Step, World
from counter.models.tables_counter import ComplaintRow
from counter.records.entries import Complaint, ComplaintState, EntryKind, Severity
from counter.records.gestures import Trouble

After = tuple[tuple[timedelta, Step], ...]
HOUR = timedelta(hours=1)
AT_ONCE, NO_WAY, CAUSE_SEEN, REOPENED, ON_PAPER = 0.35, 0.08, 0.6, 0.05, 0.4
APOLOGISED, THANKED = 0.85, 0.6


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a complaint, each step so long after; `at_once`: put right when heard, and a slip says so."""

    course: After = ()
    needed_by: datetime | None = None
    at_once: bool = False


def hear(world: World, person: Person, at: datetime, fate: Fate | None = None) -> None:
    """Their own words, and what becomes of it."""
    told = world.draw("complaints")
    hours = told["needed_in_hours"]
    needed = fate.needed_by if fate else at + hours * HOUR if hours else None
    at_once = fate.at_once if fate else world.chance(AT_ONCE)
    writer = world.open(EntryKind.COMPLAINT, person, at)
    now = Complaint(
        id=0, customer_id=person.id, words=told["words"], theme=told["theme"], severity=Severity(told["severity"]),
        needed_by=needed, state=ComplaintState.PUT_RIGHT if at_once else ComplaintState.OPEN,
        apology_said=world.chance(APOLOGISED), thanked=world.chance(THANKED), remedy=told["remedy"] if at_once else "",
        cause="", why_staff_id=None, why_by=None, why_at=None, told_how="", opened_at=at,
        put_right_at=at if at_once else None, told_at=None, reopened=0,
    )
    names = [name for name in now.__dataclass_fields__ if name != "id"]
    row = writer.insert(ComplaintRow, **{name: getattr(now, name) for name in names})
    kept = "Put right, not told yet." if at_once else "It stands on Today until it is put right."
    writer.close(f"Noted for {person.called}, in their words. {kept}", row)
    _trouble(world, person, row.id, now)
    case = Case(person, row, now)
    if at_once and (fate or world.chance(ON_PAPER)):
        world.later(at + MINUTE, _apologise, case)
    course = fate.course if fate else _usual(world, at_once=at_once)
    world.follow(case, tuple((at + after, step) for after, step in course))


def put_right(world: World, case: Case, at: datetime) -> None:
    """Something is done about it; sometimes a slip says so."""
    remedy = _told(world, case)["remedy"]
    writer = world.change(case, EntryKind.PUT_RIGHT, at, rules.put_right(case.now, remedy, at))
    writer.close(f"Put right for {case.person.called}, not told yet.", case.row)
    if world.chance(ON_PAPER) and case.person.last == world.hours.day(at):
        papers.apologise(world, case.person, at, remedy)


def tell(world: World, case: Case, at: datetime) -> None:
    """They know what was done."""
    how = _told(world, case)["told_how"]
    writer = world.change(case, EntryKind.TOLD, at, rules.told(case.now, how, at))
    writer.close(f"{case.person.called} knows what was done.", case.row)
    _trouble(world, case.person, case.row.id, case.now)


def no_way(world: World, case: Case, at: datetime) -> None:
    """There is no way to tell them."""
    writer = world.change(case, EntryKind.TOLD, at, rules.no_contact(case.now, at))
    writer.close("There was no way to tell them.", case.row)
    _trouble(world, case.person, case.row.id, case.now)


def find_cause(world: World, case: Case, at: datetime) -> None:
    """Why it happened."""
    found = rules.know_cause(case.now, _told(world, case)["cause"])
    writer = world.change(case, EntryKind.CAUSE, at, found)
    writer.close(f"The cause is noted: {found.cause}", case.row)


def ask_why(world: World, case: Case, at: datetime) -> None:
    """The owner asks one person, by noon of a day."""
    policy, here = world.settings.complaints, world.settings.here(at)
    by = world.hours.next_day(here.today + timedelta(days=policy.why_days))
    staff = world.random.randint(1, len(world.staff))
    asked = rules.ask_why(case.now, staff, f"{by} 12:00", here, policy)
    writer = world.change(case, EntryKind.CAUSE, at, asked)
    writer.close("Why? is asked, and stands on Today until it is answered.", case.row)


def reopen(world: World, case: Case, at: datetime) -> None:
    """It is not right after all."""
    writer = world.change(case, EntryKind.REOPENED, at, rules.reopen(case.now))
    writer.close(f"Open again for {case.person.called}.", case.row)
    _trouble(world, case.person, case.row.id, case.now)


def _apologise(world: World, case: Case, at: datetime) -> None:
    papers.apologise(world, case.person, at, case.now.remedy)


def _usual(world: World, *, at_once: bool) -> After:
    """Put right within a day or so, told soon after, and the cause found at once or when the owner asks."""
    done = timedelta() if at_once else world.random.randint(1, 30) * HOUR
    heard = done + world.random.randint(1, 30) * HOUR
    steps: list[tuple[timedelta, Step]] = [] if at_once else [(done, put_right)]
    steps.append((heard, no_way if world.chance(NO_WAY) else tell))
    if world.chance(CAUSE_SEEN):
        steps.append((heard + HOUR, find_cause))
    else:
        steps += [(heard + 20 * HOUR, ask_why), (heard + world.random.randint(30, 100) * HOUR, find_cause)]
    if world.chance(REOPENED):
        later = heard + 200 * HOUR
        steps += [(later, reopen), (later + 20 * HOUR, put_right), (later + 40 * HOUR, tell)]
    return tuple(steps)


def _told(world: World, case: Case) -> dict[str, str]:
    """The pool's own words on this complaint."""
    return world.complaints[case.now.words]


def _trouble(world: World, person: Person, number: int, now: Complaint) -> None:
    told = world.hours.day(now.told_at) if now.told_at else None
    theme = now.theme.casefold()
    trouble = Trouble(day=world.hours.day(now.opened_at), told=told, goods="fresh" in theme, price="price" in theme)
    person.troubles = {**person.troubles, number: trouble}
