"""Connects the page of boundaries: the list, another wording, a new one, and what is offered."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.office import boundaries
from counter.records.entries import Saved
from counter.records.gestures import Boundary
from counter.ui.owner.boundaries import BoundariesPage
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.widgets.messages import MessageBar


class BoundariesControl(QObject):
    """`changed` when a never can forbid something else from now on."""

    changed = Signal()

    def __init__(self, page: BoundariesPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        page.saved.connect(self._save)
        page.switched.connect(self._switch)

    def load(self) -> tuple[Boundary, ...]:
        """The list as the counter goes by it."""
        return tuple(self._errands.till.boundaries.values())

    def take(self, found: tuple[Boundary, ...]) -> None:
        """The page as things stand."""
        self._page.show_boundaries(found)

    def _save(self, boundary: Boundary) -> None:
        self._errands.change(boundaries.save, (self._done, self._failed), boundary, self._errands.till.boundaries)

    def _switch(self, boundary: Boundary, on: bool) -> None:  # noqa: FBT001
        use_case = partial(boundaries.switch, on=on)
        self._errands.change(use_case, (self._done, self._failed), boundary, self._errands.till.boundaries)

    def _done(self, saved: Saved) -> None:
        self._message.say(saved.sentence)
        self._errands.ask(self.load, self.take, self._failed)
        self.changed.emit()

    def _failed(self, fault: Exception) -> None:
        if self._page.form_is_open():
            self._page.refuse(*told(fault))
        else:
            self._message.say_problem(told(fault)[0])
