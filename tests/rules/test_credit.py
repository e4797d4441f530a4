"""Store credit: what is kept for this customer."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter import credit
from counter.errors import FieldRefused, Refused
from counter.records.countries import COUNTRIES
from counter.records.entries import CreditMove

UK = COUNTRIES["GB"].money


def ledger(*amounts):
    at = datetime(2026, 11, 26, tzinfo=UTC)
    return [CreditMove(id=n, customer_id=1, amount=a, why="", at=at) for n, a in enumerate(amounts)]


def test_what_is_left_is_what_was_granted_less_what_was_used():
    assert credit.balance(ledger(780, -280, 100)) == 600
    assert credit.say_balance(ledger(780, -280), UK) == "£5.00 of credit"
    assert credit.say_balance(ledger(780, -780), UK) == ""


@pytest.mark.parametrize(("typed", "used"), [("", 780), ("  ", 780), ("3,20", 320), ("7.80", 780)])
def test_credit_is_used_in_part_or_whole(typed, used):
    assert credit.read_use(typed, ledger(1000, -220), UK) == used


@pytest.mark.parametrize(
    ("typed", "amounts", "sentence"),
    [
        ("7.81", (780,), "There is £7.80 left. Empty means all of it."),
        ("0", (780,), "How much of it? Empty means all."),
        ("5", (780, -780), "There is no credit left."),
        ("", (), "There is no credit left."),
        ("7,8O", (780,), "There is a letter O in it. Do you mean 7.80?"),
    ],
)
def test_more_than_there_is_can_not_be_used(typed, amounts, sentence):
    with pytest.raises(FieldRefused) as refused:
        credit.read_use(typed, ledger(*amounts), UK)
    assert refused.value.sentence == sentence


def test_a_grant_that_is_spent_keeps_what_it_came_from():
    moves = ledger(780, -500)
    with pytest.raises(Refused) as refused:
        credit.check_undo(moves, moves[0], "the return")
    assert refused.value.sentence == "This credit is spent already, so the return stays."


@given(st.lists(st.integers(1, 1000), min_size=1), st.integers(0, 20))
def test_undoing_a_grant_never_leaves_less_than_nothing(grants, at):
    moves = ledger(*grants, -grants[0])
    move = moves[at % len(grants)]
    try:
        credit.check_undo(moves, move, "it")
    except Refused:
        assert sum(grants) - grants[0] < move.amount
    else:
        assert credit.balance([m for m in moves if m is not move]) >= 0
