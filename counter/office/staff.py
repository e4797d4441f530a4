"""Who stands at the counter: added, renamed, left and back; one key each, so nine at most."""

from dataclasses import replace

from counter.errors import FieldRefused, Refused
from counter.models import people
from counter.models.journal import Writer
from counter.models.tables_people import StaffRow
from counter.office.change import Change, Told
from counter.office.change import save as save_change
from counter.office.saying import apart
from counter.records.cleaning import clean_line
from counter.records.entries import Saved
from counter.records.people import Staff

KEYS = 9


def everybody() -> tuple[Staff, ...]:
    """Those here in the order of their keys, and those who have left."""
    return people.staff()


def save(change: Change, one: Staff) -> Saved:
    """A new name (id 0) or a corrected one; raises FieldRefused, or Refused when all nine keys are taken."""
    wanted = replace(one, name=clean_line(one.name, "name"))
    _check(wanted)

    def write(writer: Writer) -> Told:
        row = wanted.id
        if row:
            writer.update(StaffRow, row, name=wanted.name, role=wanted.role)
        else:
            row = writer.insert(StaffRow, name=wanted.name, role=wanted.role, active=True)
        return Told(sentence=f"{apart(wanted.name)} stands at the counter.", table=StaffRow, row=row)

    return save_change(change, write)


def switch(change: Change, one: Staff, *, on: bool) -> Saved:
    """Somebody has left, or is back."""
    if on:
        _check(replace(one, active=True))
    sentence = f"{apart(one.name)} is back." if on else f"{apart(one.name)} has left. What they noted stays."

    def write(writer: Writer) -> Told:
        writer.update(StaffRow, one.id, active=on)
        return Told(sentence=sentence, table=StaffRow, row=one.id)

    return save_change(change, write)


def _check(one: Staff) -> None:
    others = [other for other in people.staff() if other.active and other.id != one.id]
    if not one.name:
        raise FieldRefused("name", "Type the name by which colleagues know them.")
    if any(other.name.casefold() == one.name.casefold() for other in others):
        raise FieldRefused("name", f"{apart(one.name)} is at the counter already. A letter tells them apart: Maya B.")
    if one.active and len(others) >= KEYS:
        raise Refused("All nine keys are taken. Mark somebody who has left first: choose them and press Space.")
