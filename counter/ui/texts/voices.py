"""Words of the page “What customers say”: the weekly report on the screen."""

from __future__ import annotations

from typing import Final

VOICES: Final = "What customers say"
EARLIER, EARLIER_KEY = "Week before", "Alt+←"
LATER, LATER_KEY = "Week after", "Alt+→"
PRINT, PRINT_KEY = "Print", "Ctrl+P"
SAVE_PDF, SAVE_PDF_KEY = "Save as PDF", "Ctrl+S"
SAVE_CSV: Final = "Save as CSV …"
CHAIR: Final = "The empty chair"
CHAIR_SUB: Final = "One customer speaks from it in the team’s meeting. No name stands on the card."
CHAIR_EMPTY: Final = "Nobody said anything in words this week. What they say will stand here."
CHAIR_OTHERS: Final = "Or one of these"
PRINT_CARD: Final = "Print the card"
INDEX_CHART, THEMES_CHART = "The index, 13 weeks together", "What it was about: this week, and usual (line)"
FIGURES: Final = "The week in figures"
CHANGE: Final = "This week we change"
CHANGE_HINT: Final = "What, who sees to it, and by when. Next week’s report asks about it."
SAVE_CHANGE, SAVE_CHANGE_KEY = "Keep it", "Enter"
SOLD: Final = "How many are sold"
SOLD_WHY: Final = "With a number, what comes back is told as a rate, and chance alone stops nothing."
L_PRODUCT, L_UNITS = "Product", "Sold in a usual week"
SAVE_SOLD: Final = "Keep the number"
RUNS_STILL: Final = "This week still runs: these are the voices so far."
NO_DECISIONS: Final = "What changes and who sits in the chair is decided when the week is over."
SAID_OF_STAFF: Final = (
    "Nothing here counts for or against anyone at the counter: no scores and no complaints are kept by person."
)
NOTHING_YET: Final = "Nobody said anything yet."


DID_IT_HELP: Final = "Did it help?"
HELPED: Final = {"yes": "It helped", "no": "It did not", "early": "Too early to say"}


def week(monday: str) -> str:
    """Which week it is of, under the title."""
    return f"Week of {monday}"


def asked(change: str) -> str:
    """What last week's report decided."""
    return f"Last week: {change} {DID_IT_HELP}"


def saved(path: str) -> str:
    """Where the PDF stands."""
    return f"The report stands in {path}."


def opened(path: str) -> str:
    """It was handed to the program that shows PDF."""
    return f"The report opens in your PDF program. It stands in {path}."


def made(monday: str) -> str:
    """A report made itself."""
    return f"The report of the week of {monday} is ready: F10, What customers say."
