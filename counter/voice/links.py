"""What the QR code of a slip opens: a message from the customer's own phone to the shop, the slip code filled in."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from counter.records.countries import Country
from counter.records.phones import international
from counter.voice.codes import show

# What QR version 4 holds at error level M in bytes, ISO/IEC 18004 table 7: 21 mm of a 58 mm roll at 5 dots a module.
ROOM = 62


class Way(StrEnum):
    """How the shop likes to hear from its customers."""

    WHATSAPP = "whatsapp"
    SMS = "sms"
    MAIL = "mail"
    COUNTER = "counter"


@dataclass(frozen=True, slots=True)
class Reach:
    """The shop's choice; `address` is the number or mail address as the owner typed it, empty for the counter."""

    way: Way
    address: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The customer's language: `slip` opens the message ("Slip 7K3M-9QX2"), `ask` follows the code at the counter."""

    slip: str = "Slip"
    ask: str = "say or show it at our counter."


def first_way(whatsapp: str, phone: str, mail: str) -> Reach:
    """The default: the first of the ways that the shop gave; the counter when it gave none."""
    given = ((Way.WHATSAPP, whatsapp), (Way.SMS, phone), (Way.MAIL, mail))
    return next((Reach(way, address) for way, address in given if address.strip()), Reach(Way.COUNTER))


def qr_text(reach: Reach, code: str, country: Country, wording: Wording) -> str:
    """What the QR code says, at most `ROOM` bytes: a link, or a plain sentence with the code where no link works."""
    code = show(code)
    link = _link(reach, country)
    sentence = f"{wording.slip} {code}"
    wishes = [f"{link}{quote(sentence)}", f"{link}{quote(code)}"] if link else []
    wishes += [f"{sentence}: {wording.ask}", sentence]
    return next((wish for wish in wishes if len(wish.encode()) <= ROOM), code)


def _link(reach: Reach, country: Country) -> str:
    """A link up to where the message's text begins; empty when the address can't be used."""
    if reach.way is Way.MAIL:
        address = reach.address.strip()
        usable = address.count("@") == 1 and not any(c.isspace() for c in address)
        return f"mailto:{quote(address, safe='@')}?subject=" if usable else ""
    number = international(reach.address, country)
    if reach.way is Way.COUNTER or not number:
        return ""
    # iOS wants "&body=", Android "?body="; both take this.
    return f"https://wa.me/{number}?text=" if reach.way is Way.WHATSAPP else f"sms:+{number}?&body="
