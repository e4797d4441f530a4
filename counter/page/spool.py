"""Answers on their way into the shop's file: files of lines that only grow, each on disk before we say thanks.

A file is closed after 100 lines or ten minutes; whoever copies the lines deletes closed files only.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from counter.records.answers import Answer

FOLDER = "tablet"  # beside the shop's file
MOST_LINES = 100
MOST_SECONDS = 600.0
OPEN, CLOSED = ".open", ".closed"
LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class SpoolFile:
    """A file of the folder, and the whole lines in it."""

    path: Path
    closed: bool
    answers: tuple[Answer, ...]


class Spool:
    """The writing end; `seconds` is a clock that only goes forward. Belongs to one process at a time."""

    def __init__(self, folder: Path, seconds: Callable[[], float]) -> None:
        self._folder, self._seconds = folder, seconds
        self._path: Path | None = None
        self._lines, self._since = 0, 0.0
        close_all(folder)
        self._ids = {answer.key for file in waiting(folder) for answer in file.answers}

    def has(self, key: str) -> bool:
        """Whether this very form was kept before, by this process or one that ended."""
        return key in self._ids

    def full(self, most: int) -> bool:
        """Whether so many answers wait that nobody seems to fetch them."""
        if len(self._ids) < most:
            return False
        return sum(len(file.answers) for file in waiting(self._folder)) >= most

    def keep(self, answer: Answer) -> None:
        """Write a line and see it on disk; raises OSError when it can't be."""
        self.close_old()
        path = self._path or self._begin()
        line = json.dumps(_stored(answer), ensure_ascii=True).encode() + b"\n"
        with path.open("ab") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        self._ids.add(answer.key)
        self._lines += 1
        self.close_old()

    def close_old(self) -> None:
        """Close the file when it is long or old enough."""
        full = self._lines >= MOST_LINES or self._seconds() - self._since >= MOST_SECONDS
        if self._path is not None and full:
            _close(self._path)
            self._path = None

    def _begin(self) -> Path:
        self._path = self._folder / f"{token_hex(8)}{OPEN}"
        self._lines, self._since = 0, self._seconds()
        with self._path.open("xb") as file:
            os.fsync(file.fileno())
        _sync_folder(self._folder)
        return self._path


def waiting(folder: Path) -> tuple[SpoolFile, ...]:
    """Every file with its whole lines; a line that was cut off was never thanked for and is passed over."""
    found = [*folder.glob(f"*{OPEN}"), *folder.glob(f"*{CLOSED}")] if folder.is_dir() else []
    return tuple(SpoolFile(path, path.suffix == CLOSED, _read(path)) for path in sorted(found))


def close_all(folder: Path) -> None:
    """Close what a process that has ended left open."""
    for left in sorted(folder.glob(f"*{OPEN}")):
        _close(left)


def _close(path: Path) -> None:
    path.replace(path.with_suffix(CLOSED))


def _read(path: Path) -> tuple[Answer, ...]:
    try:
        lines = path.read_bytes().split(b"\n")[:-1]
    except OSError:
        return ()
    return tuple(answer for line in lines if (answer := _answer(line)) is not None)


def _stored(answer: Answer) -> dict[str, object]:
    return {
        "key": answer.key, "sent": answer.sent.isoformat() if answer.sent else "", "code": answer.code,
        "scores": answer.scores, "words": answer.words, "contact": answer.contact, "anonymous": answer.anonymous,
    }


def _answer(line: bytes) -> Answer | None:
    try:
        kept = json.loads(line[:LONGEST])
        one, two, three = (None if score is None else int(score) for score in kept["scores"])
        return Answer(
            key=str(kept["key"]), sent=datetime.fromisoformat(kept["sent"]), code=str(kept["code"]),
            scores=(one, two, three), words=str(kept["words"]), contact=str(kept["contact"]),
            anonymous=bool(kept["anonymous"]), wants_answer=bool(kept["contact"]),
        )
    except (ValueError, TypeError, KeyError):
        return None


def _sync_folder(folder: Path) -> None:
    """A new name is on disk too, where a system lets a folder be synced."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
