"""Goods come back."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from counter import returns
from counter.records.countries import COUNTRIES
from counter.records.entries import Reason, Return, ReturnItem, ReturnOutcome
from counter.records.fields import FieldsRefused
from counter.records.here import Here
from counter.records.returns import ReturnForm

TODAY = date(2026, 11, 26)
HERE = Here(datetime(2026, 11, 26, 10, 42, tzinfo=UTC), UTC, COUNTRIES["GB"])
POLICY = returns.Policy()
FORM = ReturnForm(
    items=(("Cinnamon bun", "3"), ("", "")),
    bought_on="14 Nov",
    receipt_number="S-2026-090211",
    reason=Reason.TOO_MANY,
    outcome=ReturnOutcome.REFUND,
    amount="7.80",
)


def read(**changes):
    return returns.read(replace(FORM, **changes), HERE)


def earlier(day, quantity=2, name="cinnamon bun", receipt="s2026 090211", outcome=ReturnOutcome.REFUND):
    return Return(
        id=1,
        customer_id=1,
        items=(ReturnItem(name=name, quantity=quantity),),
        bought_on=None,
        receipt_number=receipt,
        reason=Reason.FAULTY,
        outcome=outcome,
        amount=None,
        declined_because="",
        note="",
        stop_selling=False,
        day=day,
    )


def warned(*before, **changes):
    return returns.warnings(read(**changes), before, TODAY, POLICY)


def test_a_filled_form_becomes_a_draft():
    draft = read()
    assert draft.items == (ReturnItem(name="Cinnamon bun", quantity=3),)
    assert (draft.bought_on, draft.amount, draft.receipt_number) == (date(2026, 11, 14), 780, "S-2026-090211")


def test_only_what_why_and_what_for_are_needed():
    bare = ReturnForm(items=(("Rye loaf", ""),), reason=Reason.FAULTY, outcome=ReturnOutcome.REPLACEMENT)
    draft = returns.read(bare, HERE)
    assert (draft.items[0].quantity, draft.bought_on, draft.amount) == (1, None, None)


@pytest.mark.parametrize(
    ("field", "changes", "sentence"),
    [
        ("amount", {"amount": "7,8O"}, "There is a letter O in it. Do you mean 7.80?"),
        ("amount", {"amount": "", "outcome": ReturnOutcome.STORE_CREDIT}, "How much credit do they get?"),
        ("amount", {"amount": "0", "outcome": ReturnOutcome.STORE_CREDIT}, "How much credit do they get?"),
        ("item_0", {"items": ()}, "What comes back? A word is enough."),
        ("item_0", {"items": (("", "2"),)}, "What is it that comes back?"),
        ("quantity_0", {"items": (("Bun", "a few"),)}, "How many? Type a number, like 3."),
        ("quantity_0", {"items": (("Bun", "0"),)}, "How many? Type a number, like 3."),
        ("quantity_0", {"items": (("Bun", "9999999999999"),)}, "How many? Type a number, like 3."),
        ("quantity_0", {"items": (("Bun", "1O"),)}, "There is a letter O in it. Do you mean 10?"),
        ("bought_on", {"bought_on": "tomorrow"}, "Fri 27 Nov is still to come. When was it bought?"),
        ("bought_on", {"bought_on": "31 June"}, "There is no 31 June: the month has 30 days."),
        ("reason", {"reason": None}, "Why does it come back? One tap is enough."),
        ("outcome", {"outcome": None}, "What do they get? Choose one."),
        (
            "declined_because",
            {"outcome": ReturnOutcome.DECLINED},
            "Why was it declined? They may ask again, and then it stands here.",
        ),
        ("note", {"note": "x" * 10_001}, "That is 10,001 letters; 10,000 fit here. Please shorten it."),
    ],
)
def test_what_can_not_be_taken_is_said_beside_its_field(field, changes, sentence):
    with pytest.raises(FieldsRefused) as refused:
        read(**changes)
    assert refused.value.sentence_for(field) == sentence


def test_everything_that_is_wrong_is_said_at_once():
    with pytest.raises(FieldsRefused) as refused:
        read(amount="x", bought_on="x", reason=None)
    assert [field.field for field in refused.value.fields] == ["bought_on", "amount", "reason"]
    assert refused.value.sentence == refused.value.sentence_for("bought_on")


def test_an_amount_is_left_alone_where_no_money_moves():
    assert read(amount="x", outcome=ReturnOutcome.EXCHANGE).amount is None


def test_the_window_is_said_until_its_last_day():
    assert returns.say_window(date(2026, 11, 14), TODAY, POLICY) == "Sat 14 Nov. Until Sun 14 Nov 2027."
    assert returns.say_window(date(2025, 11, 26), TODAY, POLICY).endswith("Until Thu 26 Nov.")
    assert (
        returns.say_window(date(2025, 11, 25), TODAY, POLICY)
        == "Tue 25 Nov 2025, a year ago. It was until Wed 25 Nov."
    )


def test_a_return_after_the_window_warns_but_never_blocks():
    assert warned(bought_on="25 Nov 2025") == ("Our 365 days are over. You may still say yes.",)
    assert warned(bought_on="26 Nov 2025") == warned(bought_on="") == ()


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ((earlier(date(2026, 11, 20)),), "Two of these three came back on 20 Nov. You may still say yes."),
        (
            (earlier(date(2026, 11, 20), 1), earlier(date(2026, 11, 18), 1)),
            "Two of these three came back on 18 Nov and 20 Nov. You may still say yes.",
        ),
        (
            (earlier(date(2026, 11, 20), 4),),
            "From this receipt 4 × Cinnamon bun came back already, on 20 Nov. You may still say yes.",
        ),
        (
            (earlier(date(2026, 11, 20), 3),),
            "From this receipt 3 × Cinnamon bun came back already, on 20 Nov. You may still say yes.",
        ),
    ],
)
def test_what_came_back_on_the_same_receipt_is_said(before, sentence):
    assert warned(*before)[:1] == (sentence,)


def test_what_came_back_this_morning_is_said_to_be_today():
    told = warned(earlier(TODAY, 1), earlier(date(2026, 11, 20), 1))
    assert told[:1] == ("Two of these three came back on 20 Nov and today. You may still say yes.",)


def test_a_single_thing_that_came_back_already_is_said():
    told = warned(earlier(date(2026, 11, 20), 1), items=(("Cinnamon bun", "1"),))
    assert told == ("From this receipt 1 × Cinnamon bun came back already, on 20 Nov. You may still say yes.",)


@pytest.mark.parametrize(
    "before",
    [
        earlier(date(2026, 10, 20), receipt="S-2026-090212"),
        earlier(date(2026, 10, 20), name="Rye loaf"),
        earlier(date(2026, 10, 20), outcome=ReturnOutcome.DECLINED),
    ],
    ids=["another receipt", "another thing", "declined"],
)
def test_other_returns_say_nothing(before):
    assert warned(before) == ()


def test_two_returns_without_a_receipt_are_never_the_same_receipt():
    assert warned(earlier(date(2026, 10, 20), receipt=""), receipt_number="") == ()
    assert not returns.same_receipt("--", " ")


def test_the_same_thing_again_and_again_is_worth_a_word():
    month = [earlier(date(2026, 11, day), receipt="") for day in (2, 9)]
    assert warned(*month) == ("“Cinnamon bun” came back 3 times this month.",)
    assert warned(*month[:1], earlier(date(2026, 10, 31), receipt="")) == ()


def test_items_are_said_in_one_line():
    items = (ReturnItem(name="Cinnamon bun", quantity=3), ReturnItem(name="Rye loaf", quantity=1))
    assert returns.say_items(items) == "3 × Cinnamon bun, Rye loaf"
