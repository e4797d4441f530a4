"""Words that every screen shares: keys, the top and the foot of the window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.ui.texts import count
from counter.ui.texts.keys import KEYS

PROGRAM: Final = "Counter"
OWNERS_WINDOW: Final = "owner’s window"

# keys as they are written on caps
ENTER: Final = "Enter"
SAVE_LINES: Final = "Ctrl+Enter"
ESC: Final = "Esc"
HELP_KEY, OWNER_KEY, UNDO_KEY = KEYS["help"], KEYS["owner"], KEYS["undo"]

HELP: Final = "help"
COUNTER: Final = "counter"
NOBODY_NAMED: Final = "Who is here?"
BACK: Final = "Back to the counter"
UNDO: Final = "Undo"
STOP: Final = "Stop"
NAMES_SO_FAR: Final = "Putting together the names read so far"
MAKING_THE_DEMO: Final = "Making up a shop with its people and a year of days"
COULD_NOT_OPEN: Final = "Counter could not open the shop. Start it again; the log tells what happened."
ENDED_BADLY: Final = (
    "Counter stopped without being closed last time. What was saved is all there; what was half written stands on "
    "Today. If it happens again, F10, About, has a report for whoever helps you."
)
SAVE: Final = "Save"
DRAFT: Final = "Draft"
DRAFT_KEPT_BY_ESC: Final = "Esc keeps a draft"
ESC_CHANGES_NOTHING: Final = "Esc leaves it as it was"
GO_ON: Final = "Go on"
THROW_AWAY: Final = "Throw away"
PRINT: Final = "Print"
SAVE_AS_PDF: Final = "Save as PDF"

# languages of the lines on slips, each in its own words
LANGUAGES: Final[Mapping[str, str]] = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "it": "Italiano",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "tr": "Türkçe",
    "ar": "العربية",
}

PRINTER_READY: Final = "Printer ready"
SLIPS_AS_PDF: Final = "Slips as PDF"
PRINTING: Final = "Printing"


def reading_names(done: int, total: int) -> str:
    """Beside the names while they are read: “12,400 of 30,000”."""
    return f"Getting to know everybody’s names again, {done:,} of {total:,}"


def names_halted(done: int, total: int) -> str:
    """Where that was stopped."""
    return f"Only {done:,} of {total:,} people can be found so far."


def unseen(number: int) -> str:
    """Beside a field, and after saving: what was in it and could not be kept."""
    one, more = "{} character that can’t be seen is left out.", "{} characters that can’t be seen are left out."
    return count(number, one, more)


def printer_trouble(printer: str, trouble: str) -> str:
    """What is wrong with a printer: “Counter printer: no paper”."""
    return f"{printer}: {trouble}"


def slips_wait(number: int) -> str:
    """How many slips are kept for a printer."""
    return count(number, "{} slip waits", "{} slips wait")


def draft_kept(time: str, staff: str) -> str:
    """The note in the head of a form."""
    return f"Draft kept, {time} {staff}"


def when(day: str, time: str) -> str:
    """Day and time in the top bar."""
    return f"{day} · {time}"
