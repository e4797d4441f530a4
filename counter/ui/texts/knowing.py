"""Words of the forms by which a person is known, and of what is open for them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from counter.records.kinds import DepositFate
from counter.records.people import FactKind, Source
from counter.ui.texts import isolate
from counter.ui.texts.common import ENTER, SAVE_LINES
from counter.ui.texts.keys import KEYS


class Kind(StrEnum):
    """What one may note of a person; the values of facts are those of `FactKind`."""

    NOTE = "note"
    MATTERS = FactKind.MATTERS.value
    LIKES = FactKind.LIKES.value
    NEVER = FactKind.NEVER.value
    RECOGNISE = FactKind.RECOGNISE.value
    DATE = "date"
    HOUSEHOLD = "household"
    FOLLOW_UP = "follow_up"


class Step(StrEnum):
    """What can be done about something open."""

    TOLD = "told"
    NO_CONTACT = "no_contact"
    PUT_RIGHT = "put_right"
    CAUSE = "cause"
    REOPEN = "reopen"
    IN_PROGRESS = "in_progress"
    READY = "ready"
    COLLECTED = "collected"
    AGREE = "agree"
    PROMISE_AGAIN = "promise_again"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    DONE = "done"


NOTED, NOTED_KEY, NOTED_SAVE = "Note or fact", KEYS["note"], ("Keep it", SAVE_LINES)
KIND: Final = "What is it"
KINDS: Final[Mapping[str, str]] = {
    Kind.NOTE: "Note",
    Kind.MATTERS: "Matters",
    Kind.LIKES: "Likes",
    Kind.NEVER: "Never",
    Kind.RECOGNISE: "Recognise by",
    Kind.DATE: "A date",
    Kind.HOUSEHOLD: "Household",
    Kind.FOLLOW_UP: "Follow-up",
}
TEXTS: Final[Mapping[str, str]] = {
    Kind.NOTE: "Note for us",
    Kind.MATTERS: "What matters to them",
    Kind.LIKES: "What they like",
    Kind.NEVER: "What must never be",
    Kind.RECOGNISE: "How to recognise them",
    Kind.DATE: "What day it is",
    Kind.HOUSEHOLD: "Who else calls or collects",
    Kind.FOLLOW_UP: "What to do for them",
}
SOURCE: Final = "How we know"
SOURCES: Final[Mapping[str, str]] = {Source.SAID: "Said", Source.NOTICED: "Noticed", Source.GUESSED: "Guessed"}
BOUNDARIES: Final = "What it forbids"
BOUNDARIES_HINT: Final = "Without one, nothing eaten, scented or touching is offered."
DATE: Final = "Day"
DATE_LIKE: Final = "14 Nov, or 14 Nov 1998"
NO_DATE: Final = "Which day? Type it like 14 Nov, or 14 Nov 1998."
RELATION: Final = "Who they are to them"
MAY_COLLECT: Final = "May collect"
DUE: Final = "By when"
DUE_HINT: Final = "Empty means today."
NO_KIND: Final = "What is it? One tap is enough."

PERSON, PERSON_KEY, PERSON_SAVE = "New person", KEYS["new_person"], ("Save the person", ENTER)
EDIT_PERSON: Final = "Correct the person"
NAME: Final = "Name"
CALLED: Final = "Likes to be called"
PRONUNCIATION: Final = "How to say it"
ADDRESS_FORM: Final = "How to address them"
ADDRESS_FORM_LIKE: Final = "she, he, they, Dr …"
CONTACT: Final = "Phone or e-mail"
WHOSE: Final = "Whose"
WHOSE_LIKE: Final = "their own"
ANOTHER_CONTACT: Final = "another"
COMPANY: Final = "Company"
ADDRESS: Final = "Address"
LANGUAGE: Final = "Language of slips"

OPEN, OPEN_KEY = "Tell them · what is open", KEYS["tell"]
SAVE_STEP: Final = "Save"
WHICH: Final = "Which"
WHAT_NOW: Final = "What happens now"
NO_STEP: Final = "What happens now? Choose one."
NOTHING_OPEN: Final = "Nothing is open for them."
STEPS: Final[Mapping[str, str]] = {
    Step.TOLD: "Told",
    Step.NO_CONTACT: "No way to tell them",
    Step.PUT_RIGHT: "Put right",
    Step.CAUSE: "Why it happened",
    Step.REOPEN: "Open again",
    Step.IN_PROGRESS: "In progress",
    Step.READY: "Ready",
    Step.COLLECTED: "Collected",
    Step.AGREE: "Agreed",
    Step.PROMISE_AGAIN: "Promise again",
    Step.DECLINED: "We decline",
    Step.CANCELLED: "They cancel",
    Step.DONE: "Done",
}
WAY: Final = "How they heard"
WAYS: Final[Mapping[str, str]] = {
    "counter": "Here at the counter",
    "phone": "Phone",
    "message": "Message",
    "mail": "Mail",
}
TOLD_HOW: Final = "What was said, if there is more to it"
FINAL_PRICE: Final = "Final price"
FINAL_HINT: Final = "Empty means as agreed."
PRICE: Final = "Price agreed"
NEW_PROMISE: Final = "Promised for"
WHY: Final = "Why"
DEPOSIT: Final = "Their deposit"
FATES: Final[Mapping[str, str]] = {
    DepositFate.RETURNED: "Given back",
    DepositFate.STORE_CREDIT: "Becomes store credit",
}
RESULT: Final = "How it went"
WHAT_WAS_DONE: Final = "What was done"
STAYS_WHAT_IT_IS = "What was kept can be corrected here, not made into another kind. Take it back and note it anew."


def open_person(name: str) -> str:
    """The action beside someone who may be the same."""
    return f"Open {isolate(name)}"


def is_it(name: str, hook: str) -> str:
    """Whether the new one is someone we know: “Is it Anna Kowalska: teaches music?”."""
    known = f": {isolate(hook)}" if hook else ""
    return f"Is it {isolate(name)}{known}?"


def deposit_of(amount: str) -> str:
    """What is asked when an order comes to nothing."""
    return f"{DEPOSIT} of {amount}"


def way_and_words(way: str, words: str) -> str:
    """How they were told, in one text."""
    return f"{way}: {words}" if way and words.strip() else way or words
