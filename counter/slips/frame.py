"""What all slips share: the shop, the way back to us, and the owner's design that puts all parts in order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from counter.records.countries import MoneyStyle
from counter.records.designs import NameSize, Part, Side
from counter.records.money import say_money
from counter.records.slips import Block, Flow, ForPaper, Logo, Qr, Row, Rule, Shop, Size, Slip, SlipKind, Words
from counter.slips.design import Policy, arranged
from counter.slips.wording import Word, Wording

_NAMES = {NameSize.SMALLER: Size.SMALLER_NAME, NameSize.USUAL: Size.NAME, NameSize.LARGER: Size.LARGER_NAME}

Parts = Mapping[Part, tuple[Block, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The same for every slip of one visit. `code` is shown as XXXX-XXXX, `qr` is what the QR code says."""

    shop: Shop
    wording: Wording
    code: str
    qr: str
    day: date
    designs: Policy = field(default_factory=Policy)

    def say(self, word: Word) -> ForPaper:
        """A fixed word in the slip's language."""
        return self.wording.say(word)


@dataclass(frozen=True, slots=True)
class Content:
    """What one slip says in its own parts; `marked` makes a reprint say that it is a copy."""

    kind: SlipKind
    title: ForPaper
    parts: Parts
    ask: Word = Word.QUESTIONS
    marked: bool = True


def slip(frame: Frame, content: Content) -> Slip:
    """The whole slip, as the owner's design for its kind orders it."""
    wording, design = frame.wording, frame.designs.of(content.kind)
    own = {Part.HEADER: _own(design.header), Part.CLOSING: _own(design.closing)}
    name = content.parts.get(Part.NAME, ())
    sized = {Part.NAME: tuple(_sized(block, _NAMES[NameSize(design.name_size)]) for block in name)}
    foot = _foot(frame, content.ask)
    if content.kind is SlipKind.APOLOGY:
        foot |= {Part.QR: (Rule(), *foot[Part.QR])}
    return Slip(
        kind=content.kind,
        code=frame.code,
        language=wording.language,
        flow=wording.flow if design.side == Side.BY_LANGUAGE else Flow(design.side),
        title=content.title,
        blocks=arranged(design, {**_head(frame.shop), **own, **foot, **content.parts, **sized}),
        copy_mark=frame.say(Word.COPY) if content.marked else ForPaper(""),
    )


def _head(shop: Shop) -> dict[Part, tuple[Block, ...]]:
    """The mark, if there is one, and the name."""
    return {Part.LOGO: (Logo(shop.logo),) if shop.logo else (), Part.SHOP: (Words(shop.name, Size.SHOP),)}


def _foot(frame: Frame, ask: Word) -> dict[Part, tuple[Block, ...]]:
    """The QR code, the code to type or say, the other ways to tell us, the day and where we are."""
    ways = frame.wording.between.join(frame.shop.reach)
    tell = f"{frame.say(Word.OR_TELL_US)} {ways}" if ways else frame.say(Word.TELL_US_HERE)
    return {
        Part.QR: (Qr(frame.qr),),
        Part.CODE: (Words(ForPaper(f"{frame.say(ask)} {frame.code}"), Size.CODE),),
        Part.REACH: (Words(ForPaper(tell), Size.SMALL),),
        Part.DAY: (Words(frame.wording.say_day(frame.day), Size.SMALL),),
        Part.ADDRESS: _own(frame.shop.address),
    }


def _own(words: ForPaper) -> tuple[Block, ...]:
    return (Words(words, Size.SMALL),) if words.strip() else ()


def _sized(block: Block, size: Size) -> Block:
    return Words(block.text, size) if isinstance(block, Words) else block


def named(name: ForPaper) -> tuple[Block, ...]:
    """The person's name, largest; nothing for someone without one."""
    return (Words(name, Size.NAME),) if name.strip() else ()


def line(text: ForPaper) -> tuple[Block, ...]:
    """A sentence; nothing when it is empty."""
    return (Words(text, Size.LINE),) if text.strip() else ()


def money_row(key: ForPaper, amount: int | None, money: MoneyStyle, *, strong: bool = False) -> tuple[Row, ...]:
    """An amount in minor units; no row where there is none."""
    return () if amount is None else (Row(key, ForPaper(say_money(amount, money)), strong),)
