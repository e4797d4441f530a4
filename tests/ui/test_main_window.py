"""The program's window before the counter is loaded, and the counter taking its place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from counter.records.people import Candidate
from counter.ui.counter.window import CounterWindow
from counter.ui.main_window import MainWindow

ANNA = Candidate(
    customer_id=7, name="Anna Kowalska", unnamed=False, hook="the dog Bruno", last_visit=None, why="",
    shared_name=False,
)  # fmt: skip


@pytest.fixture
def main(qtbot, look):
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def field_of(window):
    return window.findChild(QLineEdit)


def place(widget, window):
    return widget.mapTo(window, QPoint(0, 0)), widget.size()


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (900, 700)])
def test_the_field_does_not_move_when_the_counter_comes(main, size):
    main.resize(*size)
    QApplication.processEvents()
    before = place(field_of(main), main)
    counter = CounterWindow()
    main.take(counter)
    QApplication.processEvents()
    assert place(counter.search, main) == before


def test_what_is_typed_before_the_counter_is_there_goes_on_in_it(qtbot, main):
    qtbot.keyClicks(field_of(main), "ann")
    qtbot.keyClick(field_of(main), Qt.Key.Key_Left)
    counter, asked = CounterWindow(), []
    counter.asked.connect(asked.append)
    main.take(counter)
    assert asked == ["ann"]
    assert main.focusWidget() is counter.search
    qtbot.keyClicks(counter.search, "a")
    assert counter.search.text() == "anan"


def test_enter_before_the_counter_is_there_opens_whoever_is_found_then(qtbot, main):
    qtbot.keyClicks(field_of(main), "anna")
    qtbot.keyClick(field_of(main), Qt.Key.Key_Return)
    counter, opened = CounterWindow(), []
    counter.opened.connect(opened.append)
    main.take(counter)
    counter.show_found([ANNA], "anna")
    assert opened == [ANNA.customer_id]


def test_after_enter_another_letter_waits_for_another_enter(qtbot, main):
    qtbot.keyClicks(field_of(main), "ann")
    qtbot.keyClick(field_of(main), Qt.Key.Key_Return)
    qtbot.keyClicks(field_of(main), "a")
    counter, opened = CounterWindow(), []
    counter.opened.connect(opened.append)
    main.take(counter)
    counter.show_found([ANNA], "anna")
    assert opened == []


def test_another_counter_takes_the_place_of_the_first(main):
    first, second = CounterWindow(), CounterWindow()
    main.take(first)
    main.take(second)
    assert not first.isVisible()
    assert second.isVisible()
    assert second.size() == main.size()


def test_a_counter_whose_shop_is_not_open_yet_says_nothing_of_the_day(main):
    counter = CounterWindow()
    main.take(counter)
    assert not counter.head.isVisible()
    assert not counter.middle.today_page.isVisible()
