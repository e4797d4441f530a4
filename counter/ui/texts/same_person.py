"""Words of the page on which two records of one person are put together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.ui.texts import count, isolate

SAME: Final = "One person twice?"
SUB: Final = "Records that may be one person. Nothing is put together by itself"
HEADS: Final = ("One record", "The other", "Why", "Visits", "Last here")
JOINED_HEADS: Final = ("Put together", "With", "On")
LOOK, LOOK_KEY = "Look again", "Ctrl+N"
APART, APART_KEY = "Take apart again", "Space"
TWO, TWO_KEY = "They are two persons", "Ctrl+D"
JOINED: Final = "Put together before"
LOOKING: Final = "Looking for records that may be one person"
NONE: Final = "Nobody seems to be here twice."
READING_YET: Final = "The names are still being read. Look again in a little while."
TITLE: Final = "Is this one person?"
SAVE, SAVE_KEY = "Put together", "Ctrl+Enter"
FOOT: Final = "It can be taken apart again at any time · Esc changes nothing"
STAYS: Final = "Everything of both is kept: visits, slips, credit, facts, orders and what is half written."
CHOOSE: Final = "Where they differ, choose what holds from now on."
NO_DIFFERENCE: Final = "What one of them leaves empty is taken from the other."
LABELS: Final[Mapping[str, str]] = {
    "name": "Name",
    "called": "Likes to be called",
    "pronunciation": "How to say it",
    "address_form": "How to address them",
    "company": "Company",
    "address": "Address",
    "language": "Language of slips",
}
NO_NAME: Final = "Someone without a name"
NEVER_HERE: Final = "not here yet"


def visits(number: int, last: str) -> str:
    """How often, and when last."""
    return f"{count(number, '{} visit', '{} visits')}, last {last}" if number else NEVER_HERE


def behind(things: int) -> str:
    """How much hangs on a record."""
    return count(things, "{} thing on the timeline", "{} things on the timeline")


def credit(amount: str) -> str:
    """Their store credit, as a written amount."""
    return f"{amount} of store credit"


def both(one: str, other: str) -> str:
    """Two names beside each other."""
    return f"{isolate(one)} · {isolate(other)}"
