"""Putting another file in the place of the shop's, so that after any cut it is the one or the other; nothing is lost.

What lay there is set aside whole: the file with its log of pages that are not in it yet. Having `.next` beside the
shop's file decides: from then on every start finishes what was begun.
"""
import shutil
from pathlib import Path

from counter.models.backup import drop as remove
from counter.models.backup import settle, settle_folder

NEXT, LOG = ".next", "-wal"
LEFT_OVER = ("-shm", "-journal")


def swap(prepared: Path, live: Path) -> Path | None:
    """Put a looked-through copy in the place of the shop's closed file; answers where that was set aside, if it was.

    `prepared` has to lie on the same disk. Raises OSError; then nothing was changed, or the next start ends it.
    """
    with prepared.open("r+b") as file:
        settle(file)
    prepared.replace(beside(live, NEXT))
    settle_folder(live.parent)
    return finish(live)


def finish(live: Path) -> Path | None:
    """End a swap that was begun, before the shop's file is opened; does nothing where there is none."""
    waiting = beside(live, NEXT)
    if not waiting.exists():
        return None
    aside = _free_name(live)
    for source, target in ((beside(live, LOG), beside(aside, LOG)), (live, aside)):
        if source.exists():
            source.replace(target)
    for ending in LEFT_OVER:
        beside(live, ending).unlink(missing_ok=True)
    waiting.replace(live)
    settle_folder(live.parent)
    return aside if aside.exists() else None


def take_log(source: Path, prepared: Path) -> None:
    """The log beside a shop's file, as of a PC that stopped at work, goes along; whoever opens that puts it in.

    Raises OSError.
    """
    if beside(source, LOG).is_file():
        shutil.copyfile(beside(source, LOG), beside(prepared, LOG))


def drop(prepared: Path) -> None:
    """Take away what is not to take the place of anything."""
    for ending in ("", LOG):
        remove(beside(prepared, ending))


def beside(path: Path, ending: str) -> Path:
    """The file of that name with something after it."""
    return path.with_name(path.name + ending)


def set_aside(live: Path) -> tuple[Path, ...]:
    """Files that were set aside, oldest first."""
    number = 1
    found = []
    while _aside(live, number).exists():
        found.append(_aside(live, number))
        number += 1
    return tuple(found)


def _free_name(live: Path) -> Path:
    """The same again when a start ends what was begun: the log goes first, the file takes the name."""
    return _aside(live, len(set_aside(live)) + 1)


def _aside(live: Path, number: int) -> Path:
    return live.with_name(f"{live.stem}-before-{number}{live.suffix}")
