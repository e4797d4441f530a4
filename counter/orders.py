"""What a client asks us to make: requested, agreed, in progress, ready, collected; or declined, or cancelled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from counter.errors import FieldRefused, Refused
from counter.records.cleaning import TEXT_LIMIT, clean_text
from counter.records.countries import MoneyStyle
from counter.records.entries import DepositFate, Order, OrderState, Promise
from counter.records.fields import Reader
from counter.records.here import Here
from counter.records.money import read_money, say_money
from counter.records.orders import Ending, FollowUpProposal, OrderDraft, OrderForm, PromisesKept
from counter.records.reading import read_moment
from counter.records.when import business_day, say_moment

State = OrderState
PROMISED = frozenset({State.AGREED, State.IN_PROGRESS})
OPEN = PROMISED | {State.REQUESTED, State.READY}
_NEXT = {
    State.REQUESTED: {State.AGREED, State.DECLINED, State.CANCELLED},
    State.AGREED: {State.IN_PROGRESS, State.READY, State.COLLECTED, State.DECLINED, State.CANCELLED},
    State.IN_PROGRESS: {State.READY, State.COLLECTED, State.CANCELLED},
    State.READY: {State.IN_PROGRESS, State.COLLECTED, State.CANCELLED},
}
_ENDED = {
    State.COLLECTED: "It was collected already.",
    State.DECLINED: "It was declined. Take it as a new order.",
    State.CANCELLED: "It was cancelled. Take it as a new order.",
}
_WORDS = {State.IN_PROGRESS: "in progress"}


@dataclass(frozen=True, slots=True)
class Policy:
    """Days after collection on which to ask whether it is right."""

    follow_up_days: int = 3


def read(form: OrderForm, here: Here) -> OrderDraft:
    """The draft of a filled form; raises FieldsRefused with a sentence for each field that can't be taken."""
    reader = Reader()
    spec = reader.take("", clean_text, form.spec, "spec")
    price = reader.take(None, _read_amount, form.price, here.country.money, "price")
    deposit = reader.take(None, _read_amount, form.deposit, here.country.money, "deposit")
    due = reader.take(None, read_moment, form.due, here, "due") if form.due.strip() else None
    if not spec:
        reader.refuse("spec", "What shall we make? Their words are enough.")
    if price is not None and deposit is not None and deposit > price:
        reader.refuse("deposit", f"That is more than the price of {say_money(price, here.country.money)}.")
    reader.done()
    agreed = price is not None and due is not None
    state = State.AGREED if agreed else State.REQUESTED
    return OrderDraft(spec=spec, price=price, deposit=deposit or None, due=due, state=state)


def move(order: Order, to: OrderState) -> Order:
    """In progress, ready, or back to in progress; raises Refused with the reason why it can't be."""
    _check(order, to)
    return replace(order, state=to)


def agree(order: Order, price: int, due: datetime, at: datetime) -> Order:
    """Price and promised moment are agreed with the client. Raises Refused."""
    _check(order, State.AGREED)
    return replace(order, state=State.AGREED, price=price, promises=_promised(order, due, at))


def promise_again(order: Order, due: datetime, at: datetime) -> Order:
    """Another promised moment; the old ones are kept. Raises Refused."""
    if order.state in _ENDED:
        raise Refused(_ENDED[order.state])
    if order.state is State.READY:
        raise Refused("It is ready already: there is nothing left to promise.")
    if due == order.due:
        raise FieldRefused("due", "That is the promise that holds already.")
    if due < at:
        raise FieldRefused("due", "That moment has gone by. When will it be ready?")
    return replace(order, promises=_promised(order, due, at))


def collect(order: Order, at: datetime, final_price: int | None = None) -> Order:
    """The client has it; `final_price` only where it is not the agreed one. Raises Refused."""
    _check(order, State.COLLECTED)
    return replace(order, state=State.COLLECTED, collected_at=at, final_price=final_price)


def end(order: Order, to: OrderState, ending: Ending, money: MoneyStyle) -> Order:
    """Declined by us or cancelled by them; a deposit goes back or becomes store credit. Raises Refused."""
    _check(order, to)
    reason = clean_text(ending.reason, "reason", TEXT_LIMIT)
    if to is State.DECLINED and not reason:
        raise FieldRefused("reason", "Why do we decline? They may ask again, and then it stands here.")
    if order.deposit and ending.fate is DepositFate.NONE:
        left = say_money(order.deposit, money)
        raise FieldRefused("deposit_fate", f"Their deposit of {left}: does it go back, or become store credit?")
    fate = ending.fate if order.deposit else DepositFate.NONE
    return replace(order, state=to, reason=reason, deposit_fate=fate)


def credit_from(order: Order) -> int:
    """Minor units that an ended order adds to the store credit."""
    return order.deposit or 0 if order.deposit_fate is DepositFate.STORE_CREDIT else 0


def due_today(orders: Iterable[Order], here: Here) -> list[Order]:
    """Promised for today and not late yet, soonest first."""
    coming = [o for o in _by_due(orders) if o.due is not None and o.due >= here.now]
    return [o for o in coming if o.due is not None and business_day(o.due, here.zone) == here.today]


def late(orders: Iterable[Order], here: Here) -> list[Order]:
    """Promised for a moment that has gone by, and not ready; the longest first."""
    return [o for o in _by_due(orders) if o.due is not None and o.due < here.now]


def ready(orders: Iterable[Order]) -> list[Order]:
    """Ready to collect, the oldest promise first."""
    waiting = [o for o in orders if o.state is State.READY]
    return sorted(waiting, key=lambda o: o.due or o.created_at)


def follow_up(order: Order, today: date, policy: Policy) -> FollowUpProposal:
    """What a collected order proposes: to ask whether it is right."""
    first = order.spec.splitlines()[0]
    short = first if len(first) <= 80 else f"{first[:79].rstrip()}…"
    return FollowUpProposal(f"Is it right? {short}", today + timedelta(days=policy.follow_up_days))


def kept(orders: Iterable[Order], ready_at: Mapping[int, datetime]) -> PromisesKept:
    """How often it was done on time, at the price; `ready_at` by order id, else the moment of collection counts."""
    done = [o for o in orders if o.state is State.COLLECTED and o.promises]
    on_time = {o.id for o in done if _finished(o, ready_at) <= o.promises[0].due}
    at_price = {o.id for o in done if o.final_price is None or o.price is None or o.final_price <= o.price}
    return PromisesKept(
        collected=len(done),
        on_time=len(on_time),
        at_price=len(at_price),
        both=len(on_time & at_price),
        moved=sum(1 for o in done if len(o.promises) > 1),
    )


def say_promises(order: Order, here: Here) -> str:
    """The promise that holds, and the ones before it: "Sat 28 Nov, 16:00 (was Fri 27 Nov, 12:00)"."""
    told = [say_moment(promise.due, here.now, here.zone) for promise in order.promises]
    if len(told) < 2:
        return told[0] if told else "nothing promised yet"
    return f"{told[-1]} (was {', then '.join(told[:-1])})"


def _finished(order: Order, ready_at: Mapping[int, datetime]) -> datetime:
    moments = [at for at in (ready_at.get(order.id), order.collected_at) if at is not None]
    return min(moments, default=order.created_at)


def _promised(order: Order, due: datetime, at: datetime) -> tuple[Promise, ...]:
    return order.promises if due == order.due else (*order.promises, Promise(due=due, made_at=at))


def _by_due(orders: Iterable[Order]) -> list[Order]:
    """Whatever has a day that was promised, with a price agreed or without."""
    promised = PROMISED | {State.REQUESTED}
    return sorted((o for o in orders if o.state in promised and o.due), key=lambda o: o.due or o.created_at)


def _promised_for_nothing(order: Order) -> bool:
    """A day was promised and no price: a repair for free, say."""
    return order.state is State.REQUESTED and order.due is not None


def _check(order: Order, to: OrderState) -> None:
    """Raises Refused with the reason when an order can't go there from where it stands."""
    if order.state in _ENDED:
        raise Refused(_ENDED[order.state])
    if to is order.state:
        raise Refused(f"It is {_WORDS.get(to, to.value)} already.")
    if to in _NEXT[order.state] or (_promised_for_nothing(order) and to in _NEXT[State.AGREED]):
        return
    if order.state is State.REQUESTED:
        raise Refused("It is only asked for so far. Agree the price and the day first.")
    if to is State.DECLINED:
        raise Refused("We have begun it already. If it can't be made, cancel it and say why.")
    raise Refused("It was agreed already. Promise another day if it has to move.")


def _read_amount(text: str, money: MoneyStyle, field: str) -> int | None:
    return read_money(text, money, field) if text.strip() else None
