"""Rows of a table as people, column by column; what can't be read is never lost: it becomes a note."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush

from counter.errors import FieldRefused
from counter.records.cleaning import TEXT_LIMIT, clean_line, clean_text
from counter.records.countries import DayOrder
from counter.records.imports import Grid, Incoming, Part, People, Shape
from counter.records.people import ContactKind
from counter.records.phones import digits
from counter.transfer.days import Birthday, order_of, read_birthday

NO_NAME = "Nothing in this row can be a name, a phone number or an e-mail address."
EMAIL, SMS = "News by e-mail", "News by text message"
_MANY = " ::: "
_YES = {"yes", "true", "1", "y", "subscribed", "ja", "oui", "sí", "si", "x"}
_NO = {"no", "false", "0", "n", "unsubscribed", "nein", "non", "nee"}
_ANY_IS_YES = "ospos"
_MARKED_UP = "odoo"
_LINE_ENDS = re.compile(r"<br\s{0,9}/?>|</p>|</div>|</li>", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
Cells = Mapping[Part, list[tuple[str, str]]]


def day_order(grid: Grid, shape: Shape) -> tuple[DayOrder | None, str]:
    """How days are to be read, else None and an example to ask the owner by, once for the file."""
    if shape.order is not None:
        return shape.order, ""
    columns = [at for at, part in enumerate(shape.parts) if part is Part.BIRTHDAY]
    return order_of(row[at] for row in grid.rows for at in columns)


def people_of(grid: Grid, shape: Shape, order: DayOrder) -> People:
    """Everybody in the table; `order` is what `day_order` told or the owner answered."""
    refused = sorted(grid.refused)
    rows = zip(grid.lines, grid.rows, strict=True)
    people = tuple(people_in(rows, Columns(grid.header, shape, order), refused))
    return People(source=shape.key or "file", people=people, refused=tuple(sorted(refused)))


@dataclass(frozen=True, slots=True)
class Columns:
    """How the cells of a row are to be understood."""

    header: tuple[str, ...]
    shape: Shape
    order: DayOrder


def people_in(
    rows: Iterable[tuple[int, tuple[str, ...]]], columns: Columns, refused: list[tuple[int, str]]
) -> Iterator[Incoming]:
    """The people of numbered rows, one after the other; `refused`, a heap, takes the lines that name nobody."""
    read = [
        (at, header.strip(), part)
        for at, (header, part) in enumerate(zip(columns.header, columns.shape.parts, strict=True))
        if part is not Part.LEAVE
    ]
    for line, row in rows:
        try:
            yield _person(line, _cells(read, row), columns.shape, columns.order)
        except FieldRefused as fault:
            heappush(refused, (line, fault.sentence))


def _cells(read: Sequence[tuple[int, str, Part]], row: tuple[str, ...]) -> dict[Part, list[tuple[str, str]]]:
    """What stands in the row by what it says, blanks left out, each with its header."""
    found: dict[Part, list[tuple[str, str]]] = {}
    for at, header, part in read:
        if row[at] and (text := _bare(row[at])):
            found.setdefault(part, []).append((header, text))
    return found


def _bare(cell: str) -> str:
    """Without the apostrophe by which numbers are kept from spreadsheets."""
    text = cell.strip()
    if not text.startswith("'"):
        return text
    guarded = text[1:2].isdecimal() or text[1:2] in ("=", "+", "-", "@", "'")
    return text[1:] if guarded else text


def _person(line: int, cells: Cells, shape: Shape, order: DayOrder) -> Incoming:
    day, unread = _birthday(cells, order)
    contacts = (*_contacts(cells, Part.PHONE), *_contacts(cells, Part.EMAIL))
    company = _joined(cells, Part.COMPANY)
    return Incoming(
        row=line, name=_name(cells, company, contacts), external_id=_joined(cells, Part.ID),
        called=_joined(cells, Part.CALLED), pronunciation=_joined(cells, Part.PRONUNCIATION),
        address_form=_joined(cells, Part.ADDRESS_FORM), company=company,
        address=clean_text(_address(cells), "address", TEXT_LIMIT), language=_joined(cells, Part.LANGUAGE)[:35],
        contacts=contacts, birthday=day, notes=(*_notes(cells, shape.key), *unread, *_no_contact(cells)),
        consents=tuple(_consents(cells, shape.key)),
    )


def _joined(cells: Cells, part: Part) -> str:
    if part not in cells:
        return ""
    return clean_line(" ".join(dict.fromkeys(text for _, text in cells.get(part, []))), part.value)


def _name(cells: Cells, company: str, contacts: tuple[tuple[ContactKind, str], ...]) -> str:
    """As it is spelled out, else whole; for want of one the company, else a way to reach them."""
    spelled = " ".join(_joined(cells, part) for part in (Part.FIRST, Part.MIDDLE, Part.LAST, Part.SUFFIX))
    name = " ".join(spelled.split()) or turned(_joined(cells, Part.NAME)) or company or _joined(cells, Part.CALLED)
    if name:
        return name
    if not contacts:
        raise FieldRefused("name", NO_NAME)
    return contacts[0][1]


def turned(name: str) -> str:
    """ "Kowalska, Anna" as "Anna Kowalska"."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() and "," not in first else name


def _contacts(cells: Cells, part: Part) -> Iterable[tuple[ContactKind, str]]:
    kind = ContactKind.PHONE if part is Part.PHONE else ContactKind.EMAIL
    values = [value for _, text in cells.get(part, []) for value in text.split(_MANY)]
    kept = {digits(v) if part is Part.PHONE else v.casefold(): v for v in values if usable(kind, v)}
    return [(kind, clean_line(value, part.value)) for value in kept.values()]


def usable(kind: ContactKind, value: str) -> bool:
    """Whether it can be a phone number or an e-mail address at all."""
    name, _, domain = value.strip().rpartition("@")
    return 3 <= len(digits(value)) <= 20 if kind is ContactKind.PHONE else bool(name and domain) and " " not in value


def _no_contact(cells: Cells) -> list[str]:
    """What stands where a phone number or an e-mail address should, and is none."""
    return [
        f"{header}: {value}"
        for part, kind in ((Part.PHONE, ContactKind.PHONE), (Part.EMAIL, ContactKind.EMAIL))
        for header, text in cells.get(part, [])
        for value in text.split(_MANY)
        if not usable(kind, value)
    ]


def _address(cells: Cells) -> str:
    street = ", ".join(dict.fromkeys(text for _, text in cells.get(Part.ADDRESS, [])))
    town = " ".join(filter(None, (_joined(cells, part) for part in (Part.POSTCODE, Part.CITY, Part.REGION))))
    return "\n".join(filter(None, (street, town, _joined(cells, Part.COUNTRY))))


def _birthday(cells: Cells, order: DayOrder) -> tuple[Birthday | None, tuple[str, ...]]:
    written = cells.get(Part.BIRTHDAY, [])
    if not written:
        return None, ()
    header, text = written[0]
    day = read_birthday(text, order)
    return day, () if day else (f"{header}: {text}",)


def _notes(cells: Cells, key: str) -> list[str]:
    """Notes as they are; other columns with their header, so that one sees what it was."""
    found = [(header, text.strip()) for header, cell in cells.get(Part.NOTE, []) for text in cell.split(_MANY)]
    notes = [(header, _bare_of_markup(text)) for header, text in found] if key == _MARKED_UP else found
    plain = [text if len(header) <= 8 else f"{header}: {text}" for header, text in notes if text]
    tags = [tag.strip() for _, text in cells.get(Part.TAGS, []) for tag in text.replace(_MANY, ",").split(",")]
    shown = ", ".join(dict.fromkeys(tag for tag in tags if tag and not tag.startswith("*")))
    return [*plain, *([f"Tags: {shown}"] if shown else [])]


def _bare_of_markup(text: str) -> str:
    return html.unescape(_MARKUP.sub("", _LINE_ENDS.sub("\n", text))).strip()


def _consents(cells: Cells, key: str) -> Iterable[tuple[str, bool]]:
    for part, purpose in ((Part.EMAIL_CONSENT, EMAIL), (Part.SMS_CONSENT, SMS)):
        said = [text.casefold() for _, text in cells.get(part, [])]
        if any(text in _NO for text in said):
            yield purpose, False
        elif any(text in _YES or key == _ANY_IS_YES for text in said):
            yield purpose, True
