"""What differs between printers, how each one is doing, and what waits for it."""
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from counter.records.slips import PrinterWay


@dataclass(frozen=True, slots=True, kw_only=True)
class RollOptions:
    """How a roll printer is spoken to: rows sent at once, dots fed after the slip, the knife, the drawer.

    `answers` is False for a printer that never tells its status: its slips can't be confirmed. `raw` makes the
    system's queue take a roll printer's own commands instead of a page.
    """

    chunk: int = 100
    feed: int = 64
    cut: bool = True
    drawer: bool = False
    answers: bool = True
    raw: bool = False


def roll_options(kept: Mapping[str, Any]) -> RollOptions:
    """As kept with a printer; what is unknown, of another kind or beyond what printers take is left at its default."""
    known = {f.name: kept[f.name] for f in fields(RollOptions) if type(kept.get(f.name)) is type(f.default)}
    for name, low, high in (("chunk", 8, 1024), ("feed", 0, 255)):
        if not low <= known.get(name, low) <= high:
            del known[name]
    return RollOptions(**known)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPrinter:
    """A printer that this PC knows of: the way and the target to set it up with."""

    way: PrinterWay
    target: str
    name: str


class Doing(StrEnum):
    """What a printer or a slip is doing: `ASKS` waits for a person's word, `WAITS` tries again by itself."""

    READY = "ready"
    DONE = "done"
    PRINTING = "printing"
    WAITS = "waits"
    ASKS = "asks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one printer is: `trouble` in two or three words ("out of paper"), `sentence` with what to do about it.

    `waiting` counts the slips that print by themselves, `asking` those that need a word. `usable` is False for a
    printer that was taken away while slips still waited for it.
    """

    printer_id: int
    name: str
    doing: Doing
    waiting: int = 0
    asking: int = 0
    trouble: str = ""
    sentence: str = ""
    usable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingSlip:
    """One slip of the queue. `asks` is True when it needs a person's word; `sentence` says why it is still here.

    `name` is how its person is called, empty for someone; `kind` is the slip's. One that is `DONE` came out lately.
    """

    job_id: int
    printer_id: int
    code: str
    copy: bool
    made_at: datetime
    doing: Doing
    sentence: str = ""
    name: str = ""
    kind: str = ""

    @property
    def asks(self) -> bool:
        """True when somebody has to say what becomes of it."""
        return self.doing is Doing.ASKS
