"""The slip: looked at in its panel, made and queued on Enter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.desk import thank
from counter.desk.composing import SlipWish
from counter.paper.layout import lay_out
from counter.paper.sheet import Sheet
from counter.records.entries import Saved
from counter.records.slips import SlipKind
from counter.ui.counter.errands import Errands
from counter.ui.counter.slip_panel import SlipOffer, SlipPanel, SlipPick
from counter.ui.texts import slip as words


class Thanking(QObject):
    """Opens the panel for the person who is open. `queued(Saved)` when a slip was put into the print queue."""

    queued = Signal(object)

    def __init__(self, errands: Errands) -> None:
        super().__init__(errands.window)
        self._errands = errands
        self._panel: SlipPanel | None = None
        self._customer = 0
        self._asked = 0

    def start(self, customer_id: int) -> None:
        """F9: the panel, and the usual slip in it."""
        self._customer = customer_id
        panel = SlipPanel()
        panel.saved.connect(self._print)
        panel.wished.connect(self._wish)
        self._panel = panel
        self._errands.window.open_form(panel, "slip")
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
        self._preview(pick, None)

    def _print(self) -> None:
        panel = self._panel
        if panel is not None and self._errands.window.form() is panel:
            self._errands.do(thank.slip, self._made, self._customer, _wish(panel.pick()))

    def _made(self, saved: Saved) -> None:
        """It is on disk and in the queue: the panel may go."""
        if self._errands.window.form() is self._panel:
            self._errands.window.close_form()
        self._panel = None
        self.queued.emit(saved)


def _wish(pick: SlipPick) -> SlipWish:
    kind = SlipKind(pick.kind) if pick.kind else SlipKind.THANK_YOU
    return SlipWish(kind=kind, line=pick.line, language=pick.language)
