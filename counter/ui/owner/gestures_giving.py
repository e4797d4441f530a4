"""Who gets extras: the mirror of fairness, a dry run of last week, and the catalogue out to a file and in from one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from counter.office.catalogue_file import Offered
from counter.records.giving import Giver, Mirror, WouldBe
from counter.records.when import say_whole_day
from counter.ui.owner.actions import ActionRow, ask_file, ask_place, own
from counter.ui.owner.page import Page
from counter.ui.texts import giving as words
from counter.ui.theme import Role
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.table import Column, Row, Table
from counter.ui.widgets.text import Text

MOST_ROWS: Final = 12
LOOKS: Final = ("fair", "last_week", "take_out", "bring_in")
DECISIONS: Final = ("take_new", "take_all", "leave")
_LABELS: Final = (
    words.FAIR, words.LAST_WEEK, words.TAKE_OUT, words.BRING_IN, words.TAKE_NEW, words.TAKE_ALL, words.LEAVE,
)  # fmt: skip


class GivingPage(Page):
    """`wanted("fair" or "last_week")`, `written(path)`, `chosen(path)` of a file to read, `taken(also_changed)`."""

    wanted = Signal(str)
    written = Signal(str)
    chosen = Signal(str)
    taken = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("giving", words.GIVING, words.SUB, parent)
        actions = [own(name, label) for name, label in zip(LOOKS + DECISIONS, _LABELS, strict=True)]
        self.row = ActionRow(actions, ("take_new",), self)
        self.sentence = Text("", Role.STRONG, parent=self)
        self.scroller = Scroller("giving_scroll", self)
        self.groups = self._table("giving_groups", words.GROUP_HEADS, numbers=(1, 2, 3))
        self.never = self._table("giving_never", words.NEVER_HEADS, numbers=(1,))
        self.givers = self._table("giving_givers", words.GIVER_HEADS, numbers=(1,))
        self.week = self._table("giving_week", words.WEEK_HEADS, stretch=2)
        self.found = self._table("giving_found", words.FOUND_HEADS)
        for part, stretch in ((self.row, 0), (self.sentence, 0), (self.scroller, 1)):
            self.body.addWidget(part, stretch)
        self.scroller.body.addStretch(1)
        self.row.pressed.connect(self._do)
        self._show(LOOKS)

    def show_mirror(self, mirror: Mirror) -> None:
        """Who got their share over thirteen weeks."""
        self.sentence.show_text(words.weeks(mirror.visits, mirror.given))
        _fill(self.groups, [
            (words.GROUPS[g.name], f"{g.visits:,}", f"{g.given:,}", words.share(g.of_its_due)) for g in mirror.groups
        ])  # fmt: skip
        _fill(self.never, [(one.name, f"{one.visits:,}", say_whole_day(one.last)) for one in mirror.never])
        _fill(self.givers, [_giver(one) for one in mirror.givers])
        self._show(LOOKS, self.groups, self.never, self.givers)

    def show_week(self, found: Sequence[WouldBe]) -> None:
        """What the catalogue would have suggested last week."""
        self.sentence.show_text(words.tried(len(found)))
        _fill(self.week, [(say_whole_day(w.day), w.name or words.NOBODY, w.title, w.reason) for w in found])
        self._show(LOOKS, self.week)

    def show_offered(self, offered: Offered) -> None:
        """What a file holds, and each entry that can't be taken, in a sentence."""
        new, changed = offered.new, offered.changed
        self.sentence.show_text(words.offered(len(new), len(changed), offered.same, len(offered.problems)))
        lines = [(sentence, words.BAD) for sentence in offered.problems]
        lines += [(g.title, words.NEW) for g in new] + [(g.title, words.CHANGED) for g in changed]
        _fill(self.found, lines)
        self._show([*(["take_new"] if new else []), *(["take_all"] if changed else []), "leave"], self.found)
        self.start()

    def start(self) -> None:
        """On the first thing that can be done."""
        first = next(button for button in self.row.buttons.values() if not button.isHidden())
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _table(self, name: str, heads: Sequence[str], numbers: Sequence[int] = (), stretch: int = 0) -> Table:
        columns = [Column(title=head, end=n in numbers, stretch=n == stretch) for n, head in enumerate(heads)]
        made = Table(name, heads[0], columns, self)
        self.scroller.body.addWidget(made)
        return made

    def _show(self, actions: Sequence[str], *tables: Table) -> None:
        self.row.show_only(actions)
        for table in (self.groups, self.never, self.givers, self.week, self.found):
            table.setVisible(table in tables and table.model().rowCount() > 0)

    def _do(self, name: str) -> None:
        if name == "take_out":
            ask_place(self, words.TAKE_OUT, words.FILE_NAME, self.written.emit)
        elif name == "bring_in":
            ask_file(self, words.BRING_IN, words.FILES, self.chosen.emit)
        elif name in {"take_new", "take_all"}:
            self.taken.emit(name == "take_all")
        else:
            self.wanted.emit("fair" if name == "leave" else name)


def _fill(table: Table, lines: Sequence[tuple[str, ...]]) -> None:
    table.set_rows([Row(key=number, cells=cells) for number, cells in enumerate(lines)])
    table.set_height(most=MOST_ROWS)


def _giver(giver: Giver) -> tuple[str, ...]:
    """To whom one of us gives more, and less, than it would be evenly."""
    ranked = sorted(giver.groups, key=lambda group: group.of_its_due)
    ends = (ranked[-1], ranked[0]) if ranked else ()
    said = (f"{words.GROUPS[group.name]}, {words.share(group.of_its_due)}" for group in ends)
    return (giver.name, f"{giver.given:,}", *said)
