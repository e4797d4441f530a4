"""The papers on which amounts stand: return receipt, store-credit note, deposit receipt, order slip."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from counter.records.countries import MoneyStyle
from counter.records.designs import Part
from counter.records.entries import ReturnItem, ReturnOutcome
from counter.records.slips import NOTHING, Align, Block, ForPaper, Row, Rows, Sign, Size, Slip, SlipKind, Words
from counter.slips.frame import Content, Frame, line, money_row, named, slip
from counter.slips.wording import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReceipt:
    """Goods that came back and what became of it; `amount` in minor units where money or credit moved."""

    items: tuple[ReturnItem, ...]
    outcome: ReturnOutcome
    money: MoneyStyle
    amount: int | None = None
    name: ForPaper = NOTHING
    bought_on: date | None = None
    receipt_number: ForPaper = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditNote:
    """Value kept for this customer: what was granted now and, when it differs, all there is."""

    amount: int
    balance: int
    money: MoneyStyle
    name: ForPaper = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPaper:
    """What was agreed. `spec` is the wording agreed with the client; `promised` stands in the shop's zone."""

    spec: ForPaper
    money: MoneyStyle
    name: ForPaper = NOTHING
    price: int | None = None
    deposit: int | None = None
    promised: datetime | None = None


def compose_return_receipt(frame: Frame, receipt: ReturnReceipt) -> Slip:
    """What came back, how many, and what became of it."""
    say = frame.say
    goods = tuple(Row(ForPaper(item.name), ForPaper(f"× {item.quantity}")) for item in receipt.items)
    bought = frame.wording.say_day(receipt.bought_on) if receipt.bought_on else NOTHING
    rows = (*_known(say(Word.RECEIPT_NUMBER), receipt.receipt_number), *_known(say(Word.BOUGHT_ON), bought))
    parts = _top(say(Word.RETURN_RECEIPT), receipt.name) | {
        Part.LINE: line(say(Word.RETURN_THANKS)),
        Part.GOODS: _rows(goods),
        Part.OUTCOME: (_outcome(frame, receipt),),
        Part.BOUGHT: _rows(rows),
    }
    return slip(frame, Content(SlipKind.RETURN_RECEIPT, say(Word.RETURN_RECEIPT), parts))


def compose_credit_note(frame: Frame, note: CreditNote) -> Slip:
    """The note's code pays with it, in part or whole."""
    say = frame.say
    rows = money_row(say(Word.STORE_CREDIT), note.amount, note.money, strong=True)
    if note.balance != note.amount:
        rows += money_row(say(Word.BALANCE), note.balance, note.money)
    own = {Part.LINE: line(say(Word.CREDIT_IS_YOURS)), Part.AMOUNT: _rows(rows)}
    parts = _top(say(Word.STORE_CREDIT), note.name) | own
    return slip(frame, Content(SlipKind.CREDIT_NOTE, say(Word.STORE_CREDIT), parts))


def compose_deposit_receipt(frame: Frame, order: OrderPaper) -> Slip:
    """The deposit taken for an order, and what is left to pay."""
    title = frame.say(Word.DEPOSIT_RECEIPT)
    return slip(frame, Content(SlipKind.DEPOSIT_RECEIPT, title, _ordered(frame, title, order)))


def compose_order_slip(frame: Frame, order: OrderPaper, *, for_shop: bool = False) -> Slip:
    """What we shall make, for when, at what price, for both sides; the shop's own copy is signed."""
    title = frame.say(Word.ORDER)
    parts = _ordered(frame, title, order)
    mine = Words(frame.say(Word.OUR_COPY), Size.CODE)
    signed = parts | {Part.TITLE: (mine, *parts[Part.TITLE]), Part.SIGN: (Sign(frame.say(Word.SIGNATURE)),)}
    theirs, ours = (slip(frame, Content(SlipKind.ORDER_SLIP, title, each)) for each in (parts, signed))
    both = replace(theirs, ours=ours.blocks)
    return both.as_ours() if for_shop else both


def _top(title: ForPaper, name: ForPaper) -> dict[Part, tuple[Block, ...]]:
    return {Part.TITLE: (Words(title, Size.TITLE),), Part.NAME: named(name)}


def _ordered(frame: Frame, title: ForPaper, order: OrderPaper) -> dict[Part, tuple[Block, ...]]:
    return _top(title, order.name) | {
        Part.SPEC: (Words(order.spec, Size.LINE, Align.START),),
        Part.PROMISED: _promised(frame, order),
        Part.PRICES: _prices(frame, order),
    }


def _known(key: ForPaper, value: ForPaper) -> tuple[Row, ...]:
    return (Row(key, value),) if value else ()


def _rows(rows: tuple[Row, ...]) -> tuple[Block, ...]:
    return (Rows(rows),) if rows else ()


def _outcome(frame: Frame, receipt: ReturnReceipt) -> Block:
    """In words; as a row where an amount belongs to it."""
    outcome = frame.say(Word(receipt.outcome.value))
    rows = money_row(outcome, receipt.amount, receipt.money, strong=True)
    return Rows(rows) if rows else Words(outcome, Size.GESTURE)


def _promised(frame: Frame, order: OrderPaper) -> tuple[Block, ...]:
    if order.promised is None:
        return ()
    return (Rows((Row(frame.say(Word.PROMISED_FOR), frame.wording.say_moment(order.promised), strong=True),)),)


def _prices(frame: Frame, order: OrderPaper) -> tuple[Block, ...]:
    """The price, the deposit taken and what is left."""
    rows = money_row(frame.say(Word.AGREED_PRICE), order.price, order.money)
    rows += money_row(frame.say(Word.DEPOSIT), order.deposit or None, order.money)
    if order.price is not None and order.deposit:
        left = max(0, order.price - order.deposit)
        rows += money_row(frame.say(Word.LEFT_TO_PAY), left, order.money, strong=True)
    return _rows(rows)
