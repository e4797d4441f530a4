"""Hostile texts in fields outside the counter's forms: a slip's own line, the owner's lists, the first start."""

from functools import partial

import pytest
from keyboard import CTRL, Key
from PySide6.QtWidgets import QApplication
from test_hostile_texts import OURS, paste

from counter.app.shop import came_boundaries, starter
from counter.lanes import LanesInStep
from counter.models.tables_counter import SlipRow
from counter.paper.fonts import Fonts
from counter.records.cleaning import clean_line
from counter.settings import Settings
from counter.ui.first_run.control import FirstRunControl
from counter.ui.first_run.page import FirstRun
from counter.ui.owner.errands import OwnerErrands
from counter.ui.texts import counter as words
from counter.ui.texts.owner import ESC_PUTS_AWAY
from counter.ui.widgets.editors import LineEditor, LinesEditor
from counter.ui.widgets.fields import Field
from counter.ui.widgets.form_edges import FormFoot
from counter.ui.widgets.text import Text

pytestmark = pytest.mark.slow
LISTS = ("gestures", "boundaries", "lines", "staff")


def fill(widget, text):
    """Pastes it into every text field that can be seen."""
    for kind in (LineEditor, LinesEditor):
        for editor in widget.findChildren(kind):
            if editor.isVisible():
                editor.setFocus()
                editor.selectAll()
                QApplication.clipboard().setText(text)
                editor.paste()


def sentences(widget):
    return [field.problem() for field in widget.findChildren(Field) if field.problem()]


def test_a_line_of_ones_own_goes_on_the_slip_exactly_or_is_refused_with_a_sentence(counter, keys, anna):
    for hostile in OURS:
        keys.press(Key.Key_F9)
        while keys.focus.objectName() != "own_line":  # the last of the choices goes on into its field
            keys.press(Key.Key_Right)
        own = keys.focus
        paste(keys, hostile)
        typed = own.text()
        keys.press(Key.Key_Return)
        assert counter.window.message.message() != words.PROGRAM_FAULT
        if counter.window.form() is None:
            kept = SlipRow.select().order_by(SlipRow.id.desc()).get().line
            assert clean_line(typed, "line", 10_000) in ("", kept)
        else:
            assert len(sentence(counter)) > 10
            keys.press(Key.Key_Escape)


def at_the_foot(page):
    (foot,) = page.findChildren(FormFoot)
    return foot.findChildren(Text)[-1].text()


def sentence(counter):
    return counter.window.message.message()


@pytest.mark.parametrize("name", LISTS)
def test_what_is_typed_into_a_list_of_the_owners_is_kept_or_refused_with_a_sentence(
    open_owners_window, till, press, name
):
    window = open_owners_window(name, till, came_boundaries=came_boundaries())
    page = window.page()
    for hostile in OURS:
        press(Key.Key_N, CTRL)
        fill(page, hostile)
        press(Key.Key_Return, CTRL)
        assert window.message.message() != words.PROGRAM_FAULT
        if page.form_is_open():
            assert sentences(page) or at_the_foot(page) != ESC_PUTS_AWAY
            press(Key.Key_Escape)
        assert not page.form_is_open()


def test_what_is_typed_at_the_first_start_is_kept_or_refused_with_a_sentence(look, families, qtbot, till):
    lanes = LanesInStep()
    heard = []
    for hostile in OURS:
        page = FirstRun(Settings())
        qtbot.addWidget(page)
        errands = OwnerErrands(lanes=lanes, till=till, starter=starter(), system_printers=tuple)
        control = FirstRunControl(page, errands, Fonts(families[0]))
        control.done.connect(partial(heard.append, "done"))
        page.resize(1366, 768)
        page.show()
        fill(page, hostile)
        before = len(heard)
        page.go.click()
        assert len(heard) > before or sentences(page) or page._note.text() != words.PROGRAM_FAULT
        assert page._note.text() != words.PROGRAM_FAULT
        page.close()
    lanes.close()
