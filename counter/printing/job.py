"""What a transport gets, and what it answers."""

from dataclasses import dataclass, field
from threading import Event
from typing import Protocol

from counter.paper.sheet import Sheet
from counter.records.roll import RollOptions
from counter.records.slips import PrintOutcome, PrintState


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One slip to print. `name` is fit for a file ("2026-11-26 7K3M-9QX2"); `language` as in "de"; `roll` is how
    a roll printer is spoken to. `ends` is set when the program ends: whoever only watches a slip then lets it be.
    """

    sheet: Sheet
    name: str
    title: str
    language: str
    roll: RollOptions = RollOptions()
    ends: Event = field(default_factory=Event, compare=False, repr=False)


class Transport(Protocol):
    """A way to paper. `send` takes seconds at most and never raises for what a printer or a disk does."""

    def send(self, job: Job) -> PrintOutcome:
        """Print it; what may have come out is `UNKNOWN`, never `FAILED`."""


def printed(place: str = "", note: str = "") -> PrintOutcome:
    """It came out."""
    return PrintOutcome(state=PrintState.PRINTED, place=place, note=note)


def failed(reason: str) -> PrintOutcome:
    """Nothing came out, and it may be tried again."""
    return PrintOutcome(state=PrintState.FAILED, reason=reason)


def unknown(reason: str) -> PrintOutcome:
    """It may have come out: a person has to look."""
    return PrintOutcome(state=PrintState.UNKNOWN, reason=reason)
