"""Forms at the real window: logged in seconds, kept when half written, put right afterwards."""

import json

import pytest
from PySide6.QtCore import Qt

from counter.app import App, Start
from counter.lanes import LanesInStep
from counter.models import people, shop, voices
from counter.paths import resource
from counter.settings import Settings
from counter.ui.forms.went_wrong import WentWrong
from counter.ui.help import HelpPanel
from counter.ui.widgets.chips import Chip
from counter.ui.widgets.text import Text

Key = Qt.Key


def press(qtbot, counter, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(counter.window.focusWidget(), key, modifier)


def type_here(qtbot, counter, text):
    qtbot.keyClicks(counter.window.focusWidget(), text)


def save(qtbot, counter):
    press(qtbot, counter, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def kinds(counter):
    return [entry.kind.value for entry in counter.window.card.timeline]


def half_written(customer_id):
    return [fields["words"] for _, who, fields, _, _ in shop.drafts() if who == customer_id]


@pytest.fixture
def anna(qtbot, counter):
    type_here(qtbot, counter, "Anna Kowalska")
    press(qtbot, counter, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, counter, Key.Key_Return)
    assert counter.window.head.name.text() == "Anna Kowalska"
    return counter.window.card.customer.id


def test_a_note_is_typed_and_stands_on_the_card(qtbot, counter, anna):
    press(qtbot, counter, Key.Key_F7)
    type_here(qtbot, counter, "Waits for the rye")
    save(qtbot, counter)
    assert counter.window.form() is None
    assert kinds(counter)[0] == "note"
    assert counter.window.message.message()


def offered_themes(counter):
    chips = counter.window.form().findChild(object, "field_theme").findChildren(Chip)
    return [chip.choice.key for chip in chips if chip.choice.key != "others"]


def test_what_it_was_about_is_chosen_from_the_shops_own_themes(qtbot, counter, anna):
    press(qtbot, counter, Key.Key_F4)
    assert offered_themes(counter) == list(voices.themes())
    assert "Allergens" in offered_themes(counter)


def test_a_shop_without_themes_of_its_own_goes_by_those_that_came_along(qtbot, counter, anna):
    shop.save_setting(voices.THEMES, "{}")
    press(qtbot, counter, Key.Key_F4)
    came = json.loads(resource("voice", "themes.json").read_text(encoding="utf-8"))
    assert offered_themes(counter) == list(came)


def test_a_complaint_keeps_a_theme_that_the_owner_has_dropped_since(qtbot, look, clock):
    form = WentWrong(Settings().here(clock()), themes=("Baking", "Other"))
    qtbot.addWidget(form.frame)
    form.restore({"words": "Grey", "theme": "Bread, rolls"})
    assert form.record().theme == "Bread, rolls"


def test_a_complaint_needs_only_their_words_and_is_open_until_told(qtbot, counter, anna):
    press(qtbot, counter, Key.Key_F4)
    type_here(qtbot, counter, "The bread was hard")
    save(qtbot, counter)
    assert [item.kind.value for item in counter.window.card.open] == ["complaint"]
    press(qtbot, counter, Key.Key_F6)
    assert counter.window.form().objectName() == "form_tell"


def test_a_form_with_nothing_in_it_says_what_is_missing_and_stays(qtbot, counter, anna):
    press(qtbot, counter, Key.Key_F2)
    save(qtbot, counter)
    assert counter.window.form() is not None
    assert "return" not in kinds(counter)


def test_what_was_half_written_comes_back_with_the_form(qtbot, counter, anna):
    press(qtbot, counter, Key.Key_F4)
    type_here(qtbot, counter, "The cake was")
    press(qtbot, counter, Key.Key_Escape)
    assert counter.window.form() is None
    assert [draft.form for draft in counter.window.card.drafts] == ["complaint"]
    press(qtbot, counter, Key.Key_F4)
    assert counter.window.form().values()["words"] == "The cake was"


def test_a_draft_is_there_after_the_program_was_closed_in_the_middle_of_a_form(qtbot, counter, anna):
    press(qtbot, counter, Key.Key_F4)
    type_here(qtbot, counter, "Too sweet")
    qtbot.waitUntil(lambda: bool(half_written(anna)))
    counter.close()
    again = App(counter.folders, LanesInStep(), Start(demo=60))
    qtbot.addWidget(again.main)
    assert half_written(anna) == ["Too sweet"]
    again.close()


def test_a_half_written_form_stays_with_whom_it_was_for(qtbot, counter, anna):
    press(qtbot, counter, Key.Key_F4)
    type_here(qtbot, counter, "Late again")
    other = next(row["id"] for row in people.everyone() if row["id"] != anna)
    counter.window.opened.emit(other)
    assert counter.window.form() is None
    assert counter.window.card.customer.id == other
    assert half_written(anna) == ["Late again"]
    assert half_written(other) == []


def note_entry(counter):
    return next(entry.id for entry in counter.window.card.timeline if entry.kind.value == "note")


def test_a_note_on_the_wrong_card_is_moved_to_the_right_person(qtbot, counter, anna):
    test_a_note_is_typed_and_stands_on_the_card(qtbot, counter, anna)
    counter.window.entry_opened.emit(note_entry(counter))
    form = counter.window.form()
    form.set_values({"wish": "move"})
    save(qtbot, counter)
    other = next(row["id"] for row in people.everyone() if row["id"] != anna)
    counter.window.opened.emit(other)
    assert counter.window.card.customer.id == other
    assert "note" in kinds(counter)


def test_an_entry_is_taken_back_from_the_timeline(qtbot, counter, anna):
    test_a_note_is_typed_and_stands_on_the_card(qtbot, counter, anna)
    counter.window.entry_opened.emit(note_entry(counter))
    form = counter.window.form()
    form.set_values({"wish": "take_back"})
    save(qtbot, counter)
    assert "note" not in kinds(counter)


def test_a_person_is_corrected_in_place_and_found_by_the_new_name(qtbot, counter, anna):
    counter.window.acted.emit("edit_person")
    form = counter.window.form()
    form.set_values({"name": "Anna Nowakowska-Lis"})
    save(qtbot, counter)
    assert counter.window.head.name.text() == "Anna Nowakowska-Lis"


def test_the_owners_window_comes_and_goes_by_one_key(qtbot, counter):
    press(qtbot, counter, Key.Key_F10)
    owner = counter.counter.owners.window
    assert owner.isVisible()
    owner.back.emit()
    assert not owner.isVisible()


def test_help_comes_for_what_is_on_screen(qtbot, counter, anna):
    press(qtbot, counter, Key.Key_F1)
    assert counter.window.findChild(HelpPanel).isVisible()


def step(qtbot, counter, name, **typed):
    """F6, one step of the only open thing, Enter."""
    press(qtbot, counter, Key.Key_F6)
    counter.window.form().set_values({"step": name, **typed})
    save(qtbot, counter)
    assert counter.window.form() is None


def test_a_complaint_is_put_right_told_and_closed_with_its_cause(qtbot, counter, anna):
    press(qtbot, counter, Key.Key_F4)
    type_here(qtbot, counter, "The bread was hard")
    save(qtbot, counter)
    step(qtbot, counter, "put_right", remedy="A fresh loaf at once")
    assert [item.kind.value for item in counter.window.card.open] == ["untold"]
    step(qtbot, counter, "told", told_how="at the counter")
    assert [item.kind.value for item in counter.window.card.open] == ["cause"]
    step(qtbot, counter, "cause", cause="The oven was too hot")
    assert counter.window.card.open == ()
    assert kinds(counter)[:4] == ["cause", "told", "put_right", "complaint"]


def test_an_order_is_promised_again_collected_and_followed_up(qtbot, counter, anna):
    press(qtbot, counter, Key.Key_F5)
    type_here(qtbot, counter, "A cake for eight")
    counter.window.form().set_values({"price": "24", "due": "2026-12-02 10:00"})
    save(qtbot, counter)
    assert [item.kind.value for item in counter.window.card.open] == ["order"]
    step(qtbot, counter, "promise_again", due="2026-12-03 10:00")
    assert "order_moved" in kinds(counter)
    step(qtbot, counter, "ready")
    step(qtbot, counter, "collected")
    assert [item.kind.value for item in counter.window.card.open] == ["follow_up"]
    step(qtbot, counter, "done", result="All eight were happy")
    assert counter.window.card.open == ()


def test_tell_them_says_at_once_when_nothing_is_open(qtbot, counter, anna):
    press(qtbot, counter, Key.Key_F6)
    assert counter.window.form() is None
    assert counter.window.message.message() == "Nothing is open for them."


def test_the_button_of_the_slip_names_a_language_that_slips_can_be_in(qtbot, counter, anna):
    counter.window.acted.emit("edit_person")
    counter.window.form().set_values({"language": "uk"})
    save(qtbot, counter)
    press(qtbot, counter, Key.Key_F9)
    assert "in English" in counter.window.right.slip.findChild(Text).text()


def test_another_of_us_stands_at_the_counter_by_one_key(qtbot, counter, anna):
    press(qtbot, counter, Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, counter, Key.Key_F7)
    type_here(qtbot, counter, "Asked for Ben")
    save(qtbot, counter)
    assert counter.window.card.timeline[0].staff == people.staff()[1].name
