"""The page of one customer who asks: found by name, what is kept is handed out, consent is noted, or they go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from counter.records.people import Candidate
from counter.ui.owner.actions import ActionRow, ask_place
from counter.ui.owner.one_person_parts import ConsentPart, ForgetPart
from counter.ui.owner.page import Page
from counter.ui.texts import one_person as words
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.fields import FieldSpec, LineField
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.table import Column, Row, Table
from counter.ui.widgets.text import Text

_ACTIONS = (
    Action(name="pdf", label=words.PDF, key=words.PDF_KEY),
    Action(name="json", label=words.JSON, key=words.JSON_KEY),
    Action(name="other", label=words.SOMEBODY_ELSE, key=words.SOMEBODY_ELSE_KEY),
)


class OnePersonPage(Page):
    """`searched(text)`, `chosen(customer id)`, `saved(path)` with `.pdf` or `.json` at its end, `consented(form
    values)`, `forgotten(way)`.
    """

    searched = Signal(str)
    chosen = Signal(int)
    saved = Signal(str)
    consented = Signal(dict)
    forgotten = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("one_person", words.ONE_PERSON, words.ONE_PERSON_SUB, parent)
        self._who: int | None = None
        self.search = LineField(FieldSpec(name="who_asks", label=words.SEARCH, hint=words.SEARCH_HINT), self)
        heads = words.FOUND_HEADS
        self.found = Table("found_people", words.SEARCH, [Column(title=heads[0]), Column(title=heads[1], stretch=True)])
        self.name_line = Text("", Role.TITLE, parent=self)
        self.row = ActionRow(_ACTIONS, ("pdf",), self)
        self.scroller = Scroller("one_person_scroll", self)
        kept = words.KEPT_HEADS
        self.kept = Table("kept_of_one", words.KEPT, [Column(title=kept[0], stretch=True),
                                                      Column(title=kept[1], end=True)])  # fmt: skip
        self.consent, self.forget = ConsentPart(), ForgetPart()
        self._nobody = Text("", Role.BODY, Tone.QUIET, parent=self)
        for part in (self.search, self._nobody, self.name_line, self.row):
            self.body.addWidget(part)
        self.body.addWidget(self.found, 1)
        self.body.addWidget(self.scroller, 1)
        for inner in (self.kept, self.consent, self.forget):
            self.scroller.body.addWidget(inner)
        self.scroller.body.addStretch(1)
        self.body.addStretch(0)
        self._connect()
        self.show_nobody()

    def show_found(self, found: Sequence[Candidate]) -> None:
        """Who may be meant."""
        self.found.set_rows([Row(key=one.customer_id, cells=(one.name, one.hook)) for one in found])
        self.found.setVisible(bool(found) and self._who is None)
        typed = bool(self.search.value().strip())
        self._nobody.show_text(words.NOBODY if typed and not found and self._who is None else "")

    def show_person(self, who: int, name: str, kept: Mapping[str, int]) -> None:
        """Somebody was chosen: how much of what is kept."""
        self._who = who
        self.name_line.set_text(words.about(name))
        self.kept.set_rows([
            Row(key=title, cells=(title.replace("_", " "), f"{number:,}")) for title, number in kept.items()
        ])  # fmt: skip
        self.kept.set_height(most=12)
        self.consent.clear()
        self.forget.clear()
        self._present()
        self.scroller.verticalScrollBar().setValue(0)
        self.start()

    def show_nobody(self) -> None:
        """Back to the search."""
        self._who = None
        self.search.set_value("")
        self.found.set_rows(())
        self._nobody.show_text("")
        self._present()

    def form_is_open(self) -> bool:
        """Whether somebody is shown: nothing then changes unasked."""
        return self._who is not None

    def refuse(self, sentence: str, field: str = "") -> None:
        """Why it can't be noted."""
        self.consent.refuse(sentence, field)

    def start(self) -> None:
        """On the search, or on what can be done for the one who is shown."""
        first = self.search if self._who is None else self.row.buttons["pdf"]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc: somebody else."""
        if event.key() == Qt.Key.Key_Escape and self._who is not None:
            self._do("other")
        else:
            event.ignore()

    def ask_for(self, wish: str) -> bool:
        """Ctrl+S saves the PDF of who is shown."""
        if wish != "save" or self._who is None:
            return False
        self._do("pdf")
        return True

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        super().restyle(theme)
        if hasattr(self, "scroller"):
            self.scroller.body.setSpacing(theme.space(14))
            self.kept.set_height(most=12)

    def _connect(self) -> None:
        self.search.changed.connect(self._search)
        self.search.editor.returnPressed.connect(lambda: self._choose(self.found.chosen_key()))
        self.found.opened.connect(self._choose)
        self.row.pressed.connect(self._do)
        self.consent.noted.connect(self.consented)
        self.forget.sure.connect(self.forgotten)
        shortcut = QShortcut(QKeySequence(words.JSON_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.row.buttons["json"].click)
        self.restyle(current())

    def _present(self) -> None:
        here = self._who is not None
        self.search.setVisible(not here)
        self.found.setVisible(not here and self.found.model().rowCount() > 0)
        for part in (self.name_line, self.scroller):
            part.setVisible(here)
        self.row.show_only([action.name for action in _ACTIONS] if here else ())

    def _search(self) -> None:
        self.searched.emit(self.search.value())

    def _choose(self, key: object) -> None:
        if isinstance(key, int):
            self.chosen.emit(key)

    def _do(self, name: str) -> None:
        if name == "other":
            self.show_nobody()
            self.start()
        elif self._who is not None:
            ask_place(self, words.PDF if name == "pdf" else words.JSON, words.file_name(name), self.saved.emit)
