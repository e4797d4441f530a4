"""Every key of the table, pressed by a real X server, in every kind of field: nothing else takes it.

Off screen Qt has other bindings and hides collisions, so this runs under Xvfb only (`tests/xvfb_main_job.sh`).
"""

import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

sys.path.insert(0, str(Path(__file__).parents[1] / "ui"))

from counter_scenes import DRAFT, FOUND, MOMENT, QUEUE, card, today  # noqa: E402

from counter.records.printers import Doing, Standing  # noqa: E402
from counter.ui.counter.keys import Keys  # noqa: E402
from counter.ui.counter.queue import CAME_OUT, CANCEL, PRINT, QueuePanel, SlipTable  # noqa: E402
from counter.ui.counter.rows import DraftRow  # noqa: E402
from counter.ui.counter.window import CounterWindow  # noqa: E402
from counter.ui.forms.make import Needs, make  # noqa: E402
from counter.ui.texts import common  # noqa: E402
from counter.ui.texts.keys import KEYS, PRINTER_KEYS, STOP_KEY  # noqa: E402
from counter.ui.widgets.buttons import ActionButton  # noqa: E402
from counter.ui.widgets.chips import Chip  # noqa: E402
from counter.ui.widgets.facts import FactRow  # noqa: E402
from counter.ui.widgets.timeline import TimelineRow  # noqa: E402

MODIFIERS = {"Ctrl": "ctrl", "Shift": "shift", "Alt": "alt"}


def x_key(key):
    """As xdotool writes it: “Ctrl+N” is ctrl+n."""
    *held, last = key.split("+")
    return "+".join([*(MODIFIERS[part] for part in held), last if len(last) > 1 else last.lower()])


def press(key):
    subprocess.run(["xdotool", "key", "--clearmodifiers", x_key(key)], check=True, timeout=10)


@pytest.fixture
def window(qtbot, look):
    assert QGuiApplication.platformName() == "xcb", "run this under Xvfb"
    made = CounterWindow(MOMENT)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show_card(card())
    made.show()
    qtbot.waitExposed(made)
    subprocess.run(["xdotool", "windowfocus", "--sync", str(int(made.winId()))], check=True, timeout=10)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def with_form(qtbot, window):
    form = make("complaint", Needs(here=MOMENT.here))
    window.open_form(form.frame, "complaint")
    return form


def focus_on(qtbot, window, kind):
    """Puts the keyboard into a field of this kind."""
    if kind == "search":
        window.search.setFocus()
        return
    if kind in ("line", "lines", "chip"):
        form = with_form(qtbot, window)
        window.kept = form
        wanted = {"line": QLineEdit, "lines": QPlainTextEdit, "chip": Chip}[kind]
        qtbot.waitUntil(lambda: any(one.isVisible() for one in form.frame.findChildren(wanted)))
        next(one for one in form.frame.findChildren(wanted) if one.isVisible()).setFocus()
        return
    wanted = {"timeline": TimelineRow, "fact": FactRow}[kind]
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(wanted)))
    next(one for one in window.findChildren(wanted) if one.isVisible()).setFocus()


@pytest.mark.parametrize("kind", ["search", "line", "lines", "chip", "timeline", "fact"])
def test_every_key_of_the_table_reaches_the_window_from_this_field(qtbot, window, kind):
    focus_on(qtbot, window, kind)
    heard = []
    window.findChild(Keys).pressed.connect(heard.append)
    window.pressed.press = heard.append  # what a key then does is not asked here
    for name, key in KEYS.items():
        heard.clear()
        before = window.focusWidget()
        press(key)
        with suppress(qtbot.TimeoutError):
            qtbot.waitUntil(lambda: bool(heard))
        assert heard, f"{key} does not reach the window from {kind}"
        assert heard[0] == name, (kind, key)
        if window.focusWidget() is not before:
            focus_on(qtbot, window, kind)


@pytest.mark.parametrize("kind", ["line", "lines"])
def test_undo_takes_back_typing_while_there_is_some(qtbot, window, kind):
    focus_on(qtbot, window, kind)
    field = window.focusWidget()
    heard = []
    window.findChild(Keys).pressed.connect(heard.append)
    for letter in "rye":
        press(letter)
    text = field.text if kind == "line" else field.toPlainText
    qtbot.waitUntil(lambda: text() == "rye")
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: text() != "rye")
    assert heard == []


def test_letters_typed_outside_a_form_go_into_the_search(qtbot, window):
    focus_on(qtbot, window, "timeline")
    for letter in "anna":
        press(letter)
    qtbot.waitUntil(lambda: window.search.text() == "anna")


def test_reading_the_names_is_stopped_by_its_key_while_a_name_is_typed(qtbot, window):
    stopped = []
    window.edges.progress.cancelled.connect(lambda: stopped.append(window.search.text()))
    window.edges.set_reading(common.reading_names(12_000, 30_000), 0.4, common.STOP)
    qtbot.waitUntil(window.edges.progress.isVisible)
    focus_on(qtbot, window, "search")
    press("a")
    qtbot.waitUntil(lambda: window.search.text() == "a")
    press(STOP_KEY)
    qtbot.waitUntil(lambda: stopped == ["a"])


def test_every_key_of_the_list_of_printers_and_slips_reaches_the_slip_on_which_the_keyboard_is(qtbot, window):
    printers = [Standing(printer_id=one, name=f"Printer {one}", doing=Doing.READY) for one in range(1, 11)]
    panel = QueuePanel(MOMENT)
    window.open_form(panel, "queue")
    panel.show_queue(replace(QUEUE, printers=tuple(printers)))
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), SlipTable))
    slip, heard = panel.chosen(), []
    panel.acted.connect(lambda what, job_id: heard.append((what, job_id)))
    panel.moved.connect(lambda job_id, printer_id: heard.append((printer_id, job_id)))
    others = [one.printer_id for one in printers if one.printer_id != slip.printer_id]
    acts = (("space", CAME_OUT), ("Delete", CANCEL), ("Return", PRINT))
    for key, what in (*zip(PRINTER_KEYS, others, strict=True), *acts):
        heard.clear()
        press(key)
        qtbot.waitUntil(lambda: bool(heard))
        assert heard == [(what, slip.job_id)], key


def test_del_throws_away_the_half_written_row_that_tab_has_reached(qtbot, window):
    thrown = []
    window.draft_dropped.connect(lambda form, _who: thrown.append(form))
    drafts = tuple(replace(DRAFT, form=form) for form in ("note", "return"))
    window.show_today(today(drafts=drafts))
    second = window.findChildren(DraftRow)[1]
    second.findChild(ActionButton, "go_on").setFocus()
    for _ in range(2):
        press("Delete")
    qtbot.waitUntil(lambda: thrown == ["return"])


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_button_answers_its_own_key_while_a_name_is_typed(qtbot, window, number):
    form = make("person", Needs(here=MOMENT.here, typed_name="Anna"))
    window.kept = form
    window.open_form(form.frame, "new_person")
    form.show_same(FOUND[:3])
    opened = []
    form.opened.connect(opened.append)
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), QLineEdit) and window.focusWidget() is not window.search)
    press(f"Alt+{number}")
    qtbot.waitUntil(lambda: opened == [FOUND[number - 1].customer_id])
