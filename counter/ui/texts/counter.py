"""Words of the counter window: what it says when a key can't do anything now, and of the person's head."""

from __future__ import annotations

from typing import Final

from counter.ui.texts import count, isolate
from counter.ui.texts.keys import KEYS

SOMEONE: Final = "someone"
FIND_FIRST: Final = "Find someone first, or F11 for someone without a name."
NOTHING_GIVEN: Final = "No extra was given lately, or it is known already how it was taken."
NOTHING_SUGGESTED: Final = "No extra is suggested now. Ctrl+T suggests one all the same."
NOTHING_HALF_WRITTEN: Final = "Nothing half written stands here."
THROW_IT: Final = f"{KEYS['drop_draft']} again throws it away for good."
THROWN: Final = "Thrown away."
TYPED_SINCE: Final = (
    "This is saved as it was when you pressed Save. What you typed since is still here, and not saved yet."
)
EDIT: Final = "Edit"
NOTHING_KNOWN: Final = "Nothing known yet. F7 keeps what matters to them, what they like and what must never be."
NOTHING_SO_FAR: Final = "Nothing yet. Whatever happens from now on stands here."
REACH: Final = "To reach them"
HOUSEHOLD: Final = "Household"
CREDIT: Final = "Store credit"
CREDIT_KEY: Final = "(Ctrl+B uses it)"
NO_BOUNDARY: Final = "nothing to eat, scent or touch until someone says what it forbids"
MAY_COLLECT: Final = "(may collect)"
SKIPPED: Final = "Not today"
SKIPPED_WHY: Final = "Their name is enough."
EXTRA_GIVEN: Final = "Extra given"
PROGRAM_FAULT: Final = "Something went wrong in the program. What you typed is kept."
SLOW_DISK: Final = "The disk is slow: this is still being saved, and what you typed is still here"
SOURCES: Final = {"said": "said", "noticed": "noticed", "guessed": "guessed"}
REACTIONS: Final = (
    ("delighted", "Delighted"),
    ("pleased", "Pleased"),
    ("neutral", "Neutral"),
    ("awkward", "Awkward"),
)
LANGUAGES: Final = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "tr": "Turkish", "ar": "Arabic", "vi": "Vietnamese", "uk": "Ukrainian",
}  # fmt: skip

# likeliest first
CIRCUMSTANCES: Final = (
    ("rain", "Rain"),
    ("with_child", "Child along"),
    ("with_dog", "Dog along"),
    ("heavy", "Heavy bag"),
    ("bad_day", "Bad day"),
    ("long_wait", "Waited long"),
    ("gift_purchase", "Buys a present"),
    ("no_purchase", "Leaves without buying"),
    ("heat", "Heat"),
    ("cold", "Cold"),
    ("holiday", "Holiday"),
)
DAY_ONLY: Final = ("rain", "heat", "cold", "holiday")

# what the button on something open says
ACTS: Final = {
    "complaint": "Put it right",
    "cause": "Find out why",
    "order": "Go on",
    "ready": "Collected",
    "follow_up": "Done",
}


def tell(address: str) -> str:
    """“Tell her”, as they like to be addressed."""
    return f"Tell {({'she': 'her', 'he': 'him'}).get(address, 'them')}"


def visits_since(visits: int, since: str) -> str:
    """“41 visits since March 2024”; the first visit says so."""
    if visits < 2:
        return "first visit" if visits else "not here yet"
    return f"{count(visits, '{} visit', '{} visits')} since {since}"


def here_already(name: str) -> str:
    """F8 for somebody who is noted as here today."""
    return f"{isolate(name) if name else 'This person'} is noted as here today."


def say_name(pronunciation: str) -> str:
    """How the name is said, where no other name is wanted."""
    return f"Say {isolate(pronunciation)}"


def slips_in(language: str) -> str:
    """“slips in Arabic”."""
    return f"slips in {LANGUAGES.get(language, language)}"


def slip_for(name: str, language: str, paper: str) -> str:
    """Under the slip button: “For Ania · in English · 58 mm”."""
    whose = f"For {isolate(name)}" if name else "For someone, without a name on it"
    tongue = f"in {LANGUAGES.get(language, language)}" if language else ""
    return " · ".join(part for part in (whose, tongue, paper) if part)


def whose(value: str, owner: str) -> str:
    """A number and whose it is."""
    return f"{value} · {isolate(owner)}" if owner else value


def named(name: str, relation: str) -> str:
    """Someone of the household: “Piotr, husband”."""
    return f"{isolate(name)}, {relation}" if relation else isolate(name)


def given_at(clock: str) -> str:
    """The kind line of an extra that was given."""
    return f"{EXTRA_GIVEN}, {clock}" if clock else EXTRA_GIVEN

MOVE_IT: Final = (
    "Now find the right person and press Enter, or Ctrl+N for somebody new. Esc leaves it where it is."
)
LEFT_THERE: Final = "It stays where it was."


def draft_of(clock: str, staff: str) -> str:
    """Since when a draft stands there, and whose it is."""
    return " ".join(part for part in ("Draft kept", clock, staff) if part)
