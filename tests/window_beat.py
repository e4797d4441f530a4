"""How long the window's loop is away, and what of that is its own work: of the rest another program has the core."""

import threading
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

BEAT_MS = 5


class Beat(QObject):
    """How long the window's loop is away, in ms: computing, waiting for a core, and waiting for other threads.

    `own`, `core`, `others` are the parts of each gap, where the system tells them (Linux).
    """

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.own: list[float] = []
        self.core: list[float] = []
        self.others: list[float] = []
        told = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._told = told if told.exists() else None
        self._before = (0.0, 0.0)
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(self._timer.timerType().PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        for parts in (self.gaps, self.own, self.core, self.others):
            parts.clear()
        self._before = self._parts()
        self._clock.start()
        self._timer.start(BEAT_MS)

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        self.gaps.append(self._clock.nsecsElapsed() / 1e6 - BEAT_MS)
        self._clock.restart()
        if self._told is not None:
            now = self._parts()
            own, core = now[0] - self._before[0], now[1] - self._before[1]
            self.own.append(own)
            self.core.append(core)
            self.others.append(max(0.0, self.gaps[-1] - own - core))
            self._before = now

    def _parts(self) -> tuple[float, float]:
        """Milliseconds on a core so far, and ready but without one."""
        if self._told is None:
            return 0.0, 0.0
        on, ready, _ = self._told.read_bytes().split()
        return int(on) / 1e6, int(ready) / 1e6
