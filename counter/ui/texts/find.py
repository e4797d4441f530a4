"""Words of the search column."""

from __future__ import annotations

from typing import Final

from counter.ui.texts import isolate

SEARCH: Final = "Search"
PLACEHOLDER: Final = "Name, phone, code, a memory"
FOUND: Final = "Found"
LAST: Final = "Last at the counter"
FOOT: Final = "↑ ↓ choose · Enter opens · Esc empties"
FOOT_EMPTY: Final = "Just type. ↓ goes to Today"
NOTHING_TO_TYPE: Final = "Nothing to type again"
NOBODY_YET: Final = "No one by that name yet. Ctrl+N adds them."
NEW_KEY: Final = "Ctrl+N"
SOUNDS_ALIKE: Final = "sounds alike"
_NUMBERS: Final = ("", "", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def share_this_name(number: int) -> str:
    """Above namesakes."""
    words = _NUMBERS[number] if number < len(_NUMBERS) else f"{number}"
    return f"{words} share this name"


def new_person(typed: str) -> str:
    """The last row."""
    return f"New person “{isolate(typed)}”"
