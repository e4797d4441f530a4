"""A limit on ways that have none of their own: a folder on a share that is gone, a spooler or a driver that hangs."""

import time
from dataclasses import dataclass, field
from threading import Event, Thread

from counter.printing.job import Job, Transport, failed, unknown
from counter.printing.words import STOPPED
from counter.records.slips import PrintOutcome

_LOOK = 0.2  # seconds between two looks whether the program ends


@dataclass(slots=True, kw_only=True)
class Limited:
    """Gives up on a call after `limit` seconds, or `last` seconds after the program was told to end.

    What was given up may still come out, so it asks; until it has come back, nothing more is sent by this way, which
    is therefore kept from slip to slip. `mute` is the sentence for that.
    """

    way: Transport
    mute: str
    limit: float
    last: float = 2.0
    _hangs: Event | None = field(default=None, init=False)

    def send(self, job: Job) -> PrintOutcome:
        """By the way itself, on a thread that holds up nothing; raises what the way raises."""
        if self._hangs is not None and not self._hangs.is_set():
            return failed(self.mute)
        call = _Call(self.way, job)
        Thread(target=call.run, daemon=True, name="paper").start()
        if not self._comes_back(call):
            self._hangs = call.back
            return unknown(STOPPED if job.ends.is_set() else f"{self.mute} Did it come out?")
        if call.fault is not None:
            raise call.fault
        return call.outcome or failed(self.mute)

    def _comes_back(self, call: "_Call") -> bool:
        """Whether it does in time."""
        end, ending = time.monotonic() + self.limit, False
        while not call.back.wait(_LOOK):
            if call.job.ends.is_set() and not ending:
                end, ending = min(end, time.monotonic() + self.last), True
            if time.monotonic() >= end:
                return False
        return True


@dataclass(slots=True)
class _Call:
    """One slip on its way, and what came of it."""

    way: Transport
    job: Job
    back: Event = field(default_factory=Event)
    outcome: PrintOutcome | None = None
    fault: Exception | None = None

    def run(self) -> None:
        try:
            self.outcome = self.way.send(self.job)
        except Exception as fault:  # noqa: BLE001 - raised where it was waited for
            self.fault = fault
        finally:
            self.back.set()
