"""Finds who asks, by the counter's own index, while the owner types."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.desk import find
from counter.records.lookup import Match
from counter.records.people import Candidate
from counter.ui.owner.errands import OwnerErrands
from counter.ui.owner.one_person import OnePersonPage


class PersonFinding(QObject):
    """Shows on the page who may be meant; an answer to an older text is dropped. `failed(fault)`."""

    failed = Signal(object)

    def __init__(self, page: OnePersonPage, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._errands = page, errands
        page.searched.connect(self._search)

    def _search(self, text: str) -> None:
        if self._errands.finder is None or not text.strip():
            self._page.show_found(())
            return
        search = partial(self._errands.finder.search, text)
        self._errands.lanes.lookup(search, partial(self._matched, text), self.failed.emit)

    def _matched(self, text: str, matches: list[Match]) -> None:
        self._errands.ask(partial(find.candidates, text, matches), partial(self._found, text), self.failed.emit)

    def _found(self, text: str, found: tuple[Candidate, ...]) -> None:
        if text == self._page.search.value():
            self._page.show_found(found)
