"""The name index while it is built: read bit by bit on the database lane, put together on the work lane."""
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.desk import find
from counter.desk.find import Changed, Finder
from counter.lanes import Lanes
from counter.lookup import Equivalents, Gathered, Index
from counter.models import kept
from counter.records.lookup import Person

_AT_A_TIME = 500
Failed = Callable[[Exception], None]


class NameReading(QObject):
    """Builds the index of a shop that has none, while its window is used. Signals: `read(share)`, 1.0 at the end."""

    read = Signal(float)

    def __init__(self, lanes: Lanes, finder: Finder, names: tuple[Equivalents, Gathered], failed: Failed) -> None:
        """`names` are what stands for what, and something empty to gather persons in."""
        super().__init__()
        self._lanes, self._finder, self._failed = lanes, finder, failed
        self._equivalents, gathered = names
        self._ids: tuple[int, ...] = ()
        self._seen = self._done = 0
        self._gathered = gathered

    def start(self) -> None:
        """Begin."""
        self._lanes.database(_standing, self._begin, self._failed)

    def _begin(self, standing: tuple[int, tuple[int, ...]]) -> None:
        self._seen, self._ids = standing
        self._next()

    def _next(self, _answer: object = None) -> None:
        part = self._ids[self._done : self._done + _AT_A_TIME]
        self.read.emit(0.9 * self._done / max(len(self._ids), 1))
        if part:
            self._done += len(part)
            self._lanes.database(partial(find.some, part), self._take, self._failed)
        else:
            self._lanes.work(self._together, self._adopt, self._failed)

    def _take(self, persons: tuple[Person, ...]) -> None:
        self._lanes.work(partial(_take_all, self._gathered, persons), self._next, self._failed)

    def _together(self) -> tuple[Index, bytes]:
        index = Index.of(self._gathered, self._equivalents, self._gathered.today)
        return index, index.to_bytes()

    def _adopt(self, built: tuple[Index, bytes]) -> None:
        index, content = built
        self._lanes.lookup(partial(self._finder.adopt, index), partial(self._keep, content), self._failed)

    def _keep(self, content: bytes, _answer: object) -> None:
        self._lanes.database(partial(_kept_and_changed, content, self._seen), self._catch_up, self._failed)

    def _catch_up(self, changed: Changed) -> None:
        self._lanes.lookup(partial(self._finder.change, changed), self._ready, self._failed)

    def _ready(self, _answer: object) -> None:
        self.read.emit(1.0)


def _standing() -> tuple[int, tuple[int, ...]]:
    return kept.counter(), kept.everybody()


def _take_all(gathered: Gathered, persons: tuple[Person, ...]) -> None:
    for person in persons:
        gathered.take(person)


def _kept_and_changed(content: bytes, seen: int) -> Changed:
    find.keep_built(content, seen)
    return find.changed_since(seen)


def keep_at_close(lanes: Lanes, finder: Finder, close: Callable[[], object], failed: Failed) -> None:
    """When the look-up has answered its last question: keep its index if it is whole, then close the shop's file."""

    def hand_over() -> None:
        if finder.whole:
            lanes.database(partial(find.keep_index, finder.index), _nothing, failed)
        lanes.database(close, _nothing, failed)

    lanes.lookup(hand_over, _nothing, failed)


def _nothing(_answer: object) -> None:
    """An answer that nobody waits for."""
