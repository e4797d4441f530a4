"""The slip: looked at in its panel, made and queued on Enter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from counter.desk import drafts, thank
from counter.desk.composing import SlipWish
from counter.desk.till import Till
from counter.errors import DiskFault
from counter.paper.layout import lay_out
from counter.paper.sheet import Sheet
from counter.records.entries import Draft, Saved
from counter.records.slips import SlipKind
from counter.ui.counter.errands import Errands
from counter.ui.counter.owed import Again
from counter.ui.counter.slip_panel import SlipOffer, SlipPanel, SlipPick
from counter.ui.texts import slip as words
from counter.ui.unsure import AGAIN

FORM: Final = "slip"


@dataclass(frozen=True, slots=True)
class _Sent:
    """A pick on its way to the disk, or refused by it: with its operation, last, and those of the picks before it."""

    customer_id: int
    wish: SlipWish
    ops: tuple[str, ...]
    until: datetime


class Thanking(QObject):
    """Opens the panel for the person who is open. `queued(Saved)` when a slip was put into the print queue."""

    queued = Signal(object)

    def __init__(self, errands: Errands) -> None:
        super().__init__(errands.window)
        self._errands = errands
        self._panel: SlipPanel | None = None
        self._held: SlipPanel | None = None
        self._sent: dict[int, _Sent] = {}
        self._again = Again(self)
        self._customer = 0
        self._asked = 0

    def start(self, customer_id: int) -> None:
        """F9: the panel, and the usual slip in it."""
        self._customer = customer_id
        panel = SlipPanel()
        panel.saved.connect(self._print)
        panel.wished.connect(self._wish)
        self._panel = panel
        self._errands.window.open_form(panel, FORM)
        self._preview(SlipPick(), partial(self._offer, panel))

    def reprint(self) -> None:
        """Shift+F9: the last one again."""
        self._errands.do(thank.reprint, self.queued.emit)

    def _preview(self, pick: SlipPick, then: object) -> None:
        self._asked += 1
        work = partial(thank.choices, self._errands.till, self._customer, _wish(pick))
        self._errands.ask(work, partial(self._chosen, self._asked, then))

    def _chosen(self, number: int, then: object, choices: thank.SlipChoices) -> None:
        """The answer to the newest wish; an older one is dropped."""
        if number != self._asked or self._errands.window.form() is not self._panel:
            return
        if callable(then):
            then(choices)
        work = partial(lay_out, choices.preview, self._errands.paper, self._errands.fonts)
        self._errands.lanes.work(work, partial(self._painted, number), self._errands.failed)

    def _offer(self, panel: SlipPanel, choices: thank.SlipChoices) -> None:
        kinds = [(kind.value, words.KINDS[kind.value]) for kind in choices.kinds]
        lined = [kind.value for kind in choices.lined]
        panel.show_offer(SlipOffer(lines=choices.lines, kinds=kinds, lined=lined, languages=choices.languages))
        if choices.kinds[0] is not SlipKind.THANK_YOU:
            self._wish(panel.pick())  # the usual one now is another than was drawn
        self._errands.window.middle.place.focus_first()

    def _painted(self, number: int, sheet: Sheet) -> None:
        panel = self._panel
        if number == self._asked and panel is not None and self._errands.window.form() is panel:
            panel.show_sheet(sheet)

    def _wish(self, pick: SlipPick) -> None:
        self._again.drop()
        self._preview(pick, None)

    def _print(self) -> None:
        """Once at a time, however often Enter is pressed."""
        panel, till = self._panel, self._errands.till
        if panel is None or panel is self._held or self._errands.window.form() is not panel:
            return
        self._held = panel
        self._again.drop()
        self._errands.patience.begin()
        sent = self._sent[self._customer] = self._next(_wish(panel.pick()))
        draft = Draft(form=FORM, customer_id=sent.customer_id, ops=sent.ops)
        work = partial(drafts.finish, till, draft, partial(_keep, till, sent))
        self._errands.lanes.database(work, partial(self._made, panel, sent), partial(self._failed, panel, sent))

    def _next(self, wish: SlipWish) -> _Sent:
        """What the disk refused may stand all the same: the same pick is done once, another takes its place."""
        now, before = self._errands.till.now, self._sent.get(self._customer)
        ops = before.ops if before is not None and now < before.until else ()
        if before is None or not ops or before.wish != wish:
            ops = (*ops, uuid4().hex)
        return _Sent(self._customer, wish, ops, now + AGAIN)

    def _made(self, panel: SlipPanel, sent: _Sent, saved: Saved) -> None:
        """It is on disk and in the queue: the panel may go."""
        self._let_go(panel)
        if self._sent.get(sent.customer_id) is sent:
            del self._sent[sent.customer_id]
        if self._errands.window.form() is panel:
            self._errands.window.close_form()
        self.queued.emit(saved)

    def _failed(self, panel: SlipPanel, sent: _Sent, fault: Exception) -> None:
        """The panel stays as it is; what the disk refused is tried again, unless another was picked since."""
        self._let_go(panel)
        stands = self._errands.window.form() is panel and _wish(panel.pick()) == sent.wish
        if isinstance(fault, DiskFault) and stands:
            self._again.hold(self._print)
        self._errands.failed(fault)

    def _let_go(self, panel: SlipPanel) -> None:
        self._errands.patience.end()
        if self._held is panel:
            self._held = None


def _keep(till: Till, sent: _Sent, op: str) -> Saved:
    """On the database lane."""
    return thank.slip(till, op, sent.customer_id, sent.wish)


def _wish(pick: SlipPick) -> SlipWish:
    kind = SlipKind(pick.kind) if pick.kind else SlipKind.THANK_YOU
    return SlipWish(kind=kind, line=pick.line, language=pick.language)
