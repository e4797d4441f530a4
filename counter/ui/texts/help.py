"""Help for what is on screen: one short page a screen, keys first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.ui.texts import help_owner
from counter.ui.texts.help_page import ENTER, ESC_DRAFT, TAB, HelpPage
from counter.ui.texts.keys import (
    CAME_OUT_KEY,
    CHOOSE_LOGO_KEY,
    DROP_ROW_KEY,
    HAVE_BACKUP_KEY,
    LOOK_ROUND_KEY,
    PRINTERS,
    STAFF_KEYS,
    STOP_KEY,
    lines,
)

HELP: Final = "Help"
SHUT, SHUT_KEY = "Close", "Esc"
ROWS: Final = ("Alt+2 … 9", "the row at that place: what is open, or half written")


PAGES: Final[Mapping[str, HelpPage]] = {
    "counter": HelpPage(
        title="Find someone",
        paragraphs=(
            "Just type: a name as you hear it, part of a phone number, a code from a slip, or something you remember "
            "about them. Spelling, accents and the order of words don’t matter.",
            "While nobody is open, Today stands in the middle: what was promised, what waits to be collected, and "
            "what went wrong and is not settled.",
        ),
        keys=(
            ("↑ ↓", "choose among those found"),
            ("Enter", "open the chosen one"),
            *lines("new_person", "someone"),
            ("Esc", "close the card, then empty the search"),
            (STAFF_KEYS, "who is at the counter"),
            *lines("circumstances", "draft", "drop_draft"),
            ROWS,
            *lines("credit", "reprint", "queue", "undo", "owner", "help"),
            (STOP_KEY, "while names are read: stop it; once more, it goes on"),
        ),
    ),
    "card": HelpPage(
        title="The card",
        paragraphs=(
            "The name comes first, then what must never be, then what is open. The rest is what they told us; what "
            "somebody noticed or guessed says so.",
            "The extra is one small thing to do for them, with the reason why. Nobody has to: “nothing extra today” "
            "is a good answer too.",
            "The slip thanks them by name. It never carries a price or a note of yours.",
        ),
        keys=(
            *lines("return", "compliment", "compliment_paid", "complaint", "order", "tell", "note", "here", "slip"),
            *lines("given", "another", "not_today", "why_not", "reaction", "own_idea", "credit", "circumstances"),
            *lines("edit_person", "what_we_keep", "draft", "drop_draft"),
            ROWS,
            *lines("undo", "owner", "help"),
        ),
    ),
    "form": HelpPage(
        title="A form",
        paragraphs=(
            "Fill in what you know; very little is needed. A red sentence under a field says what would be right. "
            "A yellow bar is only a hint: you may still say yes.",
            "Days may be typed as 14 Nov, Sat, tomorrow or +3.",
        ),
        keys=(
            ENTER,
            TAB,
            ("Space", "tick a chip; its first letter does too"),
            ESC_DRAFT,
            ("Alt+1, 2, 3", "open the one it may be already"),
            *lines("undo", "owner", "help"),
        ),
    ),
    "queue": HelpPage(
        title="Printers and slips",
        paragraphs=(
            "Each printer says how it is, and each slip what becomes of it. A slip asks you when it may have come out: "
            "look at the printer, then say so.",
            "What may have come out is never printed again without your yes.",
        ),
        keys=(
            ("↑ ↓", "choose a slip"),
            ("Enter", "print it, or once more"),
            (CAME_OUT_KEY, "it came out"),
            (DROP_ROW_KEY, "don’t print it"),
            (PRINTERS, "on the printer that stands beside this digit"),
            ("Esc", "go back"),
            *lines("queue", "owner", "help"),
        ),
    ),
    "first_run": HelpPage(
        title="The first start",
        paragraphs=(
            "Only the shop’s name is needed. All the rest has a sensible value and can be changed later, on F10.",
            "The country decides how amounts, days and phone numbers are written.",
        ),
        keys=(
            ("Enter", "open the counter"),
            TAB,
            (LOOK_ROUND_KEY, "look round with made-up customers"),
            (HAVE_BACKUP_KEY, "begin with a backup"),
            (CHOOSE_LOGO_KEY, "choose a picture as your logo"),
            ("Esc", "leave it for later"),
        ),
    ),
    **help_owner.PAGES,
}


def page_for(screen: str) -> HelpPage:
    """The page of a screen; that of the counter for one that has none."""
    return PAGES.get(screen, PAGES["counter"])
