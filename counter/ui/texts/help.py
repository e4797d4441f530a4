"""Help for what is on screen: one short page a screen, keys first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

HELP: Final = "Help"
SHUT, SHUT_KEY = "Close", "Esc"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPage:
    """A title, what one does here, and the keys with what they do."""

    title: str
    paragraphs: tuple[str, ...]
    keys: tuple[tuple[str, str], ...] = ()


_EVERYWHERE: Final = (
    ("F10", "owner’s window and back"),
    ("F1", "this help, for what is on screen"),
)
_TAB: Final = ("Tab", "on to the next field; Shift+Tab goes back")
_ESC_DRAFT: Final = ("Esc", "close the form; what you typed is kept as a draft")
_ENTER: Final = ("Enter", "save (Ctrl+Enter in a field of several lines)")
_LIST_KEYS: Final = (
    ("↑ ↓", "choose a row"),
    ("Enter", "open it to change it; Enter again saves"),
    ("Ctrl+N", "a new one"),
    ("Space", "switch the chosen one"),
    ("Esc", "put the form away unsaved, then back to the list of pages"),
)

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
            *_EVERYWHERE,
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
            *_EVERYWHERE,
        ),
    ),
    "form": HelpPage(
        title="A form",
        paragraphs=(
            "Fill in what you know; very little is needed. A red sentence under a field says what would be right. "
            "A yellow bar is only a hint: you may still say yes.",
            "Days may be typed as 14 Nov, Sat, tomorrow or +3.",
        ),
        keys=(_ENTER, _TAB, ("Space", "tick a chip; its first letter does too"), _ESC_DRAFT, *_EVERYWHERE),
    ),
    "first_run": HelpPage(
        title="The first start",
        paragraphs=(
            "Only the shop’s name is needed. All the rest has a sensible value and can be changed later, on F10.",
            "The country decides how amounts, days and phone numbers are written.",
        ),
        keys=(("Enter", "open the counter"), _TAB, ("Esc", "leave it for later")),
    ),
    "owner_today": HelpPage(
        title="Today",
        paragraphs=(
            "What happened since this morning, and what needs you: promises that are late, complaints that nobody "
            "was told about, causes that nobody has found yet.",
        ),
        keys=(("↑ ↓", "choose a page, or a row"), ("Enter", "open that person at the counter"), *_EVERYWHERE),
    ),
    "owner_gestures": HelpPage(
        title="Gestures",
        paragraphs=(
            "The small extras that may be suggested. One that is switched off is never suggested, and its history "
            "stays.",
            "Tick what is in it: whoever must not have nuts is then never offered nuts.",
        ),
        keys=(*_LIST_KEYS, *_EVERYWHERE),
    ),
    "owner_lines": HelpPage(
        title="Lines on slips",
        paragraphs=(
            "Each slip carries one line that is true today. Choose a language and an occasion, and write your own "
            "in your own voice: the ones that came with Counter are only a beginning.",
        ),
        keys=(*_LIST_KEYS, *_EVERYWHERE),
    ),
    "owner_staff": HelpPage(
        title="Staff",
        paragraphs=(
            "Who can be chosen at the counter by Ctrl+1 to Ctrl+9. Someone who has left stays in the history of "
            "what they did.",
        ),
        keys=(*_LIST_KEYS, *_EVERYWHERE),
    ),
    "owner_shop": HelpPage(
        title="Shop",
        paragraphs=(
            "All settings. Nothing changes until you save; what is typed and not saved says so beside the button.",
            "A cup of coffee is the measure for small extras: budgets count in cups.",
        ),
        keys=(("Enter", "save"), _TAB, *_EVERYWHERE),
    ),
    "owner_printers": HelpPage(
        title="Printers",
        paragraphs=(
            "Slips go to the usual printer. Without one they are kept as PDF, ready to be printed or sent later.",
        ),
        keys=(*_LIST_KEYS, *_EVERYWHERE),
    ),
}


def page_for(screen: str) -> HelpPage:
    """The page of a screen; that of the counter for one that has none."""
    return PAGES.get(screen, PAGES["counter"])
