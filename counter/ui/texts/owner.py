"""Words of the owner's window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.ui.texts import count, isolate

# page name, words
PAGES: Final = (
    ("today", "Today"),
    ("voices", "What customers say"),
    ("inbox", "Inbox"),
    ("wrongs", "Put right"),
    ("ways_back", "Ways back"),
    ("gestures", "Gestures"),
    ("boundaries", "Boundaries"),
    ("giving", "Who gets extras"),
    ("lines", "Lines on slips"),
    ("slips", "Slip designs"),
    ("staff", "Staff"),
    ("shop", "Shop"),
    ("printers", "Printers"),
    ("bring", "Bring people in"),
    ("take_out", "Take everything out"),
    ("one_person", "What we keep of one"),
    ("keeping", "How long we keep"),
    ("same_person", "One person twice?"),
    ("backups", "Backups"),
    ("about", "About"),
)
PAGES_LABEL: Final = "Pages"
OTHER_PAGES: Final = "Other pages …"
CHOOSE_A_PAGE: Final = "↑ ↓ choose a page"
NOTHING_TO_PRINT: Final = "There is nothing to print on this page. The week’s report prints on “What customers say”."
NEW_KEY, SWITCH_KEY, OPEN_KEY = "Ctrl+N", "Space", "Enter"
SWITCH_ON, SWITCH_OFF = "Switch on", "Switch off"
ESC_PUTS_AWAY: Final = "Esc puts it away unsaved"
ON, OFF = "on", "off"
OTHERS: Final = "Others …"
CHOOSE_ONE: Final = "Choose one."
NO_FIND: Final = "Nothing here with these words."

# today
VISITS, BY_NAME, EXTRAS, RETURNS, WENT_WRONG = "visits", "by name", "extras given", "returns", "went wrong"
NEEDS_YOU: Final = "Needs you"
LOOK_DUE: Final = "The yearly look at what is kept"
LOOK_WHY: Final = "See what is older than you need, and let it go."
NOTHING_NEEDS_YOU: Final = "Nothing waits for you. What is late, open or asked of you stands here."
FIRST_DAY: Final = "Visits count from the first thing done for a person each day."


def by_name(named: int, visits: int) -> str:
    """How many of today's visitors were known."""
    if not visits:
        return "nobody yet"
    return "all of them" if named >= visits else f"{count(visits - named, '{} without a name', '{} without a name')}"


def extras(cost: str, budget: str) -> str:
    """What the extras cost beside what the day may cost; both as written amounts."""
    return f"{cost} of {budget} for the day"


def went_wrong(complaints: int, put_right: int) -> str:
    """How today's complaints stand."""
    if not complaints:
        return "nothing so far"
    left = complaints - put_right
    return "all put right" if left <= 0 else count(left, "{} not put right yet", "{} not put right yet")


NO_SUCH_COUNT: Final = "Type a whole number, like 30."
NO_NUMBER: Final = "Type a number, like 4 or 4.5."


def between(low: float, high: float) -> str:
    """A number outside what makes sense."""
    return f"Type a number from {low:g} to {high:g}."


# lines
LINES: Final = "Lines on slips"
LINES_SUB: Final = "One sincere line stands on each slip: Counter takes one that is true today"
NEW_LINE, LINE = "New line", "Line"
LINE_HEADS: Final = ("Line", "From", "On")
STARTER, OWN = "came with Counter", "yours"
SAVE_LINE: Final = "Save the line"
L_LANGUAGE, L_OCCASION = "Language", "For"
L_TEXT: Final = "The line"
L_TEXT_HINT: Final = "The customer reads it. No names: the name stands above it already."


def line_hint(occasion: str, language: str) -> str:
    """For what the line is, under it."""
    return f"{occasion}, {isolate(language)}. {L_TEXT_HINT}"


L_EMPTY: Final = "Write a few words, as you would say them."
NO_LINES: Final = "No line for this yet. Ctrl+N writes one; until then another true line is taken."
LINE_OCCASIONS: Final[Mapping[str, str]] = {
    "plain": "Any day",
    "regular": "Comes often",
    "first_visit": "First visit",
    "second_visit": "Second visit",
    "back_after_long": "Long not here",
    "birthday": "Birthday near",
    "return": "Brought something back",
    "went_wrong": "Something went wrong",
    "bad_day": "Bad day",
    "bought_nothing": "Bought nothing",
    "collected": "Collected an order",
    "waited": "Waited",
    "compliment": "Said something kind",
    "rain": "Rain",
    "cold": "Cold",
    "heat": "Heat",
    "holiday": "Holidays",
    "closing_hour": "Closing hour",
}

# staff
STAFF: Final = "Staff"
STAFF_SUB: Final = "Who stands at the counter: Ctrl+1 to Ctrl+9, in this order"
NEW_STAFF, SOMEONE = "New name", "Name and role"
STAFF_HEADS: Final = ("Name", "Key", "Role", "Here")
NO_STAFF: Final = "Nobody yet. Ctrl+N adds a name."
S_NAME, S_NAME_HINT = "Name", "First names are enough."
S_EMPTY: Final = "Type the name by which colleagues know them."
S_ROLE: Final = "Role"
ROLES: Final[Mapping[str, str]] = {"cashier": "At the counter", "owner": "Owner"}
SAVE_STAFF: Final = "Save the name"
HAS_LEFT, IS_BACK = "Has left", "Is back"
HERE, LEFT = "here", "has left"

# printers
PRINTERS: Final = "Printers"
PRINTERS_SUB: Final = "Where slips go"
NEW_PRINTER, PRINTER = "New printer", "Printer"
PRINTER_HEADS: Final = ("Printer", "How", "Where", "Paper", "Usual")
NO_PRINTERS: Final = "None yet: slips are kept as PDF in the program’s own folder. Ctrl+N adds a printer."
P_WAY, P_NAME, P_PAPER = "How slips leave", "What you call it", "Paper"
P_NAME_HINT: Final = "It stands in the top bar when something is wrong with it."
P_NAME_EMPTY: Final = "Give it a name, like “Counter printer”."
P_TARGET: Final = "Where"
WAYS: Final[Mapping[str, str]] = {
    "pdf": "PDF into a folder",
    "system": "Printer of this PC",
    "network": "Receipt printer on the network",
    "serial": "Receipt printer on a serial line",
    "device": "Receipt printer on USB",
    "memory": "Kept in memory",
}
WAYS_OFFERED: Final = ("pdf", "system", "network", "device", "serial")
TARGET_HINTS: Final[Mapping[str, str]] = {
    "pdf": "The folder, as in /home/shop/slips or C:\\Slips. Empty: the program’s own.",
    "system": "The printer’s name as this PC knows it.",
    "network": "Its address, as in 192.168.1.40 or 192.168.1.40:9100.",
    "device": "Its device file, as in /dev/usb/lp0. On Windows choose it as a printer of this PC.",
    "serial": "Its port and speed, as in /dev/ttyUSB0 115200.",
}
PLUGGED_IN: Final = "Found on this PC"
TARGET_EMPTY: Final[Mapping[str, str]] = {
    "system": "Type or choose the printer’s name.",
    "network": "Type the printer’s address.",
    "device": "Type the printer’s device file.",
    "serial": "Type the printer’s port and speed.",
}
OWN_FOLDER: Final = "the program’s own folder"
CHOOSE_FOLDER: Final = "Choose a folder …"
SAVE_PRINTER: Final = "Save the printer"
MAKE_USUAL: Final = "Make it the usual one"
TEST_SLIP, TEST_KEY = "Test slip", "Ctrl+T"
USUAL: Final = "usual"


def found_printers(names: str) -> str:
    """Which printers this PC has."""
    return f"Found on this PC: {names}." if names else "This PC has no printer set up."


# shop
SHOP: Final = "Shop"
SHOP_SUB: Final = "All of it can be changed at any time"
SAVE_SHOP: Final = "Save"
SAVE_SHOP_KEY: Final = "Enter"
UNSAVED: Final = "Changed, not saved yet."
LOGO: Final = "Logo"
LOGO_HINT: Final = "A picture, dark on white prints best. It stands on slips and at the top of the window."
CHOOSE_LOGO, REMOVE_LOGO = "Choose a picture …", "Take it away"
LOGO_DARKNESS: Final = "How much of it prints black"
LESS_BLACK, MORE_BLACK, KEEP_LOGO = "less", "more", "Keep it like this"
LOGO_SIZE: Final = "As large as on a roll of 80 mm."
LOGO_FILES: Final = "Pictures (*.png *.jpg *.jpeg)"
