"""What was typed and could not be written yet: kept here, and tried again until the disk takes it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer

from counter.desk import drafts
from counter.errors import Unavailable
from counter.records.entries import Draft
from counter.ui.counter.errands import Errands

AGAIN_MS: Final = 2000
Then = Callable[[Any], None]
_Key = tuple[str, int | None]


class Again(QObject):
    """One thing that the disk refused, done once more a little later unless it is dropped before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self._do)

    def hold(self, work: Callable[[], None]) -> None:
        """Do it once in a moment."""
        self._work = work
        self._timer.start()

    def drop(self) -> None:
        """Something else was typed, or it is done."""
        self._work = None

    def _do(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            work()


class Owed(QObject):
    """Drafts on their way to the disk, one for each form and person, the newest of each."""

    def __init__(self, errands: Errands, parent: QObject) -> None:
        super().__init__(parent)
        self._errands = errands
        self._drafts: dict[_Key, tuple[Draft, Then]] = {}
        self._held: set[_Key] = set()
        self._again = Again(self)

    def keep(self, draft: Draft, then: Then) -> None:
        """Have it on disk; `then` is called once it is."""
        self._drafts[_key(draft)] = (draft, then)
        self._try(draft)

    def hold(self, form: str, customer_id: int | None) -> None:
        """It is being saved: a draft that reached the disk after that would bring back what is saved already."""
        self._held.add((form, customer_id))

    def holds(self, form: str, customer_id: int | None) -> bool:
        """Whether it is being saved and was not thrown away since."""
        return (form, customer_id) in self._held

    def release(self, form: str, customer_id: int | None) -> None:
        """It was not saved: its draft goes on its way."""
        self._held.discard((form, customer_id))
        found = self.find(form, customer_id)
        if found is not None:
            self._try(found)

    def find(self, form: str, customer_id: int | None) -> Draft | None:
        """What is newer here than on disk."""
        found = self._drafts.get((form, customer_id))
        return found[0] if found else None

    def waiting(self) -> tuple[Draft, ...]:
        """Those that are not on disk yet."""
        return tuple(draft for draft, _then in self._drafts.values())

    def retry(self) -> None:
        """Each once more, now."""
        for draft in self.waiting():
            self._try(draft)

    def forget(self, form: str, customer_id: int | None) -> None:
        """It was saved, or thrown away."""
        self._held.discard((form, customer_id))
        self._drafts.pop((form, customer_id), None)

    def _try(self, draft: Draft) -> None:
        if _key(draft) in self._held:
            return
        work = partial(drafts.keep, self._errands.till, draft)
        self._errands.lanes.database(work, partial(self._kept, draft), self._failed)

    def _kept(self, draft: Draft, answer: object) -> None:
        found = self._drafts.get(_key(draft))
        if found is not None and found[0] is draft:
            del self._drafts[_key(draft)]
            found[1](answer)

    def _failed(self, fault: Exception) -> None:
        """The sentence at the foot. What more than the disk refuses waits here for a next one, and for the close."""
        self._errands.failed(fault)
        if isinstance(fault, Unavailable):
            self._again.hold(self.retry)


def _key(draft: Draft) -> _Key:
    return draft.form, draft.customer_id
