"""The whole counter with its real lanes and a printer that has a trouble: what the top of the window says, how soon."""

import time
from contextlib import contextmanager

from counter_maker import someone_called
from PySide6.QtCore import QTimer

from counter.app import App, Start
from counter.desk import thank
from counter.desk.composing import SlipWish
from counter.lanes import Lanes
from counter.models.tables_shop import PrinterRow
from counter.paths import folders_in
from counter.ui.widgets.tag_button import TagButton

TOLD_WITHIN = 5000  # ms
TICK = 20  # ms


@contextmanager
def running_counter(qtbot, folder):
    app = App(folders_in(folder / "shop"), Lanes(), Start(demo=20))
    qtbot.addWidget(app.main)
    app.main.show()
    try:
        qtbot.waitUntil(lambda: app.counter is not None)
        yield app
    finally:
        app.close()


def tags(app):
    return " ".join(tag.accessibleName() for tag in app.window.top.findChildren(TagButton) if not tag.isHidden())


def slip_on(app, qtbot, way, target, paper="roll80"):
    """The shop's printer is the one there, and a slip goes to it."""
    till, made = app.counter.control._errands.till, []

    def step():
        PrinterRow.update(way=way, target=target, name="Till", paper=paper).execute()
        made.append(thank.slip(till, "slip", someone_called(till, "Ania"), SlipWish()))

    app.counter.control._errands.lanes.database(step, lambda _done: None, made.append)
    qtbot.waitUntil(lambda: bool(made), timeout=10_000)
    assert made[0].sentence
    app.counter.printing.pump()


def told_in_time_by_a_window_that_goes_on(app, qtbot, word):
    ticks = [time.monotonic()]  # it may be told before the timer's first
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start(TICK)
    qtbot.waitUntil(lambda: word in tags(app), timeout=TOLD_WITHIN)
    timer.stop()
    ticks.append(time.monotonic())
    gaps = [later - sooner for sooner, later in zip(ticks, ticks[1:], strict=False)]
    return max(gaps) < 1  # a call to the printer that held the window up would last for seconds
