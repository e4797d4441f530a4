"""Connects the page of keeping times: the look, another time, and what is let go."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter.office import keeping
from counter.office.keeping import Look
from counter.records.entries import Saved
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.keeping import KeepingPage
from counter.ui.widgets.messages import MessageBar


class KeepingControl(QObject):
    """`changed` when words or people are gone."""

    changed = Signal()

    def __init__(self, page: KeepingPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        page.kept_for.connect(self._keep)
        page.gone.connect(self._let_go)
        page.looked.connect(self._looked)

    def load(self) -> Look:
        """How things stand; on the database lane."""
        return keeping.look(self._errands.till.today)

    def take(self, look: Look) -> None:
        """The page as things stand."""
        self._page.show_look(look)

    def _keep(self, kind: str, years: int) -> None:
        self._errands.change(keeping.keep_for, (self._done, self._failed), kind, years)

    def _let_go(self, kind: str) -> None:
        self._errands.change(keeping.let_go, (self._gone, self._failed), kind)

    def _looked(self) -> None:
        self._errands.change(keeping.looked, (self._done, self._failed))

    def _gone(self, saved: Saved) -> None:
        self._message.say(saved.sentence, undoable=False)
        self._errands.ask(self.load, self.take, self._failed)
        self.changed.emit()

    def _done(self, saved: Saved) -> None:
        self._message.say(saved.sentence, undoable=True)
        self._errands.ask(self.load, self.take, self._failed)

    def _failed(self, fault: Exception) -> None:
        self._message.say_problem(told(fault)[0])
