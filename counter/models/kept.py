"""Bytes kept to start fast (the index of names), each with the entry of the journal that they have seen last."""
from collections.abc import Iterable

from peewee import chunked

from counter.models.tables_people import ChangeRow, ContactRow, CustomerRow, EntryRow, FactRow, Table, VisitRow
from counter.models.tables_shop import KeptRow

OF_PEOPLE: tuple[type[Table], ...] = (CustomerRow, ContactRow, FactRow, VisitRow)


def counter() -> int:
    """The number of the newest entry, 0 in an empty shop; it only ever grows."""
    row = EntryRow.select(EntryRow.id).order_by(EntryRow.id.desc()).first()
    return int(row.id) if row else 0


def keep(name: str, seen: int, content: bytes) -> None:
    """Keep bytes that hold everything up to the entry `seen`, in place of the ones before."""
    KeptRow.replace(name=name, seen=seen, content=content).execute()


def read(name: str) -> tuple[int, bytes] | None:
    """What was kept and the last entry that it has seen."""
    row = KeptRow.get_or_none(KeptRow.name == name)
    return (row.seen, bytes(row.content)) if row else None


def seen(name: str) -> int | None:
    """The last entry that what was kept has seen; None when nothing was kept."""
    row = KeptRow.select(KeptRow.seen).where(KeptRow.name == name).first()
    return row.seen if row else None


def everybody() -> tuple[int, ...]:
    """The number of each person that can be found by name."""
    query = CustomerRow.live(CustomerRow.id).where(CustomerRow.merged_into.is_null(), CustomerRow.unnamed == 0)
    return tuple(number for (number,) in query.order_by(CustomerRow.id).tuples())


def changed_since(seen: int) -> frozenset[int] | None:
    """Persons whose name, contacts, facts or visits an entry after `seen` touched; None: build anew, it is ahead."""
    if seen > counter():
        return None
    touched: dict[str, set[int]] = {table._meta.table_name: set() for table in OF_PEOPLE}
    before: set[int] = set()
    rows = ChangeRow.select(ChangeRow.table_name, ChangeRow.row_id, ChangeRow.before).where(
        ChangeRow.entry_id > seen, ChangeRow.table_name.in_(tuple(touched))
    )
    for row in rows:
        touched[row.table_name].add(row.row_id)
        before |= {row.before["customer_id"]} if "customer_id" in (row.before or {}) else set()
    return frozenset(before.union(*(_owners(table, touched[table._meta.table_name]) for table in OF_PEOPLE)))


def _owners(table: type[Table], ids: Iterable[int]) -> set[int]:
    if table is CustomerRow:
        return set(ids)
    found: set[int] = set()
    for part in chunked(ids, 500):
        found |= {row.customer_id for row in table.select(table.customer_id).where(table.id.in_(part))}
    return found
