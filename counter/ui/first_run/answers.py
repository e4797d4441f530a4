"""What came of the first start."""

from __future__ import annotations

from dataclasses import dataclass

from counter.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The shop's settings, who stands at the counter, and the system printer chosen; empty for slips as PDF."""

    settings: Settings
    staff: tuple[str, ...] = ()
    printer: str = ""
