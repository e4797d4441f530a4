"""What the disk refused may stand in the file all the same: whoever tries again does the same operation once more."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

AGAIN: Final = timedelta(minutes=10)
"""Whoever wishes for the same later than that means it anew."""


class Unsure:
    """The newest wish that is on its way, and the operation of each that the disk refused a while ago."""

    def __init__(self) -> None:
        self._refused: dict[str, tuple[str, datetime, object]] = {}
        self._going: object = None

    def is_going(self, wish: object) -> bool:
        """Whether nothing else was wished for since, and it is not answered yet."""
        return self._going is not None and repr(wish) == repr(self._going)

    def begun(self, wish: object, now: datetime) -> str:
        """It is on its way; answers its operation: the one that was refused a moment ago, or a new one."""
        self._going = wish
        found = self._refused.pop(repr(wish), None) if self._refused else None
        return found[0] if found is not None and now < found[1] else uuid4().hex

    def refused(self, wish: object, op: str, now: datetime) -> None:
        """The disk said no. The wish is held, so that no other one can look like it."""
        self._refused[repr(wish)] = (op, now + AGAIN, wish)

    def answered(self, wish: object) -> None:
        """It is done, or it can't be."""
        if self._going is wish:
            self._going = None
