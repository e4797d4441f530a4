"""What a cashier meets in the counter window: letters that find, keys that do, and Esc that goes one step back."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

sys.path.insert(0, str(Path(__file__).parent))
import counter_scenes as scenes  # noqa: E402

from counter.records import entries as e  # noqa: E402
from counter.records.entries import EntryKind  # noqa: E402
from counter.ui.counter.keys import NEEDS_PERSON  # noqa: E402
from counter.ui.counter.slip_panel import SlipOffer, SlipPanel  # noqa: E402
from counter.ui.counter.so_far import line_of, lines_of  # noqa: E402
from counter.ui.counter.window import CounterWindow  # noqa: E402
from counter.ui.forms.make import NAMES, Needs, make  # noqa: E402
from counter.ui.texts.keys import KEYS  # noqa: E402
from counter.ui.texts.today import FORMS  # noqa: E402
from counter.ui.widgets.bands import NeverBand, OpenBand  # noqa: E402
from counter.ui.widgets.buttons import Action  # noqa: E402
from counter.ui.widgets.fields import FieldSpec, LineField  # noqa: E402
from counter.ui.widgets.form import FormFrame  # noqa: E402
from counter.ui.widgets.form_edges import FormSpec  # noqa: E402
from counter.ui.widgets.keycap import KeyCap  # noqa: E402
from counter.ui.widgets.results import ResultRow  # noqa: E402
from counter.ui.widgets.text import Text  # noqa: E402

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
HELD = {"Ctrl": CTRL, "Shift": Qt.KeyboardModifier.ShiftModifier, "Alt": Qt.KeyboardModifier.AltModifier}


@pytest.fixture
def window(look, qtbot):
    counter = CounterWindow(scenes.MOMENT)
    qtbot.addWidget(counter)
    counter.setFixedSize(1366, 768)
    counter.show()
    counter.activateWindow()
    qtbot.waitUntil(counter.isActiveWindow)
    counter.show_today(scenes.today())
    return counter


@pytest.fixture
def heard(window):
    """Everything the window asks for, in order."""
    said = []
    window.acted.connect(said.append)
    window.opened.connect(lambda number: said.append(("opened", number)))
    window.new_person.connect(lambda text: said.append(("new", text)))
    window.put_away.connect(lambda: said.append("put away"))
    window.closed.connect(lambda: said.append("closed"))
    window.circumstances_changed.connect(lambda names: said.append(names))
    window.draft_opened.connect(lambda form, number: said.append((form, number)))
    window.item_acted.connect(lambda item: said.append(item))
    window.entry_opened.connect(lambda number: said.append(number))
    window.reaction.connect(lambda key: said.append(key))
    return said


def form():
    frame = FormFrame(FormSpec(name="note", title="Note", key="F7", save=Action(name="save", label="Save")))
    frame.add(LineField(FieldSpec(name="text", label="Note")))
    return frame


def search(qtbot, window, text, found=scenes.FOUND):
    qtbot.keyClicks(window.search, text)
    window.show_found(found, text)


# finding


def test_letters_typed_anywhere_outside_a_form_go_into_the_search_field(window, qtbot):
    window.middle.today_page.go()
    focused = window.focusWidget()
    assert focused is not window.search
    qtbot.keyClicks(focused, "an")
    assert window.search.text() == "an"
    assert window.search.hasFocus()


def test_letters_typed_in_a_form_stay_there(window, qtbot):
    window.show_card(scenes.card())
    window.open_form(form(), "note")
    qtbot.keyClicks(window.focusWidget(), "oat milk")
    assert window.search.text() == ""
    assert window.form().values() == {"text": "oat milk"}


def test_the_next_letter_after_opening_a_card_begins_another_search(window, qtbot):
    search(qtbot, window, "anna")
    window.show_card(scenes.card())
    qtbot.keyClicks(window.search, "p")
    assert window.search.text() == "p"


def test_arrows_choose_and_enter_opens(window, qtbot, heard):
    search(qtbot, window, "anna")
    qtbot.keyClick(window.search, Key.Key_Down)
    qtbot.keyClick(window.search, Key.Key_Return)
    assert heard == [("opened", 2)]


def test_who_was_chosen_stays_so_when_the_same_text_is_answered_anew(window, qtbot, heard):
    search(qtbot, window, "anna")
    qtbot.keyClick(window.search, Key.Key_Down)
    chosen = window.left.found.chosen().key
    window.show_found(scenes.FOUND, "anna")
    assert window.left.found.chosen().key == chosen
    qtbot.keyClicks(window.search, "k")
    window.show_found(scenes.FOUND, "annak")
    assert window.left.found.chosen().key == scenes.FOUND[0].customer_id


def test_enter_waits_for_the_answer_so_that_nobody_else_is_opened(window, qtbot, heard):
    search(qtbot, window, "a")
    qtbot.keyClicks(window.search, "nna")
    qtbot.keyClick(window.search, Key.Key_Return)
    assert heard == []
    window.show_found(scenes.RECENT, "a")
    assert heard == []
    window.show_found(scenes.FOUND[3:], "anna")
    assert heard == [("opened", 4)]


def test_the_last_row_makes_a_new_person_of_what_was_typed(window, qtbot, heard):
    search(qtbot, window, "zoe", found=())
    qtbot.keyClick(window.search, Key.Key_Return)
    qtbot.keyClick(window, Key.Key_N, CTRL)
    assert heard == [("new", "zoe"), ("new", "zoe")]


def test_with_nothing_typed_the_arrow_goes_to_today(window, qtbot, heard):
    qtbot.keyClick(window.search, Key.Key_Down)
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    assert heard == [("opened", scenes.LOAF.customer_id)]


def test_enter_with_nothing_typed_opens_nobody(window, qtbot, heard):
    qtbot.keyClick(window.search, Key.Key_Return)
    assert heard == []


# knowing


def test_the_never_band_shows_every_never_fact_above_an_open_form_too(window):
    window.show_card(scenes.card())
    window.open_form(form(), "note")
    band = window.findChild(NeverBand)
    assert band.isVisible()
    assert "No nuts: Jan is allergic" in band.accessibleName()
    assert "said 3 Nov" in band.accessibleName()


def test_a_never_fact_of_one_person_is_gone_with_the_next_card(window):
    window.show_card(scenes.card())
    window.show_card(scenes.empty_card())
    assert not window.findChild(NeverBand).isVisible()


@pytest.mark.parametrize("name", [scenes.ARABIC, scenes.CHINESE, scenes.LONG])
@pytest.mark.parametrize(("width", "wishes"), [(1024, {}), (1366, {"scale": 2.0}), (1366, {"rtl": True})])
def test_every_name_stands_whole_on_its_card(look, qtbot, name, width, wishes):
    look(**wishes)
    counter = CounterWindow(scenes.MOMENT)
    qtbot.addWidget(counter)
    counter.setFixedSize(width, 768)
    counter.show()
    counter.show_card(scenes.card(scenes.customer(name)))
    qtbot.waitUntil(lambda: not counter.head.name.squeezed())
    assert counter.head.name.text() == name
    assert not counter.head.name.is_elided()


def test_somebody_without_a_name_is_called_someone_and_an_empty_card_teaches(window):
    window.show_card(scenes.empty_card())
    assert window.head.name.text() == "someone"
    shown = [text.text() for text in window.findChildren(Text) if text.isVisible()]
    assert any(text.startswith("Nothing known yet. F7") for text in shown)


def test_a_long_name_on_today_has_its_line_and_what_is_due_goes_under_it(look, qtbot):
    counter = CounterWindow(scenes.MOMENT)
    qtbot.addWidget(counter)
    counter.setFixedSize(1024, 768)
    counter.show()
    counter.show_today(scenes.today(promised=(replace(scenes.LOAF, name="Bogdan Pietrzak-Lewandowski"),)))
    name = next(text for text in counter.findChildren(Text) if text.text() == "Bogdan Pietrzak-Lewandowski")
    qtbot.waitUntil(lambda: not name.is_elided())
    qtbot.waitUntil(lambda: not name.squeezed())


def test_the_sentence_of_a_draft_keeps_its_room_and_its_buttons_go_under_it(look, qtbot):
    counter = CounterWindow(scenes.MOMENT)
    qtbot.addWidget(counter)
    counter.setFixedSize(1024, 768)
    counter.show()
    counter.show_today(scenes.today())
    sentence = next(text for text in counter.findChildren(Text) if "half written" in text.text())
    qtbot.waitUntil(lambda: sentence.width() > 250)
    assert not sentence.squeezed()


def test_the_key_of_a_new_person_stands_on_the_line_of_the_name_and_under_the_dates(window, qtbot):
    search(qtbot, window, "anna")
    qtbot.waitUntil(lambda: window.left.found.findChild(object, "result").width() > 200)
    rows = [row for row in window.left.found.findChildren(ResultRow) if row.isVisible()]
    cap = next(row.findChild(KeyCap) for row in rows if row.result.cap)
    name = next(text for text in cap.parentWidget().findChildren(Text) if text.text() == cap.parentWidget().result.name)
    assert abs(cap.geometry().center().y() - name.geometry().center().y()) <= 1
    dates = [text for row in rows for text in row.findChildren(Text) if text.text() == row.result.when != ""]
    ends = {text.mapTo(window, text.rect().topRight()).x() for text in dates}
    assert ends == {cap.mapTo(window, cap.rect().topRight()).x()}


def test_a_quiet_day_says_what_will_stand_there(window):
    window.show_today(scenes.quiet_day())
    assert window.findChild(object, "nothing_waits").isVisible()


def test_their_own_words_stand_in_their_own_type_and_ours_in_ours():
    voices = {line.what: line.voice for line in (line_of(entry, scenes.MOMENT) for entry in scenes.TIMELINE)}
    assert voices == {
        "Here": False, "Went wrong": True, "Put right": False, "Compliment": True, "Extra": False, "Return": False,
        "Order": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("number", "when", "sentence"),
    [
        (7, "10:42", "here, nothing more"),
        (6, "Tue 24 Nov", "“You sold my son a roll from the almond tray.”"),
        (5, "Tue 24 Nov", "trays apart; recipe card at the oven · sorry said"),
        (4, "Sat 14 Nov", "to \u2068Maya\u2069: “You always remember the boys’ names.”"),
        (3, "Sat 14 Nov", "two gingerbread stars · delighted"),
        (2, "Tue 3 Nov", "dark rye, faulty · refunded · £4.80"),
        (1, "Fri 16 Oct", "two name cakes for Sat 17 Oct, 11:42 · collected"),
    ],
)
def test_each_entry_reads_as_a_sentence(number, when, sentence):
    entry = next(one for one in scenes.TIMELINE if one.id == number)
    line = line_of(entry, scenes.MOMENT)
    assert (line.when, line.text) == (when, sentence)


def test_what_went_wrong_today_says_since_when_once(window):
    wrong = replace(scenes.UNTOLD, title="Open since 14:28", tag="since 14:28")
    window.show_card(scenes.card(open=(wrong, replace(wrong, title="Open since Tue", tag="2 days"))))
    said = " ".join(text.text() for band in window.findChildren(OpenBand) for text in band.findChildren(Text))
    assert said.count("14:28") == 1
    assert "Open since Tue · 2 days" in said


def test_what_is_open_has_its_action(window, qtbot, heard):
    window.show_card(scenes.card(open=(scenes.UNTOLD,)))
    button = window.findChild(object, "act_untold_1")
    assert button.label() == "Tell her"
    button.click()
    assert heard == [scenes.UNTOLD]


# doing


@pytest.mark.parametrize("name", sorted(set(KEYS) - {"circumstances", "reaction", "new_person", "draft", "drop_draft"}))
def test_each_key_says_what_it_is_for(window, qtbot, heard, name):
    window.show_card(scenes.card())
    press(qtbot, window.search, KEYS[name])
    assert heard == [name]


@pytest.mark.parametrize("name", sorted(NEEDS_PERSON & set(KEYS)))
def test_a_key_that_needs_somebody_says_so_while_nobody_is_open(window, qtbot, heard, name):
    press(qtbot, window.search, KEYS[name])
    assert heard == []
    assert window.message.message().startswith("Find someone first")


def press(qtbot, widget, key):
    *held, last = key.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for one in held:
        modifiers |= HELD[one]
    qtbot.keyClick(widget, getattr(Key, f"Key_{last}"), modifiers)


def test_undo_in_a_field_takes_back_typing_first_and_then_what_was_saved(window, qtbot, heard):
    window.show_card(scenes.card())
    window.open_form(form(), "note")
    editor = window.focusWidget()
    qtbot.keyClicks(editor, "oat")
    qtbot.keyClick(editor, Key.Key_Z, CTRL)
    assert heard == []
    while editor.isUndoAvailable():
        qtbot.keyClick(editor, Key.Key_Z, CTRL)
    qtbot.keyClick(editor, Key.Key_Z, CTRL)
    assert heard == ["undo"]


def test_circumstances_are_ticked_by_their_first_letter(window, qtbot, heard):
    window.show_card(scenes.card())
    press(qtbot, window.search, "Ctrl+J")
    qtbot.keyClicks(window.focusWidget(), "l")
    assert heard == [frozenset({"rain", "no_purchase"})]


def test_how_it_was_taken_is_told_by_a_letter(window, qtbot, heard):
    window.show_card(scenes.card(suggestion=scenes.TAKEN))
    press(qtbot, window.search, "Ctrl+R")
    qtbot.keyClicks(window.focusWidget(), "p")
    assert heard == ["pleased"]


def test_a_draft_is_gone_on_with_from_today(window, heard):
    window.findChild(object, "go_on").click()
    assert heard == [("return", 1)]


def test_f9_again_or_enter_prints_the_slip_that_is_looked_at(window, qtbot, heard):
    window.show_card(scenes.card())
    press(qtbot, window.search, "F9")
    panel = SlipPanel()
    printed = []
    panel.saved.connect(lambda: printed.append(panel.pick().line))
    panel.show_offer(SlipOffer(lines=("Thank you for coming.", "So good to see you."), languages=(("en", "English"),)))
    window.open_form(panel, "slip")
    press(qtbot, window.focusWidget(), "F9")
    qtbot.keyClick(window.focusWidget(), Key.Key_Down)
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    assert printed == ["Thank you for coming.", "So good to see you."]
    assert heard == ["slip"]


# going back


def test_esc_closes_the_form_then_the_card_and_empties_the_search_last(window, qtbot, heard):
    search(qtbot, window, "anna")
    window.show_card(scenes.card())
    window.open_form(form(), "note")
    window.put_away.connect(window.close_form)
    window.closed.connect(lambda: window.show_today(scenes.today()))
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    assert (window.form(), window.search.hasFocus(), heard) == (None, True, ["put away"])
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    assert (window.head.name.text(), window.search.text(), heard) == ("Today", "anna", ["put away", "closed"])
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    assert window.search.text() == ""


def test_how_an_extra_was_taken_stands_on_its_line_and_not_on_another():
    given = scenes.entry(8, EntryKind.GESTURE, scenes.STARS, days=0)
    seen = scenes.entry(9, EntryKind.REACTION, scenes.STARS, days=0, detail="delighted")
    lines = lines_of([seen, given], scenes.MOMENT)
    assert [(line.key, line.what) for line in lines] == [(8, "Extra")]
    assert [line.key for line in lines_of([seen], scenes.MOMENT)] == [9]


def test_here_and_nothing_more_is_not_said_where_more_was_done():
    here = [scenes.entry(number, EntryKind.VISIT, days=0) for number in (8, 9)]
    assert [line.key for line in lines_of(here, scenes.MOMENT)] == [8]
    note = scenes.entry(10, EntryKind.NOTE, e.Note(id=1, text="rye", customer_id=1), days=0)
    assert [line.key for line in lines_of([note, *here], scenes.MOMENT)] == [10]


def test_every_form_that_may_be_half_written_has_a_name():
    assert set(NAMES) <= set(FORMS)


def test_only_what_is_late_or_wrong_is_red_in_the_form_of_what_is_open(window):
    form = make("tell", Needs(here=scenes.MOMENT.here, open=(scenes.PEARS, scenes.UNTOLD)))
    window.show_card(scenes.card())
    window.open_form(form.frame, "tell")
    red = form.frame.findChild(OpenBand)
    assert red.isHidden()
    form.choose(scenes.UNTOLD.kind, scenes.UNTOLD.thing_id)
    assert not red.isHidden()
