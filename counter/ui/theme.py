"""Colour, type and space from one table: both themes, any text size, both directions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from counter.ui.sheet import style_sheet

ROOM_WIDE: Final = 1200
ROOM_SNUG: Final = 1000


class Tone(StrEnum):
    """What a colour means; nothing on the screen names a colour otherwise."""

    GROUND = "ground"
    SURFACE = "surface"
    SUNKEN = "sunken"
    LINE = "line"
    INK = "ink"
    QUIET = "quiet"
    EDGE = "edge"
    GREEN = "green"
    ON_GREEN = "on_green"
    CHOSEN = "chosen"
    HONEY = "honey"
    HONEY_EDGE = "honey_edge"
    HONEY_INK = "honey_ink"
    RED = "red"
    RED_SOFT = "red_soft"
    NEVER = "never"
    ON_NEVER = "on_never"
    FOCUS = "focus"


class Role(StrEnum):
    """What a text is; decides size, weight and family."""

    SMALL = "small"
    LABEL = "label"
    BODY = "body"
    STRONG = "strong"
    ROW = "row"
    SEARCH = "search"
    TITLE = "title"
    LONG_NAME = "long_name"
    NAME = "name"
    VOICE_SMALL = "voice_small"
    VOICE = "voice"
    VOICE_LARGE = "voice_large"


class Mode(StrEnum):
    """How much room there is, which is window width ÷ text size."""

    WIDE = "wide"
    SNUG = "snug"
    NARROW = "narrow"


# tone → light, dark
COLOURS: Final[Mapping[Tone, tuple[str, str]]] = {
    Tone.GROUND: ("#FAF6EF", "#1B1815"),
    Tone.SURFACE: ("#FFFFFF", "#26221E"),
    Tone.SUNKEN: ("#F1EBE0", "#322D28"),
    Tone.LINE: ("#E3D9CA", "#3D3731"),
    Tone.INK: ("#211D19", "#F3EDE4"),
    Tone.QUIET: ("#61594F", "#BDB3A7"),
    Tone.EDGE: ("#877D70", "#91877B"),
    Tone.GREEN: ("#0B5F4E", "#6CCDB1"),
    Tone.ON_GREEN: ("#FFFFFF", "#0B231D"),
    Tone.CHOSEN: ("#DDEDE7", "#1F3B33"),
    Tone.HONEY: ("#FCEFC9", "#3B3016"),
    Tone.HONEY_EDGE: ("#94701B", "#B08A33"),
    Tone.HONEY_INK: ("#6A4A00", "#F1CF7C"),
    Tone.RED: ("#A3281C", "#F2988A"),
    Tone.RED_SOFT: ("#FBE8E4", "#40241F"),
    Tone.NEVER: ("#A3281C", "#F2988A"),
    Tone.ON_NEVER: ("#FFFFFF", "#2A0D09"),
    Tone.FOCUS: ("#1B5FC1", "#8FBBFF"),
}

# role → px at 100 %, bold, serif (the customer's own words)
TYPE: Final[Mapping[Role, tuple[int, bool, bool]]] = {
    Role.SMALL: (13, False, False),
    Role.LABEL: (13, True, False),
    Role.BODY: (15, False, False),
    Role.STRONG: (15, True, False),
    Role.ROW: (17, True, False),
    Role.SEARCH: (20, False, False),
    Role.TITLE: (20, True, False),
    Role.LONG_NAME: (24, True, False),
    Role.NAME: (30, True, False),
    Role.VOICE_SMALL: (15, False, True),
    Role.VOICE: (17, False, True),
    Role.VOICE_LARGE: (21, False, True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """How everything looks. `scale` is the text size, 1.0 = 100 %; `sans` and `serif` are font families in order."""

    dark: bool = False
    scale: float = 1.0
    rtl: bool = False
    sans: tuple[str, ...] = ()
    serif: tuple[str, ...] = ()

    def name_of(self, tone: Tone) -> str:
        """The colour as #RRGGBB."""
        return COLOURS[tone][int(self.dark)]

    def colour(self, tone: Tone) -> QColor:
        """The colour as Qt wants it."""
        return QColor(self.name_of(tone))

    def px(self, size: float) -> int:
        """Pixels for type and what stands in its line (icons, columns): grows fully with the text."""
        return round(size * self.scale)

    def space(self, size: float) -> int:
        """Pixels for air, borders and corners: grows by two fifths of what the text does."""
        return round(size * (1 + (self.scale - 1) * 0.4))

    def font(self, role: Role) -> QFont:
        """The font of a role, in pixels, so that the machine's own settings don't matter."""
        size, bold, serif = TYPE[role]
        return QFont(_font(self.serif if serif else self.sans, self.px(size), bold=bold))

    def mode(self, width: int) -> Mode:
        """Which of the three grids a window of this width in pixels has room for."""
        room = width / self.scale
        if room >= ROOM_WIDE:
            return Mode.WIDE
        return Mode.SNUG if room >= ROOM_SNUG else Mode.NARROW

    def stylesheet(self) -> str:
        """The QSS for what Qt draws itself: editors, tables, tooltips."""
        return style_sheet({str(tone): self.name_of(tone) for tone in Tone}, self.space, self.px)

    def palette(self) -> QPalette:
        """The palette, which selection, links and placeholders take their colours from."""
        palette = QPalette()
        for role, tone in _PALETTE.items():
            palette.setColor(role, self.colour(tone))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour(Tone.QUIET))
        return palette


_PALETTE: Final[Mapping[QPalette.ColorRole, Tone]] = {
    QPalette.ColorRole.Window: Tone.GROUND,
    QPalette.ColorRole.WindowText: Tone.INK,
    QPalette.ColorRole.Base: Tone.SURFACE,
    QPalette.ColorRole.AlternateBase: Tone.SUNKEN,
    QPalette.ColorRole.Text: Tone.INK,
    QPalette.ColorRole.Button: Tone.SURFACE,
    QPalette.ColorRole.ButtonText: Tone.INK,
    QPalette.ColorRole.BrightText: Tone.ON_NEVER,
    QPalette.ColorRole.Highlight: Tone.GREEN,
    QPalette.ColorRole.HighlightedText: Tone.ON_GREEN,
    QPalette.ColorRole.Link: Tone.GREEN,
    QPalette.ColorRole.LinkVisited: Tone.GREEN,
    QPalette.ColorRole.PlaceholderText: Tone.QUIET,
    QPalette.ColorRole.ToolTipBase: Tone.SURFACE,
    QPalette.ColorRole.ToolTipText: Tone.INK,
    QPalette.ColorRole.Mid: Tone.EDGE,
    QPalette.ColorRole.Accent: Tone.GREEN,
}


@lru_cache(maxsize=64)
def _font(families: tuple[str, ...], pixels: int, *, bold: bool) -> QFont:
    """Copies of one font share what Qt has found out about its families; a new one asks again each time."""
    font = QFont()
    if families:
        font.setFamilies(list(families))
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def load_fonts(files: Iterable[bytes | str]) -> tuple[str, ...]:
    """Makes font files known to the application; the families found, in order. Needs a QApplication.

    Of a file given by its path only what is used is ever in memory.
    """
    families: list[str] = []
    for file in files:
        if isinstance(file, str):
            number = QFontDatabase.addApplicationFont(file)
        else:
            number = QFontDatabase.addApplicationFontFromData(QByteArray(file))
        if number >= 0:
            families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def apply(app: QApplication, theme: Theme) -> None:
    """Gives the whole application this theme; widgets that are already there follow. Call before the first widget."""
    before = app.property("theme")
    if before == theme:
        return
    if before is None:
        app.setStyle("Fusion")
    app.setProperty("theme", theme)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if theme.rtl else Qt.LayoutDirection.LeftToRight)
    app.setPalette(theme.palette())
    app.setFont(theme.font(Role.BODY))
    QToolTip.setPalette(theme.palette())
    QToolTip.setFont(theme.font(Role.BODY))
    app.setStyleSheet(theme.stylesheet())


def current() -> Theme:
    """The theme that `apply` gave the application last; a plain light one before that."""
    app = QApplication.instance()
    theme = app.property("theme") if app else None
    return theme if isinstance(theme, Theme) else Theme()


def contrast(one: str, other: str) -> float:
    """Contrast of two colours given as #RRGGBB, 1 to 21: WCAG 2.2, relative luminance."""
    low, high = sorted((_luminance(QColor(one)), _luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
