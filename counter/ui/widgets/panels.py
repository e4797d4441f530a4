"""Cards to put things on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.icons import Icon, IconMark
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Box, Themed, margins, paint_box, tall_as_needed

CARD: Final = Box(fill=Tone.SURFACE, border=Tone.LINE, radius=12)
HONEY: Final = Box(fill=Tone.HONEY, border=Tone.HONEY_EDGE, radius=12)
EMPTY: Final = Box(border=Tone.EDGE, radius=12, dashed=True)
# how wide a tag stays where room is short, px at 100 %
_TAG: Final = 170
FORM: Final = Box(fill=Tone.SURFACE, border=Tone.GREEN, width=2, radius=10)


class Panel(Themed, QWidget):
    """A card. Put widgets or layouts into `body`, a column; it is as high as they need."""

    def __init__(self, name: str, box: Box = CARD, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._box = box
        tall_as_needed(self)
        self.body = QVBoxLayout(self)
        self.restyle(current())

    def set_box(self, box: Box) -> None:
        """Another ground or border."""
        self._box = box
        self.update()

    def add_heading(self, words: str, role: Role = Role.ROW) -> Text:
        """A heading in the body: `Role.ROW` on Today, `Role.LABEL` (quiet) over facts."""
        heading = Text(words, role, Tone.QUIET if role is Role.LABEL else Tone.INK, parent=self)
        self.body.addWidget(heading)
        return heading

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self.body, theme, (18, 14, 18, 14))
        self.body.setSpacing(theme.space(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the card."""
        paint_box(self, QPainter(self), self._box)


class HoneyPanel(Panel):
    """The extra: a kind line with an icon, a title, sentences. The screen adds its buttons to `body`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, HONEY, parent)
        self._mark = IconMark(Icon.PLUS, Tone.HONEY_INK, 18, self)
        self._kind = Text("", Role.LABEL, Tone.HONEY_INK, parent=self)
        self._title = Text("", Role.TITLE, parent=self)
        self._why = Text("", Role.BODY, parent=self)
        self._say = Text("", Role.SMALL, Tone.QUIET, parent=self)
        self._line = QHBoxLayout()
        self._line.addWidget(self._mark)
        self._line.addWidget(self._kind, 1)
        self.body.addLayout(self._line)
        for text in (self._title, self._why, self._say):
            self.body.addWidget(text)
        self._line.setSpacing(current().space(8))

    def show_extra(self, kind: str, title: str, why: str, say: str = "") -> None:
        """Honey ground: what to do, one reason, what to say."""
        self.set_box(HONEY)
        self._mark.set_icon(Icon.PLUS, Tone.HONEY_INK)
        self._kind.set_look(tone=Tone.HONEY_INK)
        self._title.set_look(role=Role.TITLE)
        self._why.set_look(tone=Tone.INK)
        self._put(kind, title, (why, say))

    def show_none(self, title: str, why: str = "") -> None:
        """Dashed border, no honey: nothing extra, or nobody open."""
        self.set_box(EMPTY)
        self._title.set_look(role=Role.ROW)
        self._why.set_look(tone=Tone.QUIET)
        self._put("", title, (why, ""))

    def show_done(self, kind: str, title: str, question: str = "") -> None:
        """A plain card with a tick: the extra was given; a question may follow."""
        self.set_box(CARD)
        self._mark.set_icon(Icon.TICK, Tone.GREEN)
        self._kind.set_look(tone=Tone.QUIET)
        self._title.set_look(role=Role.STRONG)
        self._why.set_look(tone=Tone.QUIET)
        self._put(kind, title, (question, ""))

    def _put(self, kind: str, title: str, rest: tuple[str, str]) -> None:
        self._mark.setVisible(bool(kind))
        self._kind.show_text(kind)
        self._title.show_text(title)
        self._why.show_text(rest[0])
        self._say.show_text(rest[1])


class Tag(Themed, QWidget):
    """A word or two on a ground: quiet, red when open, late or wrong, green when chosen."""

    def __init__(self, words: str, tone: Tone = Tone.QUIET, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._text = Text(words, Role.SMALL, lines=1, parent=self)
        self._row.addWidget(self._text)
        self._tone = Tone.QUIET
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_tag(words, tone)
        self.restyle(current())

    def set_tag(self, words: str, tone: Tone = Tone.QUIET) -> None:
        """Other words; `tone` is QUIET, INK, RED or GREEN."""
        self._tone = tone
        self._text.set_look(
            role=Role.LABEL if tone is Tone.RED else Role.SMALL,
            tone=Tone.INK if tone is Tone.GREEN else tone,
        )
        self._text.set_text(words)
        self.setAccessibleName(words)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """All of a few words; a name in it may be elided."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), current().px(_TAG)), whole.height())

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self._row, theme, (10, 1, 10, 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the ground that the tone asks for."""
        fills = {Tone.RED: Tone.RED_SOFT, Tone.GREEN: Tone.CHOSEN}
        paint_box(self, QPainter(self), Box(fill=fills.get(self._tone, Tone.SUNKEN), radius=4))
