"""Copies of the shop's file: made in steps beside the counter's work, packed with a note on them, and read back."""
import gzip
import os
import shutil
import struct
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from time import perf_counter
from typing import IO

import apsw

from counter.errors import Damaged, Unavailable
from counter.models.database import CHECKSUM_BYTES, CHECKSUM_VFS, ShopDatabase, known
from counter.models.disk import NO_ROOM, unreadable

STEP_SECONDS = 0.01
LEAST, MOST = 16, 4096
CHUNK = 1 << 20
LARGEST = 16 << 30
SPARE = 64 << 20
LONGEST_NOTE = 4096
# RFC 1952: a comment follows the ten bytes of the head; any unzipping program skips it.
HEAD = b"\x1f\x8b\x08\x10\0\0\0\0\x04\xff"
ZIPPED = HEAD[:2]
BROKEN = "This backup is damaged. Choose another one."
NO_SPACE = "There is not enough room in {folder} for a backup. Delete something there that nobody needs."
NOT_WRITTEN = "A backup could not be written to {folder}. See that the folder is there and can be written."
NOT_READ = "This file can't be read just now. See that its disk or stick is plugged in, then try again."
NO_ROOM_TO_OPEN = "There is not enough room on the disk to open this backup."


def copy(database: ShopDatabase, target: Path) -> Iterator[float]:
    """Copy the open file to `target`, a short step at a time; what is saved between two steps goes along.

    Yields how much is done. Left alone half-way, it leaves no file. Runs where the database does. Raises `Damaged`
    when the shop's own file can't be read, `Unavailable` when the copy can't be written.
    """
    done = False
    try:
        target.unlink(missing_ok=True)
        with closing(apsw.Connection(str(target), vfs=CHECKSUM_VFS)) as into:
            into.reserve_bytes("main", CHECKSUM_BYTES)
            # A first page on disk: else what is written before it goes without checksums of its own.
            into.execute("PRAGMA user_version=1; PRAGMA journal_mode=off; PRAGMA synchronous=off").fetchall()
            with into.backup("main", database.connection(), "main") as run:
                yield from _steps(run)
            into.execute("PRAGMA journal_mode=delete").fetchall()
        done = True
    except (apsw.Error, OSError) as fault:
        raise (known(fault, Path(database.database)) if _ours(fault) else not_written(fault, target)) from fault
    finally:
        if not done:
            drop(target)


def changes(database: ShopDatabase) -> int:
    """How many rows were changed since the program opened the file: it grows with whatever is saved, a fault or not."""
    return database.changed_before + int(database.connection().total_changes())


def _ours(fault: Exception) -> bool:
    """Whether it is the shop's own file that can't be read."""
    return isinstance(fault, apsw.CorruptError | apsw.NotADBError | apsw.IOError) and unreadable(fault)


def _steps(run: apsw.Backup) -> Iterator[float]:
    pages = LEAST
    while not run.done:
        began = perf_counter()
        run.step(pages)
        took = perf_counter() - began
        wanted = int(pages * STEP_SECONDS / max(took, 1e-6))
        pages = max(LEAST, min(MOST, wanted, pages * 2))
        yield 1 - run.remaining / max(run.page_count, 1)


def pack(plain: Path, packed: Path, note: str = "") -> Iterator[float]:
    """Compress a copy and see it on disk, `note` (ASCII, no NUL) readable without unpacking; yields how much is done.

    Raises `Unavailable`, and leaves nothing half-written.
    """
    done = False
    try:
        with plain.open("rb") as source, packed.open("wb") as target:
            target.write(HEAD + note.encode("ascii") + b"\0")
            yield from _press(source, target, plain.stat().st_size)
            settle(target)
        done = True
    except OSError as fault:
        raise not_written(fault, packed) from fault
    finally:
        if not done:
            drop(packed)


def _press(source: IO[bytes], target: IO[bytes], total: int) -> Iterator[float]:
    press, crc, size = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS), 0, 0
    while chunk := source.read(CHUNK):
        target.write(press.compress(chunk))
        crc, size = zlib.crc32(chunk, crc), size + len(chunk)
        yield size / max(total, 1)
    target.write(press.flush() + struct.pack("<LL", crc, size & 0xFFFFFFFF))


def note_on(packed: Path) -> tuple[str, int]:
    """The note on a packed file and the size that its end tells; an empty note where there is none. Raises OSError."""
    with packed.open("rb") as file:
        head = file.read(len(HEAD) + LONGEST_NOTE)
        if not head.startswith(HEAD[:4]) or b"\0" not in head[len(HEAD) :]:
            return "", 0
        file.seek(-4, os.SEEK_END)
        (size,) = struct.unpack("<L", file.read(4))
    return head[len(HEAD) :].split(b"\0")[0].decode("ascii", "replace"), size


def read_back(packed: Path, plain: Path) -> Iterator[float]:
    """Unpack again what was packed and compare it with `plain`, byte by byte; raises `Damaged` or `Unavailable`."""
    total = max(plain.stat().st_size, 1)
    try:
        with packed.open("rb") as source, gzip.GzipFile(fileobj=source) as unpacked, plain.open("rb") as wanted:
            read = 0
            while chunk := wanted.read(CHUNK):
                if unpacked.read(len(chunk)) != chunk:
                    raise Damaged(BROKEN)
                read += len(chunk)
                yield read / total
            if unpacked.read(1):
                raise Damaged(BROKEN)
    except (EOFError, zlib.error, gzip.BadGzipFile) as fault:
        raise Damaged(BROKEN) from fault
    except OSError as fault:
        raise Unavailable(NOT_READ) from fault


def unpack(packed: Path, plain: Path) -> Iterator[float]:
    """Read a backup back into a file of its own, packed or plain; yields how much is done.

    Raises `Damaged` or `Unavailable`, and leaves nothing half-written.
    """
    done = False
    try:
        with packed.open("rb") as source:
            yield from _unpack(source, plain, max(packed.stat().st_size, 1))
        done = True
    except (EOFError, zlib.error, gzip.BadGzipFile) as fault:
        raise Damaged(BROKEN) from fault
    except OSError as fault:
        raise Unavailable(NOT_READ) from fault
    finally:
        if not done:
            drop(plain)


def _unpack(source: IO[bytes], plain: Path, size: int) -> Iterator[float]:
    room = min(LARGEST, shutil.disk_usage(plain.parent).free - SPARE)
    zipped = source.read(2) == ZIPPED
    source.seek(0)
    unzipped = gzip.GzipFile(fileobj=source) if zipped else source
    with plain.open("wb") as target:
        while chunk := unzipped.read(CHUNK):
            if target.tell() + len(chunk) > room:
                raise Unavailable(NO_ROOM_TO_OPEN)
            _write(target, chunk)
            yield min(source.tell() / size, 1.0)
        settle(target)


def _write(target: IO[bytes], chunk: bytes) -> None:
    try:
        target.write(chunk)
    except OSError as fault:
        raise Unavailable(NO_ROOM_TO_OPEN) from fault


def not_written(fault: Exception, target: Path) -> Unavailable:
    """What to say when a backup can't be written."""
    full = isinstance(fault, apsw.FullError) or getattr(fault, "errno", 0) in NO_ROOM
    return Unavailable((NO_SPACE if full else NOT_WRITTEN).format(folder=target.parent))


def drop(path: Path) -> None:
    """Take away what was only half made; where even that can't be done, it stays."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def settle(file: IO[bytes]) -> None:
    """Have what was written really on the disk."""
    file.flush()
    os.fsync(file.fileno())


def settle_folder(folder: Path) -> None:
    """Have a new name in a folder really on the disk, where the system can say so."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
