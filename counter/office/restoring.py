"""Going back to a backup: looked all through beside the shop's file, weighed against it, put in its place."""
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from counter.errors import Damaged, Known, Refused, Unavailable
from counter.models import backup as files
from counter.models import swap, vetting
from counter.office import backups
from counter.office.backups import Progress, nobody_asks
from counter.records.backups import LIST_OF_A_FOLDER, Backup, Loss, Weighed

CHOSEN = "chosen"
SHOWN = 5
UNPACKING = 0.3
NOT_SWAPPED = (
    "The backup could not be put in the place of the shop's file. Nothing is lost: "
    "close other programs that may use it, then start Counter again."
)
ITSELF = "This is the shop's file itself. Choose a backup of it."
NO_BACKUP = (
    "The shop's file is damaged, and there is no backup on this PC. It was not touched. "
    "If there is one on a stick or elsewhere, choose it."
)


def weigh(shop_file: Path, source: Path, progress: Progress = nobody_asks) -> Weighed:
    """Unpack to a file of its own beside the shop's and look all through it; for the work lane.

    A folder of everything may be given too, itself or by the list of its files.

    Raises Refused for the shop's own file and for a folder that was changed, `Damaged` for a foreign, newer, hostile or
    broken one, `Unavailable` where it can't be read or there is no room; the shop's file is not touched.
    """
    if _same(source, shop_file):  # to open and close it a second time would take its lock away
        raise Refused(ITSELF)
    prepared = place_for(shop_file, f"{CHOSEN}-{uuid4().hex}.counter")
    source = source.parent if source.name == LIST_OF_A_FOLDER else source
    try:
        if source.is_dir():
            _take_in(source, prepared)
        else:
            for done in files.unpack(source, prepared):
                progress(done * UNPACKING)
            _take_log(source, prepared)
        inside = vetting.inspect(prepared, deep=True)
        if swap.beside(prepared, swap.LOG).exists():  # looking through it was to put the log into it
            raise Unavailable(files.NOT_READ)
    except Known as fault:
        swap.drop(prepared)
        if fault.sentence == files.BROKEN:
            backups.mark_damaged(source)
        raise
    facts = None if source.is_dir() else backups.known(source).facts
    at = _folder_made_at(source) if source.is_dir() else None
    return Weighed(
        source=source, prepared=prepared, people=inside.rows["customer"], entries=inside.rows["entry"],
        rows=inside.total, at=facts.at if facts else at,
    )


def _same(source: Path, shop_file: Path) -> bool:
    with suppress(OSError):
        return source.samefile(shop_file)
    return False


def _take_log(source: Path, prepared: Path) -> None:
    try:
        swap.take_log(source, prepared)
    except OSError as fault:
        raise Unavailable(files.NOT_READ) from fault


def _take_in(folder: Path, prepared: Path) -> None:
    from counter.office import taking_in  # every start looks for a restore to end; hardly any takes a folder in

    files.drop(prepared)
    taking_in.take_in(folder, prepared)


def _folder_made_at(folder: Path) -> datetime | None:
    from counter.office import taking_in

    return taking_in.made_at(folder)


def with_loss(weighed: Weighed) -> Weighed:
    """What the open shop's file holds that this one doesn't; on the database lane."""
    shared = vetting.common(weighed.prepared)
    count, newest = vetting.entries_after(shared, SHOWN)
    lines = tuple((row.at, row.sentence) for row in newest)
    return replace(weighed, loss=Loss(entries=count, newest=lines, strange=not shared and count > 0))


def put_in_place(prepared: Path, shop_file: Path) -> Path | None:
    """The shop's file, closed, makes place and is kept; answers where. Raises Unavailable."""
    try:
        return swap.swap(prepared, shop_file)
    except OSError as fault:
        raise Unavailable(NOT_SWAPPED) from fault


def finish(shop_file: Path) -> None:
    """At every start, before the shop's file is opened: end what a power cut left half done. Raises Unavailable."""
    try:
        swap.finish(shop_file)
    except OSError as fault:
        raise Unavailable(NOT_SWAPPED) from fault


def leave(weighed: Weighed) -> None:
    """It is not to take the shop's place."""
    swap.drop(weighed.prepared)


def tidy(shop_file: Path) -> None:
    """At every start: what was chosen and never put in place goes."""
    with suppress(OSError):
        for left in backups.folder_of(shop_file).glob(f"{CHOSEN}*.counter*"):
            files.drop(left)


def newest_whole(shop_file: Path, progress: Progress = nobody_asks) -> tuple[Backup, Weighed]:
    """The newest backup that holds, of both places, looked all through.

    Raises Damaged where there is none, and Unavailable where there may be one that can't be opened just now.
    """
    hindered: Unavailable | None = None
    for backup in _newest_first(shop_file):
        try:
            return backup, weigh(shop_file, backup.path, progress)
        except Unavailable as fault:
            hindered = fault
        except Damaged:
            continue
    raise hindered or Damaged(NO_BACKUP)


def _newest_first(shop_file: Path) -> Iterable[Backup]:
    """Those that look verified come first, whatever their number."""
    every = backups.shelf(shop_file).backups
    return [*(each for each in every if each.verified), *(each for each in every if not each.verified)]


def place_for(shop_file: Path, name: str) -> Path:
    """Where a file is made ready to take the place of the shop's; raises Unavailable."""
    folder = backups.folder_of(shop_file)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise files.not_written(fault, folder / name) from fault
    return folder / name
