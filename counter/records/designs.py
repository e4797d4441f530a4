"""How the owner wants a slip to look: its parts in their order, words of the owner's own, sizes and sides."""

from dataclasses import dataclass
from enum import StrEnum

from counter.records.slips import NOTHING, ForPaper


class Part(StrEnum):
    """What may stand on a slip. `HEADER` and `CLOSING` are the owner's own words; a part without content is left out.

    `LINE` is the sincere line (on receipts: what thanks for it), `GOODS` what came back, `OUTCOME` what became of it,
    `BOUGHT` the till's receipt, `SIGN` the room to sign on the shop's own copy, `REACH` how else to tell us.
    """

    LOGO = "logo"
    SHOP = "shop"
    HEADER = "header"
    TITLE = "title"
    NAME = "name"
    LINE = "line"
    DONE = "done"
    GESTURE = "gesture"
    GOODS = "goods"
    OUTCOME = "outcome"
    BOUGHT = "bought"
    AMOUNT = "amount"
    SPEC = "spec"
    PROMISED = "promised"
    PRICES = "prices"
    SIGN = "sign"
    QR = "qr"
    CODE = "code"
    REACH = "reach"
    DAY = "day"
    ADDRESS = "address"
    CLOSING = "closing"


class NameSize(StrEnum):
    """How large the person's name stands."""

    SMALLER = "smaller"
    USUAL = "usual"
    LARGER = "larger"


class Side(StrEnum):
    """Where reading begins: as the slip's language has it, or always the same."""

    BY_LANGUAGE = "by_language"
    LTR = "ltr"
    RTL = "rtl"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipDesign:
    """One kind of slip. An empty `language` is the customer's; `rules` are the lines across."""

    parts: tuple[Part, ...]
    header: ForPaper = NOTHING
    closing: ForPaper = NOTHING
    name_size: NameSize = NameSize.USUAL
    language: str = ""
    side: Side = Side.BY_LANGUAGE
    rules: bool = True
