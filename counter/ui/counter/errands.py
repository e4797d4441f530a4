"""What the controllers of the counter share: the till, the lanes, the window, and what is said of an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import uuid4

from counter.desk.find import Finder
from counter.desk.till import Till
from counter.errors import Known
from counter.lanes import Lanes
from counter.paper.fonts import Fonts
from counter.records.slips import Paper
from counter.ui.counter.window import CounterWindow
from counter.ui.texts import counter as words


@dataclass(slots=True, kw_only=True)
class Errands:
    """Steps on lanes for one window. `fonts` are for previews only; `paper` is that of the shop's printer."""

    window: CounterWindow
    lanes: Lanes
    till: Till
    finder: Finder
    fonts: Fonts
    paper: Paper

    def ask(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """A step on the database lane."""
        self.lanes.database(work, then, self.failed)

    def do(self, use_case: Callable[..., Any], then: Callable[[Any], None], *what: object) -> None:
        """A use case that saves: till, a new operation, what it is about."""
        self.ask(partial(use_case, self.till, uuid4().hex, *what), then)

    def failed(self, fault: Exception) -> None:
        """A sentence at the foot; what was typed stays."""
        self.window.say_problem(fault.sentence if isinstance(fault, Known) else words.PROGRAM_FAULT)
