"""The name index while it is built: read bit by bit on the database lane, put together on the work lane.

It can be stopped: then those who were read so far are found, and it goes on from there, or anew at the next start.
"""
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.desk import find
from counter.desk.find import Changed, Finder
from counter.lanes import Lanes
from counter.lookup import Equivalents, Gathered, Index
from counter.models import kept
from counter.records.lookup import Person
from counter.ui.counter.window import CounterWindow
from counter.ui.texts import common

_AT_A_TIME = 500
_READ = 0.9
"""The share of the whole work that reading is; then all is put together."""
Failed = Callable[[Exception], None]


class NameReading(QObject):
    """Builds the index of a shop that has none, while its window is used.

    `read(done, total)` counts people while it lasts; `halted(done, total)` when it was stopped and those are found
    who were read; `ended` when everybody is.
    """

    read = Signal(int, int)
    halted = Signal(int, int)
    ended = Signal()

    def __init__(self, lanes: Lanes, finder: Finder, names: tuple[Equivalents, Gathered], failed: Failed) -> None:
        """`names` are what stands for what, and something empty to gather persons in."""
        super().__init__()
        self._lanes, self._finder, self._failed = lanes, finder, failed
        self._equivalents, gathered = names
        self._ids: tuple[int, ...] = ()
        self._seen = self._done = 0
        self._stopping = self._halted = False
        self._gathered = gathered

    def start(self) -> None:
        """Begin."""
        self._lanes.database(_standing, self._begin, self._failed)

    def stop(self) -> None:
        """No more from here on; those who were read are put together and found. Near its end it ends."""
        self._stopping = True

    def go_on(self) -> None:
        """From where it was stopped; nothing where it goes on already."""
        self._stopping = False
        if self._halted:
            self._halted = False
            self._next()

    def _begin(self, standing: tuple[int, tuple[int, ...]]) -> None:
        self._seen, self._ids = standing
        self._next()

    def _next(self, _answer: object = None) -> None:
        part = self._ids[self._done : self._done + _AT_A_TIME]
        if part and self._stopping:
            self._lanes.work(self._so_far, self._adopt, self._failed)
            return
        self.read.emit(self._done, len(self._ids))
        if part:
            self._done += len(part)
            self._lanes.database(partial(find.some, part), self._take, self._failed)
        else:
            self._lanes.work(self._together, self._adopt, self._failed)

    def _take(self, persons: tuple[Person, ...]) -> None:
        self._lanes.work(partial(_take_all, self._gathered, persons), self._next, self._failed)

    def _so_far(self) -> tuple[Index, bytes]:
        return Index.of(self._gathered, self._equivalents, self._gathered.today), b""

    def _together(self) -> tuple[Index, bytes]:
        index, _ = self._so_far()
        return index, index.to_bytes()

    def _adopt(self, built: tuple[Index, bytes]) -> None:
        """With bytes to be kept it is everybody; else those who were read when it was stopped."""
        index, content = built
        adopt = partial(self._finder.adopt, index, whole=bool(content))
        self._lanes.lookup(adopt, partial(self._keep, content), self._failed)

    def _keep(self, content: bytes, _answer: object) -> None:
        self._lanes.database(partial(_kept_and_changed, content, self._seen), self._catch_up, self._failed)

    def _catch_up(self, changed: Changed) -> None:
        self._lanes.lookup(partial(self._finder.change, changed), self._ready, self._failed)

    def _ready(self, _answer: object) -> None:
        if self._finder.whole:
            self.ended.emit()
            return
        self._halted = True
        self.halted.emit(self._done, len(self._ids))
        if not self._stopping:  # meanwhile somebody wished that it goes on
            self.go_on()


class NamesInSight(QObject):
    """A reading under the top bar, with the button that stops it and goes on; what is typed is looked up again."""

    def __init__(self, window: CounterWindow, reading: NameReading) -> None:
        super().__init__(window)
        self._window, self._reading = window, reading
        self._share, self._stops = 0.0, False
        window.left.all_read = False
        reading.read.connect(self._show)
        reading.halted.connect(self._halt)
        reading.ended.connect(self._end)
        window.edges.progress.cancelled.connect(self._press)

    def _show(self, done: int, total: int) -> None:
        self._share = _READ * done / max(total, 1)
        self._say(common.reading_names(done, total), common.STOP if done < total else "")

    def _halt(self, done: int, total: int) -> None:
        self._say(common.names_halted(done, total), common.GO_ON)
        self._again()

    def _end(self) -> None:
        self._window.left.all_read = True
        self._window.edges.set_reading("", 0.0, "")
        self._again()

    def _press(self) -> None:
        self._stops = not self._stops
        if self._stops:
            self._reading.stop()
            self._say(common.NAMES_SO_FAR, common.GO_ON)
        else:
            self._reading.go_on()

    def _say(self, sentence: str, button: str) -> None:
        self._window.edges.set_reading(sentence, self._share, button)

    def _again(self) -> None:
        if text := self._window.left.text():
            self._window.asked.emit(text)


def _standing() -> tuple[int, tuple[int, ...]]:
    return kept.counter(), kept.everybody()


def _take_all(gathered: Gathered, persons: tuple[Person, ...]) -> None:
    for person in persons:
        gathered.take(person)


def _kept_and_changed(content: bytes, seen: int) -> Changed:
    if content:
        find.keep_built(content, seen)
    return find.changed_since(seen)


def keep_at_close(finder: Finder, close: Callable[[], object]) -> None:
    """After the look-up's last answer: keep its index if it is whole, then close the shop's file. Database lane."""
    try:
        if finder.whole:
            find.keep_index(finder.index)
    finally:
        close()
