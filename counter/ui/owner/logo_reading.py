"""From a file that was picked to a logo that slips can carry, and onto the screen."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtGui import QPixmap

from counter.office import logo
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.logo import LogoField


class LogoReading(QObject):
    """`cleaned(bytes)` for a picture that was picked, `cleaned(None)` when it is taken away."""

    cleaned = Signal(object)

    def __init__(self, field: LogoField, errands: OwnerErrands) -> None:
        super().__init__(field)
        self._field, self._errands = field, errands
        field.picked.connect(self._read)
        field.removed.connect(self._remove)

    def _read(self, path: Path) -> None:
        self._errands.lanes.work(partial(logo.read, path), self.cleaned.emit, self._failed)

    def _remove(self) -> None:
        self.cleaned.emit(None)

    def _failed(self, fault: Exception) -> None:
        self._field.refuse(told(fault)[0])


def pixmap(image: bytes | None) -> QPixmap | None:
    """A logo as the screen shows it."""
    if image is None:
        return None
    shown = QPixmap()
    shown.loadFromData(QByteArray(image))
    return shown
