"""A hundred thousand people brought in: seconds and megabytes of each step, and how long the window would wait.

    .venv/bin/python bench/imports.py [rows]

Peer in the same run: Python's own csv reader and sqlite3 with one bare insert a row: they know nobody, undo nothing.
A real event loop runs beside the lanes; its gaps are those of a window while the file comes in and the index of names
learns everybody, as in the owner's window: what is new is asked for after each step, and learnt on the look-up's lane.
"""

import csv
import os
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from counter_maker import open_file  # noqa: E402
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QTimer  # noqa: E402

from counter.desk import following  # noqa: E402
from counter.desk.find import Finder  # noqa: E402
from counter.lanes import Lanes  # noqa: E402
from counter.lookup import Equivalents, Index  # noqa: E402
from counter.models.people import everyone  # noqa: E402
from counter.office import imports  # noqa: E402
from counter.office.change import Change  # noqa: E402
from counter.office.reading import Reader  # noqa: E402
from counter.paths import resource as shipped  # noqa: E402
from counter.records.countries import COUNTRIES  # noqa: E402
from counter.records.imports import Fate  # noqa: E402

FIRST = ("Anna", "Zoë", "Łukasz", "Nuala", "Mehmet", "Inês", "Bob", "Siân", "Jürgen", "Dmitri", "Aoife", "Wei", "Yusuf")
LAST = ("Kowalska", "O'Neill", "Müller", "Öztürk", "Ascoli", "Nguyen", "Ward", "Smith", "Żak", "García", "Rossi")
NOTES = ("likes rye", "no nuts please", "comes on Saturdays with the dog", "", "", "allergic to milk", "")


def make(path: Path, rows: int) -> None:
    """A file as Square writes it."""
    random = Random(3)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow((
            "Reference ID", "First Name", "Last Name", "Email Address", "Phone Number", "Nickname", "Company Name",
            "Street Address 1", "Street Address 2", "City", "State", "Postal Code", "Birthday", "Memo",
            "Square Customer ID", "Creation Source", "First Visit", "Last Visit", "Transaction Count",
            "Lifetime Spend", "Email Subscription Status", "Instant Profile", "Blocked from online booking",
        ))  # fmt: skip
        for n in range(rows):
            reached = random.random() > 0.17
            writer.writerow((
                "", random.choice(FIRST), f"{random.choice(LAST)}-{n % 997}", f"p{n}@example.uk" if reached else "",
                f"'+44 20 {n:08d}" if reached else "", "", "", f"{n % 200} High St", "", "York", "", "YO1 7HH",
                f"{1 + n % 12:02d}-{1 + n % 28:02d}", random.choice(NOTES), f"SQ{n:07d}", "Import", "2020-01-01",
                "2024-01-02", n % 50, "£90.00", "subscribed" if n % 3 else "unsubscribed", "No", "No",
            ))  # fmt: skip


def megabytes() -> float:
    """What this process holds now, not at its worst."""
    with Path("/proc/self/status").open() as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def child_peak() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


class Gaps:
    """How late a timer of 4 ms comes round in the event loop, in ms."""

    def __init__(self) -> None:
        self.found: list[float] = []
        self._clock, self._timer = QElapsedTimer(), QTimer()
        self._timer.timeout.connect(self._tick)
        self._clock.start()
        self._timer.start(4)

    def _tick(self) -> None:
        self.found.append(self._clock.nsecsElapsed() / 1e6 - 4)
        self._clock.restart()

    def told(self) -> str:
        found = sorted(self.found)
        return f"p50 {found[len(found) // 2]:.1f}, p99 {found[int(len(found) * 0.99)]:.1f}, worst {found[-1]:.1f} ms"


def on_lane(lane: Callable[..., None], work: Callable[[], Any]) -> Any:
    """Run work on a lane while the event loop turns; its answer."""
    answers: list[Any] = []
    lane(work, answers.append, answers.append)
    while not answers:
        QCoreApplication.processEvents()
        time.sleep(0.0005)
    if isinstance(answers[0], Exception):
        raise answers[0]
    return answers[0]


def timed(name: str, work: Callable[[], Any]) -> Any:
    began, before, worked = time.perf_counter(), megabytes(), sum(os.times()[:4])
    answer = work()
    took, worked = time.perf_counter() - began, sum(os.times()[:4]) - worked
    print(f"{name:34} {took:7.1f} s, {worked:6.1f} s of CPU   +{megabytes() - before:5.0f} MB here", flush=True)
    return answer


class Followed:
    """The index of names beside an import."""

    def __init__(self, lanes: Lanes) -> None:
        with shipped("lookup", "equivalents.bin").open("rb") as file:
            equivalents = Equivalents(file.read())
        self.finder = Finder(Index.build((), equivalents, datetime.now(UTC).date()))
        self._lanes, self._waiting = lanes, 0
        self._since = on_lane(lanes.database, following.begin)

    def follow(self) -> None:
        """What is new goes to the index; nobody waits for that."""
        self._since = on_lane(self._lanes.database, partial(following.news, self._since))
        self._waiting += 1
        self._lanes.lookup(partial(following.learn, self.finder, self._since), self._learnt, self._failed)

    def caught_up(self) -> None:
        while self._waiting:
            QCoreApplication.processEvents()
            time.sleep(0.0005)

    def _learnt(self, _answer: object) -> None:
        self._waiting -= 1

    def _failed(self, fault: Exception) -> None:
        raise fault


def every_step(lane: Callable[..., None], iterator: Iterator[float], followed: Followed) -> float:
    """Each step is a call of its own, as the window makes them."""
    longest = 0.0
    while True:
        began = time.perf_counter()
        if on_lane(lane, partial(next, iterator, None)) is None:
            followed.caught_up()
            return longest
        longest = max(longest, time.perf_counter() - began)
        followed.follow()


def peer(path: Path, folder: Path) -> None:
    with sqlite3.connect(folder / "peer.db") as base, path.open(newline="", encoding="utf-8") as file:
        base.execute("CREATE TABLE customer (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w)")
        base.executemany(f"INSERT INTO customer VALUES ({', '.join('?' * 23)})", csv.reader(file))


def bring(path: Path, folder: Path) -> None:
    application = QCoreApplication.instance() or QCoreApplication([])
    lanes, gaps = Lanes(), Gaps()
    database = on_lane(lanes.database, partial(open_file, folder / "shop.counter"))
    reader = Reader((sys.executable, str(ROOT / "main.py")), folder / "shop.counter")
    base = megabytes()
    glance = timed("looked into, by the child", lambda: on_lane(lanes.work, partial(reader.look, path)))
    print(f"{'':34} the child's highest: {child_peak():.0f} MB")
    reader.note_known((), first=True)
    reader.note_numbers({})
    plan = partial(reader.plan, glance.shape, glance.order, COUNTRIES["GB"])
    preview = timed("planned, by the child", lambda: on_lane(lanes.work, plan))
    print(f"{'':34} the child's highest: {child_peak():.0f} MB; {preview.outlook.counts}")
    change = Change(database=database, op="bench", at=datetime.now(UTC), day=datetime.now(UTC).date())
    steps = imports.take(change, preview, imports.Answers())
    gaps.found.clear()
    followed = Followed(lanes)
    longest = timed("brought in, names followed", lambda: every_step(lanes.database, steps, followed))
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'':34} longest step {longest * 1000:.0f} ms; highest here {highest:.0f} MB, {highest - base:.0f} more")
    print(f"{'':34} gaps of the window: {gaps.told()}")
    run = on_lane(lanes.database, imports.runs)[0]
    assert preview.count(Fate.NEW) <= on_lane(lanes.database, lambda: sum(1 for _ in everyone()))
    found = len(followed.finder.index)
    assert found >= preview.count(Fate.NEW), found
    gaps.found.clear()
    back = imports.take_back(replace(change, op="bench back"), run.number)
    longest = timed("taken back, names followed", lambda: every_step(lanes.database, back, followed))
    print(f"{'':34} longest step {longest * 1000:.0f} ms; gaps of the window: {gaps.told()}")
    assert len(followed.finder.index) == 0, len(followed.finder.index)
    reader.close()
    on_lane(lanes.database, database.close)
    lanes.close()
    application.processEvents()


def main() -> None:
    rows = next((int(word) for word in sys.argv[1:] if word.isdigit()), 100_000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder / "people.csv", rows)
        size = (folder / "people.csv").stat().st_size / 1e6
        print(f"{rows:,} rows, {size:.1f} MB")
        timed("peer: csv and sqlite3 alone", lambda: peer(folder / "people.csv", folder))
        bring(folder / "people.csv", folder)


if __name__ == "__main__":
    main()
