"""What all slips share: the shop above, the way back to us below."""

from dataclasses import dataclass
from datetime import date

from counter.records.countries import MoneyStyle
from counter.records.money import say_money
from counter.records.slips import Block, ForPaper, Logo, Qr, Row, Shop, Size, Slip, SlipKind, Words
from counter.slips.wording import Word, Wording

BETWEEN = "\u00a0· "  # a dot never begins a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The same for every slip of one visit. `code` is shown as XXXX-XXXX, `qr` is what the QR code says."""

    shop: Shop
    wording: Wording
    code: str
    qr: str
    day: date

    def say(self, word: Word) -> ForPaper:
        """A fixed word in the slip's language."""
        return self.wording.say(word)


@dataclass(frozen=True, slots=True)
class Content:
    """The middle of a slip; `marked` makes a reprint say that it is a copy."""

    kind: SlipKind
    title: ForPaper
    blocks: tuple[Block, ...]
    ask: Word = Word.QUESTIONS
    marked: bool = True


def slip(frame: Frame, content: Content) -> Slip:
    """The whole slip: shop, content, how to reach us."""
    wording = frame.wording
    return Slip(
        kind=content.kind,
        code=frame.code,
        language=wording.language,
        flow=wording.flow,
        title=content.title,
        blocks=(*head(frame.shop), *content.blocks, *foot(frame, content.ask)),
        copy_mark=frame.say(Word.COPY) if content.marked else ForPaper(""),
    )


def head(shop: Shop) -> tuple[Block, ...]:
    """The mark, if there is one, and the name."""
    name = Words(shop.name, Size.SHOP)
    return (Logo(shop.logo), name) if shop.logo else (name,)


def foot(frame: Frame, ask: Word) -> tuple[Block, ...]:
    """The QR code, the code to type or say, the other ways to tell us, the day and where we are."""
    ways = BETWEEN.join(frame.shop.reach)
    tell = f"{frame.say(Word.OR_TELL_US)} {ways}" if ways else frame.say(Word.TELL_US_HERE)
    small = (tell, frame.wording.say_day(frame.day), frame.shop.address)
    return (
        Qr(frame.qr),
        Words(ForPaper(f"{frame.say(ask)} {frame.code}"), Size.CODE),
        *(Words(ForPaper(text), Size.SMALL) for text in small if text),
    )


def named(name: ForPaper) -> tuple[Block, ...]:
    """The person's name, largest; nothing for someone without one."""
    return (Words(name, Size.NAME),) if name.strip() else ()


def line(text: ForPaper) -> tuple[Block, ...]:
    """A sentence; nothing when it is empty."""
    return (Words(text, Size.LINE),) if text.strip() else ()


def money_row(key: ForPaper, amount: int | None, money: MoneyStyle, *, strong: bool = False) -> tuple[Row, ...]:
    """An amount in minor units; no row where there is none."""
    return () if amount is None else (Row(key, ForPaper(say_money(amount, money)), strong),)
