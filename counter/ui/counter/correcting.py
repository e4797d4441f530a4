"""What was saved is put right: corrected in its form, moved to the right person, taken back."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject

from counter.desk import correcting, editing, people, undo
from counter.desk.correcting import Correction
from counter.desk.till import Till
from counter.records.entries import Draft, Saved
from counter.records.people import PersonForm
from counter.ui.counter.errands import Errands
from counter.ui.counter.filling import Filled, Filling
from counter.ui.counter.needs import Loaded, Wanted, load, load_with, needs
from counter.ui.counter.saves import correct
from counter.ui.counter.showing import Showing
from counter.ui.counter.so_far import line_of
from counter.ui.forms import make
from counter.ui.forms.entry import EntryWish, PutRightEntry, Wish
from counter.ui.forms.person import PersonKnown
from counter.ui.texts import counter as words

PERSON: Final = "edit_person"


class Correcting(QObject):
    """Enter on a line of the timeline, and Edit beside a name."""

    def __init__(self, errands: Errands, showing: Showing, filling: Filling) -> None:
        super().__init__(errands.window)
        self._errands, self._window = errands, errands.window
        self._showing, self._filling = showing, filling
        self._moving: int | None = None
        self._window.entry_opened.connect(self._ask)
        self._window.known_opened.connect(self._ask_known)
        self._window.draft_opened.connect(self._go_on)
        self._window.opened.connect(self._move_to)
        filling.kept.connect(self._move_to_new)
        for other_work in (self._window.closed, self._window.acted, self._window.put_away):
            other_work.connect(self._leave_there)

    def edit_person(self) -> None:
        """The form of the person who is open, as they are known."""
        card = self._window.card
        if card is not None:
            self._edit(card.customer.id)

    def _edit(self, customer_id: int) -> None:
        work = partial(_load_person, self._errands.till, customer_id)
        self._errands.ask(work, partial(self._show_person, customer_id))

    def _show_person(self, customer_id: int, loaded: tuple[int, PersonForm, Draft | None]) -> None:
        version, known, half = loaded
        form = PersonKnown(new=False)
        form.fill(known)
        draft = Draft(form=PERSON, customer_id=customer_id)
        self._filling.show(Filled(form, customer_id, draft, keep=partial(_keep_person, version)), PERSON, half)

    def _go_on(self, draft: str, customer_id: int | None) -> None:
        """A correction that was half written, over the card of whom it stands with now."""
        if draft == PERSON and customer_id is not None:
            self._showing.open(customer_id)
            self._edit(customer_id)
        elif ":" in draft:
            work = partial(correcting.of_draft, self._errands.till, draft)
            self._errands.ask(work, partial(self._go_on_with, customer_id))

    def _go_on_with(self, customer_id: int | None, found: Correction) -> None:
        who = found.entry.customer_id if found.entry else customer_id
        if who is not None:
            self._showing.open(who)
        self._correct(found, who)

    def _ask(self, entry_id: int) -> None:
        self._errands.ask(partial(correcting.of_entry, self._errands.till, entry_id), self._offer)

    def _ask_known(self, known: tuple[str, int]) -> None:
        self._errands.ask(partial(correcting.of_known, self._errands.till, *known), self._offer)

    def _offer(self, found: Correction) -> None:
        if found.entry is None:
            card = self._window.card
            self._correct(found, card.customer.id if card else None)
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
        elif found.entry is not None:
            self._correct(found, found.entry.customer_id)

    def _correct(self, found: Correction, who: int | None) -> None:
        work = partial(load_with, self._errands.till, found.name, who, draft=found.draft)
        self._errands.ask(work, partial(self._show_form, found, Wanted(customer_id=who)))

    def _show_form(self, found: Correction, wanted: Wanted, loaded: Loaded) -> None:
        form: Any = make.make(found.name, needs(self._errands.till, self._window.card, wanted, loaded))
        form.fill(found.form)
        draft = Draft(form=found.draft, customer_id=wanted.customer_id)
        filled = Filled(form, wanted.customer_id, draft, keep=partial(_keep_thing, found), corrects=found.thing_id)
        self._filling.show(filled, found.name, loaded.draft)

    def _move_to(self, customer_id: int) -> None:
        entry_id, self._moving = self._moving, None
        if entry_id is not None:
            self._errands.do(editing.move, self._showing.say, entry_id, customer_id)

    def _move_to_new(self, form: str, saved: Saved) -> None:
        """Who was made of what was typed to find them is whom it is moved to."""
        if form == "person" and saved.customer_id is not None:
            self._move_to(saved.customer_id)

    def _leave_there(self, _name: str = "") -> None:
        if self._moving is not None:
            self._moving = None
            self._window.message.note(words.LEFT_THERE)


def _load_person(till: Till, customer_id: int) -> tuple[int, PersonForm, Draft | None]:
    """Version, form and what was half written, on the database lane."""
    half = load(till, PERSON, customer_id).draft
    return till.customer(customer_id).version, people.form_of(till, customer_id), half


def _keep_person(version: int, till: Till, op: str, customer_id: int | None, form: PersonForm) -> Saved:
    return people.edit(till, op, customer_id or 0, version, form)


def _keep_thing(found: Correction, till: Till, op: str, _customer_id: int | None, record: object) -> Saved:
    return correct(till, op, found, record)
