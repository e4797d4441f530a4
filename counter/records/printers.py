"""What differs between printers, how each one is doing, and what waits for it."""
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from counter.records.slips import PrinterWay


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
    printer that was taken away while slips still waited for it. `on_paper` is False where slips become files.
    """

    printer_id: int
    name: str
    doing: Doing
    waiting: int = 0
    asking: int = 0
    trouble: str = ""
    sentence: str = ""
    usable: bool = True
    on_paper: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingSlip:
    """One slip of the queue. `asks` is True when it needs a person's word; `sentence` says why it is still here.

    `name` is how its person is called, empty for someone; `kind` is the slip's; `ours` stays in the shop. One that is
    `DONE` came out lately.
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
    ours: bool = False

    @property
    def asks(self) -> bool:
        """True when somebody has to say what becomes of it."""
        return self.doing is Doing.ASKS
