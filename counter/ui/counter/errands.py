"""What the controllers of the counter share: the till, the lanes, the window, and what is said of an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from counter.desk.find import Finder
from counter.desk.till import Till
from counter.errors import DiskFault, Known
from counter.lanes import Lanes
from counter.paper.fonts import Fonts
from counter.records.slips import Paper
from counter.ui.counter.patience import Patience
from counter.ui.counter.window import CounterWindow
from counter.ui.texts import counter as words
from counter.ui.unsure import Unsure


@dataclass(slots=True, kw_only=True)
class Errands:
    """Steps on lanes for one window. `fonts` are for previews only; `paper` is that of the shop's printer.

    `unsure` holds the operation of each wish that the disk refused.
    """

    window: CounterWindow
    lanes: Lanes
    till: Till
    finder: Finder
    fonts: Fonts
    paper: Paper
    unsure: Unsure = field(default_factory=Unsure)
    patience: Patience = field(init=False)

    def __post_init__(self) -> None:
        self.patience = Patience(self.window.edges, self.window)

    def ask(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """A step on the database lane."""
        self.lanes.database(work, then, self.failed)

    def do(self, use_case: Callable[..., Any], then: Callable[[Any], None], *what: object) -> None:
        """A use case that saves: till, an operation, what it is about.

        What the disk refused may stand in the file all the same; asked for again, it is the same operation. While it
        is on its way it is not asked for again: a key pressed twice on a slow disk means it once.
        """
        wish = (use_case, what)
        if self.unsure.is_going(wish):
            return
        op = self.unsure.begun(wish, self.till.now)
        self.patience.begin()
        work = partial(use_case, self.till, op, *what)
        self.lanes.database(work, partial(self._done, wish, then), partial(self._refused, wish, op))

    def _done(self, wish: object, then: Callable[[Any], None], answer: Any) -> None:
        self.unsure.answered(wish)
        self.patience.end()
        then(answer)

    def _refused(self, wish: object, op: str, fault: Exception) -> None:
        self.unsure.answered(wish)
        self.patience.end()
        if isinstance(fault, DiskFault):
            self.unsure.refused(wish, op, self.till.now)
        self.failed(fault)

    def failed(self, fault: Exception) -> None:
        """A sentence at the foot; what was typed stays."""
        self.window.say_problem(fault.sentence if isinstance(fault, Known) else words.PROGRAM_FAULT)
