"""Each kind of slip as the owner wants it, with a preview that follows while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from counter.office.designs import Offer
from counter.paper.sheet import Sheet
from counter.records.slips import PAPERS
from counter.ui.owner.page import Page
from counter.ui.owner.slip_design_form import DesignFoot, DesignForm
from counter.ui.owner.slip_design_preview import ROLL_WIDTH, TruePreview
from counter.ui.texts import slip_design as words
from counter.ui.texts.slip import KINDS, cannot_show
from counter.ui.theme import Mode, Tone, current
from counter.ui.widgets.buttons import ENTER
from counter.ui.widgets.chips import ChipRow, Choice


class SlipDesignPage(Page):
    """`wished(Offer, paper key)` when another preview is wanted, `saved(Offer)`, `typing(bool)`."""

    wished = Signal(object, str)
    saved = Signal(object)
    typing = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("slips", words.TITLE, words.SUB, parent)
        self._offers: dict[str, Offer] = {}
        self._kind = ""
        self.kinds = ChipRow("slip_kinds", words.WHICH, parent=self)
        self.form, self.foot, self.preview = DesignForm(self), DesignFoot(self), TruePreview(self)
        self.papers = ChipRow("slip_papers", words.PAPER, parent=self)
        self.papers.set_choices([Choice(key, paper.name) for key, paper in PAPERS.items()], ["roll80"])
        self._middle, self._right = QBoxLayout(QBoxLayout.Direction.LeftToRight), QVBoxLayout()
        self._right.addWidget(self.papers)
        self._right.addWidget(self.preview, 1)
        self._middle.addWidget(self.form, 1)
        self._middle.addLayout(self._right)
        self.body.addWidget(self.kinds)
        self.body.addLayout(self._middle, 1)
        self.body.addWidget(self.foot)
        self._middle.setSpacing(current().space(16))
        self._right.setSpacing(current().space(8))
        self._connect()

    def show_designs(self, offers: Sequence[Offer], paper: str) -> None:
        """All kinds as they are kept; the preview is on `paper`, that of the usual printer."""
        self._offers = {offer.kind.value: offer for offer in offers}
        self.papers.choose([paper])
        kind = self._kind if self._kind in self._offers else next(iter(self._offers))
        self.kinds.set_choices([Choice(key, KINDS[key]) for key in self._offers], [kind])
        self._show_kind(kind)

    def show_sheet(self, sheet: Sheet) -> None:
        """The preview that was wished for; what no font can show is said."""
        self.preview.show_sheet(sheet)
        if sheet.missing:
            self.foot.say(cannot_show(" ".join(sheet.missing)), Tone.RED)

    def form_is_open(self) -> bool:
        """Whether something was changed and not saved."""
        return self.form.differs()

    def refuse(self, sentence: str, field: str = "") -> None:
        """It can't be saved: a sentence beside what is wrong."""
        if not self.form.refuse(sentence, field):
            self.foot.say(sentence, Tone.RED)

    def start(self) -> None:
        """The kinds of slips."""
        self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_mode(self, mode: Mode) -> None:
        """Parts over fields where room is short."""
        super().set_mode(mode)
        self.form.set_mode(mode)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview stands beside the form where a roll has room there in its true size, else under it."""
        super().resizeEvent(event)
        beside = event.size().width() >= 2 * ROLL_WIDTH
        direction = QBoxLayout.Direction
        self._middle.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.preview.setMinimumWidth(ROLL_WIDTH if beside else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves; Esc leaves what was changed."""
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._try_to_save()
        elif event.key() == Qt.Key.Key_Escape and self.form.differs():
            self.form.as_kept()
        else:
            event.ignore()

    def _connect(self) -> None:
        self.kinds.changed.connect(self._other_kind)
        self.papers.changed.connect(self._wish)
        self.form.changed.connect(self._typed)
        self.foot.save.clicked.connect(self._try_to_save)
        self.foot.as_it_came.clicked.connect(self.form.as_it_came)

    def _other_kind(self, keys: tuple[str, ...]) -> None:
        """Another kind, unless this one would be lost."""
        if self.form.differs():
            self.kinds.choose([self._kind])
            self.foot.say(words.SAVE_FIRST, Tone.RED)
        elif keys:
            self._show_kind(keys[0])

    def _show_kind(self, kind: str) -> None:
        self._kind = kind
        self.form.show_offer(self._offers[kind])
        self._typed()

    def _typed(self) -> None:
        changed = self.form.differs()
        self.foot.say(words.UNSAVED if changed else "")
        self.typing.emit(changed)
        self._wish()

    def _wish(self) -> None:
        offer = self.form.offer()
        if offer is not None:
            self.wished.emit(offer, next(iter(self.papers.chosen()), "roll80"))

    def _try_to_save(self) -> None:
        if self.form.differs():
            self.saved.emit(self.form.offer())
