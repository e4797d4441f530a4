"""Tables of the owner's window: rows of 32 px, hairlines, numbers at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from counter.ui.texts import isolate
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.buttons import ENTER
from counter.ui.widgets.scroller import SlimBar
from counter.ui.widgets.themed import Themed, plain_tooltip

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: numbers stand at the `end`; a `lesser` one goes first where room is short; one may `stretch`."""

    title: str
    end: bool = False
    lesser: bool = False
    stretch: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of texts; a switched-`off` one is quiet."""

    key: object
    cells: tuple[str, ...]
    off: bool = False


class _Model(QAbstractTableModel):
    """Rows as Qt wants them."""

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = tuple(columns)
        self.rows: tuple[Row, ...] = ()

    def put(self, rows: Sequence[Row]) -> None:
        """Replaces all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, side, colour and tooltip of a cell."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            text = row.cells[index.column()]
            return isolate(text) if current().rtl else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(row.cells[index.column()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.ForegroundRole and row.off:
            return current().colour(Tone.QUIET)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title and side of a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.FontRole:
            return current().font(Role.LABEL)
        return _side(self.columns[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.end else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class Table(Themed, QTableView):
    """Rows to choose from. `chosen(key)` when the row changes, `opened(key)` on Enter or a double press."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str, label: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._model = _Model(columns, self)
        self.setModel(self._model)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollBar(SlimBar(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self._set_widths(columns)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.doubleClicked.connect(self._open)
        self.restyle(current())

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Shows these rows; the row that was chosen stays so, if it is still there, else the first is."""
        before = self.chosen_key()
        self._model.put(rows)
        keys = [row.key for row in rows]
        if rows:
            self.selectRow(keys.index(before) if before in keys else 0)

    def set_height(self, *, most: int) -> None:
        """As high as its rows, and no more than so many of them: for a table that stands in a column that scrolls."""
        rows = min(max(1, len(self._model.rows)), most)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(self.verticalHeader().defaultSectionSize() * rows + head + 2 * self.frameWidth())

    def chosen_key(self) -> object | None:
        """The key of the chosen row."""
        at = self.currentIndex().row()
        return self._model.rows[at].key if 0 <= at < len(self._model.rows) else None

    def show_lesser(self, *, shown: bool) -> None:
        """Hides the lesser columns where room is short."""
        for number, column in enumerate(self._model.columns):
            self.setColumnHidden(number, column.lesser and not shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Esc is the window's."""
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def restyle(self, theme: Theme) -> None:
        """Rows of 32 px at 100 %."""
        self.setFont(theme.font(Role.BODY))
        self.verticalHeader().setDefaultSectionSize(theme.px(32))
        self.verticalHeader().setMinimumSectionSize(theme.px(32))

    def _set_widths(self, columns: Sequence[Column]) -> None:
        header = self.horizontalHeader()
        stretched = next((n for n, column in enumerate(columns) if column.stretch), len(columns) - 1)
        for number in range(len(columns)):
            stretches = number == stretched
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(number, mode)

    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self.chosen_key())

    def _open(self) -> None:
        if (key := self.chosen_key()) is not None:
            self.opened.emit(key)
