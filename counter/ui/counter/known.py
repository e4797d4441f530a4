"""What is known about the person who is open, each line to be corrected in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.card import CustomerCard, NearLine
from counter.records.money import say_money
from counter.records.people import Fact, FactKind, Source
from counter.records.when import say_date
from counter.ui.counter.moment import Moment
from counter.ui.texts import card as card_words
from counter.ui.texts import counter as words
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.facts import FactBlock, FactLine
from counter.ui.widgets.form import Abreast
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.roving import Roving
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import tall_as_needed

_LEFT = ("matters", "dates", "far", "contacts")
_RIGHT = ("likes", "recognise", "household", "credit")
_SOURCES = {Source.NOTICED: card_words.NOTICED, Source.GUESSED: card_words.GUESSED}


def facts_of(facts: Sequence[Fact], kind: FactKind, moment: Moment) -> list[FactLine]:
    """The facts of one kind; what they said themselves needs no source in sight."""
    return [_line(fact, moment) for fact in facts if fact.kind is kind]


def told(fact: Fact, moment: Moment) -> str:
    """Where a fact comes from: “noticed, Ben, 8 Dec 2025”."""
    here = moment.here
    day = say_date(fact.at.astimezone(here.zone).date(), here.today)
    return ", ".join(part for part in (words.SOURCES[fact.source.value], fact.staff, day) if part)


def _line(fact: Fact, moment: Moment) -> FactLine:
    return FactLine(fact.text, _SOURCES.get(fact.source, ""), (Known.FACT, fact.id), told(fact, moment))


def _dates(dates: Sequence[NearLine]) -> list[FactLine]:
    """An anniversary of visits is worked out and can't be corrected."""
    return [FactLine(near.sentence, key=(Known.DATE, near.date_id) if near.date_id else None) for near in dates]


def _contacts(card: CustomerCard) -> list[FactLine]:
    lines = [FactLine(words.whose(contact.value, contact.whose)) for contact in card.contacts]
    return [*lines, FactLine(card.customer.address)] if card.customer.address else lines


def _household(card: CustomerCard) -> list[FactLine]:
    return [
        FactLine(
            words.named(one.name, one.relation), words.MAY_COLLECT if one.may_collect else "", (Known.MEMBER, one.id)
        )
        for one in card.household
    ]


class Known(Panel):
    """What is known, in two columns; a sentence teaches while there is nothing.

    `opened((what, id))` when a line is to be corrected, `what` being one of `FACT`, `DATE` and `MEMBER`. All lines
    are one tab stop.
    """

    FACT, DATE, MEMBER = "fact", "important_date", "household"
    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("known", parent=parent)
        self._blocks = {
            name: FactBlock(name, label, self)
            for name, label in (
                ("matters", card_words.MATTERS), ("dates", card_words.DATES_NEAR), ("far", card_words.DATES),
                ("contacts", words.REACH),
                ("likes", card_words.LIKES), ("recognise", card_words.RECOGNISE_BY),
                ("household", words.HOUSEHOLD), ("credit", words.CREDIT),
            )
        }  # fmt: skip
        self._roving = Roving(self)
        for block in self._blocks.values():
            block.opened.connect(self.opened)
        self._empty = Text(words.NOTHING_KNOWN, Role.BODY, Tone.QUIET, parent=self)
        self._sides = [QWidget(self), QWidget(self)]
        self._lines = [QVBoxLayout(side) for side in self._sides]
        for line, names in zip(self._lines, (_LEFT, _RIGHT), strict=True):
            line.setContentsMargins(0, 0, 0, 0)
            for name in names:
                line.addWidget(self._blocks[name])
            line.addStretch(1)
        for side in self._sides:
            tall_as_needed(side)
        self._two = Abreast(*self._sides, parent=self)
        self.body.addWidget(self._two)
        self.body.addWidget(self._empty)
        self._space(current())

    def show_card(self, card: CustomerCard, moment: Moment) -> None:
        """Fills the blocks; empty ones take no room."""
        credit = [FactLine(say_money(card.credit, moment.money), words.CREDIT_KEY)] if card.credit else []
        lines = {
            "matters": facts_of(card.facts, FactKind.MATTERS, moment),
            "dates": _dates(card.near),
            "far": _dates(card.far),
            "contacts": _contacts(card),
            "likes": facts_of(card.facts, FactKind.LIKES, moment),
            "recognise": facts_of(card.facts, FactKind.RECOGNISE, moment),
            "household": _household(card),
            "credit": credit,
        }
        for name, block in self._blocks.items():
            block.set_facts(lines[name])
        self._roving.set_buttons([row for name in (*_LEFT, *_RIGHT) for row in self._blocks[name].rows])
        for side, names in zip(self._sides, (_LEFT, _RIGHT), strict=True):
            side.setVisible(any(lines[name] for name in names))
        known = any(lines.values())
        self._two.setVisible(known)
        self._empty.setVisible(not known)

    def set_mode(self, mode: Mode) -> None:
        """One column where room is least."""
        self._two.set_stacked(stacked=mode is Mode.NARROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move."""
        event.setAccepted(self._roving.handles(event))

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        super().restyle(theme)
        if hasattr(self, "_lines"):
            self._space(theme)

    def _space(self, theme: Theme) -> None:
        for line in self._lines:
            line.setSpacing(theme.space(12))
