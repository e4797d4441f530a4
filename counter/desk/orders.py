"""What a client asks us to make, from asked to collected."""
from dataclasses import replace
from datetime import date

from counter import follow_ups
from counter import orders as rules
from counter.desk.changing import Changing, change, change_with, load
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.models.journal import Writer
from counter.models.tables_counter import CreditRow, FollowUpRow, OrderRow
from counter.records.entries import EntryKind, FollowUp, Order, OrderState, Promise, Saved
from counter.records.money import read_money, say_money
from counter.records.orders import Ending, OrderForm
from counter.records.reading import read_moment

NAME = "order_case"
WORDS = {OrderState.IN_PROGRESS: "is being made", OrderState.READY: "is ready to collect"}


def log(till: Till, op: str, customer_id: int, form: OrderForm) -> Saved:
    """Save an order: agreed when price and promise are both there, else asked for."""
    draft = rules.read(form, till.here)
    promises = (Promise(due=draft.due, made_at=till.now),) if draft.due else ()

    def write(writer: Writer) -> Done:
        order_id = writer.insert(
            OrderRow, customer_id=customer_id, spec=draft.spec, price=draft.price, deposit=draft.deposit,
            state=draft.state, promises=promises, due=draft.due, created_at=till.now,
        )
        writer.about(OrderRow, order_id)
        when = f" Promised for {rules.say_promises(_order(order_id), till.here)}." if draft.due else ""
        return Done(f"Order saved for {name_of(till.customer(customer_id))}.{when}", order_id)

    return save(till, Doing(op=op, kind=EntryKind.ORDER, customer_id=customer_id), write)


def agree(till: Till, op: str, order_id: int, price: str, due: str) -> Saved:
    """Price and promised moment are agreed with the client."""
    amount, moment = read_money(price, till.money, "price"), read_moment(due, till.here, "due")
    what = Changing(op=op, kind=EntryKind.ORDER_STATE, name=NAME, thing_id=order_id)
    return change(
        till, what, lambda o: rules.agree(o, amount, moment, till.now),
        lambda now: Done(f"Agreed with {_who(till, now)}: {rules.say_promises(now, till.here)}.", now.id),
    )


def promise_again(till: Till, op: str, order_id: int, due: str) -> Saved:
    """The promise moves; the old one is kept."""
    moment = read_moment(due, till.here, "due")
    what = Changing(op=op, kind=EntryKind.ORDER_MOVED, name=NAME, thing_id=order_id)
    return change(
        till, what, lambda o: rules.promise_again(o, moment, till.now),
        lambda now: Done(f"Promised anew to {_who(till, now)}: {rules.say_promises(now, till.here)}.", now.id),
    )


def move(till: Till, op: str, order_id: int, to: OrderState) -> Saved:
    """Being made, or ready."""
    what = Changing(op=op, kind=EntryKind.ORDER_STATE, name=NAME, thing_id=order_id)
    return change(
        till, what, lambda o: rules.move(o, to),
        lambda now: Done(f"{_who(till, now)}'s order {WORDS.get(now.state, now.state.value)}.", now.id),
    )


def collect(till: Till, op: str, order_id: int, final_price: str = "") -> Saved:
    """The client has it; a follow-up asks in a few days whether it is right."""
    price = read_money(final_price, till.money, "final_price") if final_price.strip() else None

    def finish(writer: Writer, now: Order) -> Done:
        ask = rules.follow_up(now, till.today, till.settings.orders)
        writer.insert(FollowUpRow, customer_id=now.customer_id, what=ask.what, due=ask.due)
        when = follow_ups.say_tag(_ask(ask.what, ask.due, now.customer_id), till.today)
        return Done(f"Collected by {_who(till, now)}. We ask how it was: {when}.", now.id)

    what = Changing(op=op, kind=EntryKind.ORDER_STATE, name=NAME, thing_id=order_id, visits=True)
    return change_with(till, what, lambda o: rules.collect(o, till.now, price), finish)


def end(till: Till, op: str, order_id: int, to: OrderState, ending: Ending) -> Saved:
    """Declined by us or cancelled by them, with what becomes of the deposit."""

    def finish(writer: Writer, now: Order) -> Done:
        credit = rules.credit_from(now)
        if credit:
            writer.insert(CreditRow, customer_id=now.customer_id, amount=credit, why=now.spec[:200], at=till.now)
        kept = f" {say_money(credit, till.money)} is store credit now." if credit else ""
        return Done(f"{_who(till, now)}'s order is {now.state.value}.{kept}", now.id)

    what = Changing(op=op, kind=EntryKind.ORDER_STATE, name=NAME, thing_id=order_id)
    return change_with(till, what, lambda o: rules.end(o, to, ending, till.money), finish)


def edit(till: Till, op: str, order_id: int, form: OrderForm) -> Saved:
    """Correct words and prices; promises move by their own step."""
    draft = rules.read(form, till.here)
    what = Changing(op=op, kind=EntryKind.EDITED, name=NAME, thing_id=order_id)
    return change(
        till, what, lambda o: replace(o, spec=draft.spec, price=draft.price, deposit=draft.deposit),
        lambda now: Done(f"Order corrected for {_who(till, now)}.", now.id),
    )


def _order(order_id: int) -> Order:
    order: Order = load(NAME, order_id)
    return order


def _ask(what: str, due: date, customer_id: int) -> FollowUp:
    return FollowUp(id=0, customer_id=customer_id, what=what, due=due, done_at=None, result="")


def _who(till: Till, order: Order) -> str:
    return name_of(till.customer(order.customer_id))
