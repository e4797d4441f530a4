"""Keeps the counter's index of names in step with what the owner brings in, takes back, merges or forgets."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject

from counter.desk import following
from counter.desk.following import News
from counter.ui.owner.errands import OwnerErrands

log = logging.getLogger(__name__)


class Following(QObject):
    """`begin` before something is changed, `follow` after each step of it; both return at once.

    Whoever came can be found while the rest still comes.
    """

    def __init__(self, errands: OwnerErrands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self._since = News(seen=0)

    def begin(self) -> None:
        """From here on."""
        self._errands.ask(self._begin, _nothing, self._failed)

    def follow(self) -> None:
        """Asks what is new, and has the index learn it."""
        self._errands.ask(self._news, self._learn, self._failed)

    def _begin(self) -> None:
        """On the database's thread, which alone reads and moves the mark."""
        self._since = following.begin()

    def _news(self) -> News:
        self._since = following.news(self._since)
        return self._since

    def _learn(self, told: News) -> None:
        if self._errands.finder is not None and (told.here or told.gone):
            self._errands.lanes.lookup(partial(following.learn, self._errands.finder, told), _nothing, self._failed)

    def _failed(self, fault: Exception) -> None:
        """The index is put right at the next start."""
        log.error("the index could not follow: %s", type(fault).__name__)


def _nothing(_answer: object) -> None:
    """An answer that nobody waits for."""
