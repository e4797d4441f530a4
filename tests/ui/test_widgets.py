"""What a cashier meets in the small widgets: texts that are whole, fields that wait, chips and rows under the keys."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

sys.path.insert(0, str(Path(__file__).parent))
from gallery import LONG_ARABIC, PEOPLE, Counter, Owner, complaint_form, letter_o, return_form  # noqa: E402

from counter.ui.theme import COLOURS, Mode, Role, Tone, contrast  # noqa: E402
from counter.ui.widgets.bands import NeverBand, NeverLine  # noqa: E402
from counter.ui.widgets.buttons import Action, ActionButton, ButtonStyle  # noqa: E402
from counter.ui.widgets.chips import ChipRow, Choice  # noqa: E402
from counter.ui.widgets.fields import FieldSpec, LineField, LinesField, Verdict  # noqa: E402
from counter.ui.widgets.keycap import KeyCap  # noqa: E402
from counter.ui.widgets.keylist import KeyLine, KeyList  # noqa: E402
from counter.ui.widgets.lines import Style, lay_out  # noqa: E402
from counter.ui.widgets.progress import ProgressLine  # noqa: E402
from counter.ui.widgets.text import Text  # noqa: E402
from counter.ui.widgets.themed import plain_tooltip  # noqa: E402

Key = Qt.Key


@pytest.fixture
def show(look, qtbot):
    """Shows widgets in a window that has the focus."""

    windows = []

    def put_up(*widgets, width=600):
        window = QWidget()
        windows.append(window)
        window.resize(width, 500)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield put_up
    windows.clear()


@pytest.fixture
def stand(look, qtbot):
    """Stands a whole counter up, its search field in focus."""

    def put_up(window):
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.search.setFocus()
        return window

    return put_up


# texts


@pytest.mark.parametrize("name", ["Abdülkadir Şahin-Wolfeschlegelsteinhausenbergerdorff", LONG_ARABIC, "歐陽菲菲" * 9])
@pytest.mark.parametrize("rtl", [False, True])
def test_a_long_name_is_elided_at_its_logical_end_and_whole_for_those_who_ask(name, rtl, look):
    theme = look(rtl=rtl)
    laid = lay_out(name, Style(font=theme.font(Role.ROW), lines=1, rtl=rtl), 200)
    shown = laid.layout.text()
    assert laid.elided
    assert shown.endswith("…")
    assert name.startswith(shown[:-1])
    assert len(shown) > 8
    text = Text(name, Role.ROW, lines=1)
    text.resize(200, 30)
    assert text.is_elided()
    assert text.accessibleName() == name


def test_a_name_that_fits_is_not_touched(look):
    look()
    for name in ("Jonas Lindqvist", "王小明", "عبد الرحمن", "Jo 👨‍👩‍👧"):
        text = Text(name, Role.ROW, lines=1)
        text.resize(text.sizeHint())
        assert not text.is_elided()


def test_an_isolate_that_is_cut_off_is_closed_so_that_the_rest_keeps_its_direction(look):
    laid = lay_out(f"For \u2068{LONG_ARABIC}\u2069: bread", Style(font=look().font(Role.BODY), lines=1), 160)
    assert laid.layout.text().endswith("\u2069…")


@pytest.mark.parametrize("name", ["Jonas", "jonas"])
def test_letters_that_reach_out_of_their_line_are_not_cut(name, look):
    theme = look()
    text = Text(name, Role.NAME)
    text.resize(text.sizeHint())
    laid = lay_out(name, Style(font=theme.font(Role.NAME)), text.width())

    def ink(width, at):
        picture = QImage(width, text.height(), QImage.Format.Format_Grayscale8)
        picture.fill(255)
        painter = QPainter(picture)
        laid.draw(painter, QPointF(at, 0), QColor(0, 0, 0))
        painter.end()
        return sum(255 - picture.pixelColor(x, y).lightness() for x in range(width) for y in range(picture.height()))

    assert ink(text.width(), 0) == ink(text.width() + 40, 20)


def test_a_name_too_long_for_its_line_is_set_smaller_before_it_wraps(look):
    look()
    text = Text("Nguyễn Thị Ánh Tuyết Mai Phương", Role.NAME)
    wide = text.heightForWidth(900)
    assert wide == text.heightForWidth(text.sizeHint().width())
    assert text.heightForWidth(430) < wide


@pytest.mark.parametrize("dark", [False, True])
def test_the_key_of_a_button_that_is_switched_off_can_still_be_read(look, qtbot, dark):
    look(dark=dark)
    button = ActionButton(Action(name="print", label="Print it", key="Enter"), ButtonStyle.FILLED)
    qtbot.addWidget(button)
    button.set_why_not("Nothing waits.")
    button.show()
    cap = button.findChild(KeyCap)
    picture = button.grab(cap.geometry().adjusted(6, 3, -6, -4)).toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    ground = COLOURS[Tone.SUNKEN][dark]
    assert max(contrast(colour, ground) for colour in colours) >= 4.5


def test_markup_is_shown_as_it_was_typed_and_never_followed(look):
    look()
    laid = lay_out("<b>Bobby</b> & Sons", Style(font=look().font(Role.BODY)), 400)
    assert laid.layout.text() == "<b>Bobby</b> & Sons"
    assert "&lt;b&gt;" in plain_tooltip("<b>Bobby</b>")
    button = ActionButton(Action(name="x", label="Fish & chips", key="F2"))
    assert button.label() == "Fish & chips"
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Fish & chips, F2"


def test_ten_thousand_characters_take_one_line_when_one_line_is_given(look):
    text = Text("x\u202e" * 5000, lines=1)
    look()
    text.resize(300, 30)
    assert text.is_elided()
    assert text.heightForWidth(300) < 40


def test_a_quiet_tail_is_read_aloud_with_the_fact(look):
    look()
    text = Text()
    text.set_text("Flat white", "(noticed)")
    assert text.accessibleName() == "Flat white (noticed)"


def test_never_facts_are_never_elided_and_take_no_room_when_there_are_none(show):
    band = NeverBand()
    show(band)
    band.set_lines([])
    assert not band.isVisible()
    band.set_lines([NeverLine("No nuts, " * 30, "said 3 Nov")])
    assert band.isVisible()
    assert not any(text.is_elided() for text in band.findChildren(Text))


# fields and forms


def test_a_field_is_checked_on_leaving_and_not_while_typing(show, qtbot):
    amount = LineField(FieldSpec(name="amount", label="Amount back", check=letter_o))
    other = QLineEdit()
    show(amount, other)
    amount.setFocus()
    qtbot.keyClicks(amount.editor, "7,8O")
    assert amount.problem() == ""
    other.setFocus()
    assert amount.problem() == "There is a letter O in it. Do you mean 7.80?"
    assert amount.editor.accessibleDescription() == amount.problem()
    amount.setFocus()
    qtbot.keyClick(amount.editor, Key.Key_Backspace)
    assert amount.problem() != ""
    other.setFocus()
    assert amount.problem() == ""


def test_a_problem_that_a_rule_found_goes_when_the_field_is_left_again(show):
    field, other = LineField(FieldSpec(name="a", label="A")), QLineEdit()
    show(field, other)
    field.setFocus()
    field.show_problem("This credit is spent already.")
    other.setFocus()
    assert field.problem() == ""


def test_enter_saves_from_a_line_and_ctrl_enter_from_many_lines(show, qtbot):
    form = complaint_form()
    words, remedy = form.findChild(QWidget, "words"), form.findChild(QWidget, "remedy")
    show(form)
    remedy.setFocus()
    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(remedy, Key.Key_Return)
    words.setFocus()
    with qtbot.assertNotEmitted(form.saved):
        qtbot.keyClick(words, Key.Key_Return)
    assert "\n" in form.values()["words"]
    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(words, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(form.put_away):
        qtbot.keyClick(words, Key.Key_Escape)


def test_saving_with_a_problem_goes_to_the_field_and_saves_nothing(show, qtbot):
    form = return_form()
    show(form)
    form.findChild(QWidget, "what").setFocus()
    with qtbot.assertNotEmitted(form.saved):
        qtbot.keyClick(form.findChild(QWidget, "what"), Key.Key_Return)
    assert form.findChild(QWidget, "amount").hasFocus()


def test_a_field_comes_into_view_with_its_sentence_and_save_stays_in_sight(stand, qtbot):
    window = stand(Counter(form=return_form, width=1024, height=560))
    form = window.form
    form.findChild(QWidget, "what").setFocus()
    form.show_problem("amount", "There is a letter O in it. Do you mean 7.80?")
    field, port = form.findChild(QWidget, "field_amount"), form.scroller.viewport()

    def in_view():
        top = field.mapTo(port, QPoint(0, 0)).y()
        return top >= 0 and top + field.height() <= port.height()

    qtbot.waitUntil(in_view)
    save = form.findChild(QWidget, "save")
    assert save.mapTo(window, QPoint(0, save.height())).y() < window.height()


def test_a_problem_of_no_field_is_said_at_the_foot(show):
    form = return_form()
    show(form)
    form.show_problem("", "The disk is full. What you typed stays here; make room, then Enter.")
    assert any(text.text().startswith("The disk is full") for text in form.findChildren(Text))


def test_what_was_typed_comes_back_from_a_draft(show):
    form, again = return_form(), return_form()
    show(form, again)
    form.set_values({"what": "Rye", "reason": "wrong item", "gone": "x"})
    again.set_values(form.values())
    assert again.values() == form.values()
    assert again.values()["reason"] == "wrong item"


def test_a_draft_is_told_of_typing_but_not_of_filling_in(show, qtbot):
    words = LinesField(FieldSpec(name="words", label="Words", check=lambda _: Verdict()))
    show(words)
    with qtbot.assertNotEmitted(words.changed):
        words.set_value("filled in")
    with qtbot.waitSignal(words.changed):
        qtbot.keyClicks(words.editor, "typed")


@pytest.mark.parametrize("typed", ["", "abc"])
def test_ctrl_z_undoes_typing_while_there_is_some_and_else_the_last_thing_saved(typed, show, qtbot):
    field = LineField(FieldSpec(name="a", label="A"))
    window = show(field)
    undone = []
    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(lambda: undone.append(1))
    field.setFocus()
    qtbot.keyClicks(field.editor, typed)
    qtbot.keyClick(field.editor, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.value(), len(undone)) == ("", 0 if typed else 1)


def test_ctrl_z_in_the_search_field_is_never_about_typing(stand, qtbot):
    window = stand(Counter())
    undone = []
    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(lambda: undone.append(1))
    qtbot.keyClicks(window.search, "ka")
    qtbot.keyClick(window.search, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (window.search.text(), len(undone)) == ("anna kowalska", 1)


# choices


def chips(many=False):
    row = ChipRow("reason", "Reason", many=many)
    row.set_choices([Choice("fresh", "Not fresh"), Choice("wrong", "Wrong item"), Choice("odd", "Not as described")])
    return row


def stops(widget):
    buttons = [button for button in widget.findChildren(QAbstractButton) if button.isVisible()]
    return [button for button in buttons if button.focusPolicy() & Qt.FocusPolicy.TabFocus]


@pytest.mark.parametrize(("rtl", "key"), [(False, Key.Key_Right), (True, Key.Key_Left)])
def test_a_choice_is_one_tab_stop_and_arrows_pick(rtl, key, show, look, qtbot):
    row = chips()
    show(row)
    look(rtl=rtl)
    row.setFocus()
    assert len(stops(row)) == 1
    with qtbot.waitSignal(row.changed) as picked:
        qtbot.keyClick(row.focusProxy(), key)
    assert picked.args == [("wrong",)]
    assert [chip.choice.key for chip in stops(row)] == ["wrong"]


def test_a_first_letter_picks_and_again_goes_on_to_the_next(show, qtbot):
    row = chips()
    show(row)
    row.setFocus()
    qtbot.keyClick(row.focusProxy(), Key.Key_W)
    assert row.chosen() == ("wrong",)
    qtbot.keyClick(row.focusProxy(), Key.Key_N)
    qtbot.keyClick(row.focusProxy(), Key.Key_N)
    assert row.chosen() == ("fresh",)
    qtbot.keyClick(row.focusProxy(), Key.Key_Delete)
    assert row.chosen() == ()


def test_many_may_be_ticked_and_arrows_only_move(show, qtbot):
    row = chips(many=True)
    show(row)
    row.setFocus()
    qtbot.keyClick(row.focusProxy(), Key.Key_Space)
    qtbot.keyClick(row.focusProxy(), Key.Key_Right)
    assert row.chosen() == ("fresh",)
    qtbot.keyClick(row.focusProxy(), Key.Key_W)
    assert row.chosen() == ("fresh", "wrong")


def test_a_chip_is_as_wide_ticked_as_not(show):
    row = chips()
    show(row)
    chip = stops(row)[0]
    before = chip.sizeHint()
    row.choose(["fresh"])
    assert chip.sizeHint() == before


def test_folded_chips_show_what_holds_and_unfold_under_the_keys_or_a_press(show, qtbot):
    row = chips(many=True)
    show(row)
    row.choose(["wrong"])
    row.set_folded(folded=True, others="Others …")
    others = row.findChild(QAbstractButton, "chip_others")
    visible = [chip.accessibleName() for chip in row.findChildren(QAbstractButton) if chip.isVisible()]
    assert sorted(visible) == ["Others …", "Wrong item"]
    qtbot.mouseClick(others, Qt.MouseButton.LeftButton)
    assert not others.isVisible()
    assert row.findChild(QAbstractButton, "chip_odd").isVisible()
    row.set_folded(folded=True, others="Others …")
    row.setFocus()
    qtbot.keyClick(row.focusProxy(), Key.Key_Right)
    assert row.findChild(QAbstractButton, "chip_odd").hasFocus()


def test_arrows_turn_the_pages_of_the_owners_window(look, qtbot):
    window = Owner()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    pages = window.findChild(QWidget, "pages")
    pages.setFocus()
    with qtbot.waitSignal(pages.pressed) as turned:
        qtbot.keyClick(pages.focusProxy(), Key.Key_Down)
    assert turned.args == ["say"]


def test_enter_on_a_chip_saves_the_form(show, qtbot):
    form = return_form()
    form.set_values({"amount": "7.80"})
    show(form)
    reason = form.findChild(QWidget, "reason")
    reason.setFocus()
    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(reason.focusProxy(), Key.Key_Return)


# finding


@pytest.fixture
def counter(stand):
    return stand(Counter())


def test_arrows_choose_while_the_search_field_keeps_the_focus(counter, qtbot):
    with qtbot.waitSignal(counter.found.choice_changed) as moved:
        qtbot.keyClick(counter.search, Key.Key_Down)
    assert moved.args == [2]
    assert counter.search.hasFocus()
    qtbot.keyClick(counter.search, Key.Key_Up)
    with qtbot.assertNotEmitted(counter.found.choice_changed):
        qtbot.keyClick(counter.search, Key.Key_Up)
    assert counter.found.chosen().key == 1


def test_the_chosen_row_shows_the_whole_name_and_hook(counter, qtbot):
    rows = counter.found.findChildren(Text)
    arabic = next(text for text in rows if text.text() == LONG_ARABIC)
    assert arabic.is_elided()
    counter.found.choose(3)
    qtbot.waitUntil(lambda: not arabic.is_elided())


def test_a_press_on_a_row_opens_that_person(counter, qtbot):
    row = next(row for row in counter.found.findChildren(QAbstractButton) if row.result == PEOPLE[4])
    with qtbot.waitSignal(counter.found.opened) as opened:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert opened.args == [5]
    assert counter.search.hasFocus()


def test_fewer_found_leaves_no_old_row_behind(counter):
    counter.found.set_results(PEOPLE[:1])
    visible = [row for row in counter.found.findChildren(QAbstractButton) if row.isVisible()]
    assert [row.result for row in visible] == PEOPLE[:1]
    counter.found.set_results([])
    assert counter.found.chosen() is None


# the window


def test_the_ring_stands_around_whatever_has_the_focus_and_not_over_what_scrolled_away(stand, qtbot):
    window = stand(Counter(form=return_form, height=560))
    assert window.ring.target() is window.search
    assert window.ring.geometry().contains(window.search.geometry().translated(window.search.mapTo(window, QPoint())))
    what = window.form.findChild(QWidget, "what")
    what.setFocus()
    qtbot.waitUntil(window.ring.isVisible)
    bar = window.form.scroller.verticalScrollBar()
    assert bar.maximum() > 100
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: not window.ring.isVisible())


def test_a_message_stays_till_the_next_and_undo_can_be_pressed(counter, qtbot):
    bar = counter.message
    bar.say("Return saved for Jonas: 3 cinnamon buns.")
    undo = bar.findChild(QAbstractButton, "undo")
    with qtbot.waitSignal(bar.undo):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert bar.message() == "Return saved for Jonas: 3 cinnamon buns."
    bar.say_problem("The printer is out of paper. Ania’s slip is kept.")
    assert not undo.isVisible()


def test_short_work_shows_no_progress_and_long_work_does(show, qtbot):
    line = ProgressLine(Action(name="stop", label="Stop"))
    show(line)
    line.start("Reading names")
    assert not line.isVisible()
    line.finish()
    line.start("Reading names")
    qtbot.waitUntil(line.isVisible)
    with qtbot.waitSignal(line.cancelled):
        qtbot.mouseClick(line.findChild(QAbstractButton, "stop"), Qt.MouseButton.LeftButton)
    line.finish()
    assert not line.isVisible()


def test_what_cannot_be_done_now_says_why(show, qtbot):
    keys = KeyList("keys", "Keys")
    keys.set_lines(
        [
            KeyLine(name="return", key="F2", label="Return"),
            KeyLine(name="note", key="F7", label="Note or fact", why_not="Open somebody first."),
        ]
    )
    show(keys)
    note = keys.findChild(QAbstractButton, "note")
    with qtbot.assertNotEmitted(keys.pressed):
        qtbot.mouseClick(note, Qt.MouseButton.LeftButton)
    assert note.accessibleDescription() == "Open somebody first."
    keys.setFocus()
    with qtbot.waitSignal(keys.pressed) as pressed:
        qtbot.keyClick(keys.focusProxy(), Key.Key_Return)
    assert pressed.args == ["return"]


def test_a_table_shows_text_as_it_is_and_keeps_its_row_when_rows_change(look, qtbot):
    window = Owner()
    qtbot.addWidget(window)
    window.show()
    table = window.table
    assert table.model().index(2, 0).data() == "Marzipan pig <b>"
    assert table.model().index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    table.selectRow(1)
    assert table.chosen_key() == "tram"
    table.set_rows(list(reversed(table.model().rows)))
    assert table.chosen_key() == "tram"
    table.setFocus()
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Key.Key_Return)
    assert opened.args == ["tram"]


def test_narrow_shows_one_column_and_an_open_form_hides_the_search(look, qtbot):
    look(scale=2.0)
    window = Counter(form=return_form)
    qtbot.addWidget(window)
    window.show()
    assert window.columns.mode is Mode.NARROW
    assert not window.search.isVisible()
    window.columns.set_form_open(is_open=False)
    window.columns.set_searching(searching=True)
    assert window.search.isVisible()
    assert window.found.isVisible()
    assert not window.body.isVisible()


def test_text_size_and_theme_change_under_a_window_that_is_open(counter, look, qtbot):
    before = counter.search.height()
    look(scale=1.5, dark=True)
    qtbot.waitUntil(lambda: counter.search.height() > before)
    look(scale=1.0)
    qtbot.waitUntil(lambda: counter.search.height() == before)
    qtbot.waitUntil(lambda: not [t for t in counter.findChildren(Text) if t.isVisible() and t.squeezed()])


@pytest.mark.parametrize(
    "build", [Counter, lambda: Counter(form=return_form), lambda: Counter(form=complaint_form), Owner]
)
def test_every_control_has_a_name_for_tests_and_one_to_be_read_aloud(build, look, qtbot):
    window = build()
    qtbot.addWidget(window)
    window.show()
    controls = [w for w in window.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    controls = [w for w in controls if w.isVisible() and not w.objectName().startswith("qt_")]
    assert len(controls) > 4
    assert [type(w) for w in controls if not w.objectName()] == []
    assert [w.objectName() for w in controls if not w.accessibleName()] == []
