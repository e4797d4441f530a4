"""Backups of the shop's file: what is kept where, what would be lost by going back, and what was saved from damage."""
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

LIST_OF_A_FOLDER = "counter.json"  # the file by which a folder of everything is known, and chosen where files are


class Why(StrEnum):
    """What a backup was made for."""

    BY_ITSELF = "by_itself"
    CLOSE = "close"
    UPDATE = "update"
    RESTORE = "restore"
    IMPORT = "import"
    ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a backup holds. `at` is aware UTC by the clock of that day, which may have been wrong; `newest` and `op`
    name its newest entry; `size` is in bytes, unpacked.
    """

    at: datetime
    why: Why
    rows: int
    people: int
    entries: int
    newest: int
    op: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One file. `number` counts on and on, whatever the clock says; 0 for a file from elsewhere.

    `verified`: it was opened and looked through when it was made, and is as long as it was then. `away` is True in
    the second place. `facts` is None where the file tells nothing of itself.
    """

    path: Path
    number: int
    facts: Facts | None
    verified: bool
    away: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondPlace:
    """Where each backup is copied to: a stick, another folder, a network share; empty when none was chosen.

    `seen` is the day on which a backup last got there; `here` whether it can be reached now.
    """

    folder: str = ""
    seen: date | None = None
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All backups, newest first, and the second place. `aside`: files that were damaged or replaced, and kept."""

    backups: tuple[Backup, ...] = ()
    place: SecondPlace = SecondPlace()
    aside: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What the shop's file holds that a backup doesn't: how many entries, and the newest of them (when, sentence).

    `strange` is True when the backup shares no entry with the shop's file: another shop's, or from before the first.
    `known` is False where the shop's file can't be opened, so that nobody can say.
    """

    entries: int
    newest: tuple[tuple[datetime, str], ...] = ()
    strange: bool = False
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A backup unpacked to `prepared` and looked all through, ready to take the place of the shop's file."""

    source: Path
    prepared: Path
    people: int
    entries: int
    rows: int
    at: datetime | None = None
    loss: Loss = Loss(entries=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescued:
    """The shop's file was damaged at the start. It is kept at `aside`; `source` was opened instead (None: what could
    be read of the damaged file itself). `readable` counts the newer entries that can be read there.
    """

    aside: Path
    source: Backup | None
    readable: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCheck:
    """An entry read from a damaged file: what it said, of whom, when, and the words that hung on it.

    `known`: the backup that was opened has this person, under the same number.
    """

    entry_id: int
    op: str
    at: datetime
    sentence: str
    customer_id: int
    words: str = ""
    name: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hanging:
    """A row read from a damaged file that hangs on a person alone: a contact, a fact, a date, a household, a note.

    `columns` are as they stand in the file.
    """

    table: str
    row_id: int
    customer_id: int
    columns: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """All that a damaged file holds beyond the backup: entries, rows that hang on people, and by number those people
    whom the backup does not know (name, address and so on).
    """

    entries: tuple[ToCheck, ...] = ()
    rows: tuple[Hanging, ...] = ()
    people: dict[int, dict[str, Any]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How much there is to say of it: the entries, or the rows where no entry could be read."""
        return len(self.entries) or len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """How the shop's backups stand. `newest` is when the last one was made; `late`: the second place was not seen for
    too long; `trouble` says why the last one could not be made, or could not be carried there.
    """

    newest: datetime | None = None
    place: SecondPlace = SecondPlace()
    late: bool = False
    trouble: str = ""
