"""Writing vCards 3.0, which every phone reads: UTF-8, folded at 75 bytes, every separator escaped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_FOLD = 74


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One person; `address` is free text of many lines, `birthday` YYYY-MM-DD or --MM-DD, or empty."""

    uid: str
    name: str
    called: str = ""
    company: str = ""
    address: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    birthday: str = ""


def write_vcards(cards: Iterable[Card]) -> str:
    """All cards in one text."""
    return "".join(f"{_folded(line)}\r\n" for card in cards for line in _lines(card))


def _lines(card: Card) -> Iterator[str]:
    first, _, last = card.name.rpartition(" ")
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"UID:{_escaped(card.uid)}", f"FN:{_escaped(card.name)}")
    yield f"N:{_escaped(last)};{_escaped(first)};;;"
    for name, value in (("NICKNAME", card.called), ("ORG", card.company)):
        if value:
            yield f"{name}:{_escaped(value)}"
    for phone in card.phones:
        yield f"TEL;TYPE=VOICE:{_escaped(phone)}"
    for mail in card.emails:
        yield f"EMAIL;TYPE=INTERNET:{_escaped(mail)}"
    if card.address:
        yield f"ADR:;;{_escaped(card.address)};;;;"
    if card.birthday:
        yield f"BDAY:{card.birthday}"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """No line longer than 75 bytes; no letter is cut in two."""
    parts, size = [""], 0
    for letter in line:
        width = len(letter.encode("utf-8"))
        if size + width > _FOLD:
            parts, size = [*parts, " "], 1
        parts[-1] += letter
        size += width
    return "\r\n".join(parts)
