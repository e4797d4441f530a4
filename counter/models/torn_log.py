"""The log of new pages after a stop: SQLite takes it up to the first frame that is wrong, and says nothing of the rest.

Each commit is forced down before the next one begins. So a cut may leave one commit in it that is not whole, never two:
where more stand behind the place at which SQLite stopped, the disk did not keep what it had. (Two that the disk refused
one after the other, just before a cut, look the same. Then too it is well to look at the newest entries.)
"""
import shutil
import struct
from contextlib import suppress
from pathlib import Path

from counter.models.database import PAGE, ShopDatabase
from counter.models.swap import LOG, beside

HEAD, FRAME_HEAD = 32, 24
FRAME = FRAME_HEAD + PAGE
NO_COMMIT = bytes(4)


def look(database: ShopDatabase) -> bool:
    """Whether commits that were whole once can't be read; asked before anything is written, for that would cover them.

    Then a copy of the log stays beside the shop's file, for whoever can read more of it.
    """
    with suppress(OSError):  # what can't be looked at holds up no start
        if _lost(database, beside(Path(database.database), LOG)) > 1:
            _keep(Path(database.database))
            return True
    return False


def _lost(database: ShopDatabase, log: Path) -> int:
    """Commits of this log, and not of an older one that it lies over, behind what SQLite takes of it."""
    if not log.exists():
        return 0
    _busy, taken, _moved = database.execute_sql("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    with log.open("rb") as file:
        head = file.read(HEAD)
        salt = head[16:24] if _is_whole(head) else file.read(FRAME_HEAD)[8:16]
        found = 0
        for start in range(HEAD + max(0, int(taken)) * FRAME, log.stat().st_size, FRAME):
            file.seek(start)
            frame = file.read(FRAME_HEAD)
            found += frame[8:16] == salt and frame[4:8] != NO_COMMIT
    return found


def _keep(path: Path) -> None:
    number = 1
    while (kept := path.with_name(f"{path.stem}-log-{number}")).exists():
        number += 1
    with suppress(OSError):
        shutil.copyfile(beside(path, LOG), kept)


def _is_whole(head: bytes) -> bool:
    """Whether the head of the log is as SQLite wrote it (its file format, 4.1 and 4.2)."""
    if len(head) < HEAD:
        return False
    words = struct.unpack(">6I" if head[3] & 1 else "<6I", head[:24])
    one = other = 0
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = one + first + other & 0xFFFFFFFF
        other = other + second + one & 0xFFFFFFFF
    return struct.pack(">2I", one, other) == head[24:]
