"""The middle column: the name and what is never to be overlooked above, what is open, known and so far below."""
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.card import CustomerCard, OpenItem, Today
from counter.records.entries import Entry
from counter.records.people import Fact, FactKind, Source
from counter.ui.front.lines import line_of
from counter.ui.texts import card as words
from counter.ui.texts import front
from counter.ui.theme import Role, Tone
from counter.ui.widgets.bands import NeverBand, NeverLine
from counter.ui.widgets.entries import EntryLine, EntryList
from counter.ui.widgets.facts import FactBlock, FactLine
from counter.ui.widgets.form import Abreast
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.text import Text
from counter.ui.widgets.timeline import Timeline

TAILS = {Source.SAID: "", Source.NOTICED: words.NOTICED, Source.GUESSED: words.GUESSED}
BLOCKS = (
    (FactKind.MATTERS, "matters", words.MATTERS), (FactKind.LIKES, "likes", words.LIKES),
    (FactKind.RECOGNISE, "recognise", words.RECOGNISE_BY),
)


class Head(QWidget):
    """Name, how to say it, never-facts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Text("", Role.NAME, parent=self)
        self.name.setObjectName("name")
        self._call = Text("", Role.BODY, Tone.GREEN, parent=self)
        self._visits = Text("", Role.SMALL, Tone.QUIET, parent=self)
        self.never = NeverBand(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.name, self._call, self._visits, self.never):
            column.addWidget(part)

    def show_card(self, card: CustomerCard) -> None:
        """A person."""
        person = card.customer
        self.name.set_text(person.name or "someone")
        called = words.call_them(person.called, person.pronunciation, person.address_form) if person.called else ""
        self._call.show_text(called)
        self._visits.show_text(front.visits(card.visits))
        never = [fact for fact in card.facts if fact.kind is FactKind.NEVER]
        self.never.set_lines([NeverLine(fact.text, fact.source.value) for fact in never])

    def show_day(self, title: str, line: str) -> None:
        """Nobody open."""
        self.name.set_text(title)
        self._call.show_text("")
        self._visits.show_text(line)
        self.never.set_lines([])


class Body(QWidget):
    """Open things, facts and the timeline of a person, or the lists of the day. `opened(customer id)`."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_card(self, card: CustomerCard) -> None:
        """A person."""
        self._clear()
        if card.open:
            self._add_list("open", front.OPEN, card.open)
        self._column.addWidget(_known(card.facts))
        self._column.addWidget(_so_far(card.timeline))
        self._column.addStretch(1)

    def show_day(self, today: Today) -> None:
        """Nobody open: what the day asks for; an empty day says so."""
        self._clear()
        lists = (
            ("promised", front.PROMISED, today.promised), ("ready", front.READY, today.ready),
            ("complaints", front.WENT_WRONG, today.complaints), ("follow_ups", front.TO_DO, today.follow_ups),
        )
        for name, title, items in lists:
            if items:
                self._add_list(name, title, items)
        if not any(items for _, _, items in lists):
            self._column.addWidget(Text(front.NOTHING_TODAY, Role.BODY, Tone.QUIET, parent=self))
        self._column.addStretch(1)

    def _add_list(self, name: str, title: str, items: tuple[OpenItem, ...]) -> None:
        panel = Panel(name, parent=self)
        panel.add_heading(title)
        entries = EntryList(f"{name}_list", title, panel)
        entries.set_lines([_line(item) for item in items])
        entries.opened.connect(self.opened)
        panel.body.addWidget(entries)
        self._column.addWidget(panel)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.setParent(None)
                part.deleteLater()


def _line(item: OpenItem) -> EntryLine:
    text = f"{item.title}: {item.sentence}"
    return EntryLine(key=item.customer_id, name=item.name or "someone", tag=item.tag, urgent=item.red, text=text)


def _known(facts: tuple[Fact, ...]) -> Panel:
    panel = Panel("known")
    blocks = [_block(kind, name, title, facts) for kind, name, title in BLOCKS]
    shown = [block for block in blocks if block is not None]
    if shown:
        panel.body.addWidget(Abreast(*shown[:2]))
        for block in shown[2:]:
            panel.body.addWidget(block)
    else:
        panel.body.addWidget(Text(front.NOTHING_KNOWN, Role.BODY, Tone.QUIET, parent=panel))
    return panel


def _block(kind: FactKind, name: str, title: str, facts: tuple[Fact, ...]) -> FactBlock | None:
    mine = [fact for fact in facts if fact.kind is kind]
    if not mine:
        return None
    block = FactBlock(name, title)
    block.set_facts([FactLine(fact.text, TAILS[fact.source]) for fact in mine])
    return block


def _so_far(entries: tuple[Entry, ...]) -> Panel:
    panel = Panel("so_far")
    panel.add_heading(words.SO_FAR, Role.LABEL)
    timeline = Timeline("timeline", words.SO_FAR, panel)
    timeline.set_lines([line_of(entry) for entry in entries[:30]])
    panel.body.addWidget(timeline)
    return panel


