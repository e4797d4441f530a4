"""The head of the middle column, which never scrolls away: the name, how to say it, and what must never be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.records.card import CustomerCard
from counter.records.people import Customer, Fact, FactKind
from counter.records.when import say_date, say_since_long, say_whole_day
from counter.ui.counter.known import Known
from counter.ui.counter.moment import Moment
from counter.ui.texts import card as card_words
from counter.ui.texts import counter as words
from counter.ui.texts import isolate
from counter.ui.texts import today as today_words
from counter.ui.texts.keys import KEYS
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.bands import NeverBand, NeverLine
from counter.ui.widgets.buttons import Action, ActionButton, ButtonStyle
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed


def never_lines(facts: tuple[Fact, ...], moment: Moment) -> list[NeverLine]:
    """The never-facts, each with where it comes from: “said 3 Nov”."""
    return [_never(fact, moment) for fact in facts if fact.kind is FactKind.NEVER]


def _never(fact: Fact, moment: Moment) -> NeverLine:
    here = moment.here
    day = say_date(fact.at.astimezone(here.zone).date(), here.today)
    text = f"{isolate(fact.text)} ({words.NO_BOUNDARY})" if fact.unresolved else fact.text
    return NeverLine(text, f"{words.SOURCES[fact.source.value]} {day}", (Known.FACT, fact.id))


def call_line(customer: Customer, moment: Moment, hook: str = "") -> str:
    """What to call them and how to say it; for someone without a name, what they are remembered by."""
    if customer.unnamed and not customer.name:
        return hook
    if customer.called:
        call = card_words.call_them(customer.called, customer.pronunciation, customer.address_form)
    else:
        say = words.say_name(customer.pronunciation) if customer.pronunciation else ""
        call = " · ".join(part for part in (say, customer.address_form) if part)
    slips = words.slips_in(customer.language) if customer.language in moment.languages else ""
    return " · ".join(part for part in (call, customer.company, slips) if part)


class Head(Themed, QWidget):
    """Today, or one person. `edit` when the person is to be edited, `opened((what, id))` when a never-fact is."""

    edit = Signal()
    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = Text(today_words.TODAY, Role.NAME, parent=self)
        self.name.setObjectName("name")
        edit = Action(name="edit_person", label=words.EDIT, key=KEYS["edit_person"])
        self._edit = ActionButton(edit, ButtonStyle.QUIET, parent=self)
        self._edit.clicked.connect(self.edit)
        self._call = Text("", Role.BODY, Tone.GREEN, parent=self)
        self._visits = Text("", Role.SMALL, Tone.QUIET, lines=1, parent=self)
        self._never = NeverBand(self)
        self._never.opened.connect(self.opened)
        self._narrow = self._small = False
        self._top, self._line, self._column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._top.addWidget(self.name, 1)
        self._top.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self._call, 1)
        self._line.addWidget(self._visits, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addLayout(self._line)
        self._column.addWidget(self._never)
        self.restyle(current())

    def show_card(self, card: CustomerCard, moment: Moment) -> None:
        """One person."""
        self.name.set_text(card.customer.name or words.SOMEONE)
        self._call.set_look(tone=Tone.GREEN)
        self._call.set_text(call_line(card.customer, moment, card.hook))
        since = say_since_long(card.first_visit, moment.here.today) if card.first_visit else ""
        self._visits.set_text(words.visits_since(card.visits, since))
        self._edit.show()
        self._never.set_lines(never_lines(card.facts, moment))

    def show_today(self, moment: Moment) -> None:
        """Nobody is open: the day."""
        self.name.set_text(today_words.TODAY)
        self._call.set_look(tone=Tone.QUIET)
        self._call.set_text(say_whole_day(moment.here.today))
        self._visits.set_text("")
        self._edit.hide()
        self._never.set_lines([])

    def set_small(self, *, small: bool) -> None:
        """A little smaller while a form stands under it."""
        self._small = small
        self.name.set_look(role=Role.LONG_NAME if small else Role.NAME)
        self._give_way()

    def _give_way(self) -> None:
        """Where room is short, what must never be stands right under the name; where there is least, alone with it."""
        self._column.removeItem(self._line)
        self._column.insertLayout(2 if self._narrow or self._small else 1, self._line)
        for text in (self._call, self._visits):
            text.setVisible(not (self._narrow and self._small))

    def set_mode(self, mode: Mode) -> None:
        """Gives way where room is short."""
        self._narrow = mode is Mode.NARROW
        self._give_way()

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._column.setSpacing(theme.space(4))
        self._line.setSpacing(theme.space(12))
