"""Connects the counter window with the desk: a key becomes a use case on a lane, its answer is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.desk import codes, people, undo, visits
from counter.records.card import CustomerCard, OpenItem
from counter.records.entries import Saved
from counter.ui.counter.correcting import Correcting
from counter.ui.counter.errands import Errands
from counter.ui.counter.extras import Extras
from counter.ui.counter.filling import Filling
from counter.ui.counter.needs import Wanted
from counter.ui.counter.queue_control import QueueControl
from counter.ui.counter.showing import Showing
from counter.ui.counter.team import Team
from counter.ui.counter.thanking import Thanking
from counter.ui.forms import make
from counter.ui.forms.form import Form
from counter.ui.forms.what_is_open import WhatIsOpen
from counter.ui.texts import counter as words
from counter.ui.texts.knowing import NOTHING_OPEN


class Control(QObject):
    """One counter. `printing` tells that a slip was put into the queue; `handed_on(name)` are the keys that are
    answered elsewhere: "owner", "help" and "what_we_keep".
    """

    printing = Signal()
    handed_on = Signal(str)

    def __init__(self, errands: Errands) -> None:
        super().__init__(errands.window)
        self._errands, self._window = errands, errands.window
        self.showing, self.thanking = Showing(errands), Thanking(errands)
        self.team, self.queue = Team(errands, self.showing), QueueControl(errands)
        self.filling = Filling(errands, self.showing)
        self._correcting = Correcting(errands, self.showing, self.filling)
        self._extras = Extras(errands, self.showing)
        self._does: dict[str, Callable[[], None]] = {
            "someone": self._someone,
            "here": self._here,
            "slip": self._slip,
            "reprint": self.thanking.reprint,
            "queue": self._show_queue,
            "given": self._extras.given,
            "another": self._extras.another,
            "not_today": self._extras.not_today,
            "why_not": self._extras.why_not,
            "undo": self._undo,
            "edit_person": self._correcting.edit_person,
            "staff": partial(self.team.take_turn, 0),
            **{f"staff_{number}": partial(self.team.take_turn, number) for number in range(1, 10)},
            **{name: partial(self.filling.open, name) for name in make.NAMES},
            "tell": self._tell,
        }
        self._connect()
        self._window.top.set_shop(errands.till.settings.shop_name)
        self.team.show()
        self.showing.close()
        if self._window.left.text():  # typed while the shop was still being opened
            self.showing.find(self._window.left.text())

    def _connect(self) -> None:
        window = self._window
        window.asked.connect(self.showing.find)
        window.opened.connect(self._open)
        window.closed.connect(self.showing.close)
        window.put_away.connect(window.close_form)
        window.new_person.connect(self._new_person)
        window.acted.connect(self._act)
        window.draft_dropped.connect(self.showing.drop_draft)
        window.item_acted.connect(self._act_on)
        self.thanking.queued.connect(self._queued)
        self.queue.printing.connect(self.printing)

    def _act(self, name: str) -> None:
        does = self._does.get(name)
        if does is None:
            self.handed_on.emit(name)
        else:
            does()

    def _card(self) -> CustomerCard | None:
        return self._window.card

    def _someone(self) -> None:
        self._errands.do(people.someone, self.showing.say)

    def _open(self, customer_id: int) -> None:
        """A card; by the code of a slip, with the form for what they told us."""
        self.showing.open(customer_id)
        text = self._window.left.text()
        if text:
            self._errands.ask(partial(codes.behind, text, customer_id), partial(self._answered, customer_id))

    def _answered(self, customer_id: int, code: str) -> None:
        if code:
            self.filling.open("feedback", Wanted(customer_id=customer_id, code=code))

    def _new_person(self, text: str) -> None:
        """The form with what was typed, under nobody's name."""
        if self._card() is not None:
            self.showing.close()
        self.filling.open("person", Wanted(typed=text))

    def _tell(self) -> None:
        card = self._card()
        if card and card.open:
            self.filling.open("tell")
        else:
            self._window.message.note(NOTHING_OPEN)

    def _act_on(self, item: OpenItem) -> None:
        self.filling.open("tell", Wanted(customer_id=item.customer_id), partial(_choose, item))

    def _show_queue(self) -> None:
        self.filling.put_away()
        self.queue.open()

    def _slip(self) -> None:
        self.filling.put_away()
        if card := self._card():
            self.thanking.start(card.customer.id)

    def _queued(self, saved: Saved) -> None:
        """Whoever is open stays so, though the last slip may be another's."""
        self._window.say(saved)
        self.showing.again()
        self.printing.emit()

    def _undo(self) -> None:
        self._errands.do(undo.last, self.showing.undone)

    def _here(self) -> None:
        """Once a day; whoever did something today was here."""
        card = self._card()
        if card and card.visit_today is not None:
            self._window.message.note(words.here_already(card.customer.spoken))
        elif card:
            self._errands.do(visits.here, self.showing.say, card.customer.id)


def _choose(item: OpenItem, form: Form) -> None:
    if isinstance(form, WhatIsOpen):
        form.choose(item.kind, item.thing_id)
