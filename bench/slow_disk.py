"""The window beside a disk that is slow to write: how long its loop is away, and how long a save takes.

A small shop on the program's own lanes, its window open; notes are saved one after the other on a disk that takes 0 to
500 ms for each write. A save is some thirty of them. Ends with 1 when the window's gaps are beyond p99 20 ms or 50 ms
at most while saving waits for the disk.
"""

import os
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from uuid import uuid4

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "faults"), str(ROOT / "bench")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db*=false")

import shim  # noqa: E402
from day import GAP_MAX, GAP_P99, end, share, wait  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from window_beat import Beat  # noqa: E402

from counter.app import App, Start  # noqa: E402
from counter.app.taming import tame_qt  # noqa: E402
from counter.desk import notes  # noqa: E402
from counter.lanes import Lanes  # noqa: E402
from counter.models import people  # noqa: E402
from counter.paths import folders_in  # noqa: E402

SAVES = 4


def saves(application: QApplication, app: App, who: int) -> list[float]:
    """Milliseconds of each of some saves, one after the other."""
    took: list[float] = []
    faults: list[Exception] = []
    for number in range(SAVES):
        began = time.perf_counter()
        work = partial(notes.add, app.counter._till, uuid4().hex, who, f"Collects on Fridays, {number}.")
        answers: list[object] = []
        app._lanes.database(work, answers.append, faults.append)
        wait(application, lambda answers=answers: bool(answers or faults))
        took.append((time.perf_counter() - began) * 1000)
    assert not faults, faults
    return took


def main() -> int:
    """Measure at four speeds, print, judge."""
    tame_qt()
    application, disk, well = QApplication(sys.argv[:1]), shim.Disk(), True
    standing = shim.Shim(disk)
    with tempfile.TemporaryDirectory() as place:
        app = App(folders_in(Path(place) / "shop"), Lanes(), Start(demo=30))
        app.main.setFixedSize(1366, 768)
        app.main.show()
        wait(application, lambda: app.counter is not None)
        who: list[int] = []
        app._lanes.database(lambda: next(people.everyone())["id"], who.append, print)
        wait(application, lambda: bool(who))
        print("| a write takes, ms | a save, p50 ms | longest | gap, p99 ms | longest | computing, p99 ms | longest |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for seconds in (0.0, 0.05, 0.2, 0.5):
            disk.seconds, beat = seconds, Beat()
            beat.start()
            took = saves(application, app, who[0])
            parts = (share(beat.gaps, 0.99), max(beat.gaps), share(beat.own, 0.99), max(beat.own, default=0.0))
            cells = (1000 * seconds, share(took, 0.5), max(took), *parts)
            print("| " + " | ".join(f"{cell:.1f}" for cell in cells) + " |", flush=True)
            well = well and cells[3] <= GAP_P99 and cells[4] <= GAP_MAX
            beat.stop()
        disk.seconds = 0.0
        end(app)
    standing.unregister()
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
