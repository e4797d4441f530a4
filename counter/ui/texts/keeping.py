"""Words of the page on which it is said how long things are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

KEEPING: Final = "How long we keep"
KEEPING_SUB: Final = "Once a year, look at what is older than you need, and let it go"
HEADS: Final = ("What", "Kept for", "Older now")
KINDS: Final[Mapping[str, str]] = {
    "people": "Customers who were not here since",
    "complaints": "Words of complaints that are settled",
    "answers": "Words of answers to slips",
    "noticed": "What was only noticed or guessed",
}
YEARS_LABEL: Final = "Keep the chosen kind for"
LET_GO: Final = "Let go what is older …"
SURE: Final = "Yes, for good"
NO_WAY_BACK: Final = "People become anonymous and still count; words are taken away. This can’t be undone."
LOOKED: Final = "I have looked"
DUE: Final = "The yearly look is due."


def years(number: int) -> str:
    """A time."""
    return "1 year" if number == 1 else f"{number} years"


def last_look(day: str) -> str:
    """When the owner last looked."""
    return f"Looked through on {day}."
