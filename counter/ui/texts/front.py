"""Words of the counter window that its parts share."""

from __future__ import annotations

from typing import Final

from counter.ui.texts import count

ALREADY: Final = "An extra was given today"
OPEN: Final = "Open"
PROMISED: Final = "Promised"
READY: Final = "Ready to collect"
WENT_WRONG: Final = "Went wrong, not told yet"
TO_DO: Final = "To do"
NOTHING_TODAY: Final = "Nothing is due today. Just type a name."
NOTHING_KNOWN: Final = "Nothing is known yet. F7 notes what they tell you."
SLIP_FOR: Final = "Their slip prints with a code; no amounts, no notes."


def visits(number: int) -> str:
    """Beside the name."""
    return count(number, "{} visit", "{} visits") if number else "the first time here"
