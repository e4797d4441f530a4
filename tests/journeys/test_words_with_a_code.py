"""A customer hands back a slip or says its code: their words are kept in seconds, also when it is typed wrong."""

import pytest
from keyboard import Keyboard
from PySide6.QtCore import Qt

from counter.models import things
from counter.models.tables_counter import FeedbackRow
from counter.models.tables_shop import AnonymousRow
from counter.ui.widgets.results import ResultList
from counter.voice import codes

Key = Qt.Key
pytestmark = pytest.mark.usefixtures("no_network")


@pytest.fixture
def hands(qtbot, counter):
    return Keyboard(qtbot, counter.window)


def as_it_stands(code):
    return codes.show(code).lower()


def with_a_slip_of_the_finger(code):
    return codes.show(code[:6] + ("7" if code[6] != "7" else "8") + code[7])


@pytest.mark.parametrize("typed", [as_it_stands, with_a_slip_of_the_finger])
def test_the_code_the_words_and_enter(counter, hands, typed):
    slip = things.last_slip()
    before = FeedbackRow.select().count()
    hands.type(typed(slip.code))
    hands.press(Key.Key_Return)
    assert counter.window.form() is not None
    hands.type("The bread was cold, and nobody said a word.")
    hands.save()
    assert FeedbackRow.select().count() == before + 1
    row = FeedbackRow.select().order_by(FeedbackRow.id.desc()).get()
    assert (row.slip_id, row.customer_id) == (slip.id, slip.customer_id)
    assert (row.words, row.way) == ("The bread was cold, and nobody said a word.", "counter")


def test_somebody_who_wants_no_name_on_it_hands_back_a_slip(counter, hands):
    slip = things.last_slip()
    before = FeedbackRow.select().count()
    hands.type(as_it_stands(slip.code))
    hands.press(Key.Key_Return)
    hands.type("He rolled his eyes at my mother.")
    hands.choose("Leave their name out", "Leave their name out")
    hands.save()
    assert counter.window.message.message().startswith("Kept without a name")
    assert counter.window.form() is None
    assert FeedbackRow.select().count() == before
    row = AnonymousRow.get(AnonymousRow.words == "He rolled his eyes at my mother.")
    assert row.week.isoformat() == "2026-11-23"


def test_a_code_that_no_slip_of_ours_carries_is_told_as_that_and_not_as_a_name(counter, hands):
    strange = codes.new_code(lambda count: bytes(range(7, 7 + count)))
    assert things.slip_by_code(strange) is None
    hands.type(as_it_stands(strange))
    assert counter.window.findChild(ResultList).chosen().hook == "No slip of ours carries this code."


def test_a_mistyped_code_is_asked_about_in_the_list(counter, hands):
    slip = things.last_slip()
    hands.type(with_a_slip_of_the_finger(slip.code))
    assert counter.window.findChild(ResultList).chosen().why == f"do you mean slip {codes.show(slip.code)}?"
