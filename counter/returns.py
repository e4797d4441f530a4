"""Goods come back: reading the form, the days in which nobody asks, and what is worth knowing before one says yes.

Nothing here is a wall: outside the window, and when more comes back than was bought, the cashier may still say yes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from counter.errors import FieldRefused
from counter.records.cleaning import TEXT_LIMIT, clean_line, clean_text
from counter.records.countries import Country
from counter.records.entries import Reason, Return, ReturnItem, ReturnOutcome
from counter.records.fields import Reader
from counter.records.here import Here
from counter.records.money import read_money
from counter.records.reading import Calendar, Lean, read_day
from counter.records.returns import ReturnDraft, ReturnForm
from counter.records.when import say_ago, say_count, say_date, say_day, say_number

PAID_BACK = frozenset({ReturnOutcome.REFUND, ReturnOutcome.STORE_CREDIT})
MOST = 9_999
STILL = "You may still say yes."


@dataclass(frozen=True, slots=True)
class Policy:
    """`window_days` without question; from `again_from` times in a month on, the same thing is worth a word."""

    window_days: int = 365
    again_from: int = 3


def read(form: ReturnForm, here: Here) -> ReturnDraft:
    """The draft of a filled form; raises FieldsRefused with a sentence for each field that can't be taken."""
    reader = Reader()
    items = _read_items(form, reader)
    bought_on = reader.take(None, _read_bought_on, form.bought_on, here)
    receipt = reader.take("", clean_line, form.receipt_number, "receipt_number")
    declined = reader.take("", clean_text, form.declined_because, "declined_because", TEXT_LIMIT)
    note = reader.take("", clean_text, form.note, "note")
    amount = reader.take(None, _read_amount, form, here.country)
    if form.reason is None:
        reader.refuse("reason", "Why does it come back? One tap is enough.")
    if form.outcome is None:
        reader.refuse("outcome", "What do they get? Choose one.")
    if form.outcome is ReturnOutcome.DECLINED and not declined:
        reader.refuse("declined_because", "Why was it declined? They may ask again, and then it stands here.")
    reader.done()
    return ReturnDraft(
        items=items,
        bought_on=bought_on,
        receipt_number=receipt,
        reason=form.reason or Reason.OTHER,
        outcome=form.outcome or ReturnOutcome.DECLINED,
        amount=amount,
        declined_because=declined if form.outcome is ReturnOutcome.DECLINED else "",
        note=note,
        stop_selling=form.stop_selling,
    )


def window_end(bought_on: date, policy: Policy) -> date:
    """The last day on which it is taken without question."""
    return bought_on + timedelta(days=policy.window_days)


def say_window(bought_on: date, today: date, policy: Policy) -> str:
    """What stands under "Bought on": the day in full and until when, or how long ago it was."""
    end = window_end(bought_on, policy)
    if end >= today:
        return f"{say_day(bought_on, today)}. Until {say_day(end, today)}."
    return f"{say_day(bought_on, today)}, {say_ago(bought_on, today)}. It was until {say_day(end, today)}."


def warnings(draft: ReturnDraft, earlier: Iterable[Return], today: date, policy: Policy) -> tuple[str, ...]:
    """What to know before saying yes, each a sentence; `earlier` are returns on the same receipt and of this month."""
    before = tuple(earlier)
    late = draft.bought_on is not None and window_end(draft.bought_on, policy) < today
    days = f"Our {say_count(policy.window_days, 'day')} are over. {STILL}"
    told = [days] if late else []
    on_receipt = [r for r in before if same_receipt(r.receipt_number, draft.receipt_number)]
    for item in draft.items:
        told += _came_back_before(item, on_receipt, today, alone=len(draft.items) == 1)
    told += filter(None, (_again_and_again(item, before, today, policy) for item in draft.items))
    return tuple(told)


def say_items(items: Iterable[ReturnItem]) -> str:
    """As "3 × Cinnamon bun, Rye loaf"."""
    return ", ".join(item.name if item.quantity == 1 else f"{item.quantity} × {item.name}" for item in items)


def same_receipt(one: str, other: str) -> bool:
    """Whether two typed receipt numbers are the same; blanks, dashes and case don't count, and none is never one."""
    return _bare(one) == _bare(other) != ""


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _came_back_before(item: ReturnItem, on_receipt: list[Return], today: date, *, alone: bool) -> list[str]:
    taken = [r for r in on_receipt if r.outcome is not ReturnOutcome.DECLINED and _count_of(item, r.items)]
    days = sorted({r.day for r in taken})
    if not days:
        return []
    count = sum(_count_of(item, r.items) for r in taken)
    back = _say_days(days[-3:], today)
    if alone and count < item.quantity:
        which = f"{say_number(count).capitalize()} of these {say_number(item.quantity)} came back {back}."
    else:
        which = f"From this receipt {count} × {item.name} came back already, {back}."
    return [f"{which} {STILL}"]


def _say_days(days: list[date], today: date) -> str:
    """As "on 18 Nov and 20 Nov", "today"."""
    before = " and ".join(say_date(day, today) for day in days if day != today)
    return " and ".join(part for part in (f"on {before}" if before else "", "today" if today in days else "") if part)


def _again_and_again(item: ReturnItem, before: tuple[Return, ...], today: date, policy: Policy) -> str:
    month = [r for r in before if (r.day.year, r.day.month) == (today.year, today.month)]
    times = 1 + sum(1 for r in month if _count_of(item, r.items))
    return f"“{item.name}” came back {times} times this month." if times >= policy.again_from else ""


def _count_of(item: ReturnItem, items: Iterable[ReturnItem]) -> int:
    return sum(other.quantity for other in items if other.name.casefold() == item.name.casefold())


def _read_items(form: ReturnForm, reader: Reader) -> tuple[ReturnItem, ...]:
    items = []
    for at, (name, quantity) in enumerate(form.items):
        what = reader.take("", clean_line, name, f"item_{at}")
        count = reader.take(1, _read_quantity, quantity, f"quantity_{at}")
        if what:
            items.append(ReturnItem(name=what, quantity=count))
        elif quantity.strip():
            reader.refuse(f"item_{at}", "What is it that comes back?")
    if not items:
        reader.refuse("item_0", "What comes back? A word is enough.")
    return tuple(items)


def _read_quantity(text: str, field: str) -> int:
    typed = "".join(str(int(c)) if c.isdecimal() else c for c in text.strip())
    if not typed:
        return 1
    if "o" in typed.casefold() and typed.casefold().replace("o", "0").isdigit() and len(typed) < 5:
        raise FieldRefused(field, f"There is a letter O in it. Do you mean {typed.casefold().replace('o', '0')}?")
    if not (typed.isascii() and typed.isdigit()) or not 1 <= int(typed[:9]) <= MOST:
        raise FieldRefused(field, "How many? Type a number, like 3.")
    return int(typed)


def _read_bought_on(text: str, here: Here) -> date | None:
    if not text.strip():
        return None
    day = read_day(text, Calendar(here.today, here.country.order, Lean.BEHIND), "bought_on")
    if day > here.today:
        raise FieldRefused("bought_on", f"{say_day(day, here.today)} is still to come. When was it bought?")
    return day


def _read_amount(form: ReturnForm, country: Country) -> int | None:
    """Only a refund and store credit move money; what stands in the field is left alone for the others."""
    if form.outcome is ReturnOutcome.STORE_CREDIT and not form.amount.strip():
        raise FieldRefused("amount", "How much credit do they get?")
    if form.outcome not in PAID_BACK or not form.amount.strip():
        return None
    amount = read_money(form.amount, country.money, "amount")
    if form.outcome is ReturnOutcome.STORE_CREDIT and not amount:
        raise FieldRefused("amount", "How much credit do they get?")
    return amount
