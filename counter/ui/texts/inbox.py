"""Words of the inbox: answers to slips, read by a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.ui.texts import count, isolate
from counter.ui.texts.keys import VOICES_FILE_KEY

INBOX: Final = "Inbox"
SUB: Final = "Every answer is read by one of us, whatever its figures"
FIGURES_KEY: Final = "Ctrl+R"
NO_WORDS_LEFT: Final = "All words are read. These answers have figures alone."
NOTHING: Final = "All is read. What customers answer to slips will stand here."
READ: Final = "What they told us"
WAITING: Final = "Waiting to be read"
WITHOUT_A_NAME: Final = "without a name"
SOMEONE: Final = "someone"
WANTS_ANSWER: Final = "Wants an answer: it stands on Today as something to do"
ONLY_FIGURES: Final = "No words, only figures."
WHAT: Final = "What is it?"
KINDS: Final[Mapping[str, str]] = {
    "complaint": "Complaint",
    "compliment": "Praise",
    "idea": "Idea",
    "thanks": "Thanks",
}
ABOUT: Final = "What is it about?"
ABOUT_HINT: Final = "Three are offered; what you choose teaches."
ALL_THEMES: Final = "Others …"
WHOM: Final = "For whom, if they said"
ALL_OF_US: Final = "All of us"
SAVE, SAVE_KEY = "Keep it, and the next", "Enter"
FROM_FILE, FROM_FILE_KEY = "From a file …", VOICES_FILE_KEY
THEMES, THEMES_KEY = "Themes …", "Ctrl+T"
THEMES_TITLE: Final = "Themes, and words that point to them"
L_THEMES: Final = "One theme a line: its name, a colon, words with commas between"
THEMES_HINT: Final = "Words in any language. They count from the first day; what you choose in the inbox counts more."
SAVE_THEMES: Final = "Keep the themes"


def came(who: str, day: str) -> str:
    """Who told us, and when."""
    return f"{isolate(who) if who else SOMEONE}, {day}"


def nameless(week: str) -> str:
    """An answer without a name has its week alone."""
    return f"{WITHOUT_A_NAME}, week of {week}"


def figures(scores: tuple[int | None, ...]) -> str:
    """The three figures as they were given."""
    given = " · ".join("–" if score is None else str(score) for score in scores)
    return f"their figures: {given}" if any(score is not None for score in scores) else ""


def waiting(number: int) -> str:
    """How many are left."""
    return count(number, "{} answer waits to be read", "{} answers wait to be read")


def all_figures(number: int) -> str:
    """The button under answers that have no words."""
    return count(number, "Read: {} answer of figures alone", "Read: all {} of figures alone")
