"""Words on the screen: plain text only, as high as it needs to be."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.lines import Laid, Style, lay_out
from counter.ui.widgets.themed import Themed, plain_tooltip, present, tall_as_needed

ENDLESS = 1_000_000
# natural width of a wrapping text beyond which a layout isn't asked for more, px at 100 %
LONGEST_HINT = 640
# widths for which a text is kept as it was laid out
MOST_WIDTHS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a `Text` shows."""

    text: str
    tail: str = ""
    role: Role = Role.BODY
    tone: Tone = Tone.INK
    lines: int = 0

    @property
    def whole(self) -> str:
        """Text and tail, as read aloud."""
        return f"{self.text} {self.tail}" if self.tail else self.text


class Text(Themed, QWidget):
    """A text in one role and tone. `lines` = 0 wraps; else it is elided after so many lines, whole in the tooltip."""

    def __init__(
        self, text: str = "", role: Role = Role.BODY, tone: Tone = Tone.INK, *, lines: int = 0,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._wording = Wording(text=text, role=role, tone=tone, lines=lines)
        self._laid: dict[int, Laid] = {}
        self._line: Laid | None = None
        self._told = ""
        tall_as_needed(self)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The whole text, elided or not, without the tail."""
        return self._wording.text

    def set_text(self, text: str, tail: str = "") -> None:
        """Shows a text, and after it a quiet tail such as “(noticed)”."""
        self._renew(replace(self._wording, text=text, tail=tail))

    def show_text(self, text: str, tail: str = "") -> None:
        """Shows a text and takes no room when there is none."""
        self.set_text(text, tail)
        present(self, shown=bool(text))

    def set_look(self, *, role: Role | None = None, tone: Tone | None = None, lines: int | None = None) -> None:
        """Changes what is given of role, tone and number of lines."""
        now = self._wording
        count = now.lines if lines is None else lines
        self._renew(replace(now, role=role or now.role, tone=tone or now.tone, lines=count))

    def is_elided(self) -> bool:
        """Whether something of the text can't be seen."""
        return self._at(self.width()).elided

    def squeezed(self) -> bool:
        """Whether it is shown with less height than it needs (never, if layouts are right)."""
        return self.height() < self._at(self.width()).height

    def restyle(self, theme: Theme) -> None:
        """Forgets what was laid out."""
        self._forget()

    def sizeHint(self) -> QSize:
        """The text on one line, within reason."""
        natural = self._at(ENDLESS)
        if not self._wording.lines and natural.width > current().px(LONGEST_HINT):
            width = current().px(LONGEST_HINT)
            return QSize(width, self._at(width).height)
        return QSize(natural.width, natural.height)

    def minimumSizeHint(self) -> QSize:
        """A few letters on one line."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), current().px(48)), current().px(13) if self._wording.whole else 0)

    def heightForWidth(self, width: int) -> int:
        """The height needed at this width."""
        return self._at(width).height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the lines from the top; where only a part can be seen, the tooltip says the whole."""
        painter = QPainter(self)
        tone = self._wording.tone if self.isEnabled() else Tone.QUIET
        laid = self._at(self.width())
        laid.draw(painter, QPointF(0, 0), current().colour(tone))
        whole = self._wording.whole if laid.elided else ""
        if whole != self._told:
            self._told = whole
            self.setToolTip(plain_tooltip(whole))

    def _renew(self, wording: Wording) -> None:
        if wording == self._wording:
            return
        self._wording = wording
        self.setAccessibleName(wording.whole)
        self._forget()
        self.updateGeometry()
        self.update()

    def _at(self, width: int) -> Laid:
        """As laid out at a width; as on one endless line where that fits, for it looks the same wherever it does."""
        if self._line is not None and self._line.width <= width:
            return self._line
        laid = self._laid.get(width)
        if laid is None:
            if len(self._laid) > MOST_WIDTHS:
                self._laid.clear()
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            laid = self._laid[width] = _lay(self._wording, width, rtl=rtl)
            if width == ENDLESS and not rtl:
                self._line = laid
        return laid

    def _forget(self) -> None:
        self._line = None
        self._laid.clear()


def _lay(wording: Wording, width: int, *, rtl: bool) -> Laid:
    """Lays it out; a name that would take a second line is set smaller."""
    theme = current()
    quiet = (len(wording.text) + 1, theme.colour(Tone.QUIET)) if wording.tail else None
    style = Style(font=theme.font(wording.role), lines=wording.lines, rtl=rtl)
    laid = lay_out(wording.whole, style, width, quiet)
    if wording.role is Role.NAME and laid.height > theme.px(72):
        smaller = replace(style, font=theme.font(Role.LONG_NAME))
        return lay_out(wording.whole, smaller, width, quiet)
    return laid
