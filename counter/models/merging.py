"""Two records of one person put together and taken apart again, row by row through the journal."""

import json
from collections.abc import Iterable
from typing import Any

from counter.errors import Refused
from counter.models.imports import OF_PERSON
from counter.models.journal import BY_NAME, Writer
from counter.models.tables_counter import CreditRow, SlipRow
from counter.models.tables_gestures import GestureEventRow, SuggestionRow
from counter.models.tables_people import (
    ChangeRow,
    ContactRow,
    CustomerRow,
    EntryRow,
    FactRow,
    HouseholdRow,
    Table,
    VisitRow,
)
from counter.models.tables_shop import DraftRow
from counter.records.entries import EntryKind
from counter.records.merging import FIELDS

MARK = "joined"
WORD_FOR_WORD: tuple[tuple[type[ContactRow] | type[FactRow], tuple[str, ...]], ...] = (
    (ContactRow, ("kind", "value", "whose")),
    (FactRow, ("kind", "text", "boundaries", "source")),
)
OF_VISIT: tuple[type[Table], ...] = (EntryRow, SlipRow, SuggestionRow)


def join(writer: Writer, kept: int, other: int, fields: dict[str, str]) -> None:
    """Everything of `other` becomes that of `kept`, whose fields are as they were chosen."""
    version = CustomerRow.get_by_id(kept).version
    writer.update(CustomerRow, kept, version=version + 1, unnamed=not fields["name"], **fields)
    _join_visits(writer, kept, other)
    twice = _twice(kept, other)
    for table in OF_PERSON:
        for row_id in _ids(table, table._meta.fields["customer_id"], other):
            if (table, row_id) in twice:
                writer.update(table, row_id, gone_by=writer.entry_id)
            elif table is not VisitRow or not VisitRow.get_by_id(row_id).gone_by:
                writer.update(table, row_id, customer_id=kept)
    for table in (EntryRow, GestureEventRow):
        for row_id in _ids(table, table._meta.fields["customer_id"], other):
            writer.update(table, row_id, customer_id=kept)
    for row_id in _ids(HouseholdRow, HouseholdRow.member_id, other):
        writer.update(HouseholdRow, row_id, member_id=kept)
    _join_drafts(writer, kept, other)
    writer.update(CustomerRow, other, merged_into=kept)


def take_apart(writer: Writer, entry_id: int) -> bool:
    """Every row back where it was before that entry; what was changed or added since stays where it is now.

    Answers whether something stayed that had come along: store credit that was used since stays whole with the person
    who used it. Raises Refused when they were put together with somebody else since.
    """
    changes = list(ChangeRow.select().where(ChangeRow.entry_id == entry_id).order_by(ChangeRow.id.desc()))
    kept = int(EntryRow.get_by_id(entry_id).thing_id)
    if CustomerRow.get_by_id(kept).merged_into is not None:
        raise Refused("They were put together with somebody else since. Take that apart first.")
    spent = _spent_since(kept, changes)
    stayed = spent
    for change in changes:
        table = BY_NAME[change.table_name]
        if spent and table is CreditRow:
            continue
        stayed |= not writer.put_back(change, leaving=("version",))
    version = CustomerRow.get_by_id(kept).version
    writer.update(CustomerRow, kept, version=version + 1)
    EntryRow.update(undone_by=writer.entry_id).where(EntryRow.id == entry_id).execute()
    EntryRow.update(undoes=entry_id).where(EntryRow.id == writer.entry_id).execute()
    return stayed


def standing(limit: int = 200) -> list[EntryRow]:
    """Entries that put two records together and still hold, newest first."""
    E = EntryRow
    joined = (E.thing == CustomerRow._meta.table_name) & (E.kind == EntryKind.SETTING.value)
    query = E.select().where(joined, E.detail.contains(MARK), E.undone_by.is_null(), E.undoes.is_null())
    return list(query.order_by(E.id.desc()).limit(limit))


def other_of(entry: EntryRow) -> int:
    """Who was put into the other."""
    return int(json.loads(entry.detail)[MARK])


def things_of(customer_ids: Iterable[int]) -> dict[int, int]:
    """How many entries of the journal each person has."""
    E = EntryRow
    found: dict[int, int] = {}
    for who in customer_ids:
        found[who] = E.select().where(E.customer_id == who, E.undone_by.is_null(), E.undoes.is_null()).count()
    return found


def fields_of(customer_id: int) -> dict[str, str]:
    """The fields of one record itself, also of one that was put into another."""
    row = CustomerRow.get_by_id(customer_id)
    return {name: getattr(row, name) for name in FIELDS}


def _ids(table: type[Table], column: Any, customer_id: int) -> list[int]:
    key = table._meta.primary_key
    rows: list[tuple[int]] = list(table.select(key).where(column == customer_id).order_by(key).tuples())
    return [row_id for (row_id,) in rows]


def _join_visits(writer: Writer, kept: int, other: int) -> None:
    """One visit a day: what was done in the other's goes to theirs of that day."""
    here = dict(VisitRow.live(VisitRow.day, VisitRow.id).where(VisitRow.customer_id == kept).tuples())
    for visit in VisitRow.live().where(VisitRow.customer_id == other).order_by(VisitRow.id):
        to = here.get(visit.day)
        if to is None:
            continue
        for table in OF_VISIT:
            for row_id in _ids(table, table._meta.fields["visit_id"], visit.id):
                writer.update(table, row_id, visit_id=to)
        same = VisitRow.get_by_id(to)
        writer.update(VisitRow, to, circumstances=same.circumstances | visit.circumstances)
        writer.update(VisitRow, visit.id, gone_by=writer.entry_id)


def _twice(kept: int, other: int) -> set[tuple[type[Table], int]]:
    """Rows of the other that say word for word what is known already."""
    found: set[tuple[type[Table], int]] = set()
    for table, columns in WORD_FOR_WORD:
        said = {_said(row, columns) for row in table.live().where(table.customer_id == kept)}
        found |= {
            (table, row.id) for row in table.live().where(table.customer_id == other) if _said(row, columns) in said
        }
    return found


def _said(row: Any, columns: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(row, column) for column in columns)


def _join_drafts(writer: Writer, kept: int, other: int) -> None:
    """A person has one draft of each form: a second one stays under its old number, which leads to the same person."""
    forms = {form for (form,) in DraftRow.select(DraftRow.form).where(DraftRow.customer_id == kept).tuples()}
    for draft in DraftRow.select().where(DraftRow.customer_id == other):
        if draft.form not in forms:
            writer.update(DraftRow, draft.id, customer_id=kept)


def _spent_since(kept: int, changes: list[ChangeRow]) -> bool:
    """Whether less credit would be left than the other brought along."""
    moved = [change.row_id for change in changes if change.table_name == CreditRow._meta.table_name]
    brought = sum(amount for (amount,) in CreditRow.live(CreditRow.amount).where(CreditRow.id.in_(moved)).tuples())
    left = sum(amount for (amount,) in CreditRow.live(CreditRow.amount).where(CreditRow.customer_id == kept).tuples())
    return brought > 0 and left < brought
