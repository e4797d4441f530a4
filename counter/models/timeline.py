"""The timeline of a person: entries newest first, each with the thing that it speaks of."""
from typing import Any

from counter.models.prepared import Prepared, among
from counter.models.tables_people import ChangeRow, EntryRow, StaffRow
from counter.models.things import KEPT, things
from counter.records.entries import Entry, EntryKind, Thing

HIDDEN = (EntryKind.UNDO, EntryKind.EDITED, EntryKind.MOVED, EntryKind.SETTING, EntryKind.CIRCUMSTANCE)


def of_person(customer_id: int, limit: int = 100) -> tuple[Entry, ...]:
    """What happened with a person, newest first; what was taken back is left out."""
    return _entries(OF_PERSON(customer_id, limit))


def entry(entry_id: int) -> Entry | None:
    """One entry that still holds."""
    return next(iter(_entries(list(_live().where(EntryRow.id == entry_id)))), None)


def newest_about(name: str, thing_id: int) -> int | None:
    """The newest entry that speaks of a row of this table, by its id."""
    found = _live().where(EntryRow.thing == name, EntryRow.thing_id == thing_id).order_by(EntryRow.id.desc()).first()
    return None if found is None else int(found.id)


def _live() -> Any:
    E = EntryRow
    return E.select().where(
        E.undone_by.is_null(), E.undoes.is_null(), E.kind.not_in([kind.value for kind in HIDDEN])
    )


def _entries(rows: list[Any]) -> tuple[Entry, ...]:
    found = {name: things(name, [r.thing_id for r in rows if r.thing == name]) for name in KEPT.keys() & _named(rows)}
    edited = _edited(rows)
    names = {member.id: member.name for member in STAFF()}
    return tuple(
        Entry(
            id=row.id, kind=EntryKind(row.kind), customer_id=row.customer_id, visit_id=row.visit_id,
            staff=names.get(row.staff, ""), at=row.at, day=row.day,
            edited=(row.thing, row.thing_id) in edited, thing=_thing(found, row), detail=row.detail,
        )
        for row in rows
    )


def _thing(found: dict[str, dict[int, Thing]], row: Any) -> Thing | None:
    return found.get(row.thing, {}).get(row.thing_id)


def _named(rows: list[Any]) -> set[str]:
    return {row.thing for row in rows}


def _edited(rows: list[Any]) -> set[tuple[str, int]]:
    """Things that an edit changed after they were made."""
    ids = [row.thing_id for row in rows if row.thing_id is not None]
    return {(row.table_name, row.row_id) for row in EDITS(sorted(_named(rows)), ids)}


OF_PERSON = Prepared(
    lambda who, limit: _live().where(EntryRow.customer_id == who).order_by(EntryRow.id.desc()).limit(limit)
)
STAFF = Prepared(lambda: StaffRow.select(StaffRow.id, StaffRow.name))
EDITS = Prepared(
    lambda names, ids: ChangeRow.select(ChangeRow.table_name, ChangeRow.row_id)
    .join(EntryRow, on=(ChangeRow.entry_id == EntryRow.id))
    .where(
        ChangeRow.table_name.in_(among(names)), ChangeRow.row_id.in_(among(ids)),
        EntryRow.kind == EntryKind.EDITED.value, EntryRow.undone_by.is_null(),
    )
)
