"""The running program on a new PC, and when it is started twice."""

import pytest
from keyboard import Key, Keyboard
from PySide6.QtCore import Qt

from counter.app import App, Start
from counter.app.once import Once
from counter.lanes import LanesInStep
from counter.paths import folders_in
from counter.ui.widgets.text import Text


@pytest.fixture
def program(qtbot, tmp_path):
    """Starts the program on a shop's folder, as often as asked."""
    running = []

    def start():
        app = App(folders_in(tmp_path / "shop"), LanesInStep(), Start())
        qtbot.addWidget(app.main)
        running.append(app)
        return app

    yield start
    for app in running:
        app.close()


def says(widget, words):
    return any(text.text() == words for text in widget.findChildren(Text))


def test_a_new_shop_is_asked_its_name_once_and_never_again(qtbot, program):
    first = program()
    page = first.counter.owners.first_run
    qtbot.waitExposed(page)
    keys = Keyboard(qtbot, page)
    keys.type("Blue Door Bakery")
    keys.press(Key.Key_Return)
    assert first.counter.owners.first_run is None
    assert first.window.isVisible()
    assert says(first.window.top, "Blue Door Bakery")
    first.close()
    second = program()
    assert second.counter.owners.first_run is None
    assert says(second.window.top, "Blue Door Bakery")


def test_what_is_asked_first_can_be_left_for_later(qtbot, program):
    first = program()
    page = first.counter.owners.first_run
    qtbot.waitExposed(page)
    Keyboard(qtbot, page).press(Key.Key_Escape)
    assert first.counter.owners.first_run is None
    assert first.window.isVisible()


def test_a_second_start_brings_the_first_window_forward_and_ends(qtbot, program, tmp_path):
    first = program()
    first.main.show()
    once = Once(first.folders.data)
    once.when_knocked(first.main.forward)
    first.main.showMinimized()
    assert first.main.windowState() & Qt.WindowState.WindowMinimized
    second = Once(first.folders.data)
    assert once.first
    assert not second.first
    second.knock()
    qtbot.waitUntil(lambda: not first.main.windowState() & Qt.WindowState.WindowMinimized)
