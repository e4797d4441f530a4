"""The slip panel on a slow disk, and on one that refuses at the very end what it has: one slip, the last pick."""

import shutil
import threading

import pytest
from keyboard import CTRL, Key

from counter.app import App, Start
from counter.errors import DiskFault
from counter.lanes import Lanes, LanesInStep
from counter.models.tables_counter import SlipRow
from counter.paths import folders_in
from counter.ui.texts.counter import SLOW_DISK
from counter.ui.widgets.text import Text


class Refusing(LanesInStep):
    """What is asked of the disk is done, and yet it says no so many `times`."""

    times = 0

    def database(self, work, then, failed):
        def done_and_refused():
            answer = work()
            if self.times:
                self.times -= 1
                raise DiskFault("The disk is full, so this is not saved yet.")
            return answer

        super().database(done_and_refused, then, failed)


@pytest.fixture
def lanes(request):
    return request.param()


@pytest.fixture
def app(look, qtbot, tmp_path, clock, made_shop, lanes):
    shutil.copytree(made_shop, tmp_path / "shop")
    running = App(folders_in(tmp_path / "shop"), lanes, Start(demo=60, clock=clock))
    qtbot.addWidget(running.main)
    running.main.show()
    running.window.activateWindow()
    qtbot.waitUntil(lambda: running.counter is not None and running.window.isActiveWindow())
    running.counter.printing._timer.stop()
    yield running
    running.close()


@pytest.fixture
def panel(qtbot, app):
    """F9 over the card of somebody new."""
    qtbot.keyClicks(app.window.focusWidget(), "Anna Kowalska")
    qtbot.keyClick(app.window.focusWidget(), Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: app.window.form() is not None)
    qtbot.keyClick(app.window.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(lambda: app.window.card is not None and app.window.form() is None)
    return opened(qtbot, app)


def opened(qtbot, app):
    qtbot.keyClick(app.window.focusWidget(), Key.Key_F9)
    qtbot.waitUntil(lambda: bool(app.window.form() and app.window.form().preview.accessibleDescription()))
    return app.window.form()


def refuse_and_leave(qtbot, app, lanes):
    lanes.times = 1
    qtbot.keyClick(app.window.focusWidget(), Key.Key_Return)
    assert "The disk is full" in app.window.message.message()


def slips(app):
    """The lines on the slips of hers that count, as the file has them."""
    found, hers = [], SlipRow.live().where(SlipRow.void == 0, SlipRow.customer_id == app.window.card.customer.id)
    app._lanes.database(lambda: [row.line for row in hers], found.append, print)
    return found


slow, refusing = (pytest.mark.parametrize("lanes", [one], indirect=True) for one in (Lanes, Refusing))


@slow
def test_enter_pressed_again_while_the_disk_is_slow_makes_one_slip(qtbot, app, panel):
    waits = threading.Event()
    app._lanes.database(waits.wait, print, print)
    try:
        for _ in range(3):
            qtbot.keyClick(app.window.focusWidget(), Key.Key_Return)
        qtbot.waitUntil(lambda: SLOW_DISK in [t.text() for t in app.window.findChildren(Text) if t.isVisible()])
    finally:
        waits.set()
    qtbot.waitUntil(lambda: app.window.form() is None)
    found = slips(app)
    qtbot.waitUntil(lambda: bool(found))
    assert len(found[0]) == 1


@slow
def test_a_panel_left_on_a_slow_disk_and_opened_again_makes_the_same_slip(qtbot, app, panel):
    waits, said = threading.Event(), []
    app.counter.control.thanking.queued.connect(said.append)
    app._lanes.database(waits.wait, print, print)
    try:
        qtbot.keyClick(app.window.focusWidget(), Key.Key_Return)
        qtbot.keyClick(app.window.focusWidget(), Key.Key_Escape)
        qtbot.keyClick(app.window.focusWidget(), Key.Key_F9)
        qtbot.keyClick(app.window.focusWidget(), Key.Key_F9)
    finally:
        waits.set()
    qtbot.waitUntil(lambda: len(said) == 2)
    found = slips(app)
    qtbot.waitUntil(lambda: bool(found))
    assert len(found[0]) == 1


@refusing
def test_a_slip_that_the_disk_refused_and_yet_has_is_made_once_by_itself(qtbot, app, panel, lanes):
    refuse_and_leave(qtbot, app, lanes)
    assert app.window.form() is panel
    qtbot.waitUntil(lambda: app.window.form() is None)
    assert len(slips(app)[0]) == 1


@refusing
def test_another_pick_after_that_takes_the_place_of_the_slip_that_stands(qtbot, app, panel, lanes):
    refuse_and_leave(qtbot, app, lanes)
    qtbot.keyClick(app.window.focusWidget(), Key.Key_Right)
    picked = panel.pick().line
    qtbot.keyClick(app.window.focusWidget(), Key.Key_Return)
    assert slips(app)[0] == [picked]
    said = app.window.message.message()
    assert "Taken back for it" in said
    assert "no longer counts, also where it is on paper" in said


@refusing
def test_another_pick_when_it_is_opened_again_takes_its_place_too(qtbot, app, panel, lanes):
    refuse_and_leave(qtbot, app, lanes)
    qtbot.keyClick(app.window.focusWidget(), Key.Key_Escape)
    again = opened(qtbot, app)
    qtbot.keyClick(app.window.focusWidget(), Key.Key_Right)
    picked = again.pick().line
    qtbot.keyClick(app.window.focusWidget(), Key.Key_Return)
    assert slips(app)[0] == [picked]


@refusing
def test_the_next_slip_for_the_same_person_is_another(qtbot, app, panel):
    qtbot.keyClick(app.window.focusWidget(), Key.Key_Return)
    opened(qtbot, app)
    qtbot.keyClick(app.window.focusWidget(), Key.Key_Return)
    assert len(slips(app)[0]) == 2
