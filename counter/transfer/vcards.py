"""vCards 2.1, 3.0 and 4.0, many in a file, each broken one refused by itself."""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

from counter.errors import FieldRefused, Refused
from counter.records.cleaning import TEXT_LIMIT, clean_line, clean_text
from counter.records.countries import DayOrder
from counter.records.imports import Incoming, People
from counter.records.people import ContactKind
from counter.transfer.days import read_birthday
from counter.transfer.rows import NO_NAME, usable

CUT_OFF = "This card has no end: the file was cut off here. Its person was left out."
MOST_CARDS = 200_000
_HEAD = re.compile(r'((?:[^":]|"[^"]*")*):(.*)', re.DOTALL)
_BEGIN, _END = "BEGIN:VCARD", "END:VCARD"
_PICTURES = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_UNITS = re.compile(r"\\.|[^\\;,]+|.", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """One property: its name without a group, its parameters in capitals, and its value, still escaped."""

    name: str
    parameters: tuple[str, ...]
    value: str


def is_vcard(text: str) -> bool:
    """Whether a file holds cards."""
    return text.lstrip("\ufeff \r\n\t")[: len(_BEGIN)].upper() == _BEGIN


def read_vcards(text: str) -> People:
    """Everybody in the file; rows are the lines at which cards begin. Raises Refused when there is no card."""
    people: list[Incoming] = []
    refused: list[tuple[int, str]] = []
    for number, lines, whole in _cards(text):
        if not whole:
            refused.append((number, CUT_OFF))
            continue
        try:
            people.append(_person(number, [line for raw in _unfolded(lines) if (line := _line(raw))]))
        except FieldRefused as fault:
            refused.append((number, fault.sentence))
        if len(people) > MOST_CARDS:
            raise Refused(f"This file has more than {MOST_CARDS:,} cards. Split it into smaller ones.")
    if not people and not refused:
        raise Refused("There is no card in this file.")
    return People(source="vcard", people=tuple(people), refused=tuple(refused))


def _cards(text: str) -> Iterator[tuple[int, list[str], bool]]:
    """Line, content and wholeness of each card; a card inside a card (an agent's) is left out."""
    depth, began = 0, 0
    held: list[str] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        word = line.strip().upper()
        if word == _BEGIN:
            if depth and not _holds_agent(held):
                yield began, held, False
                depth = 0
            depth += 1
            began, held = (number, []) if depth == 1 else (began, held)
        elif word == _END and depth:
            depth -= 1
            if not depth:
                yield began, held, True
        elif depth == 1:
            held.append(line)
    if depth:
        yield began, held, False


def _holds_agent(lines: list[str]) -> bool:
    return bool(lines) and lines[-1].strip().upper().rstrip(":").endswith("AGENT")


def _unfolded(lines: list[str]) -> Iterator[str]:
    """Whole properties: a line that begins with a blank goes on, and so does quoted-printable that ends with "="."""
    held: list[str] = []
    for line in lines:
        soft = bool(held) and held[-1].endswith("=") and "QUOTED-PRINTABLE" in held[0].partition(":")[0].upper()
        if held and (soft or line[:1] in (" ", "\t")):
            held.append(line if soft else line[1:])
            continue
        if held:
            yield _glued(held)
        held = [line]
    if held:
        yield _glued(held)


def _glued(held: list[str]) -> str:
    quoted = "QUOTED-PRINTABLE" in held[0].partition(":")[0].upper()
    return "".join(part.removesuffix("=") if quoted and part is not held[-1] else part for part in held)


def _line(raw: str) -> Line | None:
    found = _HEAD.fullmatch(raw)
    if not found:
        return None
    name, *parameters = found[1].split(";")
    bare = name.rpartition(".")[2].strip().upper()
    upper = tuple(parameter.strip().upper() for parameter in parameters)
    if bare in _PICTURES or any(word in ("ENCODING=B", "ENCODING=BASE64", "BASE64") for word in upper):
        return None
    return Line(bare, upper, _decoded(upper, found[2]))


def _decoded(parameters: tuple[str, ...], value: str) -> str:
    if not any(word.removeprefix("ENCODING=") == "QUOTED-PRINTABLE" for word in parameters):
        return value
    data = quopri.decodestring(value.encode("utf-8"))
    charset = next((word.removeprefix("CHARSET=") for word in parameters if word.startswith("CHARSET=")), "UTF-8")
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return data.decode("cp1252", errors="replace")


def _split(value: str, by: str = ";") -> list[str]:
    parts: list[list[str]] = [[]]
    for unit in _UNITS.findall(value):
        if unit == by:
            parts.append([])
        else:
            parts[-1].append(unit)
    return [_plain("".join(part)) for part in parts]


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()


def _person(number: int, lines: list[Line]) -> Incoming:
    contacts = tuple(dict.fromkeys(_contacts(lines)))
    company = clean_line(" ".join(filter(None, _split(_first(lines, "ORG")))), "company")
    day = _first(lines, "BDAY")
    birthday = read_birthday(_plain(day), DayOrder.YEAR_FIRST) if day else None
    unread = (f"Birthday: {_plain(day)}",) if day and birthday is None else ()
    return Incoming(
        row=number, name=_name(lines, company, contacts), external_id=clean_line(_plain(_first(lines, "UID")), "id"),
        called=_one(lines, "NICKNAME"), pronunciation=_sounds(lines), address_form=_prefix(lines), company=company,
        address=_address(lines), language=_one(lines, "LANG")[:35], contacts=contacts, birthday=birthday,
        notes=(*_notes(lines), *unread),
    )


def _first(lines: list[Line], name: str) -> str:
    return next((line.value for line in lines if line.name == name and line.value.strip(" ;")), "")


def _one(lines: list[Line], name: str) -> str:
    return clean_line(_plain(_first(lines, name)), name.casefold())


def _sounds(lines: list[Line]) -> str:
    return " ".join(filter(None, (_one(lines, f"X-PHONETIC-{which}-NAME") for which in ("FIRST", "LAST"))))


def _prefix(lines: list[Line]) -> str:
    return clean_line(([*_split(_first(lines, "N")), *[""] * 4])[3], "address form")


def _name(lines: list[Line], company: str, contacts: tuple[tuple[ContactKind, str], ...]) -> str:
    family, given, middle, _, suffix = ([*_split(_first(lines, "N")), *[""] * 5])[:5]
    parts = clean_line(" ".join(filter(None, (given, middle, family, suffix))), "name")
    name = _one(lines, "FN") or parts or company or (contacts[0][1] if contacts else "")
    if not name:
        raise FieldRefused("name", NO_NAME.replace("row", "card"))
    return name


def _contacts(lines: list[Line]) -> Iterator[tuple[ContactKind, str]]:
    for name, kind, scheme in (("TEL", ContactKind.PHONE, "tel:"), ("EMAIL", ContactKind.EMAIL, "mailto:")):
        for line in lines:
            value = _plain(line.value)
            value = value[len(scheme) :] if value.casefold().startswith(scheme) else value
            if line.name == name and usable(kind, value):
                yield kind, clean_line(value, name.casefold())


def _address(lines: list[Line]) -> str:
    box, more, street, city, region, code, country = ([*_split(_first(lines, "ADR")), *[""] * 7])[:7]
    first = ", ".join(filter(None, (box, more, street)))
    second = " ".join(filter(None, (code, city, region)))
    return clean_text("\n".join(filter(None, (first, second, country))), "address", TEXT_LIMIT)


def _notes(lines: list[Line]) -> list[str]:
    notes = [_plain(line.value) for line in lines if line.name == "NOTE"]
    titles = [f"{line.name.capitalize()}: {_plain(line.value)}" for line in lines if line.name in ("TITLE", "ROLE")]
    tags = [tag for line in lines if line.name == "CATEGORIES" for tag in _split(line.value, ",")]
    shown = ", ".join(filter(None, tags))
    return [note for note in (*notes, *titles, f"Tags: {shown}" if shown else "") if note]
