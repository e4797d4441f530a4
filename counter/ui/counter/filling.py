"""Forms at the counter: opened by a key, kept as a draft while typed, saved on the database lane."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from counter.desk import drafts
from counter.desk.till import Till
from counter.errors import DiskFault, Known, Refused
from counter.records.cleaning import unseen
from counter.records.entries import Draft, Saved
from counter.records.when import say_clock
from counter.ui.counter.advising import Advising
from counter.ui.counter.errands import Errands
from counter.ui.counter.needs import Loaded, Wanted, load, needs
from counter.ui.counter.owed import Again, Owed
from counter.ui.counter.saves import save
from counter.ui.counter.showing import Showing
from counter.ui.forms import make
from counter.ui.forms.form import Form
from counter.ui.texts import common
from counter.ui.texts import counter as words

PAUSE_MS: Final = 400
Keep = Callable[[Till, str, int | None, Any], Saved]
Then = Callable[[Form], None]


@dataclass(slots=True)
class Filled:
    """A form at the counter and for whom.

    `draft`: where what is half written in it is kept, with the operations that save it. `corrects`: the id of what it
    puts right, 0 for none. `values` are on their way to the disk as a draft; `tried` were sent to be saved.
    """

    form: Form
    customer_id: int | None
    draft: Draft
    keep: Keep = save
    corrects: int = 0
    values: Mapping[str, str] = field(default_factory=dict)
    tried: Mapping[str, str] | None = None
    drafted: bool = False
    saving: bool = False

    def written(self) -> Draft:
        """As it stands now: the same operation however often Save is pressed, another one for other words.

        What the disk refused may stand all the same. So its operation goes with the words, in whichever form they
        come back, and that of the earlier words with it.
        """
        values, ops = self.form.values(), self.draft.ops
        if not ops or (self.tried is not None and self.tried != values):
            ops, self.tried = (*ops, uuid4().hex), None
        self.draft = replace(self.draft, fields=values, ops=ops, at=None)
        return self.draft


class Filling(QObject):
    """One form at a time. What is half written is on disk a moment later, and comes back with the form.

    `kept(form's name, Saved)` once what a form holds is on disk.
    """

    kept = Signal(str, object)

    def __init__(self, errands: Errands, showing: Showing) -> None:
        super().__init__(errands.window)
        self._errands, self.window, self._showing = errands, errands.window, showing
        self._open: Filled | None = None
        self.owed = Owed(errands, self)
        self._again, self._advising = Again(self), Advising(errands)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._paused)
        self.window.put_away.connect(self.put_away)
        self.window.opened.connect(self._leave_for)
        self.window.draft_opened.connect(self._go_on)
        self.window.draft_dropped.connect(self.owed.forget)

    def open(self, name: str, wanted: Wanted | None = None, then: Then | None = None) -> None:
        """The form of that name for whoever is open, with what was half written in it."""
        card = self.window.card
        asked = wanted or Wanted(customer_id=card.customer.id if card else None)
        work = partial(load, self._errands.till, name, asked.customer_id)
        self._errands.ask(work, partial(self._stand, name, asked, then))

    def show(self, filled: Filled, name: str, half: Draft | None = None) -> None:
        """Puts a form in place, with what was `half` written in it before."""
        self.put_away()
        self._open = filled
        form = filled.form
        filled.values = form.values()
        form.saved.connect(partial(self._save, filled))
        form.changed.connect(self._changed)
        self.window.open_form(form.frame, name)
        self._advising.begin(form, filled.customer_id, filled.corrects)
        half = self.owed.find(filled.draft.form, filled.draft.customer_id) or half
        if half is not None:
            filled.draft = half
            form.restore(half.fields)
            form.say_draft(self._since(half))
            filled.values = filled.tried = form.values()

    def put_away(self) -> None:
        """The form goes; what was typed in it stays as a draft."""
        filled, self._open = self._open, None
        self._again.drop()
        self._pause.stop()
        if filled is not None:
            if not self._keep_draft(filled, self._showing.again) and filled.drafted:
                self._showing.again()
            self._close(filled)

    def _stand(self, name: str, wanted: Wanted, then: Then | None, loaded: Loaded) -> None:
        form = make.make(name, needs(self._errands.till, self.window.card, wanted, loaded))
        filled = Filled(form, wanted.customer_id, Draft(form=name, customer_id=wanted.customer_id))
        self.show(filled, name, loaded.draft)
        if then is not None:
            then(form)

    def _since(self, draft: Draft) -> str:
        clock = say_clock(draft.at, self._errands.till.here.zone) if draft.at else ""
        return words.draft_of(clock, draft.staff)

    def _changed(self, _values: dict[str, str]) -> None:
        self._again.drop()
        self._pause.start()

    def _paused(self) -> None:
        if self._open is not None:
            self._keep_draft(self._open, _nothing)
            self._advising.advise()

    def _keep_draft(self, filled: Filled, then: Callable[[Any], None]) -> bool:
        """Keep what differs from what stands on disk or stood there at first; whether there was any."""
        values = filled.form.values()
        if values == filled.values:
            return False
        filled.values, filled.drafted = values, True
        self.owed.keep(filled.written(), then)
        return True

    def _save(self, filled: Filled, record: object) -> None:
        """Once at a time, and only while the form stands."""
        if filled.saving or self._open is not filled:
            return
        filled.saving = True
        self._again.drop()
        self._pause.stop()
        self._errands.patience.begin()
        self.owed.hold(filled.draft.form, filled.draft.customer_id)
        draft = filled.written()
        filled.tried = draft.fields
        keep = partial(_keep, filled.keep, self._errands.till, filled.customer_id, record)
        work = partial(drafts.finish, self._errands.till, draft, keep)
        then, failed = partial(self._saved, filled, draft), partial(self._failed, filled, record)
        self._errands.lanes.database(work, then, failed)

    def _saved(self, filled: Filled, draft: Draft, saved: Saved) -> None:
        """It is on disk: the form goes, and the card shows it. What was typed since stays, and may take its place."""
        filled.saving = False
        self._errands.patience.end()
        stands = self._open is filled
        if (filled.form.values() if stands else filled.draft.fields) != draft.fields:
            self.owed.release(draft.form, draft.customer_id)
            if stands:
                filled.form.show_problem(Refused(words.TYPED_SINCE))
        else:
            self.owed.forget(draft.form, draft.customer_id)
            if stands:
                self._open = None
                self._close(filled)
        count = sum(map(unseen, draft.fields.values()))
        left_out = common.unseen(count) if count else ""
        self._showing.say(replace(saved, warning=f"{saved.warning} {left_out}".strip()))
        self.kept.emit(draft.form, saved)

    def _failed(self, filled: Filled, record: object, fault: Exception) -> None:
        """Nothing was saved: what was typed stays, with a sentence beside it; what the disk refused is tried again."""
        filled.saving = False
        self._errands.patience.end()
        stands, key = self._open is filled, (filled.draft.form, filled.draft.customer_id)
        if not stands and not self.owed.holds(*key):  # thrown away since
            return
        if isinstance(fault, DiskFault) and self.owed.find(*key) is None:  # what stands all the same took it along
            self.owed.keep(filled.draft, _nothing if stands else self._showing.again)
        self.owed.release(*key)
        if isinstance(fault, DiskFault) and stands and filled.form.values() == filled.tried:
            self._again.hold(partial(self._save, filled, record))
        if isinstance(fault, Known) and stands:
            filled.form.show_problem(fault)
        else:
            self._errands.failed(fault)
        self._pause.start()

    def _close(self, filled: Filled) -> None:
        if self.window.form() is filled.form.frame:
            self.window.close_form()

    def _leave_for(self, customer_id: int) -> None:
        """Somebody else is opened: the form stays with whom it was for."""
        if self._open is not None and self._open.customer_id != customer_id:
            self.put_away()

    def _go_on(self, form: str, customer_id: int | None) -> None:
        if form not in make.NAMES:  # a correction, which knows itself what it puts right
            return
        if customer_id is not None:
            self._showing.open(customer_id)
        self.open(form, Wanted(customer_id=customer_id))


def _keep(keep: Keep, till: Till, customer_id: int | None, record: object, op: str) -> Saved:
    """On the database lane."""
    return keep(till, op, customer_id, record)


def _nothing(_answer: object) -> None:
    """An answer that nobody waits for."""
