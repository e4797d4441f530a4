"""Words of the page on which the owner designs slips, and of previews at true size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TITLE: Final = "Slip designs"
SUB: Final = "What stands on each slip, in which order and in whose words"
WHICH: Final = "Which slip"
PARTS: Final = "Parts, from the top"
PART_HEADS: Final = ("Part", "")
STANDS, NEEDED, LEFT_OUT = "stands", "always", "left out"
UP, DOWN, ON_OFF = "Up", "Down", "In or out"
UP_KEY, DOWN_KEY, ON_OFF_KEY = "Ctrl+↑", "Ctrl+↓", "Space"
PART_NAMES: Final[Mapping[str, str]] = {
    "logo": "Logo",
    "shop": "The shop’s name",
    "header": "Your words at the top",
    "title": "What this paper is",
    "name": "Their name",
    "line": "The sincere line",
    "done": "What we did",
    "gesture": "The extra, if one was given",
    "goods": "What came back",
    "outcome": "What became of it",
    "bought": "Receipt number, bought on",
    "amount": "The amount",
    "spec": "What was ordered",
    "promised": "Promised for",
    "prices": "Price, deposit, left to pay",
    "sign": "Room to sign, on your copy",
    "qr": "QR code",
    "code": "The code to type",
    "reach": "How else to reach you",
    "day": "The day",
    "address": "Your address",
    "closing": "Your words at the foot",
}

HEADER, CLOSING = "Your words at the top", "Your words at the foot"
OWN_HINT: Final = "On every such slip. Empty: nothing."
NAME_SIZE: Final = "Their name"
NAME_SIZES: Final[Mapping[str, str]] = {"smaller": "Smaller", "usual": "Large", "larger": "Very large"}
LANGUAGE, THEIRS = "Language", "The customer’s"
SIDE: Final = "Reads from"
SIDES: Final[Mapping[str, str]] = {"by_language": "As the language does", "ltr": "The left", "rtl": "The right"}
RULES: Final = "Lines across"
RULES_ON: Final[Mapping[str, str]] = {"yes": "Between the matters", "no": "None"}

SAVE, SAVE_KEY = "Save this design", "Ctrl+Enter"
AS_IT_CAME: Final = "As it came"
UNSAVED: Final = "Changed, not saved yet."
SAVE_FIRST: Final = "Save this one first, or press Esc to leave it as it was."

PREVIEW: Final = "On paper"
PAPER: Final = "Paper"
NO_SHEET: Final = "The slip stands here in a moment."


def true_size(millimetres: float, share: float) -> str:
    """How large the preview is beside the paper itself; `share` is 1.0 where it is just as large."""
    if share > 0.995:
        return f"As large as on paper: {millimetres:g} mm wide."
    return f"{share:.0%} of its size: the paper is {millimetres:g} mm wide."
