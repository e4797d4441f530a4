"""Backups by themselves: made, looked through, packed, numbered, kept in turns, and carried to a second place.

A backup gets its name only after it was opened, packed, read back and seen on disk; until then it is `.part`.
"""
import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from counter.errors import Damaged
from counter.models import backup as files
from counter.models import vetting
from counter.models.database import ShopDatabase
from counter.models.swap import set_aside
from counter.models.vetting import Inside
from counter.office import second_place
from counter.office.rotation import kept
from counter.records.backups import Backup, Facts, Shelf, Why

FOLDER = "backups"
NAME = re.compile(r"shop-(\d{6,12})\.counter\.gz")
PART, DAMAGED = ".part", ".damaged"
COUNTED = ("rows", "people", "entries", "newest", "size")
DID_NOT_HOLD = "The new backup could not be verified, so it was not kept. The ones before it are still there."
# Of the time that packing and reading back take together, as measured.
PACKING = 0.8
Progress = Callable[[float], object]


def nobody_asks(_done: float) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class Making:
    """A backup that is being made. `at` is aware UTC."""

    folder: Path
    number: int
    why: Why
    at: datetime

    @property
    def plain(self) -> Path:
        """The copy before it is packed."""
        return self.folder / f"{self.number:06d}.counter{PART}"

    @property
    def named(self) -> Path:
        """The finished file."""
        return self.folder / f"shop-{self.number:06d}.counter.gz"


def folder_of(shop_file: Path) -> Path:
    """Where the backups of that file are."""
    return shop_file.parent / FOLDER


def shelf(shop_file: Path) -> Shelf:
    """Everything there is, newest first; what is in both places stands once. May take as long as the second place."""
    folder = folder_of(shop_file)
    place = second_place.read(folder)
    here = listed(folder)
    numbers = {(backup.number, backup.facts) for backup in here}
    other = second_place.inside(folder)
    there = listed(other, away=True) if other else ()
    every = [*here, *(backup for backup in there if (backup.number, backup.facts) not in numbers)]
    newest_first = sorted(every, key=lambda backup: -backup.number)
    return Shelf(backups=tuple(newest_first), place=place, aside=set_aside(shop_file))


def listed(folder: Path, *, away: bool = False) -> tuple[Backup, ...]:
    """The backups in a folder, newest first; none where the folder is not there."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            match = NAME.fullmatch(path.name)
            if match:
                found.append(known(path, int(match[1]), away=away))
    return tuple(sorted(found, key=lambda backup: -backup.number))


def known(path: Path, number: int = 0, *, away: bool = False) -> Backup:
    """What a file tells of itself without being unpacked."""
    facts, size = None, 0
    with suppress(OSError):
        note, size = files.note_on(path)
        facts = facts_of(note)
    whole = facts is not None and facts.size & 0xFFFFFFFF == size
    return Backup(path=path, number=number, facts=facts, verified=whole, away=away)


def begin(shop_file: Path, why: Why, at: datetime) -> Making:
    """The next number, and what a program that was killed left half made is gone. Raises Unavailable."""
    folder = folder_of(shop_file)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise files.not_written(fault, folder / "x") from fault
    for left in folder.glob(f"*{PART}"):
        files.drop(left)
    return Making(folder, next_number(folder), why, at.astimezone(UTC))


def next_number(folder: Path) -> int:
    """Higher than every number here; damaged ones count. The second place is not asked, for it may not answer."""
    found = [int(match[1]) for match in (NAME.match(path.name) for path in _content(folder)) if match]
    return max(found, default=0) + 1


def copying(database: ShopDatabase, making: Making) -> Iterator[float]:
    """The copy, in short steps on the database lane."""
    return files.copy(database, making.plain)


def finish(making: Making, progress: Progress = nobody_asks) -> Backup:
    """Open the copy, look through it, pack it, read it back, name it, and let go what need not be kept.

    For the work lane. Raises `Damaged` or `Unavailable`; then there is no new backup and every old one is there.
    """
    part = making.named.with_name(making.named.name + PART)
    try:
        note = json.dumps(_note(making, _looked_through(making.plain)))
        for done in files.pack(making.plain, part, note):
            progress(done * PACKING)
        for done in files.read_back(part, making.plain):
            progress(PACKING + done * (1 - PACKING))
        part.replace(making.named)
        files.settle_folder(making.folder)
    except OSError as fault:
        raise files.not_written(fault, part) from fault
    finally:
        files.drop(part)
        files.drop(making.plain)
    rotate(making.folder)
    return known(making.named, making.number)


def _looked_through(copy: Path) -> Inside:
    try:
        return vetting.inspect(copy)
    except Damaged as fault:
        raise Damaged(DID_NOT_HOLD) from fault


def make(database: ShopDatabase, why: Why, at: datetime, progress: Progress = nobody_asks) -> Backup:
    """All of it at once, on the database lane: at close, before an update."""
    making = begin(Path(database.database), why, at)
    for done in copying(database, making):
        progress(done / 4)
    return finish(making, lambda done: progress(0.25 + done * 0.75))


def rotate(folder: Path) -> None:
    """Let go the backups that the rule does not keep; one that can't be deleted stays."""
    found = listed(folder)
    keep = kept(found)
    for backup in found:
        if backup.number not in keep:
            files.drop(backup.path)


def carry(backup: Backup, today: date) -> None:
    """Copy a backup to the second place and let go there what need not be kept; raises Unavailable.

    Where others have its number or later ones there (the stick was away, or is another PC's), it takes the next one.
    """
    place = second_place.inside(backup.path.parent)
    there = {each.number: each for each in listed(place)} if place else {}
    number = backup.number
    newest = max(there, default=0)
    if number <= newest and (number not in there or there[number].facts != backup.facts):
        number = newest + 1
    second_place.carry(backup.path, f"shop-{number:06d}.counter.gz", today)
    if place:
        rotate(place)


def owe(shop_file: Path) -> None:
    """The program ends before the second place has answered: the next start is to say so. Raises Unavailable."""
    folder = folder_of(shop_file)
    try:
        second_place.owe(folder)
    except OSError as fault:
        raise files.not_written(fault, folder / second_place.KEPT) from fault


def owed(shop_file: Path) -> Backup | None:
    """The newest backup here, if the last end of the program could not wait until it was in the second place."""
    folder = folder_of(shop_file)
    return next(iter(listed(folder)), None) if second_place.is_owed(folder) else None


def mark_damaged(backup: Path) -> None:
    """One of ours that turned out to be damaged: kept, but no longer counted on."""
    if NAME.fullmatch(backup.name):
        with suppress(OSError):
            backup.rename(backup.with_name(backup.name + DAMAGED))


def facts_of(note: str) -> Facts | None:
    """What a note says; None for anything but a note of ours."""
    try:
        found: Any = json.loads(note)
        counts = {name: found[name] for name in COUNTED}
        at = datetime.fromisoformat(found["at"]).astimezone(UTC)
        if any(type(count) is not int or count < 0 for count in counts.values()):
            return None
        return Facts(at=at, why=Why(found["why"]), op=str(found["op"]), **counts)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None


def _note(making: Making, inside: Inside) -> dict[str, object]:
    facts = Facts(
        at=making.at, why=making.why, rows=inside.total, people=inside.rows["customer"], entries=inside.rows["entry"],
        newest=inside.newest, op=inside.op, size=making.plain.stat().st_size,
    )
    return {"counter": inside.version, **asdict(facts), "at": making.at.isoformat()}


def _content(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.iterdir())
    except OSError:
        return ()
