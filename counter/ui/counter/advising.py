"""Gentle warnings while a form is typed: how long something can be returned, and who this may be already."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from counter.desk import find, returns
from counter.errors import Known
from counter.records.lookup import Match
from counter.records.people import Candidate
from counter.records.returns import ReturnForm
from counter.ui.counter.errands import Errands
from counter.ui.forms.form import Form
from counter.ui.forms.person import PersonKnown


class Advising(QObject):
    """Asks on the lanes, and shows the answer in the form that it was asked for. It never blocks anything."""

    def __init__(self, errands: Errands) -> None:
        super().__init__(errands.window)
        self._errands = errands
        self._form: Form | None = None
        self._customer_id: int | None = None
        self._corrects = 0

    def begin(self, form: Form, customer_id: int | None, corrects: int = 0) -> None:
        """Another form stands at the counter; `corrects` is the id of what it puts right, 0 for none."""
        self._form, self._customer_id, self._corrects = form, customer_id, corrects
        if isinstance(form, PersonKnown):
            form.opened.connect(self._errands.window.opened)
        self.advise()

    def advise(self) -> None:
        """Looks at what is typed now."""
        form = self._form
        if isinstance(form, PersonKnown):
            self._same(form)
        elif form is not None and form.name == "return":
            self._returnable(form)

    def _returnable(self, form: Form) -> None:
        try:
            typed = form.record()
        except Known:
            return
        if self._customer_id is not None and isinstance(typed, ReturnForm):
            work = partial(returns.advice, self._errands.till, self._customer_id, typed, self._corrects)
            self._errands.lanes.database(work, partial(self._advised, form), _unread)

    def _advised(self, form: Form, sentences: tuple[str, ...]) -> None:
        if form is self._form and self._stands(form):
            form.advise(sentences)

    def _same(self, form: PersonKnown) -> None:
        name = form.values()["name"].strip()
        if name:
            who = find.typed_person(form.record(), self._customer_id or 0)
            work = partial(self._errands.finder.same, who)
            self._errands.lanes.lookup(work, partial(self._matched, form, name), self._errands.failed)
        else:
            form.show_same(())

    def _matched(self, form: PersonKnown, name: str, matches: list[Match]) -> None:
        self._errands.ask(partial(find.candidates, name, matches), partial(self._show_same, form))

    def _show_same(self, form: PersonKnown, found: tuple[Candidate, ...]) -> None:
        if form is self._form and self._stands(form):
            form.show_same(found)

    def _stands(self, form: Form) -> bool:
        return self._errands.window.form() is form.frame


def _unread(_fault: Exception) -> None:
    """What can't be read yet is told when it is saved."""
