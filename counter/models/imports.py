"""Queries for bringing people in: who is here, what each has, and an import taken back."""
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from peewee import JOIN

from counter.models.bulk import Bulk, BulkWriter
from counter.models.database import TABLES
from counter.models.journal import Writer
from counter.models.tables_people import (
    ChangeRow,
    ConsentRow,
    ContactRow,
    CustomerRow,
    DateRow,
    EntryRow,
    FactRow,
    Table,
    Thing,
)
from counter.models.tables_shop import ExternalIdRow, ImportRow
from counter.records.imports import Known
from counter.records.people import ContactKind, FactKind

COLUMNS = ("name", "called", "pronunciation", "address_form", "company", "address", "language")
OF_PERSON = tuple(table for table in TABLES if issubclass(table, Thing) and "customer_id" in table._meta.fields)


@dataclass(slots=True)
class Held:
    """What a person has, with what was taken away at the counter, which no file brings back.

    `consents` holds the newest answer for each purpose, `facts` whether each is a never-fact, with its text.
    """

    version: int
    columns: dict[str, str]
    contacts: set[str] = field(default_factory=set)
    facts: set[tuple[bool, str]] = field(default_factory=set)
    consents: dict[str, bool] = field(default_factory=dict)
    days: set[str] = field(default_factory=set)


def known(after: int, limit: int) -> tuple[Known, ...]:
    """So many people with a name whose ids come after that one, with what tells them apart."""
    C, R, D = CustomerRow, ContactRow, DateRow
    named = C.live(C.id, C.name, C.called, C.company, C.address).where(C.merged_into.is_null(), C.unnamed == 0)
    people = list(named.where(C.id > after).order_by(C.id).limit(limit).tuples())
    within = (people[0][0], people[-1][0]) if people else (0, 0)
    reach: dict[int, tuple[list[str], list[str]]] = {}
    for who, kind, value in R.live(R.customer_id, R.kind, R.value).where(R.customer_id.between(*within)).tuples():
        phones, emails = reach.setdefault(who, ([], []))
        (phones if kind is ContactKind.PHONE else emails).append(value)
    days = D.live(D.customer_id, D.label, D.month, D.day).where(D.customer_id.between(*within)).tuples()
    born = {who: (month, day) for who, label, month, day in days if label.casefold() == "birthday"}
    return tuple(
        Known(
            id=i, name=name, called=called, company=company, address=address, birthday=born.get(i),
            phones=tuple(reach[i][0]) if i in reach else (),
            emails=tuple(value.casefold() for value in reach[i][1]) if i in reach else (),
        )
        for i, name, called, company, address in people
    )  # fmt: skip


def external_ids(source: str) -> dict[str, int]:
    """Numbers in another program with the person here, a merge followed."""
    X, C = ExternalIdRow, CustomerRow
    merged = dict(C.select(C.id, C.merged_into).where(~C.merged_into.is_null()).tuples())
    found = dict(X.select(X.value, X.customer_id).where(X.source == source).tuples())
    return {value: merged.get(who) or who for value, who in found.items()}


def put_ids(source: str, wanted: dict[str, int | None]) -> list[tuple[str, int | None]]:
    """Keep whose numbers they are (None: nobody's); answers those that changed, with whose each was."""
    X = ExternalIdRow
    among = "SELECT value, customer_id FROM external_id WHERE source = ? AND value IN (SELECT value FROM json_each(?))"
    before: dict[str, int] = dict(X._meta.database.execute_sql(among, (source, json.dumps(list(wanted)))).fetchall())
    changed = [(value, before.get(value)) for value, who in wanted.items() if before.get(value) != who]
    cursor = X._meta.database.connection().cursor()
    gone = [(source, value) for value, _ in changed]
    cursor.executemany("DELETE FROM external_id WHERE source = ? AND value = ?", gone)
    rows = [(source, value, who) for value, _ in changed if (who := wanted[value]) is not None]
    cursor.executemany("INSERT INTO external_id (source, value, customer_id) VALUES (?, ?, ?)", rows)
    return changed


def last_customer() -> int:
    """The highest number that a person ever had, also one who is forgotten since; the next one's is one more."""
    row = CustomerRow._meta.database.execute_sql("SELECT seq FROM sqlite_sequence WHERE name = 'customer'").fetchone()
    return int(row[0]) if row else 0


def insert_all(writer: Writer, rows: Iterable[tuple[type[Table], dict[str, Any]]]) -> None:
    """Make many rows at once, in the transaction of the entry that they belong to."""
    bulk = Bulk(CustomerRow._meta.database)
    into = BulkWriter(bulk, writer.stamp, writer.entry_id)
    for table, values in rows:
        into.insert(table, **values)
    bulk.flush()


def begin(file: str, shape: str, at: datetime, entry_id: int) -> int:
    """A file begins to be brought in; answers the number of its run."""
    return int(ImportRow.insert(file=file, shape=shape, at=at, entry_id=entry_id).execute())


def runs() -> tuple[tuple[int, str, str, datetime, bool], ...]:
    """Every file that was brought in, newest first: number, file, shape, moment, and whether it still stands."""
    rows = ImportRow.select().where(ImportRow.shape != "answers").order_by(ImportRow.id.desc())
    return tuple((row.id, row.file, row.shape, row.at, _standing(row.id).exists()) for row in rows)


def parts(run_id: int) -> tuple[EntryRow, ...]:
    """The entries of a run that still stand, newest first."""
    return tuple(_standing(run_id).order_by(EntryRow.id.desc()))


def _standing(run_id: int) -> Any:
    E = EntryRow
    about = (E.thing == ImportRow._meta.table_name) & (E.thing_id == run_id)
    return E.select().where(about, E.undone_by.is_null(), E.undoes.is_null())


def all_parts(run_id: int) -> tuple[int, ...]:
    """The entries of a run, whether they stand or were taken back."""
    E = EntryRow
    about = (E.thing == ImportRow._meta.table_name) & (E.thing_id == run_id)
    return tuple(row.id for row in E.select(E.id).where(about))


def held(ids: Iterable[int]) -> dict[int, Held]:
    """What each of some people has."""
    C = CustomerRow
    wanted = list(ids)
    found: dict[int, Held] = {}
    for row in C.live().where(C.id.in_(wanted), C.merged_into.is_null()):
        found[row.id] = Held(row.version, {name: getattr(row, name) for name in COLUMNS})
    wanted = list(found)
    for contact in _not_brought_back(ContactRow, wanted):
        phone = contact.kind is ContactKind.PHONE
        found[contact.customer_id].contacts.add(contact.digits if phone else contact.value.casefold())
    for fact in _not_brought_back(FactRow, wanted):
        found[fact.customer_id].facts.add((fact.kind is FactKind.NEVER, fact.text))
    for consent in _not_brought_back(ConsentRow, wanted):
        found[consent.customer_id].consents[consent.purpose] = consent.given
    for day in _not_brought_back(DateRow, wanted):
        found[day.customer_id].days.add(day.label.casefold())
    return found


def _not_brought_back(table: type[Any], ids: list[int]) -> Any:
    """Rows that stand, and those that somebody took away on purpose; what an undo took away may come again."""
    by = EntryRow.alias()
    query = table.select(table).join(by, JOIN.LEFT_OUTER, on=(table.gone_by == by.id))
    return query.where(table.customer_id.in_(ids), table.gone_by.is_null() | by.undoes.is_null()).order_by(table.id)


def brought_in(customer_id: int) -> frozenset[str]:
    """Columns of a person that a file wrote last: only these may a newer file write again."""
    H = ChangeRow
    rows = H.select(H.after, EntryRow.thing).join(EntryRow, on=(H.entry_id == EntryRow.id)).where(
        H.table_name == CustomerRow._meta.table_name, H.row_id == customer_id
    )
    last: dict[str, bool] = {}
    for after, thing in rows.order_by(H.id).tuples():
        last |= dict.fromkeys(after, thing == ImportRow._meta.table_name)
    return frozenset(column for column, by_file in last.items() if by_file)
