"""Black and white pictures as printers take them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

_BLACK = 0xFF000000
FIRM = 160  # text of 18 dots keeps firm strokes; at 128 they get thin


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Rows of whole bytes, eight dots each, the first dot in the highest bit, 1 for black."""

    width: int
    height: int
    data: bytes = field(repr=False)

    @property
    def stride(self) -> int:
        """Bytes a row."""
        return (self.width + 7) // 8

    def rows(self) -> Iterator[bytes]:
        """From the top."""
        for start in range(0, len(self.data), self.stride):
            yield self.data[start : start + self.stride]

    def cells(self) -> tuple[tuple[bool, ...], ...]:
        """Dot by dot, True for black."""
        return tuple(tuple(_dots(row, self.width)) for row in self.rows())


def bitmap(grey: QImage, threshold: int = FIRM) -> Bitmap:
    """Of an image in Grayscale8 or one in RGB32 without colours: darker than `threshold` is black."""
    width, height, line = grey.width(), grey.height(), grey.bytesPerLine()
    flat = bytes(grey.constBits())
    if grey.format() == QImage.Format.Format_RGB32:
        flat, line = flat[::4], width  # its blue: Qt's own conversion weighs colours and takes ten times as long
    table = bytes(0 if level < threshold else 255 for level in range(256))
    sharp = QImage(flat.translate(table), width, height, line, QImage.Format.Format_Grayscale8)
    mono = sharp.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
    if mono.color(0) == _BLACK:
        mono.invertPixels()
    return Bitmap(width, height, _packed(mono))


def _packed(mono: QImage) -> bytes:
    """Qt's rows end on four bytes, and what is behind the width may be anything."""
    line, stride = mono.bytesPerLine(), (mono.width() + 7) // 8
    data = bytes(mono.constBits())
    rest = 255 << (-mono.width() % 8) & 255
    rows = (data[at : at + stride] for at in range(0, line * mono.height(), line))
    return b"".join(row[:-1] + bytes([row[-1] & rest]) for row in rows)


def _dots(row: bytes, width: int) -> Iterator[bool]:
    for at in range(width):
        yield bool(row[at >> 3] & (128 >> (at & 7)))
