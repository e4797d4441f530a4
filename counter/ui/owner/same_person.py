"""One person twice: likely pairs, best first; two of them side by side; and those put together before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from counter.records.countries import MoneyStyle
from counter.records.here import Here
from counter.records.merging import Couple, Joined
from counter.records.when import say_day
from counter.ui.owner.page import EmptyNote, Page, button
from counter.ui.owner.same_person_form import SamePersonForm
from counter.ui.texts import common
from counter.ui.texts import same_person as words
from counter.ui.theme import Mode
from counter.ui.widgets.buttons import Action, ActionButton
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.progress import ProgressLine
from counter.ui.widgets.table import Column, Row, Table

_COLUMNS = (
    Column(title=words.HEADS[0]),
    Column(title=words.HEADS[1]),
    Column(title=words.HEADS[2], stretch=True),
    Column(title=words.HEADS[3], end=True, lesser=True),
    Column(title=words.HEADS[4], lesser=True),
)
_JOINED_COLUMNS = (
    Column(title=words.JOINED_HEADS[0]),
    Column(title=words.JOINED_HEADS[1], stretch=True),
    Column(title=words.JOINED_HEADS[2]),
)
_MOST_JOINED = 5


class JoinedBefore(Panel):
    """Those that were put together: `parted(entry_id)` when two of them are to be taken apart."""

    parted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("joined_before", parent=parent)
        self.add_heading(words.JOINED)
        self.table = Table("joined_table", words.JOINED, _JOINED_COLUMNS, self)
        self.part = ActionButton(Action(name="part", label=words.APART, key=words.APART_KEY), parent=self)
        self.body.addWidget(self.table)
        self.body.addWidget(self.part, 0, Qt.AlignmentFlag.AlignLeft)
        self.part.clicked.connect(self._part)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._part)

    def show_joined(self, joined: Sequence[Joined], here: Here) -> None:
        """The newest first; without any there is no panel to show."""
        self.table.set_rows(
            [Row(key=one.entry_id, cells=(one.name, one.other_name, say_day(one.day, here.today))) for one in joined]
        )
        self.table.set_height(most=_MOST_JOINED)

    def filled(self) -> bool:
        """Whether there is anything to take apart."""
        return self.table.model().rowCount() > 0

    def _part(self) -> None:
        key = self.table.chosen_key()
        if isinstance(key, int):
            self.parted.emit(key)


class SamePersonPage(Page):
    """`asked` for another look; `joined(Couple, fields of the other)`; `two(Couple)`."""

    asked = Signal()
    joined = Signal(object, object)
    two = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("same_person", words.SAME, words.SUB, parent)
        self._couple: Couple | None = None
        self._ground: tuple[Here, MoneyStyle] | None = None
        self.progress = ProgressLine(Action(name="stop", label=common.STOP), self)
        self.empty, self.form = EmptyNote(self), SamePersonForm(self)
        self.table = Table("same_table", words.SAME, _COLUMNS, self)
        self.before = JoinedBefore(self)
        self.look_button = button(self, Action(name="look", label=words.LOOK, key=words.LOOK_KEY))
        for part in (self.progress, self.empty):
            self.body.addWidget(part)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.form, 1)
        self.body.addWidget(self.before)
        self.body.addStretch(0)
        self.form.hide()
        self._connect()
        self._present()

    def show_couples(
        self, couples: Sequence[Couple], here: Here, money: MoneyStyle, empty: str = words.NONE
    ) -> None:
        """The likely pairs, best first; without any, a sentence."""
        self._ground = here, money
        self.table.set_rows([_row(couple, here) for couple in couples])
        self.empty.explain(empty, couples)
        self._present()

    def show_joined(self, joined: Sequence[Joined], here: Here) -> None:
        """Those that were put together and can be taken apart."""
        self.before.show_joined(joined, here)
        self._present()

    def show_going(self, done: float) -> None:
        """How far the look through everybody is; done at 1."""
        if done >= 1:
            self.progress.finish()
        elif self.progress.isHidden():
            self.progress.start(words.LOOKING, can_cancel=False)
        else:
            self.progress.step(done, words.LOOKING)

    def refuse(self, sentence: str, field: str = "") -> None:
        """It can't be done; a sentence at the foot of the form."""
        self.form.show_problem(field, sentence)

    def new(self) -> None:
        """Ctrl+N: look again."""
        self.asked.emit()

    def form_is_open(self) -> bool:
        """Whether two stand side by side."""
        return not self.form.isHidden()

    def start(self) -> None:
        """The focus: on the two side by side, else on the list."""
        to = self.form if self.form_is_open() else self.look_button if self.table.isHidden() else self.table
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Back to the list."""
        if self.form_is_open():
            self.form.hide()
            self._present()
            self.start()

    def set_mode(self, mode: Mode) -> None:
        """Lesser columns go first."""
        super().set_mode(mode)
        self.table.show_lesser(shown=mode is Mode.WIDE)
        self.form.set_mode(mode)
        self._present()

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.look_button.clicked.connect(self.asked)
        self.form.saved.connect(self._join)
        self.form.two.connect(self._two)
        self.form.put_away.connect(self.settle)

    def _open(self, couple: object) -> None:
        if isinstance(couple, Couple) and self._ground is not None:
            self._couple = couple
            self.form.show_couple(couple, *self._ground)
            self.form.show()
            self._present()
            self.start()

    def _join(self) -> None:
        if self._couple is not None:
            self.joined.emit(self._couple, self.form.taken())

    def _two(self) -> None:
        if self._couple is not None and self.form_is_open():
            self.two.emit(self._couple)

    def _present(self) -> None:
        open_, filled = self.form_is_open(), self.table.model().rowCount() > 0
        self.table.setVisible(filled and not open_)
        self.empty.setVisible(not filled and not open_)
        self.before.setVisible(self.before.filled() and not open_)
        self.look_button.setVisible(not open_)
        self.heading.setVisible(not (open_ and self.mode is Mode.NARROW))


def _row(couple: Couple, here: Here) -> Row:
    one, other = couple.kept, couple.other
    seen = [day for day in (one.last_visit, other.last_visit) if day is not None]
    last = say_day(max(seen), here.today) if seen else words.NEVER_HERE
    cells = (
        one.name or words.NO_NAME, other.name or words.NO_NAME, couple.why, f"{one.visits} + {other.visits}", last
    )
    return Row(key=couple, cells=cells)
