"""What a client asks us to make."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from counter import orders
from counter.errors import FieldRefused, Refused
from counter.records.countries import COUNTRIES
from counter.records.entries import DepositFate, Order, OrderState, Promise
from counter.records.fields import FieldsRefused
from counter.records.here import Here
from counter.records.orders import Ending, OrderForm

NOW = datetime(2026, 11, 26, 10, 42, tzinfo=UTC)
HERE = Here(NOW, UTC, COUNTRIES["GB"])
MONEY = HERE.country.money
S = OrderState
SATURDAY = datetime(2026, 11, 28, 16, tzinfo=UTC)


def order(state=S.AGREED, due=SATURDAY, **rest):
    facts = dict(
        id=1,
        customer_id=1,
        spec="Name cake “Asha”, no eggs",
        price=4200,
        final_price=None,
        deposit=None,
        state=state,
        deposit_fate=DepositFate.NONE,
        reason="",
        promises=(Promise(due=due, made_at=NOW),) if due else (),
        collected_at=None,
        created_at=NOW,
    )
    return Order(**{**facts, **rest})


def collected(first, done, **rest):
    return order(S.COLLECTED, first, collected_at=done, **rest)


def test_with_price_and_promise_it_is_agreed_else_asked_for():
    full = orders.read(OrderForm(spec="Name cake", price="42", deposit="10", due="Sat 16:00"), HERE)
    assert (full.price, full.deposit, full.due, full.state) == (4200, 1000, SATURDAY, S.AGREED)
    assert orders.read(OrderForm(spec="Name cake", price="42"), HERE).state is S.REQUESTED


@pytest.mark.parametrize(
    ("field", "changes", "sentence"),
    [
        ("spec", {"spec": " "}, "What shall we make? Their words are enough."),
        ("price", {"price": "4O"}, "There is a letter O in it. Do you mean 40.00?"),
        ("deposit", {"deposit": "43"}, "That is more than the price of £42.00."),
        ("due", {"due": "yesterday"}, "Wed 25 Nov has gone by. Which day is meant?"),
    ],
)
def test_what_can_not_be_taken_is_said_beside_its_field(field, changes, sentence):
    form = OrderForm(**{"spec": "Name cake", "price": "42", **changes})
    with pytest.raises(FieldsRefused) as refused:
        orders.read(form, HERE)
    assert refused.value.sentence_for(field) == sentence


def test_it_goes_from_asked_for_to_collected():
    made = orders.agree(order(S.REQUESTED, None, price=None), 4200, SATURDAY, NOW)
    assert (made.state, made.price, made.due) == (S.AGREED, 4200, SATURDAY)
    made = orders.collect(orders.move(orders.move(made, S.IN_PROGRESS), S.READY), NOW)
    assert (made.state, made.collected_at) == (S.COLLECTED, NOW)


LEGAL = {
    *product([S.REQUESTED], [S.AGREED, S.DECLINED, S.CANCELLED]),
    *product([S.AGREED], [S.IN_PROGRESS, S.READY, S.COLLECTED, S.DECLINED, S.CANCELLED]),
    *product([S.IN_PROGRESS], [S.READY, S.COLLECTED, S.CANCELLED]),
    *product([S.READY], [S.IN_PROGRESS, S.COLLECTED, S.CANCELLED]),
}


@pytest.mark.parametrize(("start", "to"), list(product(S, S)))
def test_every_move_is_made_or_refused_with_a_sentence(start, to):
    before = order(start, None if start is S.REQUESTED else SATURDAY)
    if (start, to) in LEGAL:
        assert orders.move(before, to).state is to
    else:
        with pytest.raises(Refused) as refused:
            orders.move(before, to)
        assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize(
    ("start", "to", "sentence"),
    [
        (S.REQUESTED, S.COLLECTED, "It is only asked for so far. Agree the price and the day first."),
        (S.IN_PROGRESS, S.IN_PROGRESS, "It is in progress already."),
        (S.COLLECTED, S.CANCELLED, "It was collected already."),
        (S.DECLINED, S.AGREED, "It was declined. Take it as a new order."),
        (S.READY, S.DECLINED, "We have begun it already. If it can't be made, cancel it and say why."),
        (S.READY, S.AGREED, "It was agreed already. Promise another day if it has to move."),
    ],
)
def test_a_move_that_can_not_be_made_says_why(start, to, sentence):
    with pytest.raises(Refused) as refused:
        orders.move(order(start, None if start is S.REQUESTED else SATURDAY), to)
    assert refused.value.sentence == sentence


def test_a_day_promised_without_a_price_is_kept_like_any_other_promise():
    for_free = order(S.REQUESTED, NOW + timedelta(hours=6), price=None)
    forgotten = order(S.REQUESTED, NOW - timedelta(hours=6), price=None)
    assert orders.due_today([for_free, forgotten], HERE) == [for_free]
    assert orders.late([for_free, forgotten], HERE) == [forgotten]
    assert orders.collect(orders.move(forgotten, S.READY), NOW).state is S.COLLECTED


def test_a_moved_promise_keeps_its_old_dates():
    later = orders.promise_again(order(), SATURDAY + timedelta(days=2), NOW)
    assert [p.due for p in later.promises] == [SATURDAY, SATURDAY + timedelta(days=2)]
    assert later.due == SATURDAY + timedelta(days=2)
    assert orders.say_promises(later, HERE) == "Mon 30 Nov, 16:00 (was Sat 28 Nov, 16:00)"
    assert orders.say_promises(order(due=None), HERE) == "nothing promised yet"


@pytest.mark.parametrize(
    ("state", "due", "sentence"),
    [
        (S.AGREED, SATURDAY, "That is the promise that holds already."),
        (S.AGREED, NOW - timedelta(hours=1), "That moment has gone by. When will it be ready?"),
        (S.READY, NOW + timedelta(days=1), "It is ready already: there is nothing left to promise."),
        (S.CANCELLED, NOW + timedelta(days=1), "It was cancelled. Take it as a new order."),
    ],
)
def test_a_promise_that_can_not_be_made_says_why(state, due, sentence):
    with pytest.raises(Refused) as refused:
        orders.promise_again(order(state), due, NOW)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    ("fate", "credit"), [(DepositFate.RETURNED, 0), (DepositFate.STORE_CREDIT, 1000)], ids=["back", "store credit"]
)
def test_a_deposit_goes_back_or_becomes_store_credit(fate, credit):
    ended = orders.end(order(deposit=1000), S.CANCELLED, Ending("", fate), MONEY)
    assert (ended.state, ended.deposit_fate, orders.credit_from(ended)) == (S.CANCELLED, fate, credit)


def test_nobody_forgets_a_deposit():
    with pytest.raises(FieldRefused) as refused:
        orders.end(order(deposit=1000), S.CANCELLED, Ending("ill"), MONEY)
    assert refused.value.sentence == "Their deposit of £10.00: does it go back, or become store credit?"
    ended = orders.end(order(), S.CANCELLED, Ending("ill", DepositFate.STORE_CREDIT), MONEY)
    assert (ended.deposit_fate, orders.credit_from(ended)) == (DepositFate.NONE, 0)


def test_declining_needs_a_reason_cancelling_none():
    with pytest.raises(FieldRefused) as refused:
        orders.end(order(), S.DECLINED, Ending(""), MONEY)
    assert refused.value.field == "reason"
    assert orders.end(order(), S.CANCELLED, Ending(""), MONEY).state is S.CANCELLED


def test_today_shows_what_is_due_late_and_ready_and_each_once():
    this_evening, this_morning = NOW + timedelta(hours=6), NOW - timedelta(hours=2)
    due = order(due=this_evening)
    missed, old = order(S.IN_PROGRESS, this_morning), order(due=NOW - timedelta(days=2))
    waiting, longer = order(S.READY, this_morning), order(S.READY, NOW - timedelta(days=1))
    rest = [order(), order(S.REQUESTED, None), order(S.COLLECTED, this_morning), order(S.CANCELLED, this_evening)]
    everything = [due, missed, old, waiting, longer, *rest]
    assert orders.due_today(everything, HERE) == [due]
    assert orders.late(everything, HERE) == [old, missed]
    assert orders.ready(everything) == [longer, waiting]


def test_a_collected_order_proposes_to_ask_whether_it_is_right():
    asked = orders.follow_up(order(spec="Cake\nwith pears"), date(2026, 11, 26), orders.Policy())
    assert (asked.what, asked.due) == ("Is it right? Cake", date(2026, 11, 29))
    assert len(orders.follow_up(order(spec="x" * 500), date(2026, 11, 26), orders.Policy()).what) <= 100


def test_how_often_promises_were_kept_is_told_by_the_first_promise_and_the_agreed_price():
    hour = timedelta(hours=1)
    moved = collected(SATURDAY, SATURDAY + hour, id=3)
    moved = replace(moved, promises=(*moved.promises, Promise(due=SATURDAY + 2 * hour, made_at=NOW)))
    everything = [
        collected(SATURDAY, SATURDAY, id=1),
        collected(SATURDAY, SATURDAY - hour, id=2, final_price=4300),
        moved,
        collected(SATURDAY, SATURDAY + 24 * hour, id=4, final_price=4000),
        order(S.READY, id=5),
    ]
    kept = orders.kept(everything, {4: SATURDAY - hour})
    assert (kept.collected, kept.on_time, kept.at_price, kept.both, kept.moved) == (4, 3, 3, 2, 1)
