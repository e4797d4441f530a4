"""How long the system's queue may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Seconds: for one command, for a trouble to pass, for the slip in all, and between two looks."""

    command: float = 4.0
    trouble: float = 2.0
    whole: float = 45.0
    look: float = 0.2
