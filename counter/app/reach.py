"""One question to the second place at a time: a share that does not answer holds up nothing else."""
from collections.abc import Callable
from functools import partial
from typing import Any

from counter.lanes import Failed, Lanes, Then


class Reach:
    """Asks the second place on a thread that nobody waits for. `waits` while an answer is outstanding."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes
        self.waits = False

    def ask(self, work: Callable[[], Any], then: Then, failed: Failed) -> bool:
        """False, and nothing is asked, while the place still owes an answer."""
        if self.waits:
            return False
        self.waits = True
        self._lanes.away(work, partial(self._answered, then), partial(self._answered, failed))
        return True

    def _answered(self, callback: Callable[[Any], None], value: Any) -> None:
        self.waits = False
        callback(value)
