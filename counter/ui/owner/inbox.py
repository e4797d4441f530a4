"""The inbox: one answer after another, each made a complaint, praise, an idea or thanks by a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from counter.office.inbox import Reading, Unread
from counter.records.report import Sorted
from counter.ui.owner.actions import ask_files
from counter.ui.owner.inbox_parts import ReadingForm, ThemesForm, WaitingPanel
from counter.ui.owner.page import EmptyNote, Page, button
from counter.ui.texts import inbox as words
from counter.ui.texts import ways_back
from counter.ui.theme import Mode
from counter.ui.widgets.buttons import Action

Offer = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxShown:
    """What waits, today, all themes in the owner's order, and who works here."""

    waiting: tuple[Unread, ...]
    today: date
    themes: tuple[str, ...]
    staff: tuple[tuple[int, str], ...] = ()


class InboxPage(Page):
    """`read(Reading)` when a person says what an answer is, `themes_wanted` and `themes_typed(text)` for the themes.

    `files_picked(paths)` for files with more of what customers wrote.
    """

    read = Signal(object)
    themes_wanted = Signal()
    themes_typed = Signal(str)
    files_picked = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("inbox", words.INBOX, words.SUB, parent)
        self._shown = InboxShown(waiting=(), today=date.min, themes=())
        self._at: Unread | None = None
        self._offer: Offer = _none
        self.themes_button = button(self, Action(name="inbox_themes", label=words.THEMES, key=words.THEMES_KEY))
        from_file = Action(name="inbox_from_file", label=words.FROM_FILE, key=words.FROM_FILE_KEY)
        self.from_file = button(self, from_file)
        self.empty = EmptyNote(self)
        self.form, self.themes_form, self.waiting = ReadingForm(self), ThemesForm(self), WaitingPanel(self)
        for part, stretch in ((self.empty, 0), (self.form, 3), (self.themes_form, 3), (self.waiting, 2)):
            self.body.addWidget(part, stretch)
        self.body.addStretch(0)
        self.themes_form.hide()
        self._connect()
        self._present()

    def show_inbox(self, shown: InboxShown) -> None:
        """All that waits; the answer that was being read stays if it is still there, else the first comes."""
        self._shown = shown
        self.themes_form.hide()
        self.form.offer_staff(shown.staff)
        here = next((one for one in shown.waiting if self._at and one.id == self._at.id), None)
        first = next((one for one in shown.waiting if not one.only_figures), None)
        self._go(here or first)

    def offer_by(self, offer: Offer) -> None:
        """From now on themes are offered by this: words in, the likeliest three out."""
        self._offer = offer
        if self._at is not None and not self.form.theme.value():
            self.form.offer_themes(offer(self._at.words), more=True)

    def show_themes(self, text: str) -> None:
        """The themes to edit, in the place of the answer."""
        self.themes_form.set_values({"themes": text})
        self.themes_form.show()
        self._present()
        self.themes_form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def new(self) -> None:
        """Asks for files with what customers wrote (Ctrl+N)."""
        ask_files(self, ways_back.CHOOSE_WORDS, ways_back.FILES, self.files_picked.emit)

    def form_is_open(self) -> bool:
        """Whether something was chosen or typed that is not kept yet."""
        return not self.themes_form.isHidden() or (self._at is not None and bool(self.form.kind.value()))

    def refuse(self, sentence: str, field: str = "") -> None:
        """What was chosen or typed can't be taken."""
        (self.form if self.themes_form.isHidden() else self.themes_form).show_problem(field, sentence)

    def start(self) -> None:
        """What the answer is; where all words are read, those of figures alone, or the themes."""
        rest = self.waiting.figures if self._shown.waiting else self.themes_button
        first = rest if self._at is None else self.form.kind
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_mode(self, mode: Mode) -> None:
        """Where room is short, what waits goes."""
        super().set_mode(mode)
        if hasattr(self, "waiting"):
            for form in (self.form, self.themes_form):
                form.set_mode(mode)
            self._present()

    def _connect(self) -> None:
        self.from_file.clicked.connect(self.new)
        self.themes_button.clicked.connect(self.themes_wanted)
        for key, act in ((words.THEMES_KEY, self.themes_wanted), (words.FIGURES_KEY, self.waiting.read_figures)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.form.saved.connect(self._save)
        self.form.others.connect(self._offer_all)
        self.form.put_away.connect(self._leave)
        self.themes_form.typed.connect(self.themes_typed)
        self.themes_form.put_away.connect(self._leave)
        self.waiting.opened.connect(self._go)

    def _go(self, answer: object) -> None:
        typing = self.isAncestorOf(focus) if (focus := self.focusWidget()) else False
        self._at = answer if isinstance(answer, Unread) else None
        if self._at is not None:
            self.form.show_answer(self._at, self._shown.today)
            self.form.offer_themes(self._offer(self._at.words), more=True)
        self.waiting.show_rest([one for one in self._shown.waiting if one != self._at], self._shown.today)
        self._present()
        if typing and self.isVisible():
            self.start()

    def _offer_all(self) -> None:
        self.form.offer_themes(self._shown.themes, more=False)
        self.form.theme.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if self._at is None:
            return
        v = self.form.values()
        kind = Sorted(v["sorted_as"]) if v["sorted_as"] else None
        whom = int(v["whom"]) if v["whom"] else None
        self.read.emit(Reading(answer=self._at, sorted_as=kind, theme=v["theme"], staff_id=whom))

    def _leave(self) -> None:
        """Nothing is kept: the answer waits on, with nothing chosen."""
        self.themes_form.hide()
        self._go(self._at)

    def _present(self) -> None:
        themes = not self.themes_form.isHidden()
        self.form.setVisible(self._at is not None and not themes)
        rest = len(self._shown.waiting) > (self._at is not None) and (self.mode is not Mode.NARROW or self._at is None)
        self.waiting.setVisible(rest and not themes)
        nothing = words.NO_WORDS_LEFT if self._shown.waiting else words.NOTHING
        self.empty.explain("" if themes else nothing, () if self._at is None else (self._at,))
        self.heading.setVisible(self.mode is not Mode.NARROW or self._at is None)


def _none(_said: str) -> tuple[str, ...]:
    """Nothing is offered before anything was learnt."""
    return ()

