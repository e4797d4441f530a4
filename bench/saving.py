"""How long a save takes until it is on disk and said, and how long the window stands still meanwhile.

Notes typed and saved in the real window on a demo shop, off screen, with the real lanes; beside it, in the same run,
the same text committed by Python's own sqlite3 into a file of its own (WAL, synchronous=FULL): what a disk costs.
`--saves N --customers N`.
"""

import argparse
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from counter.app import App, Start  # noqa: E402
from counter.app.taming import tame_qt  # noqa: E402
from counter.lanes import Lanes  # noqa: E402
from counter.paths import folders_in  # noqa: E402
from counter.records.entries import Note  # noqa: E402
from counter.ui.counter.window import CounterWindow  # noqa: E402

TEXT = "Waits for the rye on Fridays, likes it dark"
PATIENCE_S = 600
MARKS = ("p50", "p99", "max")


class Heartbeat:
    """The longest time between two turns of the window's event loop, in seconds; and of its own work in it.

    On a busy machine the first also counts what others do; `work` is processor time of the window's thread alone.
    """

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.work: list[float] = []
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.gaps.append(now - self._last)
        self.work.append(worked - self._worked)
        self._last, self._worked = now, worked

    def begin(self) -> None:
        """Counts from here."""
        self.gaps.clear()
        self.work.clear()
        self._last, self._worked = time.perf_counter(), time.thread_time()


def until(application: QApplication, true: Callable[[], bool]) -> None:
    """Turns the event loop until it is so; between events it sleeps, as the program does."""
    end, wake = time.monotonic() + PATIENCE_S, QTimer()
    wake.start(1000)
    while not true():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > end:
            sys.exit("The window did not answer.")


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def saves(application: QApplication, app: App, count: int) -> tuple[list[float], list[float], list[float]]:
    """Seconds from Ctrl+Enter until the sentence stands there, and the window's longest gap and work in each."""
    window, beat = app.window, Heartbeat()
    took, gaps, work = [], [], []
    for number in range(count):
        press(Qt.Key.Key_F7)
        until(application, lambda: window.form() is not None)
        QTest.keyClicks(QApplication.focusWidget(), f"{TEXT} {number}")
        application.processEvents()
        window.message.quiet()
        beat.begin()
        began = time.perf_counter()
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        until(application, lambda: bool(window.message.message()))
        took.append(time.perf_counter() - began)
        until(application, partial(shows, window, f"{TEXT} {number}"))
        application.processEvents()
        gaps.append(max(beat.gaps))
        work.append(max(beat.work))
    return took, gaps, work


def shows(window: CounterWindow, text: str) -> bool:
    """Whether the card has it on top of its timeline."""
    newest = window.card.timeline[0].thing if window.card and window.card.timeline else None
    return isinstance(newest, Note) and newest.text == text


def bare(folder: Path, count: int) -> list[float]:
    """Seconds of a commit of the same text by sqlite3."""
    with sqlite3.connect(folder / "bare.db", isolation_level=None) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
        took = []
        for number in range(count):
            began = time.perf_counter()
            database.execute("INSERT INTO note (text) VALUES (?)", (f"{TEXT} {number}",))
            took.append(time.perf_counter() - began)
    return took


def say(what: str, seconds: list[float]) -> None:
    """Median, p99 and longest in milliseconds."""
    ordered = sorted(seconds)
    marks = (statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))], ordered[-1])
    figures = "   ".join(f"{name} {mark * 1e3:6.1f}" for name, mark in zip(MARKS, marks, strict=True))
    print(f"{what:<36}{figures} ms")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--saves", type=int, default=200)
    options.add_argument("--customers", type=int, default=2000)
    wish = options.parse_args()
    tame_qt()
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        app = App(folders_in(Path(folder) / "shop"), Lanes(), Start(demo=wish.customers))
        app.main.setFixedSize(1366, 768)
        app.main.show()
        app.window.activateWindow()
        until(application, lambda: app.counter is not None)
        QTest.keyClick(app.window, Qt.Key.Key_F11)
        until(application, lambda: app.window.card is not None)
        took, gaps, work = saves(application, app, wish.saves)
        say("saved: on disk and said", took)
        say("the window's longest gap in a save", gaps)
        say("its own work in such a gap (CPU)", work)
        disk = bare(Path(folder), wish.saves)
        say("sqlite3, one commit", disk)
        print(f"saved / one commit: {statistics.median(took) / statistics.median(disk):.1f} ×")
        app.close()


if __name__ == "__main__":
    main()
