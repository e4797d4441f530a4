"""Words of the search column."""

from __future__ import annotations

from typing import Final

from counter.ui.texts import isolate
from counter.ui.texts.keys import KEYS

SEARCH: Final = "Search"
PLACEHOLDER: Final = "Name, phone, code …"
FOUND: Final = "Found"
LAST: Final = "Last at the counter"
FOOT: Final = "↑ ↓ choose · Enter opens · Esc empties"
FOOT_EMPTY: Final = "Just type: a name, a number, something you remember. ↓ goes to Today"
NOTHING_TO_TYPE: Final = "Nothing to type again"
NOBODY_YET: Final = "No one by that name yet. Ctrl+N adds them."
NOT_READ_YET: Final = "Not among the names read so far; they may be here all the same. Ctrl+N adds them."
NO_SUCH_SLIP: Final = "No slip of ours carries this code."
NEW_KEY: Final = KEYS["new_person"]
SOUNDS_ALIKE: Final = "sounds alike"
_NUMBERS: Final = ("", "", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def share_this_name(number: int) -> str:
    """Above namesakes."""
    words = _NUMBERS[number] if number < len(_NUMBERS) else f"{number}"
    return f"{words} share this name"


def new_person(typed: str) -> str:
    """The last row."""
    return f"New person “{isolate(typed)}”"
