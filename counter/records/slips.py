"""Slips: what they say, the paper they go on, and what became of them. Nothing here can hold what staff wrote."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NewType

from counter.records.gauges import Gauge
from counter.records.roll import RollOptions

DOTS_PER_MM = 8

ForPaper = NewType("ForPaper", str)
"""Words a customer may read. Notes and facts are plain `str`, so the type checker keeps them off paper."""

NOTHING = ForPaper("")


class SlipKind(StrEnum):
    """The papers that the shop hands out; none is the till's fiscal receipt."""

    THANK_YOU = "thank_you"
    APOLOGY = "apology"
    RETURN_RECEIPT = "return_receipt"
    CREDIT_NOTE = "credit_note"
    DEPOSIT_RECEIPT = "deposit_receipt"
    ORDER_SLIP = "order_slip"


class Flow(StrEnum):
    """The side on which reading begins."""

    LTR = "ltr"
    RTL = "rtl"


class Size(StrEnum):
    """The part that a text plays, from which its size and weight follow."""

    NAME = "name"
    SMALLER_NAME = "smaller_name"
    LARGER_NAME = "larger_name"
    TITLE = "title"
    SHOP = "shop"
    LINE = "line"
    GESTURE = "gesture"
    CODE = "code"
    SMALL = "small"


class Align(StrEnum):
    """Where a text stands; start is the right in Arabic."""

    START = "start"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """The shop as it stands on paper: all of it is public. `logo` is an image file, already fit for print."""

    name: ForPaper
    logo: bytes | None = None
    phone: ForPaper = NOTHING
    whatsapp: ForPaper = NOTHING
    mail: ForPaper = NOTHING
    address: ForPaper = NOTHING

    @property
    def reach(self) -> tuple[ForPaper, ...]:
        """The ways to tell us something, in order and each once."""
        return tuple(dict.fromkeys(way for way in (self.phone, self.whatsapp, self.mail) if way))


@dataclass(frozen=True, slots=True)
class Line:
    """A sincere line for a slip. `number` is the shop's own number of it, 0 for a starter line."""

    text: ForPaper
    language: str
    occasion: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Logo:
    """The shop's mark, an image file."""

    image: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Words:
    """A text of one or more lines."""

    text: ForPaper
    size: Size
    align: Align = Align.CENTRE


@dataclass(frozen=True, slots=True)
class Row:
    """What it is, and a figure, day or number that is never broken."""

    key: ForPaper
    value: ForPaper
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows with one column of values."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code that says `content`."""

    content: str


@dataclass(frozen=True, slots=True)
class Sign:
    """Room to sign, with what it is for underneath."""

    label: ForPaper


Block = Logo | Words | Rows | Rule | Qr | Sign | Gauge


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """All that it says, in order; `ours` is what the shop's own copy says. `copy_mark` is empty where none is due."""

    kind: SlipKind
    code: str
    language: str
    flow: Flow
    title: ForPaper
    blocks: tuple[Block, ...]
    copy_mark: ForPaper = NOTHING
    ours: tuple[Block, ...] = ()

    def as_ours(self) -> "Slip":
        """The copy that stays in the shop; the slip itself where there is none."""
        return replace(self, blocks=self.ours or self.blocks, ours=())

    def as_copy(self) -> "Slip":
        """The slip for a reprint: receipts say that they are a copy, a thank-you stays as it is."""
        mark = (Words(self.copy_mark, Size.TITLE),) if self.copy_mark else ()
        return replace(self, blocks=(*mark, *self.blocks), copy_mark=NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper in millimetres; `height` is None for a roll. `margin` and `column` are dots (8 a millimetre).

    `column` is the width that is written on; on a roll it is what the print head reaches. `scale` makes type larger.
    """

    key: str
    name: str
    width: float
    height: float | None
    margin: int
    column: int
    scale: float = 1.0

    @property
    def dots(self) -> int:
        """The width in whole dots."""
        return int(self.width * DOTS_PER_MM)

    @property
    def page(self) -> int | None:
        """The height of a page in whole dots."""
        return None if self.height is None else int(self.height * DOTS_PER_MM)

    @property
    def left(self) -> int:
        """Where the column begins."""
        return (self.dots - self.column) // 2


PAPERS = {
    paper.key: paper
    for paper in (
        Paper(key="roll58", name="Roll, 58 mm", width=58, height=None, margin=16, column=384),
        Paper(key="roll80", name="Roll, 80 mm", width=80, height=None, margin=16, column=576, scale=1.15),
        Paper(key="a6", name="A6", width=105, height=148, margin=64, column=688, scale=1.3),
        Paper(key="a5", name="A5", width=148, height=210, margin=80, column=880, scale=1.55),
        Paper(key="a4", name="A4", width=210, height=297, margin=120, column=1120, scale=1.9),
        Paper(key="letter", name="Letter", width=215.9, height=279.4, margin=120, column=1120, scale=1.9),
    )
}


class PrintState(StrEnum):
    """Where a slip stands on its way to paper; `UNKNOWN` may or may not have come out."""

    QUEUED = "queued"
    SENDING = "sending"
    PRINTED = "printed"
    FAILED = "failed"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOutcome:
    """What a printer made of a slip, and the reason as a sentence; `FAILED`: nothing came out.

    `place` is the file that was written; `note` is said even when all went well ("The paper is nearly used up.").
    """

    state: PrintState
    reason: str = ""
    place: str = ""
    note: str = ""


class PrinterWay(StrEnum):
    """How a printer is reached."""

    PDF = "pdf"
    SYSTEM = "system"
    NETWORK = "network"
    SERIAL = "serial"
    DEVICE = "device"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """A printer as the shop set it up. `target` is a folder, a queue's name or host:port; `roll` holds for rolls."""

    id: int
    name: str
    way: PrinterWay
    target: str
    paper: str
    roll: RollOptions = RollOptions()
