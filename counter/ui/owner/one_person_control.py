"""Connects the page of one customer: found by the counter's own index, told, noted, forgotten."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from counter.office import consents, forgetting, one_person
from counter.office.consents import ConsentForm
from counter.office.forgetting import Way
from counter.office.one_person import PersonFile
from counter.paper.fonts import Fonts
from counter.records.entries import Saved
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.one_person import OnePersonPage
from counter.ui.owner.one_person_finding import PersonFinding
from counter.ui.texts import one_person as words
from counter.ui.widgets.messages import MessageBar


class OnePersonControl(QObject):
    """`changed` when somebody can no more be found."""

    changed = Signal()

    def __init__(self, page: OnePersonPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        self._who = 0
        self._finding = PersonFinding(page, errands)
        self._finding.failed.connect(self._failed)
        page.chosen.connect(self.open)
        page.saved.connect(self._save)
        page.consented.connect(self._consent)
        page.forgotten.connect(self._forget)

    def load(self) -> None:
        """Nothing is shown before somebody is asked for."""

    def take(self, _answer: None) -> None:
        """The page as it comes to the front."""
        self._page.show_nobody()

    def open(self, who: int) -> None:
        """Somebody, chosen here or at the counter."""
        self._who = who
        self._errands.ask(self._gather, self._show, self._failed)

    def _gather(self) -> PersonFile:
        till = self._errands.till
        return one_person.gather(self._who, till.settings, till.now)

    def _show(self, found: PersonFile) -> None:
        kept = {title: len(items) for title, items in found.parts.items() if items}
        self._page.show_person(self._who, found.name, kept)

    def _save(self, path: str) -> None:
        self._errands.ask(self._gather, partial(self._write, Path(path)), self._failed)

    def _write(self, path: Path, found: PersonFile) -> None:
        self._errands.lanes.work(partial(_written, path, found, self._errands.families), self._saved, self._failed)

    def _saved(self, _answer: Any) -> None:
        self._message.say(words.SAVED, undoable=False)

    def _consent(self, values: dict[str, str]) -> None:
        form = ConsentForm(purpose=values["purpose"], wording=values["wording"], given=values["says"] == "yes")
        self._errands.change(consents.note, (self._noted, self._refused), self._who, form)

    def _noted(self, _saved: Saved) -> None:
        self._message.say(words.CONSENT_NOTED, undoable=False)
        self.open(self._who)

    def _refused(self, fault: Exception) -> None:
        self._page.refuse(*told(fault))

    def _forget(self, way: str) -> None:
        self._errands.change(forgetting.forget, (self._forgotten, self._failed), self._who, Way(way))

    def _forgotten(self, saved: Saved) -> None:
        """Not to be found any more either."""
        if self._errands.finder is not None:
            self._errands.lanes.lookup(partial(self._errands.finder.remove, self._who), _nothing, self._failed)
        self._page.show_nobody()
        self._message.say(saved.sentence, undoable=False)
        self.changed.emit()

    def _failed(self, fault: Exception) -> None:
        self._message.say_problem(told(fault)[0])


def _written(path: Path, found: PersonFile, families: tuple[str, ...]) -> None:
    as_pdf = path.suffix.casefold() == ".pdf"
    data = one_person.as_pdf(found, Fonts(families)) if as_pdf else one_person.as_json(found).encode("utf-8")
    one_person.save(path, data)


def _nothing(_answer: object) -> None:
    """An answer that nobody waits for."""
