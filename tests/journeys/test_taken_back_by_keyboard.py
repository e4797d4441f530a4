"""Store credit, follow-ups and extras are taken back and put right by keyboard, each with what followed from it."""

import pytest
from keyboard import CTRL, Key

from counter.models import things
from counter.records.card import SuggestionState
from counter.ui.widgets.fields import Field
from counter.ui.widgets.timeline import TimelineRow
from counter.voice import codes


def kinds(counter):
    return [entry.kind.value for entry in counter.window.card.timeline]


def what_is_open(counter):
    return [item.kind.value for item in counter.window.card.open]


def said(counter):
    return counter.window.message.message()


def problems(counter):
    return {one.objectName().removeprefix("field_"): one.problem()
            for one in counter.window.form().findChildren(Field) if one.problem()}  # fmt: skip


def choose_on(keys, line, what="Correct it"):
    """Tab into the timeline, Home and ↓ to a line of it, Enter, and Enter on what shall happen with it."""
    while not isinstance(keys.focus, TimelineRow):
        keys.press(Key.Key_Tab)
    keys.press(Key.Key_Home)
    while line not in keys.focus.accessibleName():
        before = keys.focus
        keys.press(Key.Key_Down)
        assert keys.focus is not before, f"no line of the timeline says “{line}”"
    keys.press(Key.Key_Return)
    keys.choose("What shall happen", what)
    keys.press(Key.Key_Return)


def over(keys, field, text):
    """Types over what stands in a field."""
    keys.tab_to(field)
    keys.press(Key.Key_A, CTRL)
    keys.type(text)


def use_credit(keys, amount):
    keys.press(Key.Key_B, CTRL)
    keys.type(amount)
    keys.press(Key.Key_Return)


@pytest.fixture
def credit(counter, keys, anna):
    """£3.20 of store credit for rye bread that came back."""
    keys.press(Key.Key_F2)
    keys.type("rye bread")
    keys.choose("Reason", "Faulty")
    keys.choose("Outcome", "Store credit")
    keys.tab_to("Credit they get")
    keys.type("3.20")
    keys.press(Key.Key_Return)
    assert counter.window.card.credit == 320
    return anna


def test_store_credit_used_is_taken_back_and_then_the_return_it_came_from(counter, keys, credit):
    use_credit(keys, "1.20")
    assert counter.window.card.credit == 200
    keys.press(Key.Key_Z, CTRL)
    assert said(counter).startswith("Undone: £1.20 of credit used")
    assert counter.window.card.credit == 320
    keys.press(Key.Key_Z, CTRL)
    assert counter.window.card.credit == 0
    assert "return" not in kinds(counter)


def test_a_return_stays_while_its_credit_is_spent_and_can_be_taken_back_once_it_is_not(counter, keys, credit):
    use_credit(keys, "")
    choose_on(keys, "rye bread", "Take it back")
    assert said(counter) == "This credit is spent already, so the return stays."
    assert "return" in kinds(counter)
    keys.press(Key.Key_Z, CTRL)
    choose_on(keys, "rye bread", "Take it back")
    assert "return" not in kinds(counter)
    assert counter.window.card.credit == 0


def test_store_credit_used_by_the_code_on_the_note_is_taken_back(counter, keys, credit):
    keys.press(Key.Key_F9)
    keys.choose("Which slip", "credit")
    keys.press(Key.Key_Return)
    note = codes.show(things.last_slip().code)
    keys.press(Key.Key_Escape)
    keys.press(Key.Key_B, CTRL)
    keys.type(note)
    keys.press(Key.Key_Return)
    assert counter.window.card.credit == 0
    keys.press(Key.Key_Z, CTRL)
    assert counter.window.card.credit == 320


def test_a_follow_up_is_taken_back_and_one_that_was_done_waits_again(counter, keys, anna):
    keys.press(Key.Key_F7)
    keys.type("Ask how the cake was")
    keys.choose("What is it", "Follow-up")
    keys.tab_to("By when")
    keys.type("tomorrow")
    keys.save()
    assert what_is_open(counter) == ["follow_up"]
    keys.press(Key.Key_F6)
    keys.choose("What happens now", "Done")
    keys.press(Key.Key_Return)
    assert what_is_open(counter) == []
    keys.press(Key.Key_Z, CTRL)
    assert what_is_open(counter) == ["follow_up"]
    keys.press(Key.Key_Z, CTRL)
    assert what_is_open(counter) == []
    assert kinds(counter) == ["person"]


def test_an_extra_given_is_taken_back_on_its_line_and_costs_nothing_any_more(counter, keys, anna):
    card = counter.window.card
    if card.suggestion.state is not SuggestionState.SUGGESTED:
        keys.press(Key.Key_T, CTRL)
    title, left = counter.window.card.suggestion.title, counter.window.card.suggestion.left
    keys.press(Key.Key_G, CTRL)
    choose_on(keys, title, "Take it back")
    assert "gesture" not in kinds(counter)
    suggestion = counter.window.card.suggestion
    assert (suggestion.state, suggestion.title, suggestion.left) == (SuggestionState.SUGGESTED, title, left)


def test_an_own_idea_given_is_taken_back(counter, keys, anna):
    before = counter.window.card.suggestion.state
    keys.press(Key.Key_O, CTRL)
    keys.type("A ribbon on the bag")
    keys.save()
    assert counter.window.card.suggestion.state is SuggestionState.GIVEN
    keys.press(Key.Key_Z, CTRL)
    assert said(counter).startswith("Undone")
    assert "gesture" not in kinds(counter)
    assert counter.window.card.suggestion.state is before


def test_what_somebody_gets_as_store_credit_is_corrected_and_that_is_taken_back(counter, keys, credit):
    choose_on(keys, "rye bread")
    over(keys, "Credit they get", "4.00")
    keys.save()
    assert counter.window.card.credit == 400
    assert counter.window.card.timeline[0].edited
    keys.press(Key.Key_Z, CTRL)
    assert counter.window.card.credit == 320


def test_credit_that_is_used_in_part_is_not_corrected_to_less_than_that(counter, keys, credit):
    use_credit(keys, "1.20")
    choose_on(keys, "rye bread")
    over(keys, "Credit they get", "1.00")
    keys.save()
    assert problems(counter) == {"amount": "£1.20 of this credit is used already, so it can't be less than that."}
    over(keys, "Credit they get", "2.00")
    keys.save()
    assert counter.window.form() is None
    assert counter.window.card.credit == 80


def test_credit_that_is_used_does_not_become_a_refund(counter, keys, credit):
    use_credit(keys, "1.20")
    choose_on(keys, "rye bread")
    keys.choose("Outcome", "Refund")
    keys.save()
    assert "so it stays store credit" in problems(counter)["outcome"]
    assert counter.window.card.credit == 200


def test_a_return_that_was_to_be_a_refund_takes_its_unused_credit_with_it(counter, keys, credit):
    choose_on(keys, "rye bread")
    keys.choose("Outcome", "Refund")
    keys.save()
    assert counter.window.form() is None
    assert counter.window.card.credit == 0


def test_a_return_on_the_wrong_card_goes_to_the_right_one_with_its_credit(counter, keys, credit):
    choose_on(keys, "rye bread", "Move it")
    keys.type("Berta Zwiebel")
    keys.press(Key.Key_N, CTRL)
    keys.press(Key.Key_Return)
    assert counter.window.head.name.text() == "Berta Zwiebel"
    assert counter.window.card.credit == 320
    keys.press(Key.Key_Z, CTRL)
    assert counter.window.card.credit == 0
    keys.press(Key.Key_Escape)
    keys.press(Key.Key_Escape)
    keys.type("Anna Kowalska")
    keys.press(Key.Key_Return)
    assert counter.window.card.credit == 320

