"""Who is at the counter: shown at the top, changed by one key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from counter.desk import staff
from counter.records.people import Staff
from counter.ui.counter.errands import Errands
from counter.ui.counter.showing import Showing


class Team(QObject):
    """The names of staff for the whole window, and the one whom everything that is logged carries."""

    def __init__(self, errands: Errands, showing: Showing) -> None:
        super().__init__(errands.window)
        self._errands, self._showing = errands, showing

    def show(self, _answer: object = None) -> None:
        """As they stand in the shop's file."""
        self._errands.ask(partial(staff.standing, self._errands.till), self._stand)

    def take_turn(self, number: int) -> None:
        """The one with this key (1 to 9) is at the counter now; 0 is the next in turn."""
        self._errands.ask(partial(staff.stand, self._errands.till, number), self.show)

    def _stand(self, team: tuple[tuple[Staff, ...], int]) -> None:
        members, number = team
        self._showing.staff = {member.id: member.name for member in members}
        name = members[number - 1].name if number else ""
        self._errands.window.edges.show_staff(name, number)
