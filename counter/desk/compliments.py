"""Praise received, and sincere praise paid and not said twice."""
from dataclasses import replace

from counter.desk.changing import Changing, change, load
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.errors import FieldRefused
from counter.models import things
from counter.models.journal import Writer
from counter.models.tables_counter import ComplimentRow
from counter.records.cleaning import clean_text
from counter.records.entries import Compliment, Direction, EntryKind, Saved


def received(till: Till, op: str, customer_id: int, words: str, staff_id: int | None) -> Saved:
    """Praise from the customer, credited to the staff member when known."""
    return _log(till, op, customer_id, (Direction.RECEIVED, words, staff_id))


def paid(till: Till, op: str, customer_id: int, words: str) -> Saved:
    """A sincere one from us; a warning when it was said before."""
    return _log(till, op, customer_id, (Direction.PAID, words, till.staff_id))


def edit(till: Till, op: str, compliment_id: int, words: str, staff_id: int | None) -> Saved:
    """Correct what was said, and for whom of us it was."""
    said = _cleaned(words)

    def say(now: Compliment) -> Done:
        return Done(f"Compliment corrected for {name_of(till.customer(now.customer_id))}.", now.id)

    what = Changing(op=op, kind=EntryKind.EDITED, name="compliment", thing_id=compliment_id)
    return change(till, what, lambda before: replace(before, words=said, staff_id=staff_id), say)


def edit_paid(till: Till, op: str, compliment_id: int, words: str) -> Saved:
    """Correct what we said to them; who said it stays."""
    return edit(till, op, compliment_id, words, load("compliment", compliment_id).staff_id)


def paid_before(till: Till, customer_id: int) -> tuple[Compliment, ...]:
    """What was said to them already, newest first."""
    every = things.of_person("compliment", customer_id)
    return tuple(reversed([c for c in every if c.direction is Direction.PAID]))


def _log(till: Till, op: str, customer_id: int, what: tuple[Direction, str, int | None]) -> Saved:
    direction, typed, staff_id = what
    words = _cleaned(typed)
    who = name_of(till.customer(customer_id))
    said = {c.words.casefold() for c in paid_before(till, customer_id)}
    again = "This was said to them before." if direction is Direction.PAID and words.casefold() in said else ""

    def write(writer: Writer) -> Done:
        row = writer.insert(
            ComplimentRow, customer_id=customer_id, direction=direction, words=words, staff_id=staff_id, day=till.today
        )
        writer.about(ComplimentRow, row)
        whose = f"Compliment from {who} noted." if direction is Direction.RECEIVED else f"Said to {who}: {words}"
        return Done(whose, row, again)

    return save(till, Doing(op=op, kind=EntryKind.COMPLIMENT, customer_id=customer_id), write)


def _cleaned(typed: str) -> str:
    words = clean_text(typed, "words")
    if not words:
        raise FieldRefused("words", "What was said? A few words are enough.")
    return words
