"""Bringing in what was read of a damaged file: each thing by an entry of its own, so that it can be undone alone."""
import json
from functools import partial
from hashlib import blake2b
from typing import Any

from counter.models import journal, salvage_rows
from counter.models.journal import BY_NAME, Stamp, Writer
from counter.models.salvage_rows import PERSON
from counter.models.tables_counter import FollowUpRow
from counter.models.tables_people import CustomerRow
from counter.office.change import Change
from counter.records.backups import Hanging, Salvaged, ToCheck
from counter.records.entries import EntryKind

LONGEST = 1000
KINDS = {
    "note": EntryKind.NOTE, "fact": EntryKind.FACT, "important_date": EntryKind.DATE,
    "contact": EntryKind.PERSON_EDITED, "household": EntryKind.HOUSEHOLD,
}  # fmt: skip
SAID = ("text", "label", "value", "name")


class Bringing:
    """Writes one thing after the other, inside one transaction; `touched` are people who can be found by more now."""

    def __init__(self, change: Change, found: Salvaged) -> None:
        self._change, self._people = change, found.people
        self._names = {one.customer_id: one.name for one in found.entries}
        self._made: dict[int, int] = {}
        self._touched: set[int] = set()

    @property
    def touched(self) -> tuple[int, ...]:
        """In order."""
        return tuple(sorted(self._touched))

    def entry(self, one: ToCheck) -> None:
        """Something to do today, for its person: to be checked, entered anew and ticked off."""
        if journal.already(f"check {one.op}") is not None:
            return
        writer = self._writer(f"check {one.op}", EntryKind.FOLLOW_UP)
        who = self._person(writer, one.customer_id)
        writer.for_whom(who, None)
        what = f"To check: {one.sentence} {one.words}".strip()[:LONGEST]
        writer.about(FollowUpRow, writer.insert(FollowUpRow, customer_id=who, what=what, due=self._change.day))
        writer.close(what)

    def row(self, row: Hanging) -> None:
        """In its place; what is there already, or no longer fits, is left."""
        op = f"check {row.table} {row.row_id} {_mark(row)}"
        if row.table in KINDS and journal.already(op) is None:
            before = dict(self._made), set(self._touched)
            if not salvage_rows.fits(self._change.database, partial(self._put, op, row)):
                self._made, self._touched = before

    def _put(self, op: str, row: Hanging) -> None:
        table = BY_NAME[row.table]
        writer = self._writer(op, KINDS[row.table])
        who = self._person(writer, row.customer_id)
        writer.for_whom(who, None)
        if _is_there(table, who, row.columns):
            raise ValueError("it is there already")
        number = writer.insert(table, customer_id=who, **row.columns)
        said = next((str(row.columns[name]) for name in SAID if row.columns.get(name)), "")
        writer.about(table, number, said if row.table == "fact" else "")
        writer.close(f"Read in the damaged file, to check: {said}"[:LONGEST])
        self._touched |= {who} if row.table == "contact" else set()

    def _writer(self, op: str, kind: EntryKind) -> Writer:
        change = self._change
        return Writer(Stamp(op=op, kind=kind, at=change.at, day=change.day, staff_id=change.staff_id))

    def _person(self, writer: Writer, number: int) -> int:
        """Whom it is about: somebody the backup knew, else somebody new, called and living as was read."""
        if number in self._made:
            return self._made[number]
        if number not in self._people:
            return number
        told = {name: str(value) for name, value in self._people[number].items() if name in PERSON and value}
        name = told.pop("name", "") or self._names.get(number, "")
        made = writer.insert(CustomerRow, name=name, unnamed=not name, created_at=writer.stamp.at, **told)
        self._made[number] = made
        self._touched.add(made)
        return made


def _is_there(table: Any, who: int, columns: dict[str, Any]) -> bool:
    same = [table._meta.columns[name] == value for name, value in columns.items() if name != "at"]
    return bool(table.live().where(table.customer_id == who, *same).exists())


def _mark(row: Hanging) -> str:
    return blake2b(json.dumps(row.columns, sort_keys=True).encode(), digest_size=8).hexdigest()
