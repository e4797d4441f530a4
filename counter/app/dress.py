"""How the program looks: bundled fonts, light or dark, the size of the text."""
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from counter.paths import resource
from counter.ui.theme import Theme, apply, load_fonts

if TYPE_CHECKING:  # the settings load all rules: not before the first picture of the window
    from counter.settings import Settings

FIRST = ("Noto Sans", "Noto Sans Math")  # letters, and the arrows of keys


def load_first() -> None:
    """Load the fonts of the window's own words, before its first picture; those for names may come after it."""
    load_fonts(_files(_table(), FIRST))


def load_families(*, but: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Load the bundled fonts, but for those that are there already; the families without serifs, in order."""
    table = _table()
    load_fonts(_files(table, [family for family in table["files"] if family not in but]))
    return tuple(table["sans"])


def dress_first(application: QApplication) -> None:
    """The look before the shop is open: as the system has it."""
    _apply(application, "SYSTEM", 1.0)


def dress(application: Any, settings: "Settings") -> None:
    """Give all windows the look that the owner chose."""
    if isinstance(application, QApplication):
        _apply(application, settings.look.name, settings.text_scale)


def _apply(application: QApplication, look: str, scale: float) -> None:
    table = _table()
    dark = look == "DARK"
    if look == "SYSTEM":
        dark = QGuiApplication.styleHints().colorScheme().name == "Dark"
    apply(application, Theme(dark=dark, scale=scale, sans=tuple(table["sans"]), serif=tuple(table["serif"])))


def _files(table: Any, families: Iterable[str]) -> list[str]:
    return [str(resource("fonts", name)) for family in families for name in table["files"][family]]


def _table() -> Any:
    return json.loads(resource("fonts", "families.json").read_text(encoding="utf-8"))
