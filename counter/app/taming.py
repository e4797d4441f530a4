"""What Qt for Python does unasked and this program does without; done before anything else is loaded."""
import builtins
import os

from PySide6 import QtCore  # noqa: F401 - loading it is what puts its own way of importing in the place of Python's


def tame_qt() -> None:
    """Emoji as plain outlines, no word about scripts that some fonts don't have, and imports as they always were.

    Qt for Python (6.11) reads the source of every module that is imported from then on, to see whether it might want
    `snake_case` names: a tenth of the time to the first picture and 9 MB, for what is never asked for here.
    """
    os.environ.setdefault("QT_DISABLE_EMOJI_SEGMENTER", "1")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db*=false")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
