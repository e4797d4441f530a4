"""What the QR code of a slip opens: a message from the customer's own phone or a page, the slip code filled in."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlsplit

from counter.errors import FieldRefused
from counter.records.countries import Country
from counter.records.phones import international
from counter.voice.codes import show

# What QR version 4 holds at error level M in bytes, ISO/IEC 18004 table 7: 21 mm of a 58 mm roll at 5 dots a module.
ROOM = 62
# What version 10 holds: 57 modules and the quiet zone at 5 dots each on the 384 dots of a 58 mm roll.
FORM_ROOM = 213
CODE_HERE = "{code}"


class Way(StrEnum):
    """How the shop likes to hear from its customers."""

    WHATSAPP = "whatsapp"
    SMS = "sms"
    MAIL = "mail"
    FORM = "form"
    PAGE = "page"
    COUNTER = "counter"


@dataclass(frozen=True, slots=True)
class Reach:
    """The shop's choice; `address` is the number, mail address or URL template as typed, empty for the counter."""

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
    """What the QR code says: a link, or a plain sentence with the code where no link works.

    At most `ROOM` bytes, `FORM_ROOM` for a page or form of the shop's own.
    """
    code = show(code)
    if reach.way in (Way.FORM, Way.PAGE) and not template_problem(reach.address):
        return reach.address.strip().replace(CODE_HERE, code)
    link = _link(reach, country)
    sentence = f"{wording.slip} {code}"
    wishes = [f"{link}{quote(sentence)}", f"{link}{quote(code)}"] if link else []
    wishes += [f"{sentence}: {wording.ask}", sentence]
    return next((wish for wish in wishes if len(wish.encode()) <= ROOM), code)


def message_link(reach: Reach, country: Country) -> str:
    """A link that a message's text can be put behind; empty when the address can't be used."""
    link = _link(reach, country)
    return link.replace("?subject=", "?body=") if reach.way is Way.MAIL else link


def check_template(template: str) -> str:
    """The address of a form or page as it is kept; raises FieldRefused on "template" with what is wrong."""
    problem = template_problem(template)
    if problem:
        raise FieldRefused("template", problem)
    return template.strip()


def template_problem(template: str) -> str:
    """What is wrong with the address of a form or page; empty when a slip's QR code can open it."""
    address = template.strip()
    if not address:
        return f"Type the page's address, with {CODE_HERE} where the slip's code goes."
    if address.count(CODE_HERE) != 1:
        return f"Put {CODE_HERE} once into the address, where the slip's code goes."
    if any(letter.isspace() or not letter.isprintable() for letter in address) or not _is_web(address):
        return f"A page's address begins with https://, like https://shop.example/#{CODE_HERE}."
    over = len(address.replace(CODE_HERE, "7K3M-9QX2").encode()) - FORM_ROOM
    return f"The address is {over} letters too long for a QR code that prints well." if over > 0 else ""


def _is_web(address: str) -> bool:
    """Whether it is a whole http or https address whose host doesn't hold the code."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and CODE_HERE not in parts.netloc
    except ValueError:
        return False


def _link(reach: Reach, country: Country) -> str:
    """A link up to where the message's text begins; empty when the address can't be used."""
    if reach.way is Way.MAIL:
        address = reach.address.strip()
        usable = address.count("@") == 1 and not any(c.isspace() for c in address)
        return f"mailto:{quote(address, safe='@')}?subject=" if usable else ""
    number = international(reach.address, country)
    if reach.way not in (Way.WHATSAPP, Way.SMS) or not number:
        return ""
    # iOS wants "&body=", Android "?body="; both take this.
    return f"https://wa.me/{number}?text=" if reach.way is Way.WHATSAPP else f"sms:+{number}?&body="
