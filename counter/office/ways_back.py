"""How customers can tell us: the way that a slip's QR code opens, the page for the shop's own web space, the tablet."""

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from html import escape
from pathlib import Path

from counter.errors import FieldRefused, Refused, Unavailable
from counter.models.journal import Writer
from counter.office import feedback_in
from counter.office import shop as settings_kept
from counter.office.change import Change, Told, save
from counter.office.feedback_in import Run
from counter.page import look
from counter.page.addresses import own_addresses
from counter.records.entries import Saved
from counter.settings import Settings
from counter.slips.wording import Word, Wording, wording_for
from counter.voice import codes, links
from counter.voice.links import Reach, Way

SAMPLE = "7K3M9QX2"
PARTS = ("words.json", "index.html", "page.js")
FIRST_LANGUAGE = "en"
BETWEEN = "\u00a0· "


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a slip carries for the customer: what its QR code says, and the same in words under it."""

    qr: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysBack:
    """As things stand: the settings, the shop's own addresses, what was brought in."""

    settings: Settings
    addresses: tuple[str, ...]
    runs: tuple[Run, ...]


def load() -> WaysBack:
    """As kept, and as this PC stands in the network."""
    return WaysBack(settings=settings_kept.load(), addresses=own_addresses(), runs=feedback_in.runs())


def shown(settings: Settings, wordings: Mapping[str, Wording]) -> Shown:
    """On a slip in the shop's own language."""
    wording = wording_for(settings.language, settings.language, wordings)
    say = links.Wording(wording.say(Word.SLIP), wording.say(Word.ASK))
    ways = public_ways(settings)
    tell = f"{wording.say(Word.OR_TELL_US)} {ways}" if ways else str(wording.say(Word.TELL_US_HERE))
    code = f"{wording.say(Word.HOW_WAS_IT)} {codes.show(SAMPLE)}"
    return Shown(qr=links.qr_text(settings.reach, SAMPLE, settings.land, say), words=(code, tell))


def public_ways(settings: Settings) -> str:
    """How customers reach the shop, as a line."""
    return BETWEEN.join(each_way(settings))


def each_way(settings: Settings) -> tuple[str, ...]:
    """How customers reach the shop, as it stands on slips, pages and reports; each way once."""
    return tuple(dict.fromkeys(way for way in (settings.phone, settings.whatsapp, settings.mail) if way))


def choose(settings: Settings, way: str, template: str) -> Settings:
    """The settings with another way; raises FieldRefused on "template" or "way" where it can't be used."""
    wanted = replace(settings, way=way, template=template.strip())
    if way in (Way.FORM, Way.PAGE):
        return replace(wanted, template=links.check_template(template))
    given = {Way.WHATSAPP.value: settings.whatsapp, Way.SMS.value: settings.phone, Way.MAIL.value: settings.mail}
    if way in given and not given[way].strip():
        raise FieldRefused("way", "The shop has no such number or address yet. Type it on the page “Shop”.")
    return wanted


def save_way(change: Change, way: str, template: str) -> Saved:
    """Keep what a slip's QR code opens; raises FieldRefused as `choose`."""
    wanted = choose(settings_kept.load(), way, template)

    def write(_writer: Writer) -> Told:
        return settings_kept.put(wanted, "Slips that are printed from now on open this.")

    return save(change, write)


def switch_tablet(change: Change, on: bool, address: str) -> Saved:  # noqa: FBT001
    """Switch the page on the counter's tablet; raises Refused when this PC has no such address."""
    if on and not (address or own_addresses()):
        raise Refused("This PC is in no network. Connect it to the shop's own network first.")
    wanted = replace(settings_kept.load(), tablet=on, tablet_address=address)

    def write(_writer: Writer) -> Told:
        sentence = "The page for the tablet is on." if on else "The page for the tablet is off."
        return settings_kept.put(wanted, sentence)

    return save(change, write)


def page_file(settings: Settings, parts: Mapping[str, str]) -> str:
    """The page for the shop's own web space, one file that asks for no other; `parts` are the texts of resources/page.

    Raises Refused when no message can be sent anywhere from it.
    """
    words = page_words(settings.language, parts["words.json"])
    buttons = _buttons(settings, words["send"])
    if not buttons:
        raise Refused("A page can only send messages: type a WhatsApp number, a phone number or a mail address first.")
    reach = public_ways(settings)
    script = parts["page.js"].strip()
    filled = {name: escape(text) for name, text in words.items()} | {
        "language": escape(settings.language), "shop": escape(settings.shop_name), "reach": escape(reach),
        "code_hint": look.hint(words["code_hint"]), "style": look.STYLE, "links": buttons,
        "questions": look.questions(words), "script": script,
        "policy": f"default-src 'none'; style-src {_hash(look.STYLE)}; script-src {_hash(script)}; base-uri 'none'",
    }
    page = parts["index.html"].replace('<form id="f"', f'<form id="f" data-slip="{escape(words["slip"])}"')
    return re.sub(r"\{\{(\w+)\}\}", lambda place: filled[place[1]], page)


def save_page_file(settings: Settings, parts: Mapping[str, str], path: Path) -> None:
    """Write that page to a place of the owner's choice; raises Refused as `page_file`, Unavailable when it can't be."""
    page = page_file(settings, parts)
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as fault:
        raise Unavailable("The page can't be saved there. Choose another folder.") from fault


def page_words(language: str, text: str) -> dict[str, str]:
    """The page's words in a language (English where there are none), with its direction as `flow`."""
    kept = json.loads(text)
    found: dict[str, str] = kept.get(language.split("-")[0], kept[FIRST_LANGUAGE])
    return found


def _buttons(settings: Settings, send: str) -> str:
    """A link for each way that the shop gave; the page puts the message behind it."""
    given = ((Way.WHATSAPP, settings.whatsapp, "WhatsApp"), (Way.SMS, settings.phone, "SMS"),
             (Way.MAIL, settings.mail, "E-mail"))  # fmt: skip
    made = []
    for way, address, label in given:
        start = links.message_link(Reach(way, address), settings.land) if address.strip() else ""
        if start:
            made.append(f'<a class="b" href="#" data-to="{escape(start)}">{escape(send)}: {label}</a>')
    return " ".join(made)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
