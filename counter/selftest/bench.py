"""What the checks work on: an open shop, and what one check leaves for the next."""
from dataclasses import dataclass, field
from pathlib import Path

from counter.desk.till import Till
from counter.lookup import Index
from counter.outbox import Errand
from counter.paper.fonts import Fonts
from counter.printing.memory import Memory


@dataclass(slots=True, kw_only=True)
class Bench:
    """The made-up shop in `folder`; `page` is the command that serves the tablet's page."""

    folder: Path
    slips: Path
    till: Till
    index: Index
    fonts: Fonts
    page: tuple[str, ...]
    person_id: int = 0
    errand: Errand | None = None
    printer: Memory = field(default_factory=Memory)
