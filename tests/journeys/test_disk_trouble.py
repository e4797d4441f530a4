"""The disk fails at the real window: a sentence, nothing typed is lost, and saving goes on by itself."""

import resource
import threading

import pytest
from PySide6.QtCore import Qt

from counter.app import App, Start
from counter.desk import thank
from counter.desk.composing import SlipWish
from counter.errors import DiskFault
from counter.lanes import Lanes, LanesInStep
from counter.models import shop
from counter.paths import folders_in
from counter.ui.texts.counter import SLOW_DISK
from counter.ui.widgets.text import Text

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Disk:
    """What the shop's folder lies on: full by the size that the system allows a file, or taken aside."""

    def __init__(self, counter):
        self._folders, self._limits = counter.folders, resource.getrlimit(resource.RLIMIT_FSIZE)

    def full(self):
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, self._limits[1]))

    def room(self):
        resource.setrlimit(resource.RLIMIT_FSIZE, self._limits)

    def away(self):
        self._folders.data.rename(self._folders.data.with_name("aside"))

    def back(self):
        self._folders.data.with_name("aside").rename(self._folders.data)


@pytest.fixture
def disk(counter):
    made = Disk(counter)
    yield made
    made.room()


@pytest.fixture
def anna(qtbot, counter):
    qtbot.keyClicks(counter.window.focusWidget(), "Anna Kowalska")
    qtbot.keyClick(counter.window.focusWidget(), Key.Key_N, CTRL)
    qtbot.keyClick(counter.window.focusWidget(), Key.Key_Return)
    return counter.window.card.customer.id


def complain(qtbot, counter, words):
    qtbot.keyClick(counter.window.focusWidget(), Key.Key_F4)
    qtbot.keyClicks(counter.window.focusWidget(), words)


def shown(widget):
    return " ".join(text.text() for text in widget.findChildren(Text) if text.isVisible())


def kinds(counter):
    return [entry.kind.value for entry in counter.window.card.timeline]


def half_written(customer_id):
    return [fields["words"] for _, who, fields, _, _ in shop.drafts() if who == customer_id]


TROUBLES = [("full", "room", "The disk is full, so this is not saved yet"),
            ("away", "back", "is not where it was, so this is not saved yet")]


@pytest.mark.parametrize(("fails", "works", "sentence"), TROUBLES)
def test_a_form_that_could_not_be_saved_stays_and_is_saved_by_itself(
    qtbot, counter, anna, disk, fails, works, sentence
):
    complain(qtbot, counter, "The bread was hard. ")
    getattr(disk, fails)()
    qtbot.keyClick(counter.window.focusWidget(), Key.Key_Return, CTRL)
    form = counter.window.form()
    assert sentence in shown(form)
    assert form.values()["words"].startswith("The bread was hard.")
    assert "complaint" not in kinds(counter)
    getattr(disk, works)()
    qtbot.waitUntil(lambda: counter.window.form() is None)
    assert kinds(counter).count("complaint") == 1
    assert "in their words" in counter.window.message.message()


@pytest.mark.parametrize(("fails", "works", "sentence"), TROUBLES)
def test_a_form_left_while_the_disk_fails_is_there_again_and_on_disk_later(
    qtbot, counter, anna, disk, fails, works, sentence
):
    getattr(disk, fails)()
    complain(qtbot, counter, "Too sweet. ")
    qtbot.keyClick(counter.window.focusWidget(), Key.Key_Escape)
    assert counter.window.form() is None
    assert sentence in counter.window.message.message()
    qtbot.keyClick(counter.window.focusWidget(), Key.Key_F4)
    assert counter.window.form().values()["words"].startswith("Too sweet.")
    getattr(disk, works)()
    qtbot.waitUntil(lambda: bool(half_written(anna)))
    assert half_written(anna) == ["Too sweet. "]


def test_a_key_that_the_disk_refused_does_it_once_when_it_is_pressed_again(qtbot, counter, anna, disk):
    """Refused at the very end, it may stand on the disk all the same."""
    errands = counter.counter.control._errands
    kept = []

    def kept_and_refused(till, op, who):
        kept.append(thank.slip(till, op, who, SlipWish()))
        if len(kept) == 1:
            raise DiskFault("The disk is full, so this is not saved yet.")
        return kept[-1]

    for _ in range(2):
        errands.do(kept_and_refused, counter.window.say, anna)
    assert kept[0].entry_id == kept[1].entry_id
    errands.do(kept_and_refused, counter.window.say, anna)
    assert kept[2].entry_id != kept[0].entry_id


def test_a_start_with_a_folder_that_cant_be_made_says_so(qtbot, tmp_path):
    (tmp_path / "shop").write_text("a file where the folder should be")
    running = App(folders_in(tmp_path / "shop"), LanesInStep(), Start())
    qtbot.addWidget(running.main)
    assert "can't be written" in running.window.message.message()
    running.close()


def test_a_slow_disk_is_said_while_the_window_goes_on(look, qtbot, tmp_path):
    running = App(folders_in(tmp_path / "shop"), Lanes(), Start(demo=20))
    qtbot.addWidget(running.main)
    running.main.show()
    running.window.activateWindow()
    qtbot.waitUntil(lambda: running.counter is not None and running.window.isActiveWindow(), timeout=30_000)
    window, slow = running.window, threading.Event()
    qtbot.keyClicks(window.focusWidget(), "Anna Kowalska")
    qtbot.keyClick(window.focusWidget(), Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: window.form() is not None)
    running._lanes.database(slow.wait, print, print)
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(lambda: SLOW_DISK in shown(window))
    assert window.form().values()["name"] == "Anna Kowalska"
    slow.set()
    qtbot.waitUntil(lambda: window.form() is None)
    assert SLOW_DISK not in shown(window)
    running.close()
