"""How the program looks: bundled fonts, light or dark, the size of the text."""
import json
import os
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from counter.app.shop import text_of
from counter.paths import resource
from counter.settings import Look, Settings
from counter.ui.theme import Theme, apply, load_fonts


def tame_qt() -> None:
    """Emoji as plain outlines, and no word about scripts that some fonts don't have; before the application."""
    os.environ.setdefault("QT_DISABLE_EMOJI_SEGMENTER", "1")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db*=false")


def load_families() -> tuple[str, ...]:
    """Load the bundled fonts; the families for text without serifs, in order."""
    table = _table()
    files = [file for names in table["files"].values() for file in names]
    load_fonts(resource("fonts", file).read_bytes() for file in files)
    return tuple(table["sans"])


def dress(application: Any, settings: Settings) -> None:
    """Give all windows the look that the owner chose."""
    table = _table()
    dark = settings.look is Look.DARK
    if settings.look is Look.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme().name == "Dark"
    if isinstance(application, QApplication):
        sans, serif = tuple(table["sans"]), tuple(table["serif"])
        apply(application, Theme(dark=dark, scale=settings.text_scale, sans=sans, serif=serif))


def _table() -> Any:
    return json.loads(text_of("fonts", "families.json"))
