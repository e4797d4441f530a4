"""A printer with a trouble, the whole counter and its real lanes: it is told at the top, and the window never waits."""

import sys
import time
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "printing"))

from counter_maker import someone_called  # noqa: E402
from fake_printer import Mood, fake_printer  # noqa: E402
from PySide6.QtCore import QTimer  # noqa: E402

from counter.app import App, Start  # noqa: E402
from counter.desk import thank  # noqa: E402
from counter.desk.composing import SlipWish  # noqa: E402
from counter.lanes import Lanes  # noqa: E402
from counter.models.tables_shop import PrinterRow  # noqa: E402
from counter.paths import folders_in  # noqa: E402
from counter.ui.widgets.tag_button import TagButton  # noqa: E402

TOLD_WITHIN = 5000  # ms
TICK = 20  # ms


@pytest.fixture
def running(qtbot, tmp_path):
    app = App(folders_in(tmp_path / "shop"), Lanes(), Start(demo=20))
    qtbot.addWidget(app.main)
    app.main.show()
    qtbot.waitUntil(lambda: app.counter is not None, timeout=60_000)
    yield app
    app.close()


def tags(app):
    return " ".join(tag.accessibleName() for tag in app.window.top.findChildren(TagButton) if not tag.isHidden())


def slip_on(app, qtbot, port):
    """The shop's printer is the one on that port, and a slip goes to it."""
    till, made = app.counter.control._errands.till, []

    def step():
        PrinterRow.update(way="network", target=f"127.0.0.1:{port}", name="Till").execute()
        made.append(thank.slip(till, "slip", someone_called(till, "Ania"), SlipWish()))

    app.counter.control._errands.lanes.database(step, lambda _done: None, made.append)
    qtbot.waitUntil(lambda: bool(made), timeout=10_000)
    assert made[0].sentence
    app.counter.printing.pump()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mood", "word"),
    [
        (Mood.OUT, "out of paper"), (Mood.MUTE, "not answer"),
        (Mood.RESETS, "did it come out?"), (Mood.HANGS, "did it come out?"), (Mood.NEVER_CONFIRMS, "did it come out?"),
    ],
)  # fmt: skip
def test_a_trouble_stands_at_the_top_in_words_while_the_window_goes_on(running, qtbot, mood, word):
    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    with fake_printer(mood) as fake:
        slip_on(running, qtbot, fake.port)
        timer.start(TICK)
        qtbot.waitUntil(lambda: word in tags(running), timeout=TOLD_WITHIN)
        timer.stop()
    gaps = [later - sooner for sooner, later in zip(ticks, ticks[1:], strict=False)]
    assert max(gaps) < 1  # a call to the printer that held the window up would last for seconds
