"""What customers say: the report of a week, each line leading to its record, and what is decided with it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from counter.office.report_decisions import WeekShown
from counter.paper.charts import index_chart, themes_chart
from counter.records.report import Report
from counter.records.when import say_long_date
from counter.ui.owner.actions import own
from counter.ui.owner.page import Page
from counter.ui.owner.voices_chair import ChairPanel
from counter.ui.owner.voices_change import ChangeForm
from counter.ui.owner.voices_chart import ChartView
from counter.ui.owner.voices_parts import ButtonRow, FigureGrid, SectionPanel, SmallForm, VoiceRow
from counter.ui.texts import common
from counter.ui.texts import voices as words
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.entries import EntryRow
from counter.ui.widgets.facts import FigureCard
from counter.ui.widgets.fields import FieldSpec, LineField
from counter.ui.widgets.form import Abreast
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.text import Text

_ACROSS = {Mode.WIDE: 4, Mode.SNUG: 2, Mode.NARROW: 1}
_KEYS = {"earlier": "Alt+Left", "later": "Alt+Right", "print": "Ctrl+P", "save": "Ctrl+S"}
_ACTIONS = (
    Action(name="voices_earlier", label=words.EARLIER, key=words.EARLIER_KEY),
    Action(name="voices_later", label=words.LATER, key=words.LATER_KEY),
    Action(name="voices_save", label=words.SAVE_PDF, key=words.SAVE_PDF_KEY),
    Action(name="voices_print", label=words.PRINT, key=words.PRINT_KEY),
    own("voices_csv", words.SAVE_CSV),
)


class VoicesPage(Page):
    """`wished("earlier" | "later" | "print" | "save" | "csv")`, `opened(thing, id)` for a line,
    `decided(text)`, `helped(key)` of last week's change, `sold(product, units)`; `chair` has its own signals.
    """

    wished = Signal(str)
    opened = Signal(str, int)
    decided = Signal(str)
    helped = Signal(str)
    sold = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("voices", words.VOICES, parent=parent)
        self._week: date | None = None
        self._kept = self._runs = ""
        self._typed: dict[date, str] = {}
        self.scroller = Scroller("voices_scroll", self)
        self.buttons = ButtonRow("voices_actions", _ACTIONS, self)
        self.body.addWidget(self.buttons)
        self.body.addWidget(self.scroller, 1)
        self._build()
        for action in _ACTIONS:
            wish = action.name.removeprefix("voices_")
            self.buttons[action.name].clicked.connect(partial(self.wished.emit, wish))
        for wish, key in _KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.wished.emit, wish))
        self.set_mode(Mode.WIDE)
        self.restyle(current())

    def show_week(self, shown: WeekShown, families: tuple[str, ...]) -> None:
        """The report of a week; what was typed for another week is kept until that week is looked at again."""
        report, at = shown.report, QApplication.focusWidget()
        on_a_row = isinstance(at, VoiceRow | EntryRow) and self.isAncestorOf(at)
        self._remember()
        self._week, self._kept = report.week, shown.change
        self.heading.say(words.week(say_long_date(report.week)))
        self._runs = words.RUNS_STILL if shown.running else ""
        self._say_week()
        for figure, tile in zip(self._figures, report.tiles, strict=True):
            figure.set_label(tile.label)
            figure.set_figure(tile.figure, tile.detail)
        self.chair.show_chair(report.chair, shown.offered, may_choose=not shown.running)
        self._show_charts(report, families)
        self._show_sections(report)
        self.change.setVisible(not shown.running)
        self.change.show_last(shown.asked, shown.helped)
        self.change.fields["change"].set_value(self._typed.pop(report.week, shown.change))
        self._product.editor.set_completions(shown.products)
        if on_a_row:
            self.start()

    def start(self) -> None:
        """The voice in the chair; where nobody sits, the weeks."""
        if not self.chair.start():
            self.buttons["voices_earlier"].setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_for(self, wish: str) -> bool:
        """The report of this week: printed, or saved as PDF."""
        self.wished.emit(wish)
        return True

    def form_is_open(self) -> bool:
        """Whether what was typed is not saved yet."""
        typed = self.change.value("change")
        return self._week is not None and typed != self._kept and self.change.isVisibleTo(self)

    def settle(self, *, sold: bool = False) -> None:
        """The decision is on disk, or with `sold` that number: what else is typed stays."""
        if not sold:
            self._kept = self.change.value("change")
        for name in ("product", "sold") if sold else ():
            self.units.fields[name].set_value("")

    def refuse(self, sentence: str, field: str = "") -> None:
        """What was typed can't be taken."""
        form = self.units if field in self.units.fields else self.change
        place = form.fields[field if field in form.fields else "change"]
        place.show_problem(sentence)
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_mode(self, mode: Mode) -> None:
        """Fewer figures abreast and charts under each other where room is short."""
        super().set_mode(mode)
        if hasattr(self, "units"):
            self._grid.set_across(_ACROSS[mode])
            self._say_week()
            for part in (self._charts, self.units):
                part.set_stacked(stacked=mode is not Mode.WIDE)
            self.chair.set_mode(mode)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        super().restyle(theme)
        if hasattr(self, "units"):
            self.scroller.body.setSpacing(theme.space(12))

    def _build(self) -> None:
        self.runs = Text("", Role.BODY, Tone.QUIET, parent=self)
        self._figures = [FigureCard(f"voices_figure_{number}", "") for number in range(4)]
        self._grid, self.chair = FigureGrid(self._figures), ChairPanel()
        index, themes = Panel("index_panel"), Panel("themes_panel")
        index.add_heading(words.INDEX_CHART)
        themes.add_heading(words.THEMES_CHART)
        self.index = ChartView("index_chart", words.INDEX_CHART)
        self.themes = ChartView("themes_chart", words.THEMES_CHART)
        index.body.addWidget(self.index)
        themes.body.addWidget(self.themes)
        self._charts = Abreast(index, themes)
        self._sections: list[SectionPanel] = []
        self.change = ChangeForm()
        self.change.answered.connect(self.helped)
        self._product = LineField(FieldSpec(name="product", label=words.L_PRODUCT, hint=words.SOLD_WHY))
        fields = [self._product, LineField(FieldSpec(name="sold", label=words.L_UNITS))]
        keep = Action(name="keep_sold", label=words.SAVE_SOLD, key=common.ENTER)
        self.units = SmallForm("sold_panel", words.SOLD, fields, keep)
        body = self.scroller.body
        body.addWidget(self.runs)
        body.addWidget(self._grid)
        fair = Text(words.SAID_OF_STAFF, Role.SMALL, Tone.QUIET)
        for part in (self.chair, self._charts, self.change, self.units, fair):
            body.addWidget(part)
        body.addStretch(1)
        self.chair.opened.connect(self.opened)
        for form in (self.change, self.units):
            form.saved.connect(self._saved)

    def _show_charts(self, report: Report, families: tuple[str, ...]) -> None:
        bands, bars = report.bands, report.themes
        said = ", ".join(f"{band.week:%d %b} {band.value:.0f} ({band.low:.0f} to {band.high:.0f})" for band in bands)
        told = ", ".join(f"{bar.theme} {bar.now}, usual {bar.usual:.1f} {bar.says}".strip() for bar in bars)
        self.index.show_chart(partial(index_chart, bands), said, families)
        self.themes.show_chart(partial(themes_chart, bars), told, families)

    def _show_sections(self, report: Report) -> None:
        body, sections = self.scroller.body, report.sections[:-1]  # the last, what we change, is a form here
        while len(self._sections) < len(sections):
            panel = SectionPanel(len(self._sections))
            panel.opened.connect(self.opened)
            body.insertWidget(body.indexOf(self.change), panel)
            self._sections.append(panel)
        for panel, section in zip(self._sections, sections, strict=True):
            panel.show_section(section)

    def _remember(self) -> None:
        if self._week is not None and self.form_is_open():
            self._typed[self._week] = self.change.value("change")

    def _saved(self) -> None:
        if self.sender() is self.change:
            self.decided.emit(self.change.value("change"))
        else:
            self.sold.emit(self.units.value("product").strip(), self.units.value("sold").strip())

    def _say_week(self) -> None:
        """That the week runs still; where the heading has no room for it, which week it is."""
        which = self.heading.sub.text() if self.mode is Mode.NARROW else ""
        self.runs.show_text(". ".join(part for part in (which, self._runs) if part))
