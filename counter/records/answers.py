"""What customers tell us, as it comes in: from a message, a form's file or the counter's tablet."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from counter.records.imports import Grid

Scores = tuple[int | None, int | None, int | None]
NO_SCORES: Scores = (None, None, None)
LOWEST, HIGHEST = 1, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer. `code` has eight symbols, or none; `scores` are the three questions, 1 to 10 each.

    `contact` is who sent it or how to reach them, `sent` when (aware, UTC) where that is known. `key` is the same
    whenever the same answer comes in again. `meant` is a code that stands in it with a slip of the finger.
    `earlier` are the keys that it had before it went on, each with how many letters of the words there were.
    """

    words: str
    key: str
    code: str = ""
    scores: Scores = NO_SCORES
    wants_answer: bool = False
    anonymous: bool = False
    contact: str = ""
    sent: datetime | None = None
    meant: str = ""
    earlier: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveSlip:
    """What a code leads to: the slip, its person, when it was made, and whether the index has its answer already."""

    id: int
    customer_id: int
    code: str
    made_at: datetime
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TabletStands:
    """How the tablet's page stands: `url` while it can be opened, else a `trouble` as a sentence or nothing.

    `addresses` are those of this PC to choose from.
    """

    on: bool = False
    url: str = ""
    trouble: str = ""
    addresses: tuple[str, ...] = ()


class Says(StrEnum):
    """What a column says."""

    CODE = "code"
    WHEN = "when"
    SCORE = "score"
    WORDS = "words"
    CONTACT = "contact"
    WANTS = "wants an answer"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFile:
    """A form's file as it was read, and what each column says: the owner may say otherwise."""

    name: str
    grid: Grid
    columns: tuple[Says, ...]
