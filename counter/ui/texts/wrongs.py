"""Words of the page “Put right”: complaints that are not closed yet, and the owner's “Why?”."""

from __future__ import annotations

from typing import Final

from counter.records.when import say_length
from counter.ui.texts import count, isolate

WRONGS: Final = "Put right"
SUB: Final = "Closed when they were told and the cause is known"
HEADS: Final = ("In their words", "Who", "Where it stands", "Why? asked of")
NONE_OPEN: Final = "Nothing is open. What went wrong and isn’t closed yet will stand here."
WHY, WHY_KEY = "Why?", "Ctrl+Y"
OPEN, OPEN_KEY = "Open at the counter", "Enter"
ASK: Final = "Why?"
L_WHO: Final = "Who finds out"
L_BY: Final = "By when"
BY_HINT: Final = "Like today 16:00, Fri or 30 Nov; empty: your usual days. It stands on Today until it is answered."
SAVE, SAVE_KEY = "Ask", "Enter"
ESC: Final = "Esc asks nobody"
KNOWN: Final = "The cause is known already; it stands with the complaint."
SOMEONE: Final = "someone"


def about(words: str) -> str:
    """Which complaint is asked about."""
    return isolate(words)


def took(days: float | None, low: float | None, high: float | None, cases: int) -> str:
    """How long putting right takes, after Kaplan and Meier."""
    if days is None:
        return f"{count(cases, '{} complaint', '{} complaints')} in 13 weeks: too few to say how long it takes."
    from_ = say_length(low or 0)
    reach = "" if low is None else f" (at least {from_})" if high is None else f" ({from_} to {say_length(high)})"
    return f"Half are put right within {say_length(days)}{reach}; 13 weeks, those still open counted."
