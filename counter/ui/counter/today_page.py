"""Today: what waits, while nobody is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.card import NearLine, OpenItem, Today
from counter.ui.counter.circumstances import Circumstances
from counter.ui.counter.moment import Moment
from counter.ui.counter.rows import DraftRow
from counter.ui.texts import counter as words
from counter.ui.texts import today as today_words
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.entries import EntryLine, EntryList
from counter.ui.widgets.form import Abreast
from counter.ui.widgets.panels import EMPTY, Panel
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, clear, tall_as_needed

# name, heading; the first column, then the second
_LEFT = (("promised", today_words.PROMISED), ("complaints", today_words.WENT_WRONG))
_RIGHT = (
    ("ready", today_words.READY),
    ("follow_ups", today_words.TO_DO),
    ("near", today_words.DATES_NEAR),
)


class _List(Panel):
    """A heading over rows; takes no room when there are none."""

    def __init__(self, name: str, heading: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.add_heading(heading)
        self.rows = EntryList(f"{name}_list", heading, self)
        self.body.addWidget(self.rows)

    def show_lines(self, lines: Sequence[EntryLine]) -> None:
        """Shows these rows."""
        self.rows.set_lines(lines)
        self.setVisible(bool(lines))


def _open_lines(items: Sequence[OpenItem]) -> list[EntryLine]:
    return [
        EntryLine(
            key=item, name=item.name or words.SOMEONE, text=item.sentence or item.title, tag=item.tag, urgent=item.red
        )
        for item in items
    ]


def _near_lines(lines: Sequence[NearLine]) -> list[EntryLine]:
    return [EntryLine(key=line, name=line.name, text=line.sentence, tag=line.tag) for line in lines]


class TodayPage(Themed, QWidget):
    """The day's lists. `opened(customer_id)`, `draft_opened` and `draft_dropped(form, customer_id)`,
    `circumstances_changed(frozenset)`."""

    opened = Signal(int)
    draft_opened = Signal(str, object)
    draft_dropped = Signal(str, object)
    circumstances_changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tall_as_needed(self)
        self._drafts = QVBoxLayout()
        self.circumstances = Circumstances("day_circumstances", self, words.DAY_ONLY)
        self.circumstances.changed.connect(self.circumstances_changed)
        self._lists = {name: _List(name, heading, self) for name, heading in (*_LEFT, *_RIGHT)}
        for panel in self._lists.values():
            panel.rows.opened.connect(self._open)
        self._columns: list[QVBoxLayout] = []
        self._sides = [self._side([name for name, _ in column]) for column in (_LEFT, _RIGHT)]
        self._two = Abreast(*self._sides, parent=self)
        self._empty = Panel("nothing_waits", EMPTY, self)
        self._empty.add_heading(today_words.NOTHING_WAITS)
        self._empty.body.addWidget(Text(today_words.NOTHING_WAITS_WHY, Role.BODY, Tone.QUIET, parent=self))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._drafts)
        for part in (self.circumstances, self._two, self._empty):
            self._column.addWidget(part)
        self.restyle(current())

    def show_today(self, today: Today, moment: Moment) -> None:
        """Shows the day."""
        clear(self._drafts)
        for number, draft in enumerate(today.drafts, 1):
            row = DraftRow(draft, moment, self, number)
            row.go_on.connect(self.draft_opened)
            row.thrown.connect(self.draft_dropped)
            self._drafts.addWidget(row)
        lines = {
            "promised": _open_lines(today.promised),
            "complaints": _open_lines(today.complaints),
            "ready": _open_lines(today.ready),
            "follow_ups": _open_lines(today.follow_ups),
            "near": _near_lines(today.near),
        }
        for name, panel in self._lists.items():
            panel.show_lines(lines[name])
        self._two.setVisible(any(lines.values()))
        self._empty.setVisible(not any(lines.values()))
        self.circumstances.set_ticked(today.circumstances)

    def go(self) -> bool:
        """The keyboard to the first row there is; False when nothing waits."""
        for panel in self._lists.values():
            if panel.rows.focusProxy() is not None and panel.isVisible():
                panel.rows.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def set_mode(self, mode: Mode) -> None:
        """One column where room is least."""
        self._two.set_stacked(stacked=mode is Mode.NARROW)
        self.circumstances.set_mode(mode)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._column.setSpacing(theme.space(12))
        self._drafts.setSpacing(theme.space(8))
        for column in self._columns:
            column.setSpacing(theme.space(12))

    def _side(self, names: Sequence[str]) -> QWidget:
        side = QWidget(self)
        tall_as_needed(side)
        column = QVBoxLayout(side)
        self._columns.append(column)
        column.setContentsMargins(0, 0, 0, 0)
        for name in names:
            column.addWidget(self._lists[name])
        column.addStretch(1)
        return side

    def _open(self, key: object) -> None:
        if isinstance(key, OpenItem | NearLine):
            self.opened.emit(key.customer_id)
