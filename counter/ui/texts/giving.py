"""Words of the page that shows who gets extras, what last week would have brought, and the catalogue as a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.ui.texts import count

GIVING: Final = "Who gets extras"
SUB: Final = "Whether everybody gets their share, and what the catalogue would do"
FAIR: Final = "Who got one"
LAST_WEEK: Final = "Last week, tried out"
TAKE_OUT: Final = "Save the catalogue as a file"
BRING_IN: Final = "Bring a catalogue in"
TAKE_NEW: Final = "Take the new ones"
TAKE_ALL: Final = "Take the changed ones too"
LEAVE: Final = "Leave it"
FILE_NAME: Final = "gestures.json"
FILES: Final = "Catalogues (*.json)"
GROUP_HEADS: Final = ("Who", "Visits", "Extras", "Of their share")
GROUPS: Final[Mapping[str, str]] = {
    "known": "Known by name",
    "walk-in": "Without a name",
    "often": "Often here",
    "rare": "Rarely here",
    "morning": "In the morning",
    "noon": "At noon",
    "evening": "In the evening",
}
GIVER_HEADS: Final = ("Given by", "Extras", "Most to", "Least to")
NEVER_HEADS: Final = ("Often here, and never got one", "Visits", "Last here")
WEEK_HEADS: Final = ("Day", "Who", "What would have come", "Why")
FOUND_HEADS: Final = ("In the file", "")
NEW, CHANGED, BAD = "new", "changed", "can’t be taken"
NOBODY: Final = "someone"
NOTHING_LAST_WEEK: Final = "Nothing would have been suggested in the last seven days."
NOTHING_NEW: Final = "Nothing in this file is new here."


def weeks(visits: int, given: int) -> str:
    """What the mirror looks at."""
    extras = count(given, "{} brought an extra", "{} brought an extra")
    return f"{count(visits, '{} visit', '{} visits')} in 13 weeks, {extras}. What makes good is not counted here."


def share(of_its_due: float) -> str:
    """How much of an even share a group got."""
    return f"{100 * of_its_due:.0f} %"


def tried(number: int) -> str:
    """Over the dry run."""
    if not number:
        return NOTHING_LAST_WEEK
    visits = count(number, "{} visit", "{} visits")
    return f"An extra would have come up at {visits} of the last seven days, had each been given. Nothing was changed."


def offered(new: int, changed: int, same: int, problems: int) -> str:
    """What a file holds."""
    parts = [f"{new:,} new", f"{changed:,} changed", f"{same:,} the same"]
    bad = [count(problems, "{} can’t be taken", "{} can’t be taken")] if problems else []
    return f"{', '.join([*parts, *bad])}. New ones stay switched off until you have looked at them."


def taken(number: int) -> str:
    """After a file was taken in."""
    return f"{count(number, '{} gesture is', '{} gestures are')} in the catalogue now: see Gestures."


def written(name: str) -> str:
    """After the catalogue was saved as a file."""
    return f"The catalogue is in {name}."
