"""Find: the search field, those found under it, and what the keys do there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter.desk import codes
from counter.records.people import Candidate
from counter.records.when import say_seen
from counter.ui.counter.moment import Moment
from counter.ui.texts import counter as words
from counter.ui.texts import find
from counter.ui.theme import Role, Tone
from counter.ui.widgets.results import Result, ResultList
from counter.ui.widgets.search import SearchField
from counter.ui.widgets.text import Text

NEW = "new"


def results_of(found: Sequence[Candidate], typed: str, moment: Moment, *, all_read: bool = True) -> list[Result]:
    """The rows for what was found: namesakes under one header, and the new person last while something is typed.

    `all_read` is false while there are people whose names aren't known yet.
    """
    rows = [_row(person, _header(found, number), moment) for number, person in enumerate(found)]
    if typed:
        hook = find.NOTHING_TO_TYPE if found else _nobody(typed, all_read=all_read)
        rows.append(Result(key=NEW, name=find.new_person(typed), hook=hook, cap=find.NEW_KEY, apart=bool(found)))
    elif rows and not rows[0].header:
        rows[0] = _row(found[0], find.LAST, moment)
    return rows


def _nobody(typed: str, *, all_read: bool) -> str:
    if codes.is_whole(typed):
        return find.NO_SUCH_SLIP
    return find.NOBODY_YET if all_read else find.NOT_READ_YET


def _row(person: Candidate, header: str, moment: Moment) -> Result:
    seen = say_seen(person.last_visit, moment.here.now, moment.here.zone) if person.last_visit else ""
    return Result(
        key=person.customer_id, name=person.name or words.SOMEONE, when=seen, hook=person.hook,
        why=person.why, header=header, shared=person.shared_name,
    )  # fmt: skip


def _header(found: Sequence[Candidate], number: int) -> str:
    """Above the first of those who share a name."""
    person = found[number]
    same = [other for other in found if other.name.casefold() == person.name.casefold()]
    if not person.shared_name or len(same) < 2 or same[0] is not person:
        return ""
    return find.share_this_name(len(same))


class FindColumn(QObject):
    """Owns `search`, `found` and `foot`, which the window puts into its grid; `all_read` is false while names are read.

    `asked(text)` on each keystroke; `opened(customer_id)`; `new_person(text)`; `to_today` when ↓ is pressed
    with nothing typed.
    """

    asked = Signal(str)
    opened = Signal(int)
    new_person = Signal(str)
    to_today = Signal()

    def __init__(self, moment: Moment, parent: QWidget) -> None:
        super().__init__(parent)
        self.moment, self.all_read = moment, True
        self.search = SearchField("search", find.SEARCH, find.PLACEHOLDER, parent)
        self.found = ResultList("found", find.FOUND, parent)
        self.foot = Text(find.FOOT_EMPTY, Role.SMALL, Tone.QUIET, parent=parent)
        self._recent: tuple[Candidate, ...] = ()
        self._answered = ""
        self._open_when_found = False
        self.search.asked.connect(self._typed)
        self.search.moved.connect(self._moved)
        self.search.opened.connect(self._enter)
        self.found.opened.connect(self._open)

    def text(self) -> str:
        """What is typed."""
        return self.search.text().strip()

    def show_found(self, found: Sequence[Candidate], text: str | None = None) -> None:
        """Shows an answer; one to another text than stands there now is dropped. None: the answer to what stands."""
        typed = self.text()
        if not typed or (text is not None and text.strip() != typed):
            return
        before = self.found.chosen() if self._answered == typed else None
        self._answered = typed
        results = results_of(found, typed, self.moment, all_read=self.all_read)
        at = next((number for number, person in enumerate(found) if before and person.customer_id == before.key), 0)
        self.found.set_results(results, chosen=at)
        if self._open_when_found:
            self._open_when_found = False
            self.found.open_chosen()

    def show_recent(self, recent: Sequence[Candidate]) -> None:
        """Who was last at the counter, shown while nothing is typed; none of them is chosen."""
        self._recent = tuple(recent)
        if not self.text():
            self._show_recent()

    def start_anew(self) -> None:
        """The next letter typed begins another search."""
        self.search.selectAll()

    def empty(self) -> None:
        """Takes away what was typed."""
        self.search.clear()

    def take(self, text: str) -> None:
        """Something was typed elsewhere in the window: it goes on here."""
        self.search.setFocus()
        self.search.insert(text)

    def _show_recent(self) -> None:
        self._answered = ""
        self.found.set_results(results_of(self._recent, "", self.moment), chosen=-1)

    def _typed(self, text: str) -> None:
        self._open_when_found = False
        typed = text.strip()
        self.foot.set_text(find.FOOT if typed else find.FOOT_EMPTY)
        if not typed:
            self._show_recent()
        self.asked.emit(typed)

    def _moved(self, step: int) -> None:
        if not self.text() and self.found.chosen() is None:
            if step > 0:
                self.to_today.emit()
            return
        self.found.move_choice(step)

    def _enter(self) -> None:
        """Enter before the answer is there waits for it, so that nobody else's card opens."""
        if self.text() and self._answered != self.text():
            self._open_when_found = True
        else:
            self.found.open_chosen()

    def _open(self, key: object) -> None:
        if key == NEW:
            self.new_person.emit(self.text())
        elif isinstance(key, int):
            self.opened.emit(key)
