"""A whole counter: a real shop file, the real window, lanes in step, slips as PDF."""
import shutil
from datetime import UTC, datetime

import pytest
from counter_maker import open_till
from keyboard import CTRL, Key, Keyboard
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter.app import App, Start
from counter.app.shop import open_shop, starter
from counter.lanes import LanesInStep
from counter.paths import folders_in
from counter.ui.owner.control import OwnerControl
from counter.ui.owner.errands import OwnerErrands
from counter.ui.owner.window import OwnerWindow


class Clock:
    """The shop's clock, set by the test."""

    def __init__(self):
        self.now = datetime(2026, 11, 26, 10, 42, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def made_shop(tmp_path_factory):
    """A folder with the shop that `counter` opens: made once, as making it takes longer than most tests."""
    folder = tmp_path_factory.mktemp("made") / "shop"
    open_shop(folders_in(folder), Start(demo=60, clock=Clock())).till.database.close()
    return folder


@pytest.fixture
def counter(qtbot, tmp_path, clock, made_shop):
    shutil.copytree(made_shop, tmp_path / "shop")
    running = App(folders_in(tmp_path / "shop"), LanesInStep(), Start(demo=60, clock=clock))
    qtbot.addWidget(running.main)
    running.window.setFixedSize(1366, 768)
    running.main.show()
    running.window.activateWindow()
    qtbot.waitUntil(running.window.isActiveWindow)
    yield running
    running.close()


@pytest.fixture
def keys(qtbot, counter):
    """A cashier's hands at the counter."""
    return Keyboard(qtbot, counter.window)


@pytest.fixture
def anna(counter, keys):
    """Somebody new, made from what was typed; her id."""
    keys.type("Anna Kowalska")
    keys.press(Key.Key_N, CTRL)
    keys.press(Key.Key_Return)
    assert counter.window.head.name.text() == "Anna Kowalska"
    return counter.window.card.customer.id


@pytest.fixture
def till(tmp_path, clock):
    """A shop on disk with nobody in it, for what needs no counter."""
    folders = folders_in(tmp_path / "shop")
    folders.make()
    opened = open_till(folders.database, clock)
    yield opened
    opened.database.close()


@pytest.fixture
def open_owners_window(look, qtbot):
    """Opens the owner's window over a till at one of its pages: `open_owners_window("inbox", till, themes=…)`."""
    lanes = LanesInStep()

    def opened(page, till, **more):
        window = OwnerWindow()
        window.setFixedSize(1366, 768)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        errands = OwnerErrands(lanes=lanes, till=till, starter=starter(), system_printers=tuple, **more)
        window.control = OwnerControl(window, errands)
        window.control.start()
        window.show_page(page)
        window.page().start()
        return window

    yield opened
    lanes.close()


@pytest.fixture
def press(qtbot):
    """One key, into whatever has the focus."""

    def key(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    return key
