"""Words of the page where the owner says what a “never” can forbid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.ui.texts.gestures import CONTAINS, TOUCHES

TITLE: Final = "Boundaries"
SUB: Final = "What a “never” on a card can forbid; it is ticked there when it is noted"
NEW: Final = "New boundary"
ONE: Final = "Boundary"
HEADS: Final = ("Never", "Keeps away", "Offered")
NONE: Final = "No boundaries yet. Ctrl+N makes one."
SAVE: Final = "Save the boundary"
LABEL, LABEL_HINT = "In a few words", "As it is ticked at the counter: “no nuts”."
LABEL_EMPTY: Final = "What must never be? A few words, like: no chocolate."
BLOCKS, BLOCKS_HINT = "What it keeps away: what is in it", "Every extra with one of these in it is out."
TOUCHED: Final = "What it keeps away: what it touches"
STOP_OFFERING, OFFER = "Don’t offer it", "Offer it again"
YES, NO = "yes", "not any more"

# “nothing that harms” can't be kept away from anybody
IN_IT: Final[Mapping[str, str]] = {tag: label for tag, label in CONTAINS.items() if tag != "no_allergens"}
KEPT_AWAY: Final[Mapping[str, str]] = {**IN_IT, **TOUCHES}
