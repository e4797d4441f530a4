"""Small things at the counter: follow-ups, notes, compliments both ways, store credit that is used."""
from dataclasses import replace
from datetime import date, datetime, timedelta

from counter.demo.world import MINUTE, Case, Person, World
from counter.models.bulk import BulkWriter, Row
from counter.models.tables_counter import ComplimentRow, CreditRow, FollowUpRow, NoteRow
from counter.records.entries import Direction, EntryKind, FollowUp
from counter.records.money import say_money
from counter.records.orders import FollowUpProposal

KEPT_ON_TIME = 0.85
PART = 0.6


def promise(world: World, writer: BulkWriter, person: Person, ask: FollowUpProposal, *, kept: bool = True) -> Row:
    """Something to do for them by a day, promised in an entry that is being written; mostly it is kept."""
    row = writer.insert(FollowUpRow, customer_id=person.id, what=ask.what, due=ask.due)
    now = FollowUp(id=row.id, customer_id=person.id, what=ask.what, due=ask.due, done_at=None, result="")
    if kept:
        late = 0 if world.chance(KEPT_ON_TIME) else world.random.randint(1, 4)
        day = world.hours.next_day(ask.due + timedelta(days=late))
        done_at = max(world.hours.some_moment(day, world.random), writer.stamp.at + timedelta(minutes=20))
        world.later(done_at, _done, Case(person, row, now))
    return row


def follow_up(world: World, person: Person, at: datetime, due: date | None = None) -> None:
    """Promised for its own sake; one with its day given is left to be done."""
    day = due or world.hours.day(at) + timedelta(days=world.random.randint(1, 12))
    ask = FollowUpProposal(world.draw("follow_ups"), day)
    writer = world.open(EntryKind.FOLLOW_UP, person, at, visits=False)
    row = promise(world, writer, person, ask, kept=due is None)
    writer.close(f"To do for {person.called}: {ask.what}", row)


def note(world: World, person: Person, at: datetime) -> None:
    """What staff write down."""
    writer = world.open(EntryKind.NOTE, person, at, visits=False)
    row = writer.insert(NoteRow, customer_id=person.id, text=world.draw("notes"))
    writer.close(f"Note kept for {person.called}.", row)


def note_undone(world: World, person: Person, at: datetime) -> None:
    """Written on the wrong card, and taken back."""
    writer = world.open(EntryKind.NOTE, person, at, visits=False)
    row = writer.insert(NoteRow, customer_id=person.id, text=world.draw("undone"))
    sentence = f"Note kept for {person.called}."
    writer.close(sentence, row)
    world.later(at + MINUTE, _take_back, person, (writer, sentence))


def praised(world: World, person: Person, at: datetime) -> None:
    """A compliment from the customer, credited where a name was said."""
    told = world.draw("compliments_received")
    _compliment(world, person, at, (Direction.RECEIVED, told["words"], world.staff.get(told["to"])))


def praise(world: World, person: Person, at: datetime) -> None:
    """A sincere one from us."""
    _compliment(world, person, at, (Direction.PAID, world.draw("compliments_paid"), None))


def use_credit(world: World, person: Person, at: datetime, share: float | None = None) -> None:
    """Some of it, or the rest."""
    part = share or (0.5 if world.chance(PART) else 1)
    used = max(1, round(person.credit * part))
    person.credit -= used
    writer = world.open(EntryKind.CREDIT_USED, person, at)
    row = writer.insert(CreditRow, customer_id=person.id, amount=-used, at=at)
    said, left = say_money(used, world.settings.money), say_money(person.credit, world.settings.money)
    writer.close(f"{said} of credit used by {person.called}; {left} left.", row)


def _compliment(world: World, person: Person, at: datetime, what: tuple[Direction, str, int | None]) -> None:
    direction, words, staff = what
    writer = world.open(EntryKind.COMPLIMENT, person, at)
    row = writer.insert(
        ComplimentRow, customer_id=person.id, direction=direction.value, words=words, day=writer.stamp.day,
        staff_id=writer.stamp.staff_id if direction is Direction.PAID else staff,
    )
    from_them = f"Compliment from {person.called} noted."
    writer.close(from_them if direction is Direction.RECEIVED else f"Said to {person.called}: {words}", row)


def _take_back(world: World, person: Person, what: tuple[BulkWriter, str], at: datetime) -> None:
    writer, sentence = what
    world.open(EntryKind.UNDO, person, at, visits=False).take_back(writer, f"Undone: {sentence}")


def _done(world: World, case: Case, at: datetime) -> None:
    """It is done, with what came of it."""
    result = world.draw("follow_up_results") if world.chance(0.6) else ""
    writer = world.change(case, EntryKind.FOLLOW_UP_DONE, at, replace(case.now, done_at=at, result=result))
    writer.close(f"Done: {case.now.what}", case.row)
