"""Ten years of a shop, then a day at its counter at a hundred times the speed: what grows, and how long one waits.

The whole program runs on its own lanes with its window off screen: people are typed letter by letter, cards opened,
notes, returns and complaints saved, slips printed as PDF into memory, and a backup is made every half hour of the day.
`--people 100000 --entries 1000000 --hours 8 --speed 100` is the whole; smaller numbers for a smaller shop. Prints
seconds of the start, p50, p99 and the longest of each wait, memory and open files by the hour. Ends with 1 when a goal
is missed: memory grows at most 2 % an hour after the first, files don't, the window's gaps p99 20 ms and 50 ms at most.
On Linux the gaps are told in parts, since a machine that is busy with other programs makes the window wait for a core.
"""

import argparse
import gc
import os
import sys
import tempfile
import time
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path
from random import Random
from uuid import uuid4

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db*=false")

from counter_maker import furnish, open_file  # noqa: E402
from lookup import made_up  # noqa: E402
from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from window_beat import Beat  # noqa: E402

from counter.app import App, Start  # noqa: E402
from counter.app.taming import tame_qt  # noqa: E402
from counter.app.tidying import keep_for_good  # noqa: E402
from counter.desk import complaints, notes, returns, thank, undo, visits  # noqa: E402
from counter.desk.composing import SlipWish  # noqa: E402
from counter.lanes import Lanes  # noqa: E402
from counter.models.bulk import Bulk  # noqa: E402
from counter.models.journal import Stamp  # noqa: E402
from counter.models.tables_counter import NoteRow  # noqa: E402
from counter.models.tables_gestures import GestureEventRow  # noqa: E402
from counter.models.tables_people import CustomerRow, VisitRow  # noqa: E402
from counter.paths import Folders, folders_in  # noqa: E402
from counter.records.backups import Why  # noqa: E402
from counter.records.complaints import ComplaintForm  # noqa: E402
from counter.records.entries import EntryKind, Reason, ReturnOutcome  # noqa: E402
from counter.records.gestures import Mark  # noqa: E402
from counter.records.returns import ReturnForm  # noqa: E402

OPENS = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
YEARS, BATCH, A_MINUTE = 10, 20_000, 60
BREAD = ReturnForm(items=(("rye bread", "1"),), reason=Reason.NOT_FRESH, outcome=ReturnOutcome.REFUND, amount="3.20")
LEFT_OUT = ComplaintForm(words="The candles were forgotten.", theme="forgotten")
GROWTH, GAP_P99, GAP_MAX = 0.02, 20.0, 50.0


def fill(file: Path, people: int, entries: int) -> float:
    """A shop of so many people and entries; answers seconds."""
    began, chance = time.monotonic(), Random(3)
    database = open_file(file)
    furnish(database)
    here: dict[int, object] = {}
    days = [OPENS - timedelta(days=ago) for ago in range(YEARS * 365, 0, -1)]
    with database.atomic():
        bulk = Bulk(database)
        rows = made_up(people)
        often = list(accumulate(int(row["visits"]) for row in rows))
        ids = _people(bulk, rows, days[0])
        for number in range(entries - people):
            at = days[number * len(days) // max(1, entries - people)] + timedelta(seconds=chance.randrange(36_000))
            who = ids[bisect(often, chance.randrange(often[-1]))]
            kind = EntryKind.NOTE if number % 3 == 0 or here.get(who) == at.date() else EntryKind.VISIT
            here[who] = here.get(who) if kind is EntryKind.NOTE else at.date()
            _entry(bulk, Stamp(op=f"entry {number}", kind=kind, at=at, day=at.date(), staff_id=1, customer_id=who))
            bulk.flush(least=BATCH)
        bulk.flush()
    database.close()
    return time.monotonic() - began


def _people(bulk: Bulk, rows: list[dict[str, str]], at: datetime) -> list[int]:
    found = []
    for number, row in enumerate(rows):
        stamp = Stamp(op=f"person {number}", kind=EntryKind.PERSON, at=at, day=at.date(), staff_id=1)
        writer = bulk.entry(stamp)
        made = writer.insert(CustomerRow, name=row["name"], created_at=at)
        writer.customer_id = made.id
        writer.close(f"{row['name']} is new here.", made)
        found.append(made.id)
        bulk.flush(least=BATCH)
    return found


def _entry(bulk: Bulk, stamp: Stamp) -> None:
    """Somebody was here, or a note was kept."""
    who, at = stamp.customer_id, stamp.at
    writer = bulk.entry(stamp)
    if stamp.kind is EntryKind.NOTE:
        writer.close("Note kept.", writer.insert(NoteRow, customer_id=who, text=f"Collects on Fridays, {stamp.op}."))
        return
    visit = writer.insert(VisitRow, customer_id=who, day=stamp.day, started_at=at)
    bulk.add(GestureEventRow, entry_id=writer.entry_id, kind="visit", day=stamp.day, customer_id=who, turn=0,
             mark=Mark(hour=at.hour), reaction="")  # fmt: skip
    writer.visit_id = visit.id
    writer.close("Was here today.", visit)


class Rush(QObject):
    """One customer after the other, each step as soon as the answer to the one before is shown."""

    def __init__(self, app: App, speed: float, seed: int = 5) -> None:
        super().__init__()
        counter = app.counter
        assert counter is not None
        self._counter, self._window, self._lanes = counter, app.window, app._lanes
        self._till = counter._till
        self.speed, self._random = speed, Random(seed)
        self.waits: dict[str, list[float]] = defaultdict(list)
        self.served = self.backups = self.refused = 0
        self._began, self._what = 0.0, ""
        self._typed: list[str] = []
        self._who = 0
        self._answer("found", self._window, "show_found", self._found)
        self._answer("card", self._window, "show_card", self._card)

    def _answer(self, _name: str, owner: object, method: str, then: object) -> None:
        """Hear of what the window shows, after it has shown it."""
        plain = getattr(owner, method)

        def shown(*what: object) -> None:
            plain(*what)
            then(*what)

        setattr(owner, method, shown)

    def ask(self, what: str) -> None:
        self._what, self._began = what, time.perf_counter()

    def done(self, what: str) -> bool:
        if self._what != what:
            return False
        self.waits[what].append((time.perf_counter() - self._began) * 1000)
        self._what = ""
        return True

    def next(self) -> None:
        """Somebody comes in: their name is typed."""
        name = self._random.choice(self.names)
        self._typed = [name[: end + 1] for end in range(min(len(name), 6))]
        self._type()

    def _type(self) -> None:
        text = self._typed.pop(0)
        self._text = text
        self.ask("search, a letter")
        self._counter.control.showing.find(text)

    def _found(self, rows: tuple, text: str) -> None:
        if text != getattr(self, "_text", "") or not self.done("search, a letter"):
            return
        if self._typed:
            QTimer.singleShot(0, self._type)
        elif rows:
            self._who = rows[0].customer_id
            self.ask("open a card")
            self._counter.control.showing.open(self._who)
        else:
            self._end()

    def _card(self, card: object) -> None:
        if self.done("open a card"):
            QTimer.singleShot(0, self._save)

    def _save(self) -> None:
        self._left = self._random.sample(
            [(notes.add, "Asked for the rye."), (returns.log, BREAD), (complaints.log, LEFT_OUT), (visits.here,)], 2
        ) + [(thank.slip, SlipWish())]
        self._step()

    def _step(self, _saved: object = None) -> None:
        if _saved is not None:
            self.done("save")
        if not self._left:
            self._counter.control.showing.say(_saved)
            self._counter.printing.pump()
            self._end()
            return
        use_case, *what = self._left.pop(0)
        self.ask("save")
        work = partial(use_case, self._till, uuid4().hex, self._who, *what)
        self._lanes.database(work, self._step, self._no)

    def _no(self, _fault: Exception) -> None:
        self.refused += 1
        self._what = ""
        self._step(None) if self._left else self._end()

    def _end(self) -> None:
        self.served += 1
        if self.served % 20 == 0:
            self._lanes.database(partial(undo.last, self._till, uuid4().hex), _nothing, _nothing)


def _nothing(_answer: object) -> None:
    """Nobody waits for it."""


def memory() -> tuple[float, int]:
    """MB in use, and open files."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6, sum(1 for _ in Path("/proc/self/fd").iterdir())


def share(numbers: list[float], part: float) -> float:
    """A quantile."""
    found = sorted(numbers)
    return found[min(len(found) - 1, int(len(found) * part))] if found else 0.0


class Clock:
    """The shop's clock, so many times as fast."""

    def __init__(self, speed: float) -> None:
        self._speed, self._began = speed, time.monotonic()

    def begin(self) -> None:
        self._began = time.monotonic()

    def __call__(self) -> datetime:
        return OPENS + timedelta(seconds=(time.monotonic() - self._began) * self._speed)


def wait(application: QApplication, until: Callable[[], bool]) -> None:
    """Let the program go on until something holds."""
    look = QTimer()
    look.timeout.connect(lambda: application.quit() if until() else None)
    look.start(20)
    application.exec()


def day(app: App, rush: Rush, beat: Beat, wish: argparse.Namespace) -> list[tuple[float, int]]:
    """The whole day; answers memory and files at the end of each hour."""
    application, marks = QApplication.instance(), []
    hour = 3600 / wish.speed
    began = time.monotonic()
    came = QTimer()
    came.timeout.connect(rush.next)
    came.start(int(1000 * 3600 / wish.customers / wish.speed))
    half = QTimer()
    half.timeout.connect(partial(back_up, app, rush))
    half.start(int(1000 * hour / 2))
    beat.start()
    for number in range(1, wish.hours + 1):
        wait(application, lambda: time.monotonic() - began >= number * hour)  # noqa: B023 - used at once
        marks.append(memory())
        print(f"hour {number}: {marks[-1][0]:.0f} MB, {marks[-1][1]} files, {rush.served} served", flush=True)
    came.stop()
    half.stop()
    return marks


def back_up(app: App, rush: Rush) -> None:
    """As every half hour, when something changed."""
    if app.counter is not None:
        app.counter.backups.keeping.back_up(Why.BY_ITSELF, rush_counted(rush))


def rush_counted(rush: Rush) -> object:
    """Counts the backups that were made."""

    def made(backup: object) -> None:
        rush.backups += backup is not None

    return made


def judge(rush: Rush, beat: Beat, marks: list[tuple[float, int]]) -> bool:
    """Print the figures; whether all goals were met."""
    print(f"\nserved {rush.served}, backups {rush.backups}, refused by a rule {rush.refused}")
    print("| wait, ms | n | p50 | p99 | longest |\n| --- | --- | --- | --- | --- |")
    parts = (
        ("gap of the window", beat.gaps), ("of it: computing", beat.own), ("of it: waiting for a core", beat.core),
        ("of it: waiting for other threads", beat.others),
    )
    for what, numbers in (*rush.waits.items(), *parts):
        cells = (share(numbers, 0.5), share(numbers, 0.99), max(numbers, default=0.0))
        print(f"| {what} | {len(numbers)} | " + " | ".join(f"{cell:.1f}" for cell in cells) + " |")
    grown = [(after[0] - before[0]) / before[0] for before, after in zip(marks, marks[1:], strict=False)]
    print("memory by the hour, growth in %:", ", ".join(f"{100 * part:.1f}" for part in grown))
    print("open files:", [files for _, files in marks])
    gaps = share(beat.gaps, 0.99) <= GAP_P99 and max(beat.gaps, default=0.0) <= GAP_MAX
    flat = all(part <= GROWTH for part in grown[1:])
    return gaps and flat and max(files for _, files in marks[1:] or marks) <= marks[0][1] + 2


def start(application: QApplication, folders: Folders, clock: Clock, which: str) -> App:
    """The program, once everybody can be found; the very first start reads ten years that no program has read."""
    began = time.monotonic()
    app = App(folders, Lanes(), Start(clock=clock))
    app.main.setFixedSize(1366, 768)
    app.main.show()
    wait(application, lambda: app.counter is not None)
    keep_for_good()
    opened = time.monotonic() - began
    wait(application, lambda: app.counter.finder.whole)
    print(f"{which}: open after {opened:.1f} s, everybody can be found after {time.monotonic() - began:.1f} s, "
          f"{memory()[0]:.0f} MB", flush=True)
    return app


def end(app: App) -> None:
    """All of it is let go on this thread, where its windows belong."""
    app.close()
    app.window.close()
    app.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del app
    gc.collect()


def main() -> int:
    """Fill, start, live a day, judge."""
    options = argparse.ArgumentParser()
    for name, usual in (("people", 100_000), ("entries", 1_000_000), ("hours", 8), ("customers", 40)):
        options.add_argument(f"--{name}", type=int, default=usual)
    options.add_argument("--speed", type=float, default=100.0)
    wish = options.parse_args()
    tame_qt()
    application, clock = QApplication(sys.argv[:1]), Clock(wish.speed)
    memory_disk = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory() as place, tempfile.TemporaryDirectory(dir=memory_disk) as slips:
        folders = folders_in(Path(place) / "shop")
        folders.make()
        folders.slips.rmdir()
        folders.slips.symlink_to(slips)
        print(f"filled in {fill(folders.database, wish.people, wish.entries):.0f} s, "
              f"{folders.database.stat().st_size / 1e6:.0f} MB", flush=True)
        end(start(application, folders, clock, "the very first start"))
        app = start(application, folders, clock, "every other start")
        rush, beat = Rush(app, wish.speed), Beat()
        rush.names = [row["name"] for row in made_up(wish.people)]
        clock.begin()
        marks = day(app, rush, beat, wish)
        well = judge(rush, beat, marks)
        end(app)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
