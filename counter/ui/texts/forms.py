"""Words of the forms: title, key and Save of each, labels, chips."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.records.kinds import Reason, ReturnOutcome, Severity
from counter.ui.texts import isolate
from counter.ui.texts.common import ENTER, SAVE_LINES
from counter.ui.texts.keys import KEYS

RETURN, RETURN_KEY, RETURN_SAVE = "Return", KEYS["return"], ("Save the return", ENTER)
WHAT_BACK: Final = "What comes back"
HOW_MANY: Final = "How many"
ANOTHER_ITEM: Final = "another item"
BOUGHT_ON: Final = "Bought on"
RECEIPT_NUMBER: Final = "Receipt number"
REASON: Final = "Reason"
OUTCOME: Final = "Outcome"
AMOUNT_BACK: Final = "Amount back"
CREDIT_GIVEN: Final = "Credit they get"
DECLINED_BECAUSE: Final = "Declined because"
NOTE: Final = "Note for us"
STOP_SELLING: Final = "Stop selling this"
REASONS: Final[Mapping[str, str]] = {
    Reason.NOT_FRESH: "Not fresh",
    Reason.FAULTY: "Faulty",
    Reason.WRONG_ITEM: "Wrong item",
    Reason.TOO_MANY: "Too many",
    Reason.NOT_AS_DESCRIBED: "Not as described",
    Reason.CHANGED_MIND: "Changed mind",
    Reason.OTHER: "Other",
}
OUTCOMES: Final[Mapping[str, str]] = {
    ReturnOutcome.REFUND: "Refund",
    ReturnOutcome.EXCHANGE: "Exchange",
    ReturnOutcome.REPLACEMENT: "Replacement",
    ReturnOutcome.REPAIR: "Repair",
    ReturnOutcome.STORE_CREDIT: "Store credit",
    ReturnOutcome.DECLINED: "Declined",
}

WRONG, WRONG_KEY = "Something went wrong", KEYS["complaint"]
SAVE_OPEN, SAVE_PUT_RIGHT = ("Save: open", SAVE_LINES), ("Save: put right, to be told", SAVE_LINES)
ONLY_WORDS: Final = "Only their words are needed"
THEME: Final = "Theme"
SEVERITY: Final = "How bad for them"
NEEDED_BY: Final = "Needed by"
NEEDED_HINT: Final = "If a day depends on it"
APOLOGISE: Final = "Apologise"
SORRY_SAID: Final = "Sorry said"
SORRY: Final = "“I am sorry. That should not have happened, and thank you for saying so.”"
ACT: Final = "Act: at once, and a little beyond"
REMEDY: Final = "What we do"
THANKED: Final = "Thanked"
TELL_LATER: Final = "After it is put right, on F6: how and when. The slip can say it too."
CAUSE_IF_KNOWN: Final = "Why it happened, if known"
# What is stored is the words themselves, so that the report reads as the counter does.
THEMES: Final = (
    "Not fresh", "Faulty", "Wrong item", "Name or writing", "Promise not kept", "Waiting", "Price", "How we spoke",
    "Other",
)  # fmt: skip
SEVERITIES: Final[Mapping[str, str]] = {
    Severity.SMALL: "Small",
    Severity.REAL: "Real",
    Severity.SERIOUS: "Serious",
}

PRAISE, PRAISE_KEY, PRAISE_SAVE = "Compliment received", KEYS["compliment"], ("Keep the compliment", SAVE_LINES)
FOR_WHOM: Final = "For whom, if they said"
PAID, PAID_KEY, PAID_SAVE = "Compliment paid", KEYS["compliment_paid"], ("Keep the compliment", SAVE_LINES)
PAID_WORDS: Final = "What we said to them"
PAID_HINT: Final = "Something true that you saw."
SAID_BEFORE: Final = "Said before"

ORDER, ORDER_KEY = "Order or promise", KEYS["order"]
SAVE_ASKED, SAVE_AGREED = ("Save: asked for", SAVE_LINES), ("Save: agreed", SAVE_LINES)
SPEC: Final = "What shall we make"
PRICE: Final = "Price agreed"
DEPOSIT: Final = "Deposit"
PROMISED: Final = "Promised for"
PROMISED_LIKE: Final = "Sat 16:00"
ONLY_ASKED: Final = "Without a price and a day it stands as asked for."

CREDIT, CREDIT_KEY, CREDIT_SAVE = "Use store credit", KEYS["credit"], ("Use it", ENTER)
CREDIT_CODE: Final = "Code on the note"
CREDIT_AMOUNT: Final = "How much of it"
ALL_OF_IT: Final = "Empty means all of it."

TOLD_US, TOLD_US_KEY, TOLD_US_SAVE = "What they told us", ENTER, ("Keep their words", SAVE_LINES)
THEIR_WORDS: Final = "In their own words"
SCORES: Final = (
    "How satisfied, 1 to 10",
    "Against what they expected, 1 to 10",
    "Against the best there could be, 1 to 10",
)
WANTS_ANSWER: Final = "Wants an answer"
NAMELESS: Final = "Leave their name out"

IDEA, IDEA_KEY, IDEA_SAVE = "Own idea given", KEYS["own_idea"], ("Save the extra", ENTER)
IDEA_WHAT: Final = "What was given"
IDEA_COST: Final = "What it cost us"
IDEA_MINUTES: Final = "Minutes it took"
IDEA_KEEP: Final = "Keep in the catalogue"
MINUTES_PROBLEM: Final = "How many minutes? Type a number, like 3."

_OWN: Final = {"she": ("her", "her"), "he": ("his", "him")}


def listen(address: str) -> str:
    """The first step; `address` is she, he or anything else."""
    return f"Listen: in {_own(address)[0]} own words"


def own_words(address: str) -> str:
    """The label of the customer's words."""
    return f"In {_own(address)[0]} own words"


def thank(address: str) -> str:
    """The fourth step."""
    return f"Thank {_own(address)[1]} for telling us"


def tell(address: str) -> str:
    """The fifth step."""
    return f"Tell {_own(address)[1]} what was done"


def balance(amount: str) -> str:
    """What is left, under the amount."""
    return f"There is {amount}. {ALL_OF_IT}"


def quoted(words: str, day: str) -> str:
    """A compliment paid before."""
    return f"“{isolate(words)}” · {day}"


def _own(address: str) -> tuple[str, str]:
    return _OWN.get(address.strip().casefold(), ("their", "them"))

SAVED_BEFORE, GO_ON = "What was saved", ("Go on", ENTER)
WHAT_TO_DO: Final = "What shall happen to it"
WISHES: Final[Mapping[str, str]] = {
    "correct": "Correct it",
    "move": "Move it to the right person",
    "take_back": "Take it back",
}
NO_WISH: Final = "Choose what shall happen to it."
