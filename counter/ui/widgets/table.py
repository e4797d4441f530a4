"""Tables of the owner's window: rows of 32 px, hairlines, numbers at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from counter.ui.texts import isolate
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.buttons import ENTER
from counter.ui.widgets.scroller import SlimBar
from counter.ui.widgets.themed import Themed, plain_tooltip

_Index = QModelIndex | QPersistentModelIndex
# what the column that takes the rest keeps in any case, px at 100 %
_LEAST: Final = 110


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


def _levelled(wishes: Mapping[int, int], room: int) -> dict[int, int]:
    """Widths that together fit into the room: the widest are cut to one level."""
    level = max(wishes.values(), default=0)
    while level > 1 and sum(min(wish, level) for wish in wishes.values()) > room:
        level -= max(1, level // 32)
    return {number: min(wish, level) for number, wish in wishes.items()}


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
        self._stretched = next((n for n, column in enumerate(columns) if column.stretch), len(columns) - 1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
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
        self._fit()

    def set_height(self, *, most: int) -> None:
        """As high as its rows, and no more than so many of them: for a table that stands in a column that scrolls."""
        rows = min(max(1, len(self._model.rows)), most)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(self.verticalHeader().defaultSectionSize() * rows + head + 2 * self.frameWidth())

    def columns(self) -> tuple[str, ...]:
        """What heads each column, hidden ones too."""
        return tuple(column.title for column in self._model.columns)

    def cells(self) -> tuple[tuple[str, ...], ...]:
        """Every row's texts as they were given."""
        return tuple(row.cells for row in self._model.rows)

    def chosen_key(self) -> object | None:
        """The key of the chosen row."""
        at = self.currentIndex().row()
        return self._model.rows[at].key if 0 <= at < len(self._model.rows) else None

    def show_lesser(self, *, shown: bool) -> None:
        """Hides the lesser columns where room is short."""
        for number, column in enumerate(self._model.columns):
            self.setColumnHidden(number, column.lesser and not shown)
        self._fit()

    def stretch(self, number: int) -> None:
        """Another column takes the room that the others leave."""
        self._stretched = number
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns fit what there is."""
        super().resizeEvent(event)
        self._fit()

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
        self._fit()

    def _fit(self) -> None:
        """Each column as wide as its words; what is too much for the table is taken from the widest of them."""
        header = self.horizontalHeader()
        shown = [n for n in range(len(self._model.columns)) if not self.isColumnHidden(n)]
        taker = self._stretched if self._stretched in shown else shown[0]
        wishes = {n: max(self.sizeHintForColumn(n), header.sectionSizeHint(n)) for n in shown if n != taker}
        room = self.viewport().width()
        least = max(current().px(_LEAST), room // 3)
        for number, width in _levelled(wishes, room - least).items():
            header.resizeSection(number, width)
        header.resizeSection(taker, max(least, room - sum(map(header.sectionSize, wishes))))

    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self.chosen_key())

    def _open(self) -> None:
        if (key := self.chosen_key()) is not None:
            self.opened.emit(key)
