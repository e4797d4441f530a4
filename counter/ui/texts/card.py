"""Words of the card, the extra, the keys and the slip."""

from __future__ import annotations

from typing import Final

from counter.ui.texts import isolate
from counter.ui.texts.keys import KEYS

MATTERS: Final = "Matters"
LIKES: Final = "Likes"
DATES_NEAR: Final = "Dates near"
DATES: Final = "Dates"
RECOGNISE_BY: Final = "Recognise by"
SO_FAR: Final = "So far"
WHAT_WE_KEEP: Final = "They ask what we keep, or to be forgotten …"
TODAY: Final = "Today"
OTHERS: Final = "Others …"
NOTICED: Final = "(noticed)"
GUESSED: Final = "(guessed)"

ONE_SMALL_EXTRA: Final = "One small extra"
GOODWILL: Final = "Goodwill gesture"
ASK_FIRST: Final = "ask first"
GIVEN, GIVEN_KEY = "Given", KEYS["given"]
ANOTHER, ANOTHER_KEY = "Another", KEYS["another"]
NOT_TODAY, NOT_TODAY_KEY = "Not today", KEYS["not_today"]
SUGGEST_ONE: Final = "Suggest one all the same"
HOW_TAKEN: Final = "How was it taken?"
USE_CREDIT: Final = "Use store credit"
OWN_IDEA: Final = "Own idea given"
GIVEN_ALREADY: Final = "An extra was given today"
NAME_IS_ENOUGH: Final = "Nothing extra today: their name is enough"
NOBODY_OPEN: Final = "Nobody open"
NOBODY_OPEN_WHY: Final = "Find someone, and what you could do for them stands here."

KEYS_LABEL: Final = "Keys"
# action, words, quiet tail
DOES_CARD: Final = (
    ("return", "Return", ""),
    ("compliment", "Compliment", "· Shift: paid"),
    ("complaint", "Something went wrong", ""),
    ("order", "Order or promise", ""),
    ("tell", "Tell them · what is open", ""),
    ("note", "Note or fact", ""),
    ("here", "Here today, nothing more", ""),
)
DOES_TODAY: Final = (
    ("someone", "Someone without a name", ""),
    ("new_person", "New person", ""),
    ("circumstances", "Today’s weather and the like", ""),
    ("credit", "Use a store-credit note", ""),
    ("reprint", "Print the last slip again", ""),
    ("queue", "Printers and slips", ""),
)
THANK_YOU_SLIP, SLIP_KEY = "Thank-you slip", KEYS["slip"]
SLIP_WITH_RETURN: Final = "Slip with the return"
SLIP_WHAT_WE_DID: Final = "Slip: what we did"


def call_them(called: str, pronunciation: str = "", address: str = "") -> str:
    """The line under the name: “Call her Ania (AHN-ya) · she”; `address` is one of she, he, they."""
    pronoun = {"she": "her", "he": "him"}.get(address, "them")
    say = f" ({isolate(pronunciation)})" if pronunciation else ""
    tail = f" · {address}" if address else ""
    return f"Call {pronoun} {isolate(called)}{say}{tail}"


def extra_kind(*, goodwill: bool, ask_first: bool) -> str:
    """What stands over an extra."""
    kind = GOODWILL if goodwill else ONE_SMALL_EXTRA
    return f"{kind} · {ASK_FIRST}" if ask_first else kind


def how_was(title: str) -> str:
    """Asks how one of an earlier day was taken."""
    return f"{isolate(title)}: how was it taken?"


def because(reason: str) -> str:
    """Why this extra."""
    return f"Because {reason}"


def say(words: str) -> str:
    """What to say with it; what stands in brackets is to be done, not said."""
    if words.startswith("(") and words.endswith(")"):
        return words[1:-1]
    return f"Say: “{words}”"
