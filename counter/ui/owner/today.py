"""The owner's day at a glance."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from counter.records.card import DayAtAGlance
from counter.records.countries import MoneyStyle
from counter.records.money import say_money
from counter.ui.owner.page import EmptyNote, Page
from counter.ui.texts import isolate
from counter.ui.texts import owner as words
from counter.ui.theme import Mode, Theme, current
from counter.ui.widgets.entries import EntryLine, EntryList
from counter.ui.widgets.facts import FigureCard
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.themed import tall_as_needed

_COLUMNS = {Mode.WIDE: 5, Mode.SNUG: 3, Mode.NARROW: 2}
_LABELS = (words.VISITS, words.BY_NAME, words.EXTRAS, words.RETURNS, words.WENT_WRONG)


class TodayPage(Page):
    """Figures, and what needs the owner. `opened(OpenItem)` when one of these is pressed, `page_wanted(name)` when it
    is seen to on a page of this window.
    """

    opened = Signal(object)
    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("today", dict(words.PAGES)["today"], parent=parent)
        self.scroller = Scroller("today_scroll", self)
        self.body.addWidget(self.scroller, 1)
        self._figures = [FigureCard(f"figure_{label.replace(' ', '_')}", label) for label in _LABELS]
        figures = QWidget(self)
        tall_as_needed(figures)
        self._grid = QGridLayout(figures)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._needs = Panel("needs_you", parent=self)
        self._needs.add_heading(words.NEEDS_YOU)
        self._nothing = EmptyNote(self)
        self._list = EntryList("needs", words.NEEDS_YOU, self)
        self._needs.body.addWidget(self._nothing)
        self._needs.body.addWidget(self._list)
        self.scroller.body.addWidget(figures)
        self.scroller.body.addWidget(self._needs)
        self.scroller.body.addStretch(1)
        self._list.opened.connect(self._open)
        self._place()
        self.restyle(current())

    def show_day(self, day: DayAtAGlance, money: MoneyStyle) -> None:
        """The figures of a day and what is open."""
        cost, budget = say_money(day.gesture_cost, money), say_money(day.day_budget, money)
        senses = (
            "" if day.visits else words.FIRST_DAY,
            words.by_name(day.by_name, day.visits),
            words.extras(cost, budget),
            "",
            words.went_wrong(day.complaints, day.put_right),
        )
        numbers = (day.visits, day.by_name, day.gestures, day.returns, day.complaints)
        for figure, number, sense in zip(self._figures, numbers, senses, strict=True):
            figure.set_figure(f"{number:,}", sense)
        lines = [
            EntryLine(key=item, name=_who(item.name, item.title), text=item.sentence, tag=item.tag, urgent=item.red)
            for item in day.needs
        ]
        if day.look_due:
            lines.append(EntryLine(key="keeping", name=words.LOOK_DUE, text=words.LOOK_WHY))
        self._list.set_lines(lines)
        self._list.setVisible(bool(lines))
        self._nothing.explain(words.NOTHING_NEEDS_YOU, lines)

    def start(self) -> None:
        """The first thing that needs the owner."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_mode(self, mode: Mode) -> None:
        """Fewer figures abreast where room is short."""
        super().set_mode(mode)
        self._place()

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        super().restyle(theme)
        if hasattr(self, "_grid"):
            self._grid.setSpacing(theme.space(12))
            self.scroller.body.setSpacing(theme.space(12))

    def _open(self, key: object) -> None:
        if isinstance(key, str):
            self.page_wanted.emit(key)
        else:
            self.opened.emit(key)

    def _place(self) -> None:
        while self._grid.takeAt(0):
            pass
        across = _COLUMNS[self.mode]
        for number, figure in enumerate(self._figures):
            self._grid.addWidget(figure, number // across, number % across)
        for column in range(max(_COLUMNS.values())):
            self._grid.setColumnStretch(column, 1 if column < across else 0)


def _who(name: str, title: str) -> str:
    return f"{isolate(name)}: {title}" if name else title
