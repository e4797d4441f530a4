"""Painting a sheet: the same on the screen, on a system printer and as the dots of a roll."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from counter.paper.bitmap import Bitmap, bitmap
from counter.paper.sheet import Bar, Cells, Sheet, TextLine


def paint(sheet: Sheet, painter: QPainter) -> None:
    """Black on whatever is there, one unit a dot; the caller scales the painter."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    on_dots = not painter.transform().isScaling()
    for item in sheet.items:
        if isinstance(item, TextLine):
            _paint_line(item, painter)
        elif on_dots:
            for bar in item.bars():
                painter.fillRect(*bar, Qt.GlobalColor.black)
        else:
            painter.fillPath(_as_one_shape(item), Qt.GlobalColor.black)


def raster(sheet: Sheet) -> Bitmap:
    """What a thermal printer takes: of a roll only the column that its head reaches, of a page all."""
    paper = sheet.paper
    return _raster(sheet, paper.left, paper.column) if paper.page is None else whole_raster(sheet)


def whole_raster(sheet: Sheet) -> Bitmap:
    """The whole paper in black and white."""
    return _raster(sheet, 0, sheet.width)


def picture(sheet: Sheet, scale: float = 1.0) -> QImage:
    """The whole paper in grey, for previews."""
    image = QImage(round(sheet.width * scale), round(sheet.height * scale), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(sheet, painter)
    painter.end()
    return image


def _raster(sheet: Sheet, left: int, width: int) -> Bitmap:
    image = QImage(width, sheet.height, QImage.Format.Format_RGB32)  # Qt fills it three times as fast as grey
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(-left, 0)
    paint(sheet, painter)
    painter.end()
    return bitmap(image)


def _paint_line(line: TextLine, painter: QPainter) -> None:
    for glyph in line.glyphs:
        painter.translate(glyph.x, glyph.y)
        painter.fillPath(glyph.outline.path, Qt.GlobalColor.black)
        painter.translate(-glyph.x, -glyph.y)


def _as_one_shape(item: Cells | Bar) -> QPainterPath:
    """So that no seams show where squares meet."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for x, y, width, height in item.bars():
        path.addRect(QRectF(x, y, width, height))
    return path
