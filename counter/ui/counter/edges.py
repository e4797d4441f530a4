"""The top and the foot of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter.records.entries import Saved
from counter.records.when import say_clock, say_day
from counter.ui.counter.moment import Moment
from counter.ui.texts import common
from counter.ui.texts.keys import KEYS, STOP_KEY
from counter.ui.theme import Mode, Tone
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.messages import MessageBar
from counter.ui.widgets.progress import ProgressLine
from counter.ui.widgets.topbar import TopBar

_IDLE = ("", 0.0, "")


class Edges(QObject):
    """Owns `top`, `progress` and `message`. `acted(name)`: staff, queue, undo, help, owner."""

    acted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.top = TopBar(Action(name="staff", label="", key=KEYS["staff_1"]), parent)
        self.progress = ProgressLine(Action(name="stop", label=common.STOP, key=STOP_KEY, own=True), parent)
        self._busy = self._reading = _IDLE
        self._shown = False
        self.message = MessageBar(
            Action(name="undo", label=common.UNDO, key=common.UNDO_KEY),
            [
                Action(name="help", label=common.HELP, key=common.HELP_KEY),
                Action(name="owner", label=common.OWNERS_WINDOW, key=common.OWNER_KEY),
            ],
            parent,
        )
        self._tags: dict[str, list[tuple[str, Tone]]] = {"printer": [], "backup": []}
        self.message.hinted.connect(self.acted)
        self.message.undo.connect(self._undo)
        self.top.staff_pressed.connect(self._staff)
        self.top.printer_pressed.connect(self._queue)

    def show_moment(self, moment: Moment) -> None:
        """Day and time."""
        here = moment.here
        self.top.set_when(common.when(say_day(here.today, here.today), say_clock(here.now, here.zone)))

    def show_staff(self, name: str, number: int) -> None:
        """Who is at the counter; `number` is that of their key, 0 for none."""
        self.top.set_staff(Action(name="staff", label=name or common.NOBODY_NAMED, key=KEYS.get(f"staff_{number}", "")))

    def show_printer(self, text: str, waiting: int, *, red: bool, late: bool = False) -> None:
        """How the printer is, and how many slips wait for it; `late` when one takes longer than it should."""
        tone = Tone.RED if red else Tone.INK if late else Tone.QUIET
        tags = [(text, tone)] if text else []
        self._tell("printer", [*tags, (common.slips_wait(waiting), tone)] if waiting else tags)

    def show_backup(self, text: str, *, red: bool) -> None:
        """What is to be known of the backups, shortly; nothing while all is well."""
        self._tell("backup", [(text, Tone.RED if red else Tone.QUIET)] if text else [])

    def say(self, saved: Saved) -> None:
        """What was saved; a warning follows it."""
        if saved.sentence:
            self.message.say(f"{saved.sentence} {saved.warning}".strip(), undoable=saved.undoable)

    def set_busy(self, sentence: str, done: float, button: str = "") -> None:
        """Work that lasts, to be stopped where there is a button for it; an empty sentence ends it."""
        self._busy = (sentence, done, button)
        self._show_busy()

    def set_reading(self, sentence: str, done: float, button: str) -> None:
        """The names while they are read or wait to be, and what `progress.cancelled` means; other work goes before."""
        self._reading = (sentence, done, button)
        self._show_busy()

    def set_mode(self, mode: Mode) -> None:
        """Gives way where room is short."""
        self.top.set_mode(mode)
        self.message.set_mode(mode)

    def _show_busy(self) -> None:
        sentence, done, button = self._busy if self._busy[0] else self._reading
        if not sentence:
            self.progress.finish()
        elif not self._shown:
            self.progress.start(sentence)
        if sentence:
            self.progress.step(done, sentence)
            self.progress.offer(button)
        self._shown = bool(sentence)

    def _tell(self, part: str, tags: list[tuple[str, Tone]]) -> None:
        if self._tags[part] != tags:
            self._tags[part] = tags
            self.top.set_printer(self._tags["printer"], self._tags["backup"])

    def _undo(self) -> None:
        self.acted.emit("undo")

    def _staff(self) -> None:
        self.acted.emit("staff")

    def _queue(self) -> None:
        self.acted.emit("queue")
