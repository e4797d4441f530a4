"""Connects the inbox with the office: what waits, themes offered and learnt, what a person makes of an answer."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from counter.office import inbox, staff, themes
from counter.office.inbox import Reading, Unread
from counter.office.inbox_figures import read_figures
from counter.records.entries import Saved
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.inbox import InboxPage, InboxShown
from counter.ui.widgets.messages import MessageBar


class InboxControl(QObject):
    """`changed` when an answer became something that stands at the counter."""

    changed = Signal()

    def __init__(self, page: InboxPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        page.read.connect(self._read)
        page.waiting.all_read.connect(self._read_figures)
        page.themes_wanted.connect(self._want_themes)
        page.themes_typed.connect(self._keep_themes)

    def load(self) -> tuple[InboxShown, themes.Keywords, tuple[tuple[str, str], ...]]:
        """What waits, and what the offers learn from. Database lane."""
        here = self._errands.till.here
        known = themes.keywords(self._errands.themes)
        shown = InboxShown(
            waiting=inbox.unread(here), today=here.today, themes=tuple(known),
            staff=tuple((one.id, one.name) for one in staff.everybody() if one.active),
        )
        return shown, known, themes.tagged()

    def take(self, loaded: tuple[InboxShown, themes.Keywords, tuple[tuple[str, str], ...]]) -> None:
        """Shows it; three themes follow as soon as they are learnt."""
        shown, known, tagged = loaded
        self._page.show_inbox(shown)
        self._errands.lanes.work(partial(themes.taught, known, tagged), self._offer, self._failed)

    def _offer(self, taught: Any) -> None:
        self._page.offer_by(taught.offer)

    def _show(self) -> None:
        self._errands.ask(self.load, self.take, self._failed)

    def _read(self, reading: Reading) -> None:
        self._errands.change(inbox.read, (self._kept, self._refused), reading)

    def _read_figures(self, answers: tuple[Unread, ...]) -> None:
        self._errands.change(read_figures, (self._kept, self._refused), answers)

    def _kept(self, saved: Saved) -> None:
        self._message.say(saved.sentence, undoable=saved.undoable)
        self._page.form.kind.set_value("")
        self._show()
        self.changed.emit()

    def _want_themes(self) -> None:
        work = partial(themes.keywords, self._errands.themes)
        self._errands.ask(work, self._show_themes, self._failed)

    def _show_themes(self, known: themes.Keywords) -> None:
        self._page.show_themes(themes.as_text(known))

    def _keep_themes(self, text: str) -> None:
        self._errands.change(themes.keep, (self._kept, self._refused), text)

    def _refused(self, fault: Exception) -> None:
        sentence, field = told(fault)
        if field:
            self._page.refuse(sentence, field)
        else:
            self._failed(fault)

    def _failed(self, fault: Exception) -> None:
        self._message.say_problem(told(fault)[0])
