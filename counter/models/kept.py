"""Bytes kept to start fast (the index of names), each with the entry of the journal that they have seen last."""
from counter.models.tables_people import ContactRow, CustomerRow, EntryRow, FactRow, Table, VisitRow
from counter.models.tables_shop import KeptRow

OF_PEOPLE: tuple[type[Table], ...] = (ContactRow, FactRow, VisitRow)
# The plus keeps SQLite with the index of entries: few of all changes are new.
NEW = "SELECT row_id FROM change WHERE entry_id > :seen AND +table_name = '{name}'"
CHANGED = " UNION ".join((
    NEW.format(name=CustomerRow._meta.table_name),
    *(
        f'SELECT customer_id FROM "{name}" WHERE id IN ({NEW.format(name=name)}) UNION SELECT '
        f"json_extract(before, '$.customer_id') FROM change WHERE entry_id > :seen AND +table_name = '{name}'"
        for name in (table._meta.table_name for table in OF_PEOPLE)
    ),
))  # fmt: skip


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
    return frozenset(who for (who,) in CustomerRow._meta.database.execute_sql(CHANGED, {"seen": seen}) if who)
