"""The threads, and the one way in which events come up to the screen."""
import logging
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from counter.errors import Known

log = logging.getLogger(__name__)
Work = Callable[[], Any]
Then = Callable[[Any], None]
Failed = Callable[[Exception], None]
NICE, LOWEST = 10, -2
"""On Linux and on Windows (THREAD_PRIORITY_LOWEST)."""


class _Unwaited:
    """A thread for each call, which nobody waits for: not even the program's end."""

    def submit(self, work: Callable[..., None], *arguments: Any) -> None:
        threading.Thread(target=work, args=arguments, daemon=True, name="away").start()


class Lanes(QObject):
    """One thread for the database, one for the look-up, one for each printer, a pool for computing, one behind all.

    Answers come back on the thread that made this object, through one long-lived signal.
    """

    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = ThreadPoolExecutor(1, "database")
        self._lookup = ThreadPoolExecutor(1, "lookup")
        self._work = ThreadPoolExecutor(2, "work")
        self._behind = ThreadPoolExecutor(1, "behind", _make_way)
        self._away = _Unwaited()
        self._printers: dict[int, ThreadPoolExecutor] = {}
        self._closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def database(self, work: Work, then: Then, failed: Failed) -> None:
        """A short step on the shop's file."""
        self._run(self._database, work, then, failed)

    def lookup(self, work: Work, then: Then, failed: Failed) -> None:
        """A question to the name index, or a change of it."""
        self._run(self._lookup, work, then, failed)

    def work(self, work: Work, then: Then, failed: Failed) -> None:
        """Computing on records for longer than 50 ms."""
        self._run(self._work, work, then, failed)

    def behind(self, work: Work, then: Then, failed: Failed) -> None:
        """Computing that nobody waits for: it makes way for the window and for every other program."""
        self._run(self._behind, work, then, failed)

    def away(self, work: Work, then: Then, failed: Failed) -> None:
        """Asking a place that may never answer, as a share on the network. At the end it is left to itself."""
        self._run(self._away, work, then, failed)

    def printer(self, printer_id: int, work: Work, then: Then, failed: Failed) -> None:
        """Making and sending a sheet; a slow printer never holds up another."""
        lane = self._printers.setdefault(printer_id, ThreadPoolExecutor(1, f"printer{printer_id}"))
        self._run(lane, work, then, failed)

    def close(self, last: Work | None = None) -> None:
        """Let every lane finish what it has begun; nothing is begun or answered any more.

        `last` is done on the database lane when all the others have ended.
        """
        self._closed = True
        for lane in (*self._printers.values(), self._lookup, self._behind, self._work):
            lane.shutdown(wait=True)
        if last is not None:
            self._finish(last)
        self._database.shutdown(wait=True)

    def _finish(self, last: Work) -> None:
        self._database.submit(_outcome, last, _unheard, _unheard)

    def _run(self, lane: ThreadPoolExecutor | _Unwaited, work: Work, then: Then, failed: Failed) -> None:
        if not self._closed:
            lane.submit(self._take, work, then, failed)

    def _take(self, work: Work, then: Then, failed: Failed) -> None:
        outcome = _outcome(work, then, failed)
        if not self._closed:
            self._answered.emit(*outcome)

    def _deliver(self, callback: Callable[[Any], None], value: Any) -> None:
        if not self._closed:
            callback(value)


class LanesInStep(Lanes):
    """All lanes on one thread, each answer there when the call returns."""

    def _finish(self, last: Work) -> None:
        _outcome(last, _unheard, _unheard)

    def _run(self, lane: ThreadPoolExecutor | _Unwaited, work: Work, then: Then, failed: Failed) -> None:
        if not self._closed:
            self._deliver(*_outcome(work, then, failed))


def _unheard(_answer: object) -> None:
    """Nobody is there any more."""


def _make_way() -> None:
    """This thread alone takes a core only where nobody else wants it, as far as the system lets it say so."""
    with suppress(OSError, AttributeError):
        if sys.platform == "linux":
            itself = threading.get_native_id()
            os.setpriority(os.PRIO_PROCESS, itself, max(NICE, os.getpriority(os.PRIO_PROCESS, itself)))
        elif sys.platform == "win32":
            from ctypes import windll  # there alone

            kernel = windll.kernel32
            kernel.SetThreadPriority(kernel.GetCurrentThread(), LOWEST)


def _outcome(work: Work, then: Then, failed: Failed) -> tuple[Callable[[Any], None], Any]:
    try:
        return then, work()
    except Known as known:
        return failed, known
    except Exception as bug:  # noqa: BLE001 - a lane must outlive any bug; it is logged and told once
        log.exception("a bug in a lane")
        return failed, bug
