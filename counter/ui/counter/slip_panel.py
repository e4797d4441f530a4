"""Thank: the slip as it will print, the line on it, its language and printer. Enter or F9 prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.paper.paint import paint
from counter.paper.sheet import Sheet
from counter.ui.texts import common
from counter.ui.texts import slip as words
from counter.ui.texts.keys import KEYS
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.bands import WarningBar
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec, LineField
from counter.ui.widgets.form import FormFrame
from counter.ui.widgets.form_edges import FormSpec
from counter.ui.widgets.icons import Icon
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, tall_as_needed

OWN = "own"
_PREVIEW = {Mode.WIDE: 250, Mode.SNUG: 180, Mode.NARROW: 280}


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipOffer:
    """What may be chosen, the usual first: kinds and languages as (key, words), printers as (id as text, words).

    One of the `lines` stands only on the kinds in `lined`; on all of them when that is empty.
    """

    lines: Sequence[str] = ()
    kinds: Sequence[tuple[str, str]] = ()
    lined: Sequence[str] = ()
    languages: Sequence[tuple[str, str]] = ()
    printers: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPick:
    """What is chosen now; empty means the usual."""

    kind: str = ""
    line: str = ""
    language: str = ""
    printer: str = ""


class PaperPreview(Themed, QWidget):
    """The sheet itself, black on white in any theme."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(words.PREVIEW)
        self._sheet: Sheet | None = None
        self._width = _PREVIEW[Mode.WIDE]
        self.restyle(current())

    def set_sheet(self, sheet: Sheet | None) -> None:
        """Shows a sheet; None shows blank paper."""
        self._sheet = sheet
        self._fit()
        if sheet:
            self.setAccessibleDescription(" ".join(run.text for line in sheet.lines for run in line.runs))
        self.update()

    def set_mode(self, mode: Mode) -> None:
        """Smaller where room is short."""
        self._width = _PREVIEW[mode]
        self._fit()

    def restyle(self, theme: Theme) -> None:
        """Grows with the text."""
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as the paper."""
        width = current().space(self._width)
        ratio = self._sheet.height / self._sheet.width if self._sheet else 1.4
        return QSize(width, round(width * ratio))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White paper with a hairline round it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setPen(current().colour(Tone.EDGE))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._sheet:
            scale = self.width() / self._sheet.width
            painter.scale(scale, scale)
            paint(self._sheet, painter)

    def _fit(self) -> None:
        self.setFixedSize(self.sizeHint())


class SlipPanel(FormFrame):
    """The slip before it prints. `wished(SlipPick)` when another preview is wanted; `saved` on Enter or F9."""

    wished = Signal(object)

    def __init__(self, title: str = words.TITLE, parent: QWidget | None = None) -> None:
        spec = FormSpec(
            name="slip_panel", title=title, key=KEYS["slip"], foot=words.FOOT,
            save=Action(name="print_slip", label=words.PRINT, key=common.ENTER),
        )  # fmt: skip
        super().__init__(spec, parent)
        self.preview = PaperPreview(self)
        self._note = WarningBar("slip_note", Icon.PRINTER)
        self._note.hide()
        self._lines: tuple[str, ...] = ()
        self._lined: frozenset[str] = frozenset()
        self._kind = self._choice("kind", words.WHICH)
        self._line = self._choice("line", words.LINE)
        self._own = self.know(LineField(FieldSpec(name="own_line", label=words.OWN_LINE)))
        self._language = self._choice("language", words.LANGUAGE)
        self._printer = self._choice("printer", words.PRINTER)
        self._side = QWidget()
        tall_as_needed(self._side)
        self._build()
        self.changed.connect(self._wish)

    def show_offer(self, offer: SlipOffer, pick: SlipPick | None = None) -> None:
        """Fills the choices; each shows what is picked, or the usual."""
        pick = pick or SlipPick()
        self._lines, self._lined = tuple(offer.lines), frozenset(offer.lined)
        chips = [(str(number), words.shortened(line)) for number, line in enumerate(offer.lines)]
        at = str(self._lines.index(pick.line)) if pick.line in self._lines else OWN if pick.line else ""
        _fill(self._line, [*chips, (OWN, words.WRITE_ONE)] if chips else [], at)
        _fill(self._kind, offer.kinds, pick.kind)
        _fill(self._language, offer.languages, pick.language)
        _fill(self._printer, offer.printers, pick.printer)
        self._kind.setVisible(len(offer.kinds) > 1)
        self._printer.setVisible(len(offer.printers) > 1)
        self._show_line()
        first = self._line if chips else self._language
        self.setFocusProxy(first if first is self._language or self._has_line() else self._kind)

    def pick(self) -> SlipPick:
        """What is chosen now."""
        at = self._line.value() if self._has_line() else ""
        own = self._own.value().strip() if at == OWN else ""
        line = own or (self._lines[int(at)] if at.isdigit() else "")
        return SlipPick(
            kind=self._kind.value(), line=line, language=self._language.value(), printer=self._printer.value()
        )

    def show_sheet(self, sheet: Sheet) -> None:
        """The slip as it will print; says which characters no font can show."""
        self.preview.set_sheet(sheet)
        if sheet.missing:
            self.show_note(words.cannot_show(" ".join(sheet.missing)))

    def show_note(self, sentence: str, title: str = "") -> None:
        """What becomes of the slip when the printer can't print; empty hides it."""
        self._note.set_words(sentence, title)
        self._note.setVisible(bool(sentence))

    def print_now(self) -> None:
        """F9 while it is open."""
        if self.validate():
            self.saved.emit()

    def set_mode(self, mode: Mode) -> None:
        """A smaller preview where room is short."""
        super().set_mode(mode)
        self.preview.set_mode(mode)

    def _choice(self, name: str, label: str) -> ChoiceField:
        return self.know(ChoiceField(FieldSpec(name=name, label=label), []))

    def _build(self) -> None:
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(current().space(12))
        for part in (self._kind, self._line, self._own, self._language, self._printer):
            side.addWidget(part)
        side.addWidget(Text(words.STAYS_OFF, Role.SMALL, Tone.QUIET))
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(current().space(20))
        row.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._side, 1)
        self.body.addWidget(self._note)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def _has_line(self) -> bool:
        return not self._lined or self._kind.value() in self._lined

    def _show_line(self) -> None:
        self._line.setVisible(self._has_line())
        self._own.setVisible(self._has_line() and self._line.value() == OWN)

    def _wish(self) -> None:
        wrote = self._own.isVisible()
        self._show_line()
        if self._own.isVisible() and not wrote:
            self._own.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wished.emit(self.pick())


def _fill(field: ChoiceField, choices: Sequence[tuple[str, str]], chosen: str) -> None:
    """Chips for these; the first is ticked where nothing is chosen."""
    field.editor.set_choices([Choice(key, label) for key, label in choices])
    first = choices[0][0] if choices else ""
    field.set_value(chosen if any(key == chosen for key, _ in choices) else first)
