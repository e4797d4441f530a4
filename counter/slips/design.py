"""The owner's design of each kind of slip: what it starts as, what it must keep, and how it orders the parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from counter.errors import FieldRefused
from counter.records.cleaning import clean_text
from counter.records.designs import Part, SlipDesign
from counter.records.slips import Block, ForPaper, Qr, Rule, SlipKind

OWN_WORDS = 160
OWN_LINES = 4
_TOP = (Part.LOGO, Part.SHOP, Part.HEADER)
_FOOT = (Part.QR, Part.CODE, Part.REACH, Part.DAY, Part.ADDRESS, Part.CLOSING)
_MIDDLE = {
    SlipKind.THANK_YOU: (Part.NAME, Part.LINE, Part.GESTURE),
    SlipKind.APOLOGY: (Part.NAME, Part.LINE, Part.DONE, Part.GESTURE),
    SlipKind.RETURN_RECEIPT: (Part.TITLE, Part.NAME, Part.LINE, Part.GOODS, Part.OUTCOME, Part.BOUGHT),
    SlipKind.CREDIT_NOTE: (Part.TITLE, Part.NAME, Part.LINE, Part.AMOUNT),
    SlipKind.DEPOSIT_RECEIPT: (Part.TITLE, Part.NAME, Part.SPEC, Part.PROMISED, Part.PRICES),
    SlipKind.ORDER_SLIP: (Part.TITLE, Part.NAME, Part.SPEC, Part.PROMISED, Part.PRICES, Part.SIGN),
}
_ALWAYS = (Part.SHOP, Part.CODE)
_NEEDED = {
    SlipKind.THANK_YOU: (Part.NAME, Part.LINE),
    SlipKind.APOLOGY: (Part.LINE, Part.DONE),
    SlipKind.RETURN_RECEIPT: (Part.TITLE, Part.GOODS, Part.OUTCOME),
    SlipKind.CREDIT_NOTE: (Part.TITLE, Part.AMOUNT),
    SlipKind.DEPOSIT_RECEIPT: (Part.TITLE, Part.SPEC, Part.PRICES),
    SlipKind.ORDER_SLIP: (Part.TITLE, Part.SPEC, Part.PROMISED, Part.SIGN),
}
_RULED = (Part.DONE, Part.GOODS, Part.OUTCOME, Part.AMOUNT, Part.SPEC, Part.PRICES)


def parts_of(kind: SlipKind) -> tuple[Part, ...]:
    """All that may stand on this kind, in the order it starts with."""
    return (*_TOP, *_MIDDLE[kind], *_FOOT)


def needed(kind: SlipKind) -> tuple[Part, ...]:
    """What this kind can't do without."""
    return (*_ALWAYS, *_NEEDED[kind])


def usual(kind: SlipKind) -> SlipDesign:
    """As it came with the program."""
    return SlipDesign(parts=parts_of(kind))


def _field(kind: SlipKind) -> SlipDesign:
    made: SlipDesign = field(default_factory=lambda: usual(kind))
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A design for each kind of slip, each under the kind's own name."""

    thank_you: SlipDesign = _field(SlipKind.THANK_YOU)
    apology: SlipDesign = _field(SlipKind.APOLOGY)
    return_receipt: SlipDesign = _field(SlipKind.RETURN_RECEIPT)
    credit_note: SlipDesign = _field(SlipKind.CREDIT_NOTE)
    deposit_receipt: SlipDesign = _field(SlipKind.DEPOSIT_RECEIPT)
    order_slip: SlipDesign = _field(SlipKind.ORDER_SLIP)

    def of(self, kind: SlipKind) -> SlipDesign:
        """The design of one kind."""
        return self._by_name()[kind]

    def changed(self, kind: SlipKind, design: SlipDesign) -> "Policy":
        """With another design for one kind."""
        return replace(self, **{kind.value: design})

    def _by_name(self) -> dict[str, SlipDesign]:
        return {each.name: getattr(self, each.name) for each in fields(self)}


def checked(kind: SlipKind, design: SlipDesign) -> SlipDesign:
    """The design with its words cleaned; raises FieldRefused for one whose slips would fail the customer."""
    parts = tuple(Part(part) for part in design.parts)
    if len(set(parts)) < len(parts) or not set(parts) <= set(parts_of(kind)):
        raise FieldRefused("parts", "A part can stand on a slip once, and only where it has something to say.")
    missing = [part for part in needed(kind) if part not in parts]
    if missing:
        raise FieldRefused("parts", _NEEDS[missing[0]])
    if Part.QR not in parts and Part.REACH not in parts:
        raise FieldRefused("parts", "Keep the QR code or the line how to reach you: telling you must be easy.")
    return replace(
        design, parts=parts, header=_own(design.header, "header"), closing=_own(design.closing, "closing")
    )


def arranged(design: SlipDesign, content: Mapping[Part, tuple[Block, ...]]) -> tuple[Block, ...]:
    """The content in the design's order, with lines across where a new matter begins."""
    placed: list[Block] = []
    for part in design.parts:
        blocks = content.get(part, ())
        if blocks and part in _RULED and placed:
            placed.append(Rule())
        placed += blocks
    return tuple(_without_spare_rules(placed, rules=design.rules))


def _own(words: ForPaper, name: str) -> ForPaper:
    text = clean_text(words, name, OWN_WORDS)
    if len(text.splitlines()) > OWN_LINES:
        raise FieldRefused(name, f"{OWN_LINES} lines fit here: a slip is short.")
    return ForPaper(text)


def _without_spare_rules(blocks: list[Block], *, rules: bool) -> list[Block]:
    """No two in a row, none at an end, none right under a QR code's white."""
    kept: list[Block] = []
    for block in blocks:
        if not isinstance(block, Rule) or (rules and kept and not isinstance(kept[-1], Rule | Qr)):
            kept.append(block)
    while kept and isinstance(kept[-1], Rule):
        kept.pop()
    return kept


_NEEDS = {
    Part.SHOP: "Keep the shop’s name: a slip says from whom it is.",
    Part.CODE: "Keep the code: without it nobody finds this slip again.",
    Part.NAME: "Keep the name: it is what this slip is for.",
    Part.LINE: "Keep the sincere line: a slip without a word is only paper.",
    Part.DONE: "Keep what you did about it: that is what they wait for.",
    Part.TITLE: "Keep the title: it says what this paper is.",
    Part.GOODS: "Keep what came back: a receipt without it proves nothing.",
    Part.OUTCOME: "Keep what became of it: a receipt without it proves nothing.",
    Part.AMOUNT: "Keep the amount: the note is worth what it says.",
    Part.SPEC: "Keep what was ordered: it is what both sides agreed.",
    Part.PROMISED: "Keep the promised day: it is what both sides agreed.",
    Part.PRICES: "Keep the prices: a receipt says what was paid.",
    Part.SIGN: "Keep the room to sign: the shop’s copy needs it.",
}
