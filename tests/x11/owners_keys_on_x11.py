"""Ctrl+S, Ctrl+P and the keys of all pages, by a real X server, in every kind of field of the owner’s window."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

sys.path[:0] = [str(Path(__file__).parents[1] / "ui"), str(Path(__file__).parents[1])]

from keys_on_x11 import press  # noqa: E402
from owner_scenes import owner_window  # noqa: E402

from counter.ui.texts import owner as words  # noqa: E402
from counter.ui.widgets.chips import Chip  # noqa: E402
from counter.ui.widgets.table import Table  # noqa: E402

# kind of field → a page that has one, and what it is
FIELDS = {
    "search": ("gestures", QLineEdit), "table": ("gestures", Table), "line": ("shop", QLineEdit),
    "lines": ("ways_back", QPlainTextEdit), "chip": ("shop", Chip),
}  # fmt: skip


@pytest.fixture
def window(qtbot, look):
    assert QGuiApplication.platformName() == "xcb", "run this under Xvfb"
    look()
    made = owner_window()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    subprocess.run(["xdotool", "windowfocus", "--sync", str(int(made.winId()))], check=True, timeout=10)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def focus_on(qtbot, window, kind):
    """Puts the keyboard into a field of this kind, on a page that has one."""
    page, wanted = FIELDS[kind]
    window.show_page(page)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.page().findChildren(wanted)))
    next(one for one in window.page().findChildren(wanted) if one.isVisible() and one.isEnabled()).setFocus()
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), wanted))


@pytest.mark.parametrize("kind", FIELDS)
def test_the_keys_of_every_page_reach_the_window_from_this_field(qtbot, window, kind):
    for key, signal in (("F10", window.back), ("F1", window.help), ("Ctrl+S", window.list_wanted)):
        focus_on(qtbot, window, kind)
        with qtbot.waitSignal(signal):
            press(key)
    focus_on(qtbot, window, kind)
    press("Ctrl+P")
    qtbot.waitUntil(lambda: window.message.message() == words.NOTHING_TO_PRINT)


def test_undo_reaches_the_window_from_a_table(qtbot, window):
    focus_on(qtbot, window, "table")
    with qtbot.waitSignal(window.undo):
        press("Ctrl+Z")


@pytest.mark.parametrize("place", ["the list of pages", "the page", "what changes", "a product"])
@pytest.mark.parametrize(("key", "wish"), [("Ctrl+P", "print"), ("Ctrl+S", "save")])
def test_the_report_is_printed_and_saved_wherever_the_keyboard_is(qtbot, window, key, wish, place):
    window.show_page("voices")
    page = window.page()
    window.start() if place == "the list of pages" else page.start()
    if place in ("what changes", "a product"):
        (page.change.fields["change"] if place == "what changes" else page.units.fields["product"]).setFocus()
        qtbot.waitUntil(lambda: isinstance(window.focusWidget(), QLineEdit | QPlainTextEdit))
    with qtbot.waitSignal(page.wished) as wished:
        press(key)
    assert wished.args == [wish]
