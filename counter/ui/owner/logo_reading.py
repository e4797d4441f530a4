"""From a file that was picked to a logo that slips can carry, and onto the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtGui import QPixmap

from counter.office import logo
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.logo import LogoField


class LogoReading(QObject):
    """`cleaned(bytes)` for a picture that was picked, as it came and at a darkness that was chosen for it.

    `cleaned(None)` when it is taken away.
    """

    cleaned = Signal(object)

    def __init__(self, field: LogoField, errands: OwnerErrands) -> None:
        super().__init__(field)
        self._field, self._errands = field, errands
        self._source, self._asked = b"", 0
        self._mark: bytes | None = None
        field.picked.connect(self._read)
        field.removed.connect(self._remove)
        field.darkness.moved.connect(self._darken)
        field.darkness.taken.connect(self._take)

    def _read(self, path: Path) -> None:
        self._errands.lanes.work(partial(logo.source, path), self._picked, self._failed)

    def _picked(self, source: bytes) -> None:
        self._source = source
        self._field.darkness.begin()
        self._clean(logo.USUAL, self.cleaned.emit)

    def _darken(self, threshold: int) -> None:
        self._clean(threshold, None)

    def _clean(self, threshold: int, then: Callable[[bytes], object] | None) -> None:
        self._asked += 1
        work = partial(_made, self._source, threshold)
        self._errands.lanes.work(work, partial(self._made, self._asked, then), partial(self._not_made, self._asked))

    def _made(self, number: int, then: Callable[[bytes], object] | None, marks: tuple[bytes, bytes]) -> None:
        """The answer to the newest; an older one is dropped."""
        if number == self._asked:
            self._mark, shown = marks
            self._field.show_print(pixmap(shown))
            if then is not None:
                then(self._mark)

    def _not_made(self, number: int, fault: Exception) -> None:
        if number == self._asked:
            self._mark = None
            if isinstance(fault, logo.WrongDarkness):
                self._field.show_print(None)
            self._failed(fault)

    def _take(self) -> None:
        if self._mark is not None:
            self.cleaned.emit(self._mark)

    def _remove(self) -> None:
        self._field.darkness.hide()
        self.cleaned.emit(None)

    def _failed(self, fault: Exception) -> None:
        self._field.refuse(told(fault)[0])


def _made(source: bytes, threshold: int) -> tuple[bytes, bytes]:
    """The mark, and how it prints."""
    mark = logo.clean(source, threshold)
    return mark, logo.as_printed(mark)


def pixmap(image: bytes | None) -> QPixmap | None:
    """A logo as the screen shows it."""
    if image is None:
        return None
    shown = QPixmap()
    shown.loadFromData(QByteArray(image))
    return shown
