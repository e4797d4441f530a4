"""Parts of the inbox: the answer that is being read, what waits after it, and the shop's themes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from counter.office.inbox import Kept, Unread
from counter.records.when import say_day
from counter.ui.texts import common
from counter.ui.texts import inbox as words
from counter.ui.theme import Role, Tone
from counter.ui.widgets.buttons import Action, ActionButton
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.entries import EntryLine, EntryList
from counter.ui.widgets.fields import ChoiceField, FieldSpec, LinesField
from counter.ui.widgets.form import FormFrame
from counter.ui.widgets.form_edges import FormSpec
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.text import Text

OTHERS = "\u2026"
_SHORT, _MOST = 120, 30


class ReadingForm(FormFrame):
    """The customer's words, large, and what a person makes of them. `others` when more themes are wanted."""

    others = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        save = Action(name="keep_reading", label=words.SAVE, key=words.SAVE_KEY)
        super().__init__(FormSpec(name="reading", title=words.READ, key="", save=save), parent)
        self.said = Text("", Role.VOICE_LARGE)
        self.about = Text("", Role.SMALL, Tone.QUIET)
        self.wants = Text("", Role.STRONG)
        for text in (self.said, self.about, self.wants):
            self.body.addWidget(text)
        kinds = [Choice(key, label) for key, label in words.KINDS.items()]
        self.kind = self.add(ChoiceField(FieldSpec(name="sorted_as", label=words.WHAT), kinds))
        self.theme = self.add(ChoiceField(FieldSpec(name="theme", label=words.ABOUT, hint=words.ABOUT_HINT), []))
        self.whom = self.add(ChoiceField(FieldSpec(name="whom", label=words.WHOM), []))
        self.body.addStretch(1)
        self.kind.changed.connect(self._fit_kind)
        self.theme.changed.connect(self._more)
        for field in (self.kind, self.theme):
            field.changed.connect(partial(field.show_problem, ""))

    def show_answer(self, answer: Unread, today: date) -> None:
        """Another answer; nothing is chosen yet."""
        self.said.set_text(answer.words or words.ONLY_FIGURES)
        figures = words.figures(answer.scores)
        self.about.set_text(" · ".join(part for part in (about(answer, today), figures) if part))
        self.wants.show_text(words.WANTS_ANSWER if answer.wants_answer else "")
        for field in (self.kind, self.theme, self.whom):
            field.set_value("")
            field.show_problem("")
        self._fit_kind()

    def offer_themes(self, themes: Sequence[str], *, more: bool) -> None:
        """The themes to choose from; with `more`, a chip that shows all of them."""
        choices = [Choice(theme, theme) for theme in themes]
        self.theme.editor.set_choices([*choices, Choice(OTHERS, words.ALL_THEMES)] if more else choices)

    def offer_staff(self, staff: Sequence[tuple[int, str]]) -> None:
        """For whom of us praise may be."""
        self.whom.editor.set_choices([Choice(str(number), name) for number, name in staff])

    def _fit_kind(self) -> None:
        """Only praise is for somebody."""
        self.whom.setVisible(self.kind.value() == "compliment")

    def _more(self) -> None:
        if self.theme.value() == OTHERS:
            self.others.emit()


class ThemesForm(FormFrame):
    """The shop's themes as text. `typed(text)` when it is to be kept."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        save = Action(name="keep_themes", label=words.SAVE_THEMES, key=common.SAVE_LINES)
        spec = FormSpec(name="themes_form", title=words.THEMES_TITLE, key=words.THEMES_KEY, save=save)
        super().__init__(spec, parent)
        about = FieldSpec(name="themes", label=words.L_THEMES, hint=words.THEMES_HINT, rows=12)
        self.text = self.add(LinesField(about))
        self.text.changed.connect(partial(self.text.show_problem, ""))
        self.body.addStretch(1)
        self.saved.connect(self._type)

    def _type(self) -> None:
        self.typed.emit(self.text.value())


class WaitingPanel(Panel):
    """What waits after the answer that is being read. `opened(Unread)` to read another first.

    `all_read(answers)` for those of figures alone that stand here.
    """

    opened = Signal(object)
    all_read = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("inbox_waiting", parent=parent)
        self.title = self.add_heading("")
        self.scroller = Scroller("inbox_scroll", self)
        self.list = EntryList("inbox_list", words.WAITING)
        self.scroller.body.addWidget(self.list)
        self.scroller.body.addStretch(1)
        self._figures: tuple[Unread, ...] = ()
        action = Action(name="read_figures", label="", key=words.FIGURES_KEY)
        self.figures = ActionButton(action, parent=self)
        self.body.addWidget(self.scroller, 1)
        self.body.addWidget(self.figures, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(0)
        self.list.opened.connect(self.opened)
        self.figures.clicked.connect(self.read_figures)

    def show_rest(self, rest: Sequence[Unread], today: date) -> None:
        """The first of these, in this order, and how many there are."""
        self._figures = tuple(one for one in rest if one.only_figures)[:_MOST]
        shown = (*[one for one in rest if not one.only_figures][:_MOST], *self._figures)
        self.title.set_text(words.waiting(len(rest)))
        self.list.set_lines([EntryLine(key=one, text=_said(one), tag=about(one, today)) for one in shown])
        self.figures.setVisible(bool(self._figures))
        self.figures.set_action(Action(
            name="read_figures", label=words.all_figures(len(self._figures)), key=words.FIGURES_KEY
        ))  # fmt: skip
        self._fit()

    def read_figures(self) -> None:
        """Those of figures alone that stand here were looked at."""
        if self._figures and self.isVisible():
            self.all_read.emit(self._figures)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stays right below the list."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """No higher than the rows are; where there is less room, they scroll."""
        self.scroller.setMaximumHeight(self.list.heightForWidth(self.scroller.viewport().width()))


def about(answer: Unread, today: date) -> str:
    """Who told us and when; without a name, the week alone."""
    if answer.kept is Kept.NAMELESS:
        return words.nameless(f"{answer.day:%d %b}")
    return words.came(answer.who, say_day(answer.day, today))


def _said(answer: Unread) -> str:
    return words.figures(answer.scores) if answer.only_figures else _short(answer.words or words.ONLY_FIGURES)


def _short(said: str) -> str:
    line = " ".join(said.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT].rstrip()}…"
