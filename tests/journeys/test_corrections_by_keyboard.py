"""What was saved is put right by keyboard, and what was half corrected is kept like all else that is typed."""

from datetime import timedelta

import pytest
from keyboard import ALT, CTRL, Key
from PySide6.QtWidgets import QApplication

from counter.app import App, Start
from counter.lanes import LanesInStep
from counter.models import shop


def choose_on(keys, line, what="Correct it"):
    """Enter on a line of the timeline, and Enter on what shall happen with it."""
    keys.tab_to(line)
    keys.press(Key.Key_Return)
    keys.choose("What shall happen", what)
    keys.press(Key.Key_Return)


def half_corrected(customer_id):
    return [fields["text"] for form, who, fields, _, _ in shop.drafts() if who == customer_id and ":" in form]


@pytest.fixture
def note(counter, keys, anna):
    keys.press(Key.Key_F7)
    keys.type("Waits for the rye")
    keys.save()
    choose_on(keys, "Waits for the rye")
    return anna


def test_a_correction_is_on_disk_a_moment_after_the_last_letter(counter, keys, note, qtbot):
    keys.type(", on Fri")
    qtbot.waitUntil(lambda: half_corrected(note) == ["Waits for the rye, on Fri"])
    assert counter.window.card.timeline[0].thing.text == "Waits for the rye"


@pytest.mark.parametrize("way", ["Esc", "the slip", "the printers", "another form"])
def test_a_half_written_correction_comes_back_with_what_it_corrects(counter, keys, note, way):
    keys.type(", on Fri")
    others = {"the slip": (Key.Key_F9,), "the printers": (Key.Key_P, CTRL), "another form": (Key.Key_F4,)}
    if way in others:
        keys.press(*others[way])
    keys.press(Key.Key_Escape)
    assert counter.window.form() is None
    keys.press(Key.Key_D, ALT)
    assert counter.window.form().values()["text"] == "Waits for the rye, on Fri"
    keys.type("days")
    keys.save()
    assert counter.window.card.timeline[0].thing.text == "Waits for the rye, on Fridays"
    assert counter.window.card.timeline[0].edited
    assert counter.window.card.drafts == ()


def test_a_correction_opened_again_on_the_timeline_has_what_was_half_written(counter, keys, note):
    keys.type(", on Fri")
    keys.press(Key.Key_Escape)
    choose_on(keys, "Waits for the rye")
    assert counter.window.form().values()["text"] == "Waits for the rye, on Fri"


def test_a_half_written_correction_and_a_half_written_note_are_two(counter, keys, note):
    keys.type(", on Fri")
    keys.press(Key.Key_Escape)
    keys.press(Key.Key_F7)
    assert counter.window.form().values()["text"] == ""
    keys.type("Something else")
    keys.press(Key.Key_Escape)
    assert half_corrected(note) == ["Waits for the rye, on Fri"]
    assert len(counter.window.card.drafts) == 2


def test_a_correction_looked_at_and_left_leaves_no_draft(counter, keys, note):
    keys.press(Key.Key_Escape)
    assert counter.window.card.drafts == ()


def test_a_half_written_correction_is_thrown_away_by_key(counter, keys, note):
    keys.type(", on Fri")
    keys.press(Key.Key_Escape)
    keys.press(Key.Key_X, ALT)
    keys.press(Key.Key_X, ALT)
    assert half_corrected(note) == []
    assert counter.window.card.timeline[0].thing.text == "Waits for the rye"


def test_a_name_half_corrected_comes_back_by_key(counter, keys, anna):
    keys.press(Key.Key_E, ALT)
    keys.type("-Lis")
    keys.press(Key.Key_Escape)
    assert [draft.form for draft in counter.window.card.drafts] == ["edit_person"]
    keys.press(Key.Key_Escape)
    keys.press(Key.Key_D, ALT)
    assert counter.window.head.name.text() == "Anna Kowalska"
    assert counter.window.form().values()["name"].endswith("-Lis")
    keys.press(Key.Key_Return)
    assert counter.window.head.name.text().endswith("-Lis")
    assert counter.window.card.drafts == ()


def test_what_was_half_corrected_of_a_thing_taken_back_since_is_told_and_can_be_thrown_away(counter, keys, note):
    keys.type(", on Fri")
    keys.press(Key.Key_Escape)
    keys.press(Key.Key_Z, CTRL)
    keys.press(Key.Key_D, ALT)
    assert counter.window.form() is None
    assert "taken back" in counter.window.message.message()
    keys.press(Key.Key_X, ALT)
    keys.press(Key.Key_X, ALT)
    assert counter.window.card.drafts == ()


def test_a_half_written_correction_outlives_a_restart_and_goes_on_from_today(counter, keys, note, qtbot, clock):
    clock.now += timedelta(minutes=5)
    keys.type(", on Fri")
    counter.close()
    again = App(counter.folders, LanesInStep(), Start(demo=60, clock=clock))
    qtbot.addWidget(again.main)
    again.main.show()
    again.window.activateWindow()
    qtbot.waitUntil(again.window.isActiveWindow)
    qtbot.keyClick(again.window.focusWidget(), Key.Key_D, ALT)
    QApplication.processEvents()
    assert again.window.head.name.text() == "Anna Kowalska"
    assert again.window.form().values()["text"] == "Waits for the rye, on Fri"
    again.close()


def notes_of(counter):
    return [entry.thing.text for entry in counter.window.card.timeline if entry.kind.value == "note"]


def test_a_note_is_moved_to_somebody_made_just_then(counter, keys, note):
    keys.press(Key.Key_Escape)
    choose_on(keys, "Waits for the rye", "Move it")
    keys.type("Berta Zwiebel")
    keys.press(Key.Key_N, CTRL)
    keys.press(Key.Key_Return)
    assert counter.window.head.name.text() == "Berta Zwiebel"
    assert notes_of(counter) == ["Waits for the rye"]
    assert "Moved to" in counter.window.message.message()
    keys.press(Key.Key_Z, CTRL)
    assert notes_of(counter) == []
    keys.press(Key.Key_Z, CTRL)
    assert counter.window.card is None


def test_somebody_new_who_is_not_made_after_all_gets_nothing_moved(counter, keys, note):
    keys.press(Key.Key_Escape)
    choose_on(keys, "Waits for the rye", "Move it")
    keys.type("Berta Zwiebel")
    keys.press(Key.Key_N, CTRL)
    keys.press(Key.Key_Escape)
    assert counter.window.message.message() == "It stays where it was."
    keys.press(Key.Key_N, CTRL)
    keys.press(Key.Key_Return)
    assert notes_of(counter) == []
