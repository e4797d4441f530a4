"""Printers and slips: what waits, asks or came out, in words, and what one may say of each slip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.desk.print_queue import Queue
from counter.records.printers import Doing, Standing, WaitingSlip
from counter.records.when import say_since
from counter.ui.counter.moment import Moment
from counter.ui.texts import common
from counter.ui.texts import queue as words
from counter.ui.texts.keys import PRINTER_KEYS
from counter.ui.texts.slip import KINDS
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.bands import WarningBar
from counter.ui.widgets.buttons import Action, ActionButton
from counter.ui.widgets.flow import FlowLayout
from counter.ui.widgets.form import FormFrame
from counter.ui.widgets.form_edges import FormSpec
from counter.ui.widgets.icons import Icon
from counter.ui.widgets.table import Column, Row, Table
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, clear, tall_as_needed

PRINT, CAME_OUT, CANCEL, AGAIN = "print_it", "came_out", "cancel", "again"
_COLUMNS = (
    Column(title=words.HEADS[0], stretch=True), Column(title=words.HEADS[1], lesser=True),
    Column(title=words.HEADS[2]), Column(title=words.HEADS[3]),
)  # fmt: skip
_ENTER = {Doing.ASKS: words.PRINT_IT, Doing.WAITS: words.TRY_NOW, Doing.DONE: words.AGAIN}


class PrinterLines(Themed, QWidget):
    """A line for each printer: quiet while all is well, else a bar with what is wrong and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tall_as_needed(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[Standing, ...] = ()
        self.restyle(current())

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """How every printer is."""
        if tuple(standings) == self._shown:
            return
        self._shown = tuple(standings)
        clear(self._column)
        for one in standings:
            self._column.addWidget(_line(one))

    def restyle(self, theme: Theme) -> None:
        """Takes its gap from the theme."""
        self._column.setSpacing(theme.space(4))


class SlipTable(Table):
    """`came_out` on Space, `unwanted` on Del, `elsewhere(key)` on a digit; Enter opens, as in every table."""

    came_out = Signal()
    unwanted = Signal()
    elsewhere = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that are shown on the buttons."""
        if event.key() == Qt.Key.Key_Space:
            self.came_out.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.unwanted.emit()
        elif event.text() in PRINTER_KEYS:
            self.elsewhere.emit(event.text())
        else:
            super().keyPressEvent(event)


class QueuePanel(FormFrame):
    """`acted(what, job id)` with one of this module's words for what; `moved(job id, printer id)`."""

    acted = Signal(str, int)
    moved = Signal(int, int)

    def __init__(self, moment: Moment, parent: QWidget | None = None) -> None:
        save = Action(name="queue_print", label=words.PRINT_IT, key=common.ENTER)
        super().__init__(FormSpec(name="queue", title=words.TITLE, key=words.KEY, foot=words.FOOT, save=save), parent)
        self._moment, self._queue = moment, Queue(printers=(), waiting=())
        self._printers, self._said = PrinterLines(), Text("", parent=self)
        self._whose = Text("", Role.STRONG, parent=self)
        self.table = SlipTable("queue_slips", words.TABLE, _COLUMNS)
        self._keys = QWidget()
        tall_as_needed(self._keys)
        self._buttons = FlowLayout(self._keys)
        self._buttons.setSpacing(current().space(8))
        for part in (self._printers, self.table, self._whose, self._said, self._keys):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.setFocusProxy(self.table)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._enter)
        self.table.came_out.connect(self._space)
        self.table.unwanted.connect(self._delete)
        self.table.elsewhere.connect(self._to_printer)
        self.saved.connect(self._enter)

    def show_queue(self, queue: Queue) -> None:
        """As it stands now; the slip that was chosen stays so."""
        if queue == self._queue and self.table.model().rowCount():
            return
        self._queue = queue
        self._printers.show_standings(queue.printers)
        rows = [self._row(slip) for slip in (*queue.waiting, *queue.out)]
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.table.setFixedHeight(min(len(rows) + 1, 9) * current().px(32) + current().space(12))
        self._show_chosen()

    def set_mode(self, mode: Mode) -> None:
        """Lesser columns go first."""
        super().set_mode(mode)
        self.table.show_lesser(shown=mode is Mode.WIDE)

    def chosen(self) -> WaitingSlip | None:
        """The slip that the keys speak of."""
        key = self.table.chosen_key()
        return next((slip for slip in (*self._queue.waiting, *self._queue.out) if slip.job_id == key), None)

    def _row(self, slip: WaitingSlip) -> Row:
        here = self._moment.here
        made = say_since(slip.made_at, here.now, here.zone)
        cells = (slip.name or words.SOMEONE, _kind(slip), made, words.DOINGS[slip.doing])
        return Row(key=slip.job_id, cells=cells, off=slip.doing is Doing.DONE)

    def _show_chosen(self, _key: object = None) -> None:
        slip = self.chosen()
        self._said.set_look(tone=Tone.RED if slip and slip.asks else Tone.INK)
        self._said.set_text(_sentence(slip))
        names = {one.printer_id: one.name for one in self._queue.printers}
        whose = words.whose(slip.name or words.SOMEONE, _kind(slip), names.get(slip.printer_id, "")) if slip else ""
        self._whose.show_text(whose)
        label = _ENTER.get(slip.doing, words.WAIT) if slip else words.PRINT_IT
        self.set_save(Action(name="", label=label, key=common.ENTER))
        self._foot.save.set_why_not("" if slip and slip.doing in _ENTER else _sentence(slip))
        clear(self._buttons)
        for name, action in self._offered(slip):
            button = ActionButton(action, parent=self._keys)
            button.setProperty("does", name)
            button.clicked.connect(self._pressed)
            self._buttons.addWidget(button)
            button.show()

    def _offered(self, slip: WaitingSlip | None) -> list[tuple[str, Action]]:
        """What else may be said of a slip, beside Enter."""
        if slip is None or slip.doing is Doing.DONE:
            return []
        offered = [(CANCEL, Action(name="queue_cancel", label=words.DONT, key=words.DONT_KEY))]
        if slip.asks:
            out = Action(name="queue_came_out", label=words.CAME_OUT, key=words.OUT_KEY)
            offered.insert(0, (CAME_OUT, out))
        others = [one for one in self._queue.printers if one.usable and one.printer_id != slip.printer_id]
        return offered + [
            (str(one.printer_id), Action(name="queue_other", label=words.on(one.name), key=key))
            for one, key in zip(others, PRINTER_KEYS, strict=False)
        ]

    def _pressed(self) -> None:
        self._say(str(self.sender().property("does")))

    def _enter(self, _key: object = None) -> None:
        slip = self.chosen()
        if slip is not None and slip.doing in _ENTER:
            self._say(AGAIN if slip.doing is Doing.DONE else PRINT)

    def _space(self) -> None:
        self._say(CAME_OUT)

    def _delete(self) -> None:
        self._say(CANCEL)

    def _to_printer(self, key: str) -> None:
        for what, action in self._offered(self.chosen()):
            if action.key == key:
                self._say(what)

    def _say(self, what: str) -> None:
        slip = self.chosen()
        if slip is None:
            return
        if what.isdecimal():
            self.moved.emit(slip.job_id, int(what))
        elif what in (PRINT, AGAIN) or what in dict(self._offered(slip)):
            self.acted.emit(what, slip.job_id)


def _kind(slip: WaitingSlip) -> str:
    kind = KINDS.get(slip.kind, words.TEST)
    marks = (words.OURS,) * slip.ours + (words.COPY,) * slip.copy
    return ", ".join((kind, *marks))


def _sentence(slip: WaitingSlip | None) -> str:
    if slip is None:
        return words.NOTHING
    usual = words.SENTENCES.get(slip.doing, "")
    return slip.sentence if slip.asks else f"{slip.sentence} {usual}".strip()


def _line(one: Standing) -> QWidget:
    if one.usable and not one.sentence:
        return Text(words.stands(one.name, one.doing), Role.BODY, Tone.QUIET)
    bar = WarningBar("printer_trouble", Icon.PRINTER)
    bar.set_words(one.sentence if one.usable else words.taken_away(one.name, one.waiting + one.asking), one.name)
    return bar
