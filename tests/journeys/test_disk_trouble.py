"""The disk fails at the real window: a sentence, nothing typed is lost, and saving goes on by itself."""

import resource
import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter.app import App, Start, backups
from counter.desk import drafts, thank
from counter.desk.composing import SlipWish
from counter.errors import Damaged, DiskFault
from counter.lanes import Lanes, LanesInStep
from counter.models import shop
from counter.models.tables_people import CustomerRow
from counter.office import printers
from counter.paths import folders_in
from counter.ui.texts.backups import TYPED_OWED
from counter.ui.texts.counter import SLOW_DISK, THROWN, TYPED_SINCE
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


def refused_at_the_end(use_case, kept):
    """The first time it is on disk, and yet the disk says no."""

    def kept_and_refused(*what):
        kept.append(use_case(*what))
        if len(kept) == 1:
            raise DiskFault("The disk is full, so this is not saved yet.")
        return kept[-1]

    return kept_and_refused


def test_what_can_not_be_kept_for_another_reason_is_there_again_and_said_at_the_close(
    qtbot, counter, anna, monkeypatch
):
    monkeypatch.setattr(drafts, "keep", damaged)
    complain(qtbot, counter, "Too sweet. ")
    qtbot.keyClick(counter.window.focusWidget(), Key.Key_Escape)
    complain(qtbot, counter, "")
    assert counter.window.form().values()["words"] == "Too sweet. "
    counter.main.close()
    qtbot.waitUntil(lambda: counter.window.message.message() == TYPED_OWED)


def damaged(*_what):
    raise Damaged("The shop's file is damaged.")


def test_what_is_thrown_away_is_not_written_by_a_later_try(qtbot, counter, anna, disk):
    complain(qtbot, counter, "Too sweet. ")
    disk.full()
    qtbot.keyClick(counter.window.focusWidget(), Key.Key_Escape)
    disk.room()
    counter.window.draft_dropped.emit("complaint", anna)
    assert counter.window.message.message() == THROWN
    complain(qtbot, counter, "Stale. ")
    qtbot.keyClick(counter.window.focusWidget(), Key.Key_Escape)
    assert half_written(anna) == ["Stale. "]


def test_the_window_stays_once_when_what_was_typed_is_not_on_disk(qtbot, counter, anna, disk):
    disk.full()
    complain(qtbot, counter, "Too sweet. ")
    counter.main.close()
    qtbot.waitUntil(lambda: counter.window.message.message() == TYPED_OWED)
    assert counter.main.isVisible()
    assert counter.window.isEnabled()
    disk.room()
    qtbot.waitUntil(lambda: half_written(anna) == ["Too sweet. "])
    counter.main.close()
    qtbot.waitUntil(lambda: not counter.main.isVisible())


def test_what_was_typed_after_that_is_said_anew(qtbot, counter, anna, disk):
    disk.full()
    complain(qtbot, counter, "Too sweet. ")
    counter.main.close()
    qtbot.waitUntil(lambda: counter.window.message.message() == TYPED_OWED)
    disk.room()
    qtbot.waitUntil(lambda: half_written(anna) == ["Too sweet. "])
    disk.full()
    assert counter.window.search.hasFocus()
    complain(qtbot, counter, "Stale too. ")
    counter.main.close()
    qtbot.waitUntil(lambda: counter.window.message.message() == TYPED_OWED)
    assert counter.main.isVisible()


def test_what_is_saved_by_a_second_enter_is_not_tried_again_later(qtbot, counter, anna, disk):
    complain(qtbot, counter, "The bread was hard. ")
    disk.full()
    qtbot.keyClick(counter.window.focusWidget(), Key.Key_Return, CTRL)
    disk.room()
    qtbot.keyClick(counter.window.focusWidget(), Key.Key_Return, CTRL)
    assert counter.window.form() is None
    again = counter.counter.control.filling._again._timer
    qtbot.waitUntil(lambda: not again.isActive(), timeout=10_000)
    complain(qtbot, counter, "Stale. ")
    qtbot.keyClick(counter.window.focusWidget(), Key.Key_Escape)
    assert half_written(anna) == ["Stale. "]
    assert kinds(counter).count("complaint") == 1


def test_the_window_asked_once_more_closes_whatever_the_disk_does(qtbot, counter, anna, disk):
    disk.full()
    complain(qtbot, counter, "Too sweet. ")
    counter.main.close()
    qtbot.waitUntil(lambda: counter.window.message.message() == TYPED_OWED)
    counter.main.close()
    qtbot.waitUntil(lambda: not counter.main.isVisible())


def test_a_form_is_half_written_on_disk_when_the_system_ends_whether_or_not_it_asks_the_window(qtbot, counter, anna):
    complain(qtbot, counter, "Too sweet. ")
    QApplication.instance().commitDataRequest.emit(None)
    assert half_written(anna) == ["Too sweet. "]
    assert counter.main.isVisible()


def test_what_the_disk_refused_is_tried_once_more_when_the_system_ends(qtbot, counter, anna, disk):
    disk.full()
    complain(qtbot, counter, "Too sweet. ")
    qtbot.keyClick(counter.window.focusWidget(), Key.Key_Escape)
    disk.room()
    QApplication.instance().commitDataRequest.emit(None)
    assert half_written(anna) == ["Too sweet. "]


def test_a_key_that_the_disk_refused_does_it_once_when_it_is_pressed_again(counter, anna):
    errands, kept = counter.counter.control._errands, []
    slip = refused_at_the_end(lambda till, op, who: thank.slip(till, op, who, SlipWish()), kept)
    for _ in range(3):
        errands.do(slip, counter.window.say, anna)
    assert kept[0].entry_id == kept[1].entry_id
    assert kept[2].entry_id != kept[0].entry_id


def test_a_key_pressed_long_after_the_disk_refused_it_means_it_anew(counter, anna, clock):
    """Else next week's thanks would be taken for those of today, and told as printed."""
    errands, kept = counter.counter.control._errands, []
    slip = refused_at_the_end(lambda till, op, who: thank.slip(till, op, who, SlipWish()), kept)
    errands.do(slip, counter.window.say, anna)
    clock.now += timedelta(hours=1)
    errands.do(slip, counter.window.say, anna)
    assert kept[0].entry_id != kept[1].entry_id


def test_what_the_disk_refused_the_owner_is_done_once_when_it_is_asked_for_again(counter):
    errands, kept, failed = counter.counter.owners._errands, [], []
    page = refused_at_the_end(printers.try_out, kept)
    (printer,) = shop.printers()
    for _ in range(3):
        errands.change(page, (print, failed.append), printer.id, errands.till.wordings)
    assert [type(fault) for fault in failed] == [DiskFault]
    assert kept[0].entry_id == kept[1].entry_id
    assert kept[2].entry_id != kept[0].entry_id


def test_a_start_with_a_folder_that_cant_be_made_says_so(qtbot, tmp_path):
    (tmp_path / "shop").write_text("a file where the folder should be")
    running = App(folders_in(tmp_path / "shop"), LanesInStep(), Start())
    qtbot.addWidget(running.main)
    assert "can't be written" in running.window.message.message()
    running.close()


@pytest.fixture
def slow(look, qtbot, tmp_path):
    """The program on lanes of its own with Anna's form filled, and what the disk waits for before it goes on."""
    running, waits = App(folders_in(tmp_path / "shop"), Lanes(), Start(demo=20)), threading.Event()
    qtbot.addWidget(running.main)
    running.main.show()
    running.window.activateWindow()
    qtbot.waitUntil(lambda: running.counter is not None and running.window.isActiveWindow())
    qtbot.keyClicks(running.window.focusWidget(), "Anna Kowalska")
    qtbot.keyClick(running.window.focusWidget(), Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: running.window.form() is not None)
    running._lanes.database(waits.wait, print, print)
    yield running, waits
    waits.set()
    running.close()


def test_a_slow_disk_is_said_while_the_window_goes_on(qtbot, slow):
    running, waits = slow
    window = running.window
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(lambda: SLOW_DISK in shown(window))
    assert window.form().values()["name"] == "Anna Kowalska"
    waits.set()
    qtbot.waitUntil(lambda: window.form() is None)
    assert SLOW_DISK not in shown(window)


def test_a_key_pressed_again_while_the_disk_is_slow_does_it_once_and_that_is_said(qtbot, slow):
    running, waits = slow
    window, someones = running.window, []
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    count = CustomerRow.live().where(CustomerRow.name == "").count
    running._lanes.database(count, someones.append, print)
    for _ in range(3):
        qtbot.keyClick(window.focusWidget(), Key.Key_F11)
    running._lanes.database(count, someones.append, print)
    qtbot.waitUntil(lambda: SLOW_DISK in shown(window))
    waits.set()
    qtbot.waitUntil(lambda: len(someones) == 2)
    before, after = someones
    assert after == before + 1
    qtbot.waitUntil(lambda: SLOW_DISK not in shown(window))


def test_what_is_wished_for_in_turns_while_the_disk_is_slow_is_done_in_turns(qtbot, slow):
    """A chip that is ticked, cleared and ticked again is ticked in the end."""
    running, waits = slow
    done, told = [], []

    def keep(_where, *what):
        done.append(what[-1])

    for what in "aabaa":
        running.counter.control._errands.do(keep, told.append, f"{what} at the counter")
        running.counter.owners._errands.change(keep, (told.append, print), f"{what} by the owner")
    waits.set()
    qtbot.waitUntil(lambda: len(told) == 6)
    assert [what for what in done if "counter" in what] == [f"{what} at the counter" for what in "aba"]
    assert [what for what in done if "owner" in what] == [f"{what} by the owner" for what in "aba"]


def test_the_end_of_the_system_is_not_held_up_by_a_disk_that_does_not_answer(qtbot, slow, monkeypatch):
    running, waits = slow
    half = []
    monkeypatch.setattr(backups, "LONGEST_S", 0.01)
    qtbot.keyClicks(running.window.focusWidget(), " the younger")
    QApplication.instance().commitDataRequest.emit(None)
    assert running.window.form() is None
    waits.set()
    running._lanes.database(shop.drafts, half.append, print)
    qtbot.waitUntil(lambda: bool(half))
    assert "Anna Kowalska the younger" in str(half)


def test_a_form_left_while_it_is_being_saved_does_not_come_back_as_half_written(qtbot, slow):
    running, waits = slow
    window, half = running.window, []
    qtbot.keyClicks(window.focusWidget(), " the younger")
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    waits.set()
    qtbot.waitUntil(lambda: bool(window.message.message()))
    running._lanes.database(shop.drafts, half.append, print)
    qtbot.waitUntil(lambda: bool(half))
    assert "Anna Kowalska the younger" not in str(half)


def test_what_is_typed_while_a_form_is_being_saved_stays_and_takes_the_place_of_that(qtbot, slow):
    running, waits = slow
    window, names = running.window, []
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    qtbot.keyClicks(window.focusWidget(), " the younger")
    waits.set()
    qtbot.waitUntil(lambda: TYPED_SINCE in shown(window))
    assert window.form().values()["name"] == "Anna Kowalska the younger"
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(lambda: window.form() is None)
    running._lanes.database(lambda: [row.name for row in CustomerRow.live()], names.extend, print)
    qtbot.waitUntil(lambda: bool(names))
    assert [name for name in names if "Kowalska" in name] == ["Anna Kowalska the younger"]


def test_what_is_typed_while_a_form_is_being_saved_is_half_written_when_it_is_left(qtbot, slow):
    running, waits = slow
    window, half = running.window, []
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    qtbot.keyClicks(window.focusWidget(), " the younger")
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    waits.set()
    qtbot.waitUntil(lambda: "is new here" in window.message.message())
    running._lanes.database(shop.drafts, half.append, print)
    qtbot.waitUntil(lambda: bool(half))
    assert "Anna Kowalska the younger" in str(half)


def test_a_form_left_while_its_save_is_refused_is_kept_as_half_written_once_there_is_room(qtbot, slow, monkeypatch):
    running, waits = slow
    window, half, refuses = running.window, [], [True]
    for does in ("finish", "keep"):
        monkeypatch.setattr(drafts, does, refusing(getattr(drafts, does), refuses))
    qtbot.keyClicks(window.focusWidget(), " the younger")
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    waits.set()
    qtbot.waitUntil(lambda: "The disk is full" in window.message.message())
    refuses.clear()
    qtbot.waitUntil(lambda: not running.counter.control.filling.owed.waiting(), timeout=10_000)
    running._lanes.database(shop.drafts, half.append, print)
    qtbot.waitUntil(lambda: bool(half))
    assert "Anna Kowalska the younger" in str(half)
    assert SLOW_DISK not in shown(window)


def test_what_is_thrown_away_while_its_save_is_refused_does_not_come_back(qtbot, slow, monkeypatch):
    running, waits = slow
    window, half = running.window, []
    monkeypatch.setattr(drafts, "finish", refusing(drafts.finish, [True]))
    qtbot.keyClicks(window.focusWidget(), " the younger")
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    window.draft_dropped.emit("person", None)
    waits.set()
    for _ in range(2):  # behind the save, and behind what its answer asked for
        half.clear()
        running._lanes.database(shop.drafts, half.append, print)
        qtbot.waitUntil(lambda: bool(half))
    assert "Anna Kowalska" not in str(half)


def test_what_is_typed_while_a_save_is_refused_is_not_passed_over_by_the_next_try(qtbot, slow, monkeypatch):
    running, waits = slow
    window, refuses = running.window, [True]
    monkeypatch.setattr(drafts, "finish", refusing(drafts.finish, refuses))
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    qtbot.keyClicks(window.focusWidget(), " the younger")
    waits.set()
    qtbot.waitUntil(lambda: "The disk is full" in shown(window))
    refuses.clear()
    again = running.counter.control.filling._again._timer
    qtbot.waitUntil(lambda: not again.isActive(), timeout=10_000)
    behind = []
    running._lanes.database(lambda: "done", behind.append, print)
    qtbot.waitUntil(lambda: bool(behind))
    assert window.form().values()["name"] == "Anna Kowalska the younger"


def refusing(work, refuses):
    def refuse(*given):
        if refuses:
            raise DiskFault("The disk is full, so this is not saved yet.")
        return work(*given)

    return refuse
