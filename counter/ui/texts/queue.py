"""Words of the place at the counter where printers and waiting slips stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.ui.texts import count, isolate
from counter.ui.texts.keys import CAME_OUT_KEY, DROP_ROW_KEY, KEYS

TITLE, KEY = "Printers and slips", KEYS["queue"]
FOOT: Final = "Esc goes back"
TABLE: Final = "Slips that wait, and those that came out last"
HEADS: Final = ("For", "Slip", "Made", "How it stands")
NOTHING: Final = "No slip waits, and none came out yet. What is printed stands here."

READY, PRINTING = "ready", "is printing"
DOINGS: Final[Mapping[str, str]] = {
    "asks": "asks you",
    "waits": "waits",
    "printing": "on its way",
    "done": "came out",
}
SENTENCES: Final[Mapping[str, str]] = {
    "printing": "It prints in a moment.",
    "done": "It came out. Printed once more it keeps its code; receipts then say that they are a copy.",
    "waits": "It prints by itself as soon as the printer can.",
}
PRINT_IT, TRY_NOW, AGAIN, WAIT = "Print it", "Try it now", "Print it once more", "It prints by itself"
CAME_OUT, OUT_KEY = "It came out", CAME_OUT_KEY
DONT, DONT_KEY = "Don’t print it", DROP_ROW_KEY
SOMEONE: Final = "someone"
TEST: Final = "test slip"
COPY, OURS = "copy", "for the shop"


def whose(name: str, kind: str, printer: str) -> str:
    """The chosen slip in full: for whom, which, where."""
    return f"{isolate(name)}, {kind.lower()}, {isolate(printer)}." if printer else f"{isolate(name)}, {kind.lower()}."


def on(printer: str) -> str:
    """To another printer."""
    return f"On {isolate(printer)} instead"


def stands(printer: str, doing: str) -> str:
    """How a printer is while all is well."""
    return f"{isolate(printer)} {READY if doing in ('ready', 'done') else PRINTING}."


def taken_away(printer: str, waiting: int) -> str:
    """A printer that is set up no more, though slips wait for it."""
    wait = count(waiting, "{} slip waits", "{} slips wait")
    return f"{isolate(printer)} is no longer set up, and {wait} for it. Print them on another one."
