"""Know: the card under the name. What is open, what holds now, what is known, and everything so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.card import CustomerCard
from counter.records.money import say_money
from counter.records.people import Fact, FactKind, Source
from counter.ui.counter.circumstances import Circumstances
from counter.ui.counter.moment import Moment
from counter.ui.counter.rows import DraftRow, OpenRow, action_of
from counter.ui.counter.so_far import line_of
from counter.ui.texts import card as card_words
from counter.ui.texts import counter as words
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.facts import FactBlock, FactLine
from counter.ui.widgets.form import Abreast
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, clear, tall_as_needed
from counter.ui.widgets.timeline import Timeline

_RIGHT = ("likes", "recognise", "household", "credit")
_SOURCES = {Source.NOTICED: card_words.NOTICED, Source.GUESSED: card_words.GUESSED}


def facts_of(facts: Sequence[Fact], kind: FactKind) -> list[FactLine]:
    """The facts of one kind; what they said themselves needs no source."""
    return [FactLine(fact.text, _SOURCES.get(fact.source, "")) for fact in facts if fact.kind is kind]


def _contacts(card: CustomerCard) -> list[FactLine]:
    lines = [FactLine(words.whose(contact.value, contact.whose)) for contact in card.contacts]
    return [*lines, FactLine(card.customer.address)] if card.customer.address else lines


def _household(card: CustomerCard) -> list[FactLine]:
    return [
        FactLine(words.named(one.name, one.relation), words.MAY_COLLECT if one.may_collect else "")
        for one in card.household
    ]


class Known(Panel):
    """What is known, in two columns; a sentence teaches while there is nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("known", parent=parent)
        self._blocks = {
            name: FactBlock(name, label, self)
            for name, label in (
                ("matters", card_words.MATTERS), ("dates", card_words.DATES_NEAR), ("contacts", words.REACH),
                ("likes", card_words.LIKES), ("recognise", card_words.RECOGNISE_BY),
                ("household", words.HOUSEHOLD), ("credit", words.CREDIT),
            )
        }  # fmt: skip
        self._empty = Text(words.NOTHING_KNOWN, Role.BODY, Tone.QUIET, parent=self)
        self._sides = [QWidget(self), QWidget(self)]
        self._lines = [QVBoxLayout(side) for side in self._sides]
        for line, names in zip(self._lines, (("matters", "dates", "contacts"), _RIGHT), strict=True):
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
            "matters": facts_of(card.facts, FactKind.MATTERS),
            "dates": [FactLine(near.sentence) for near in card.near],
            "contacts": _contacts(card),
            "likes": facts_of(card.facts, FactKind.LIKES),
            "recognise": facts_of(card.facts, FactKind.RECOGNISE),
            "household": _household(card),
            "credit": credit,
        }
        for name, block in self._blocks.items():
            block.set_facts(lines[name])
        known = any(lines.values())
        self._two.setVisible(known)
        self._empty.setVisible(not known)

    def set_mode(self, mode: Mode) -> None:
        """One column where room is least."""
        self._two.set_stacked(stacked=mode is Mode.NARROW)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        super().restyle(theme)
        if hasattr(self, "_lines"):
            self._space(theme)

    def _space(self, theme: Theme) -> None:
        for line in self._lines:
            line.setSpacing(theme.space(12))


class CardPage(Themed, QWidget):
    """One person's card. `acted(OpenItem)`, `draft_opened` and `draft_dropped(form, customer_id)`,
    `circumstances_changed(frozenset)`, `entry_opened(entry_id)`."""

    acted = Signal(object)
    draft_opened = Signal(str, object)
    draft_dropped = Signal(str, object)
    circumstances_changed = Signal(object)
    entry_opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tall_as_needed(self)
        self._rows = QVBoxLayout()
        self.circumstances = Circumstances("circumstances", self)
        self.circumstances.changed.connect(self.circumstances_changed)
        self.known = Known(self)
        self._so_far = Panel("so_far", parent=self)
        self._so_far.add_heading(card_words.SO_FAR, Role.LABEL)
        self.timeline = Timeline("timeline", card_words.SO_FAR, self)
        self.timeline.opened.connect(self.entry_opened)
        self._nothing = Text(words.NOTHING_SO_FAR, Role.BODY, Tone.QUIET, parent=self)
        self._so_far.body.addWidget(self.timeline)
        self._so_far.body.addWidget(self._nothing)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._rows)
        for part in (self.circumstances, self.known, self._so_far):
            self._column.addWidget(part)
        self.restyle(current())

    def show_card(self, card: CustomerCard, moment: Moment) -> None:
        """Shows one person."""
        self._show_rows(card, moment)
        visit = card.visit_today.circumstances if card.visit_today else frozenset()
        self.circumstances.set_ticked(card.day_circumstances | visit)
        self.known.show_card(card, moment)
        self.timeline.set_lines([line_of(entry, moment) for entry in card.timeline])
        self._nothing.setVisible(not card.timeline)
        self.timeline.setVisible(bool(card.timeline))

    def set_mode(self, mode: Mode) -> None:
        """Gives way where room is short."""
        for part in (self.circumstances, self.known, self.timeline):
            part.set_mode(mode)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._column.setSpacing(theme.space(12))
        self._rows.setSpacing(theme.space(8))

    def _show_rows(self, card: CustomerCard, moment: Moment) -> None:
        clear(self._rows)
        for draft in card.drafts:
            self._add_draft(DraftRow(draft, moment, self))
        for number, item in enumerate(card.open):
            action = action_of(item, card.customer.address_form, first=number == 0)
            row = OpenRow(item, action, self)
            row.acted.connect(self.acted)
            self._rows.addWidget(row)

    def _add_draft(self, row: DraftRow) -> None:
        row.go_on.connect(self.draft_opened)
        row.thrown.connect(self.draft_dropped)
        self._rows.addWidget(row)
