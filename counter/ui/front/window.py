"""The counter window: builds, shows records, emits what was pressed. It knows no desk."""
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.card import CustomerCard, Today
from counter.records.people import Candidate
from counter.ui.front.card_view import Body, Head
from counter.ui.front.do_view import Extra, SlipFoot
from counter.ui.texts import card, common, find
from counter.ui.theme import Mode, Role, Tone
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.columns import Parts, ThreeColumns
from counter.ui.widgets.keylist import KeyLine, KeyList
from counter.ui.widgets.messages import MessageBar
from counter.ui.widgets.results import Result, ResultList
from counter.ui.widgets.ring import FocusRing
from counter.ui.widgets.search import SearchField
from counter.ui.widgets.text import Text
from counter.ui.widgets.topbar import TopBar

NEW = "new"
KEYS = {
    "F8": "visit", "F9": "slip", "Shift+F9": "reprint", "F11": "someone", "Ctrl+N": "new_person", "Ctrl+G": "given",
    "Ctrl+T": "another", "Ctrl+L": "not_today", "Ctrl+Z": "undo", "Esc": "escape",
}
OFFERED = frozenset(KEYS.values())


class CounterWindow(QWidget):
    """`asked(text)`, `opened(customer id)`, `acted(name)` for each key and button."""

    asked = Signal(str)
    opened = Signal(object)
    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counter_window")
        self.setWindowTitle(common.PROGRAM)
        self.search = SearchField("search", find.SEARCH, find.PLACEHOLDER)
        self.found = ResultList("found", find.FOUND)
        self.head, self.body = Head(), Body()
        self.extra, self.slip = Extra(), SlipFoot()
        self.keys = KeyList("keys", "Keys")
        self.top = TopBar(Action(name="staff", label="", key="Ctrl+1"))
        self.message = MessageBar(Action(name="undo", label=common.UNDO, key=common.UNDO_KEY))
        self._foot = Text(find.FOOT_EMPTY, Role.SMALL, Tone.QUIET)
        self.columns = self._columns()
        self._shortcuts = [self._shortcut(key, name) for key, name in KEYS.items()]
        self._lay_out()
        self._connect()
        self.ring = FocusRing(self)
        self.search.setFocus()

    def show_found(self, text: str, candidates: tuple[Candidate, ...]) -> None:
        """Answer what was typed; the last row makes a new person of it."""
        rows = [_result(candidate) for candidate in candidates]
        if text.strip():
            rows.append(_new_row(text, anybody=bool(candidates)))
        self.found.set_results(rows)
        self._foot.set_text(find.FOOT if text else find.FOOT_EMPTY)
        self.columns.set_searching(searching=bool(text))

    def show_today(self, today: Today, title: str) -> None:
        """Nobody open."""
        self.head.show_day(card.TODAY, title)
        self.body.show_day(today)
        self.extra.show_nobody()
        self.slip.setEnabled(False)
        self.keys.set_lines([_key(line) for line in card.KEYS_TODAY if line[0] in OFFERED])
        if not self.search.text():
            self.show_found("", today.recent)

    def show_card(self, customer_card: CustomerCard) -> None:
        """Somebody open."""
        self.head.show_card(customer_card)
        self.body.show_card(customer_card)
        self.extra.show_suggestion(customer_card.suggestion)
        self.slip.setEnabled(True)
        self.keys.set_lines([_key(line) for line in card.KEYS if line[0] in OFFERED])
        self.columns.set_searching(searching=False)
        self.search.selectAll()  # the next name is typed over this one

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Typing anywhere outside a field goes into the search field."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _types(event):
            self.search.setFocus()
            self.search.insert(event.text())
            return True
        return super().eventFilter(watched, event)

    def _columns(self) -> ThreeColumns:
        parts = Parts(
            search=self.search, found=self.found, find_foot=self._foot, head=self.head, body=self.body,
            form=QWidget(), extra=self.extra, keys=self.keys, slip=self.slip,
        )
        return ThreeColumns(parts, self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.columns, 1)
        column.addWidget(self.message)

    def _connect(self) -> None:
        self.search.asked.connect(self.asked)
        self.search.moved.connect(self.found.move_choice)
        self.search.opened.connect(self.found.open_chosen)
        self.found.opened.connect(self._open)
        self.body.opened.connect(self.opened)
        self.extra.acted.connect(self.acted)
        self.keys.pressed.connect(self.acted)
        self.slip.button.clicked.connect(self._slip)
        self.message.undo.connect(self._undo)
        self.columns.mode_changed.connect(self._give_way)
        for widget in (self.keys, self.slip.button, *self.extra.findChildren(QWidget)):
            widget.installEventFilter(self)

    def _shortcut(self, key: str, name: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setObjectName(name)
        shortcut.activated.connect(self._pressed)
        return shortcut

    def _pressed(self) -> None:
        self.acted.emit(self.sender().objectName())

    def _slip(self) -> None:
        self.acted.emit("slip")

    def _undo(self) -> None:
        self.acted.emit("undo")

    def _open(self, key: object) -> None:
        if key == NEW:
            self.acted.emit("new_person")
        else:
            self.opened.emit(key)

    def _give_way(self, mode: Mode) -> None:
        self.top.set_mode(mode)
        self.message.set_mode(mode)


def _types(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return bool(event.text()) and event.text().isprintable() and event.text() != " " and not held


def _key(line: tuple[str, str, str, str]) -> KeyLine:
    name, key, label, tail = line
    return KeyLine(name=name, key=key, label=label, tail=tail)


def _result(candidate: Candidate) -> Result:
    seen = f"{candidate.last_visit:%d %b}" if candidate.last_visit else ""
    return Result(
        key=candidate.customer_id, name=candidate.name or "someone", when=seen, hook=candidate.hook,
        why=candidate.why, shared=candidate.shared_name,
    )


def _new_row(text: str, *, anybody: bool) -> Result:
    hook = find.NOTHING_TO_TYPE if anybody else find.NOBODY_YET
    return Result(key=NEW, name=find.new_person(text.strip()), hook=hook, cap=find.NEW_KEY, apart=True)
