"""What was saved is put right: corrected in its form, moved to the right person, taken back."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from counter.desk import correcting, editing, people, undo
from counter.desk.correcting import Correction
from counter.desk.till import Till
from counter.records.entries import Saved
from counter.records.people import PersonForm
from counter.ui.counter.errands import Errands
from counter.ui.counter.filling import Filled, Filling
from counter.ui.counter.needs import Wanted, load, needs
from counter.ui.counter.saves import correct
from counter.ui.counter.showing import Showing
from counter.ui.counter.so_far import line_of
from counter.ui.forms import make
from counter.ui.forms.entry import EntryWish, PutRightEntry, Wish
from counter.ui.forms.person import PersonKnown
from counter.ui.texts import counter as words


class Correcting(QObject):
    """Enter on a line of the timeline, and Edit beside a name."""

    def __init__(self, errands: Errands, showing: Showing, filling: Filling) -> None:
        super().__init__(errands.window)
        self._errands, self._window = errands, errands.window
        self._showing, self._filling = showing, filling
        self._moving: int | None = None
        self._window.entry_opened.connect(self._ask)
        self._window.known_opened.connect(self._ask_known)
        self._window.opened.connect(self._move_to)
        for other_work in (self._window.closed, self._window.acted, self._window.new_person):
            other_work.connect(self._leave_there)

    def edit_person(self) -> None:
        """The form of the person who is open, as they are known."""
        card = self._window.card
        if card is not None:
            work = partial(people.form_of, self._errands.till, card.customer.id)
            self._errands.ask(work, partial(self._show_person, card.customer.id, card.customer.version))

    def _show_person(self, customer_id: int, version: int, known: PersonForm) -> None:
        form = PersonKnown(new=False)
        form.fill(known)
        keep = partial(_keep_person, version)
        self._filling.show(Filled(form, customer_id, keep=keep, kept=False), "edit_person")

    def _ask(self, entry_id: int) -> None:
        self._errands.ask(partial(correcting.of_entry, self._errands.till, entry_id), self._offer)

    def _ask_known(self, known: tuple[str, int]) -> None:
        self._errands.ask(partial(correcting.of_known, self._errands.till, *known), self._offer)

    def _offer(self, found: Correction) -> None:
        if found.entry is None:
            self._correct(found)
            return
        line = line_of(found.entry, self._showing.moment())
        sentence = " · ".join(part for part in (line.when, line.what, line.text, line.who) if part)
        form = PutRightEntry(found.entry.id, sentence, correctable=found.form is not None)
        form.saved.connect(partial(self._do, found))
        form.put_away.connect(self._filling.put_away)
        self._filling.put_away()
        self._window.open_form(form.frame, "entry")

    def _do(self, found: Correction, wish: EntryWish) -> None:
        self._window.close_form()
        if wish.wish is Wish.TAKE_BACK:
            self._errands.do(undo.entry, self._showing.undone, wish.entry_id)
        elif wish.wish is Wish.MOVE:
            self._moving = wish.entry_id
            self._window.message.note(words.MOVE_IT)
        else:
            self._correct(found)

    def _correct(self, found: Correction) -> None:
        card = self._window.card
        who = found.entry.customer_id if found.entry else card.customer.id if card else None
        work = partial(load, self._errands.till, found.name, who)
        self._errands.ask(work, partial(self._show_form, found, Wanted(customer_id=who)))

    def _show_form(self, found: Correction, wanted: Wanted, loaded: Any) -> None:
        form: Any = make.make(found.name, needs(self._errands.till, self._window.card, wanted, loaded))
        form.fill(found.form)
        keep = partial(_keep_thing, found)
        self._filling.show(Filled(form, wanted.customer_id, keep=keep, kept=False, corrects=found.thing_id), found.name)

    def _move_to(self, customer_id: int) -> None:
        entry_id, self._moving = self._moving, None
        if entry_id is not None:
            self._errands.do(editing.move, self._showing.say, entry_id, customer_id)

    def _leave_there(self, _name: str = "") -> None:
        if self._moving is not None:
            self._moving = None
            self._window.message.note(words.LEFT_THERE)


def _keep_person(version: int, till: Till, op: str, customer_id: int | None, form: PersonForm) -> Saved:
    return people.edit(till, op, customer_id or 0, version, form)


def _keep_thing(found: Correction, till: Till, op: str, _customer_id: int | None, record: object) -> Saved:
    return correct(till, op, found, record)
