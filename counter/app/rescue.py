"""Opening a shop come what may: what a power cut left half done is ended, and a damaged file gives way to a backup."""
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from counter.app.shop import Opened, Progress, Start, open_shop
from counter.errors import Broken
from counter.office import passing, restoring
from counter.paths import Folders

log = logging.getLogger(__name__)
Looking = Callable[[float], object]


def open_or_rescue(folders: Folders, start: Start, progress: Progress, looking: Looking) -> Opened:
    """On the database lane; raises Known with a sentence. `looking(done)` while a backup is unpacked.

    A damaged file is kept, and the newest whole backup, or what can be read of the file itself, is opened instead.
    """
    folders.make()
    restoring.finish(folders.database)
    restoring.tidy(folders.database)
    passing.tidy(folders.database)
    try:
        return open_shop(folders, start, progress)
    except Broken:
        log.error("the shop's file is damaged")
    from counter.office import rescuing  # a whole file needs none of it

    rescued = rescuing.rescue(folders.database, looking)
    opened = open_shop(folders, start, progress)
    return replace(opened, rescued=rescuing.look_for_newer(opened.till.database, rescued))


def go_back(prepared: Path, folders: Folders, opening: Callable[[], Opened]) -> Opened:
    """Put a file that was looked through in the place of the shop's, which is closed, and open it."""
    restoring.put_in_place(prepared, folders.database)
    return opening()
