"""The shop's logo in black and white, never dithered: grey turns to mud on a thermal printer."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter

from counter.errors import Refused
from counter.paper.bitmap import Bitmap, bitmap

FIRM = 160
LARGEST = 6000


def black_and_white(image: bytes, width: int, height: int, threshold: int = FIRM) -> Bitmap:
    """The logo inside `width` × `height` dots; what is darker than `threshold` of 255 becomes black.

    Raises Refused when the bytes are no picture that Qt can read.
    """
    picture = QImage.fromData(QByteArray(image))
    if picture.isNull() or max(picture.width(), picture.height()) > LARGEST:
        raise Refused("This file can't be read as a picture. A PNG or JPEG of the logo works.")
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return bitmap(_on_white(picture.scaled(width, height, keep, smooth)), threshold)


def _on_white(picture: QImage) -> QImage:
    white = QImage(picture.size(), QImage.Format.Format_Grayscale8)
    white.fill(Qt.GlobalColor.white)
    painter = QPainter(white)
    painter.drawImage(0, 0, picture)
    painter.end()
    return white
