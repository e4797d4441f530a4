"""Help for what is on screen: one short page a screen, keys first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.ui.texts import help_owner
from counter.ui.texts.help_page import ENTER, ESC_DRAFT, EVERYWHERE, TAB, HelpPage

HELP: Final = "Help"
SHUT, SHUT_KEY = "Close", "Esc"


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
            ("Ctrl+N", "a new person from what you typed"),
            ("F11", "someone without a name"),
            ("Esc", "close the card, then empty the search"),
            ("Ctrl+1 … 9", "who is at the counter"),
            ("Ctrl+J", "today’s weather and the like"),
            ("Ctrl+Z", "take back the last thing saved"),
            ("Shift+F9", "print the last slip again"),
            ("Ctrl+P", "printers, and the slips that wait"),
            *EVERYWHERE,
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
            ("F2", "something comes back"),
            ("F3", "they said something kind; Shift+F3: you say it to them"),
            ("F4", "something went wrong"),
            ("F5", "an order or a promise"),
            ("F6", "tell them, and all that is open"),
            ("F7", "a note or a fact"),
            ("F8", "here today, nothing more"),
            ("F9", "thank-you slip"),
            ("Ctrl+G", "the extra was given"),
            ("Ctrl+T", "suggest another"),
            ("Ctrl+L", "not today"),
            ("Ctrl+R", "how it was received"),
            ("Ctrl+O", "you gave something of your own idea"),
            ("Ctrl+B", "use store credit"),
            ("Ctrl+Z", "take back the last thing saved"),
            *EVERYWHERE,
        ),
    ),
    "form": HelpPage(
        title="A form",
        paragraphs=(
            "Fill in what you know; very little is needed. A red sentence under a field says what would be right. "
            "A yellow bar is only a hint: you may still say yes.",
            "Days may be typed as 14 Nov, Sat, tomorrow or +3.",
        ),
        keys=(ENTER, TAB, ("Space", "tick a chip; its first letter does too"), ESC_DRAFT, *EVERYWHERE),
    ),
    "first_run": HelpPage(
        title="The first start",
        paragraphs=(
            "Only the shop’s name is needed. All the rest has a sensible value and can be changed later, on F10.",
            "The country decides how amounts, days and phone numbers are written.",
        ),
        keys=(("Enter", "open the counter"), TAB, ("Esc", "leave it for later")),
    ),
    **help_owner.PAGES,
}


def page_for(screen: str) -> HelpPage:
    """The page of a screen; that of the counter for one that has none."""
    return PAGES.get(screen, PAGES["counter"])
