"""The fonts of a sheet, and the outlines of their glyphs, each looked up once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainterPath, QRawFont

from counter.paper.sheet import Outline

_ELEMENT = QPainterPath.ElementType


class Fonts:
    """Families in the order in which they are asked for a character. One object for each thread."""

    def __init__(self, families: tuple[str, ...]) -> None:
        self.families = families
        self._outlines: dict[tuple[str, str, float], dict[int, Outline]] = {}

    def font(self, size: float, *, bold: bool) -> QFont:
        """A font of `size` dots; no hinting, so that every exit shows the same."""
        font = QFont()
        font.setFamilies(list(self.families))
        font.setPixelSize(max(1, round(size)))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def outlines(self, raw: QRawFont) -> dict[int, Outline]:
        """What is known of this font's glyphs; `raw` must have a size (one that can't shape has -1 and crashes)."""
        key = (raw.familyName(), f"{raw.styleName()} {raw.weight()}", raw.pixelSize())
        return self._outlines.setdefault(key, {})


def outline(raw: QRawFont, glyph: int) -> Outline:
    """The glyph's shape."""
    path = raw.pathForGlyph(glyph)
    path.setFillRule(Qt.FillRule.WindingFill)
    return Outline(path, operators(path))


def operators(path: QPainterPath) -> str:
    """The path in PDF's operators, y as it is, to a hundredth of a dot; Qt has cubic curves only."""
    words: list[str] = []
    points: list[str] = []
    for at in range(path.elementCount()):
        element = path.elementAt(at)
        point = f"{element.x:.2f} {element.y:.2f}"
        if element.type is _ELEMENT.MoveToElement:
            words.append(f"{point} m")
        elif element.type is _ELEMENT.LineToElement:
            words.append(f"{point} l")
        else:
            points.append(point)
            if len(points) == 3:
                words.append(f"{' '.join(points)} c")
                points.clear()
    return "\n".join(words)

