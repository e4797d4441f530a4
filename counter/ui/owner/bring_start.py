"""Where bringing people in begins: a place to drop a file, and the files that came in before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.office.imports import Run
from counter.records.when import say_clock, say_day
from counter.ui.texts import bring as words
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action, ActionButton
from counter.ui.widgets.panels import EMPTY, Panel
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.table import Column, Row, Table
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, margins

_MOST = 8


class DropPlace(Panel):
    """`dropped(Path)` when a file of this PC is dropped on it."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("drop_place", EMPTY, parent)
        self.setAcceptDrops(True)
        self.setAccessibleName(words.DROP_HERE)
        self.choose = ActionButton(Action(name="choose_file", label=words.CHOOSE, key=words.CHOOSE_KEY), parent=self)
        self.body.addWidget(Text(words.DROP_HERE, Role.ROW, parent=self))
        self.body.addWidget(Text(words.DROP_WORDS, Role.BODY, Tone.QUIET, parent=self))
        self.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file of this PC may be dropped."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes it."""
        event.acceptProposedAction()
        self.dropped.emit(Path(event.mimeData().urls()[0].toLocalFile()))

    def restyle(self, theme: Theme) -> None:
        """Roomy, so that it is easy to hit."""
        super().restyle(theme)
        margins(self.body, theme, (24, 20, 24, 20))
        self.body.setSpacing(theme.space(8))


class FolderPlace(Panel):
    """Where a folder with everything is chosen, by its button `choose`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("folder_place", parent=parent)
        action = Action(name="choose_folder", label=words.CHOOSE_FOLDER, key=words.CHOOSE_FOLDER_KEY)
        self.choose = ActionButton(action, parent=self)
        self.add_heading(words.FOLDER)
        self.body.addWidget(Text(words.FOLDER_WORDS, Role.BODY, Tone.QUIET, parent=self))
        self.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)


class StartPart(Themed, QWidget):
    """`taken_back(Run)` when a file is to be taken back."""

    taken_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: dict[object, Run] = {}
        self.drop, self.folder = DropPlace(self), FolderPlace(self)
        columns = [Column(title=head, stretch=not at, lesser=at == 1) for at, head in enumerate(words.RUN_HEADS)]
        self.label = Text(words.RUNS, Role.LABEL, Tone.QUIET, parent=self)
        self.table = Table("import_runs", words.RUNS, columns, self)
        self.take_back = ActionButton(
            Action(name="take_back_run", label=words.TAKE_BACK, key=words.TAKE_BACK_KEY), parent=self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.scroller = Scroller("bring_start_scroll", self)
        column.addWidget(self.scroller)
        for part in (self.drop, self.label, self.table):
            self.scroller.body.addWidget(part)
        self.scroller.body.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)
        self.scroller.body.addWidget(self.folder)
        self.scroller.body.addStretch(1)
        self.take_back.clicked.connect(self._take_back)
        self.table.chosen.connect(self._may)
        self.show_runs((), ZoneInfo("UTC"))
        self.restyle(current())

    def show_runs(self, runs: Sequence[Run], zone: ZoneInfo) -> None:
        """Every file that came in, newest first."""
        self._runs = {run.number: run for run in runs}
        self.table.set_rows([_row(run, zone) for run in runs])
        self.table.set_height(most=_MOST)
        for part in (self.label, self.table, self.take_back):
            part.setVisible(bool(runs))
        self._may(self.table.chosen_key())

    def set_mode(self, mode: Mode) -> None:
        """Lesser columns go first."""
        self.table.show_lesser(shown=mode is Mode.WIDE)

    def start(self) -> None:
        """The focus on what one comes here for."""
        self.drop.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def press_take_back(self) -> None:
        """Space on the list."""
        self.take_back.click()

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self.scroller.body.setSpacing(theme.space(10))
        self.table.set_height(most=_MOST)

    def _may(self, key: object) -> None:
        run = self._runs.get(key)
        self.take_back.setEnabled(run is not None and run.standing)

    def _take_back(self) -> None:
        run = self._runs.get(self.table.chosen_key())
        if run is not None and run.standing:
            self.taken_back.emit(run)


def _row(run: Run, zone: ZoneInfo) -> Row:
    at: datetime = run.at.astimezone(zone)
    when = f"{say_day(at.date(), at.date())} {say_clock(run.at, zone)}"
    now = words.STANDS if run.standing else words.TAKEN_BACK
    return Row(key=run.number, cells=(run.file, run.shape or words.A_GUESS, when, now), off=not run.standing)
