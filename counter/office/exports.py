"""The shop's data at any time: everything as a folder that comes back in whole, and customers as CSV and vCards."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from counter.errors import Refused, Unavailable
from counter.models import backup, imports, people, whole
from counter.models.database import ShopDatabase
from counter.models.lists import LISTS, Value, page
from counter.models.whole import Cell, TableShape
from counter.records.backups import LIST_OF_A_FOLDER
from counter.records.countries import MoneyStyle
from counter.records.money import plain_money
from counter.records.people import ContactKind, Customer, Fact, FactKind
from counter.transfer.cards import Card, write_vcards
from counter.transfer.rows import EMAIL
from counter.transfer.tables import write_table

MANIFEST, PAGE = LIST_OF_A_FOLDER, "schema.txt"
FORMAT = 1
PAGE_OF_PEOPLE, PAGE_OF_ROWS = 50, 500
BIRTHDAY = "birthday"
CUSTOMERS = (
    "Counter ID", "Name", "Called", "Pronunciation", "Address form", "Company", "Address", "Language", "Phone",
    "Phone 2", "Email", "Email 2", "Birthday", "Note", "May be written to",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Whole:
    """One person with all that a file of customers tells."""

    customer: Customer
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    birthday: str
    facts: tuple[Fact, ...]
    mail: str


def everything(database: ShopDatabase, folder: Path, at: datetime) -> Iterator[float]:
    """Write every table as CSV with a schema page and a list of all files into a new folder, a table a step.

    Raises Refused when the folder holds something already, Unavailable when it can't be written.
    """
    if folder.exists() and any(folder.iterdir()):
        raise Refused(f"The folder {folder.name} is not empty. Choose a new one.")
    tables = whole.tables(database)
    sums = {}
    for done, table in enumerate(tables, 1):
        header = [column.name for column in table.columns]
        sums[table.name] = _write(folder / f"{table.name}.csv", write_table(header, whole.rows(database, table)))
        yield done / (len(tables) + 1)
    _write(folder / PAGE, _page(tables))
    manifest = {
        "program": "Counter", "folder": FORMAT, "format": whole.version(database), "made_at": at.isoformat(),
        "tables": sums, "numbers": whole.numbers(database),
    }
    _write(folder / MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False))
    yield 1.0


def everything_of(copy: Path, folder: Path, at: datetime, tell: Callable[[float], object]) -> None:
    """The same from a copy that `copied` made: the counter may work meanwhile. `tell` hears the share done."""
    database = whole.opened(copy)
    try:
        for share in everything(database, folder, at):
            tell(share)
    finally:
        database.close()


def copied(database: ShopDatabase, copy: Path) -> Iterator[float]:
    """One moment of the shop's file in a file of its own, in short steps where the database is."""
    return backup.copy(database, copy)


def customers_csv() -> str:
    """Everybody with a name as CSV that this program and spreadsheets read; staff's facts are in it as notes."""
    return "".join(customers_in_pieces(cards=False))


def customers_vcards() -> str:
    """Everybody with a name as vCards 3.0, without what staff noted: phones send cards on."""
    return "".join(customers_in_pieces(cards=True))


def customers_in_pieces(*, cards: bool) -> Iterator[str]:
    """The same file piece by piece, each a short step on the shop's file."""
    if not cards:
        yield write_table(CUSTOMERS, ())
    after = 0
    while page := imports.known(after, PAGE_OF_PEOPLE):
        after = page[-1].id
        found = list(_people(one.id for one in page))
        yield write_vcards(map(_card, found)) if cards else write_table((), map(_row, found))


def lists() -> tuple[str, ...]:
    """The lists of what happened that there are."""
    return tuple(LISTS)


def list_in_pieces(name: str, money: MoneyStyle) -> Iterator[str]:
    """One of them as CSV, piece by piece; amounts as one writes them in a spreadsheet."""
    shape = LISTS[name]
    yield write_table(("who", *(column.replace("_", " ") for column in shape.columns)), ())
    places = [2 + shape.columns.index(column) for column in shape.money]
    after = 0
    while rows := page(shape, after, PAGE_OF_ROWS):
        after = int(str(rows[-1][0]))
        yield write_table((), (_cells(row, places, money) for row in rows))


def save_pieces(pieces: Iterator[str], path: Path) -> Iterator[int]:
    """Write a file piece by piece, with the mark by which Excel knows its letters unless it is of cards.

    Yields how many pieces are written. Raises Unavailable when it can't be written; then nothing is left of it.
    """
    encoding = "utf-8" if path.suffix.casefold() == ".vcf" else "utf-8-sig"
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding=encoding, newline="") as file:
            for number, piece in enumerate(pieces, 1):
                file.write(piece)
                yield number
        part.replace(path)
    except OSError as fault:
        raise Unavailable(f"The file {path.name} can't be written. Choose another place.") from fault
    finally:
        with suppress(OSError):
            part.unlink()


def list_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Any list or report as CSV, safe from formulas, in UTF-8 with the mark by which Excel knows it."""
    return write_table(header, rows).encode("utf-8-sig")


def save_list(header: Sequence[str], rows: Iterable[Sequence[Cell]], path: Path) -> None:
    """The same as a file; raises Unavailable when it can't be written there."""
    try:
        path.write_bytes(list_csv(header, rows))
    except OSError as fault:
        raise Unavailable(f"The file {path.name} can't be written. Choose another place.") from fault


def _people(ids: Iterable[int]) -> Iterator[_Whole]:
    for customer_id in ids:
        customer = people.customer(customer_id)
        if customer is None:
            continue
        contacts = people.contacts(customer.id)
        days = [day for day in people.important_dates(customer.id) if day.label.casefold() == BIRTHDAY]
        stated = [consent.given for consent in people.consents(customer.id) if consent.purpose == EMAIL]
        yield _Whole(
            customer,
            tuple(contact.value for contact in contacts if contact.kind is ContactKind.PHONE),
            tuple(contact.value for contact in contacts if contact.kind is ContactKind.EMAIL),
            f"{f'{days[0].year:04d}' if days[0].year else '-'}-{days[0].month:02d}-{days[0].day:02d}" if days else "",
            people.facts(customer.id), ("yes" if stated[-1] else "no") if stated else "",
        )


def _row(person: _Whole) -> list[Cell]:
    one = person.customer
    return [
        one.id, one.name, one.called, one.pronunciation, one.address_form, one.company, one.address, one.language,
        person.phones[0] if person.phones else "", " ::: ".join(person.phones[1:]),
        person.emails[0] if person.emails else "", " ::: ".join(person.emails[1:]), person.birthday,
        " ::: ".join(map(_note, person.facts)), person.mail,
    ]


def _card(person: _Whole) -> Card:
    one = person.customer
    return Card(
        uid=f"counter-{one.id}", name=one.name, called=one.called, company=one.company, address=one.address,
        phones=person.phones, emails=person.emails, birthday=person.birthday,
    )  # fmt: skip


def _cells(row: tuple[Value, ...], places: list[int], money: MoneyStyle) -> list[Cell]:
    told = [plain_money(cell, money) if at in places and isinstance(cell, int) else cell for at, cell in enumerate(row)]
    return ["" if cell is None else cell for cell in told[1:]]


def _note(fact: Fact) -> str:
    """A never-fact says so, so that it is proposed as one wherever the file is brought in."""
    return f"Never: {fact.text}" if fact.kind is FactKind.NEVER else fact.text


def _page(tables: tuple[TableShape, ...]) -> str:
    """What every file and column is."""
    lines = [
        "Counter: everything that the shop's file holds", "",
        "Each table is a CSV file: UTF-8, commas, lines end with CR LF, a header first.",
        "A text that a spreadsheet could take for a formula begins with an apostrophe; it is not part of the text.",
        "Where a column may hold nothing, an empty cell is nothing. Days are YYYY-MM-DD, moments are UTC.",
        "Amounts are whole numbers of the smallest coin. BLOB is base64, lists inside a cell are JSON.",
        "gone_by names the entry by which a row was taken back.", "",
    ]  # fmt: skip
    for table in tables:
        lines += [f"{table.name}.csv: {table.about}"]
        lines += [f"    {c.name}: {c.kind}{', may hold nothing' if c.nullable else ''}" for c in table.columns] + [""]
    return "\n".join(lines)


def _write(path: Path, text: str) -> str:
    """Answers the checksum of what was written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    except OSError as fault:
        raise Unavailable(f"The folder {path.parent} can't be written. Choose another place.") from fault
    return sha256(text.encode("utf-8")).hexdigest()
