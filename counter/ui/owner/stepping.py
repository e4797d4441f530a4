"""Work that is done in short steps on the shop's file, the counter's own between them, until it ends or is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from counter.ui.owner.errands import OwnerErrands


class Stepping(QObject):
    """One thing at a time. `stepped(value)` after each step, `failed(fault)`."""

    stepped = Signal(object)
    failed = Signal(object)

    def __init__(self, errands: OwnerErrands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self._stopping = False

    def run(self, steps: Iterator[Any], done: Callable[[bool], object]) -> None:
        """Step by step; `done(whole)` at the end, False when it was stopped before."""
        self._stopping = False
        self._step(steps, done)

    def stop(self) -> None:
        """After the step that is being done."""
        self._stopping = True

    def _step(self, steps: Iterator[Any], done: Callable[[bool], object]) -> None:
        self._errands.ask(partial(next, steps, None), partial(self._went_on, steps, done), self.failed.emit)

    def _went_on(self, steps: Iterator[Any], done: Callable[[bool], object], value: Any) -> None:
        if value is None:
            done(True)  # noqa: FBT003
        elif self._stopping:
            close = getattr(steps, "close", _nothing)
            self._errands.ask(close, partial(_stopped, done), self.failed.emit)
        else:
            self.stepped.emit(value)
            self._step(steps, done)


def _stopped(done: Callable[[bool], object], _answer: object) -> None:
    done(False)  # noqa: FBT003


def _nothing() -> None:
    """Steps that need no closing."""
