"""Words of the catalogue of gestures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.records.card import NONE_LEFT
from counter.ui.texts import count

GESTURES: Final = "Gestures"
GESTURES_SUB: Final = "The small extras that Counter may suggest"
NEW_GESTURE, GESTURE = "New gesture", "Gesture"
FIND_GESTURE: Final = "Find a gesture"
GESTURE_HEADS: Final = ("Gesture", "For", "Costs", "Minutes", "Rests", "On")
NO_GESTURES: Final = "No gestures yet. Ctrl+N makes one; until then nothing extra is suggested."
SAVE_GESTURE: Final = "Save the gesture"
G_TITLE, G_TITLE_HINT = "What one does", "As one says it to a colleague: “Carry the bag to the tram”."
G_KIND: Final = "What it is"
KINDS: Final[Mapping[str, str]] = {
    "free": "Costs nothing",
    "low_cost": "Costs a little",
    "restoring": "Makes good what went wrong",
}
G_FAMILY: Final = "Which sort"
FAMILIES: Final[Mapping[str, str]] = {
    "help": "Help",
    "words": "Kind words",
    "memory": "Remembering",
    "treat": "Treat",
    "sample": "Taste or sample",
    "craft": "Done with skill",
    "keepsake": "Keepsake",
    "saving": "Saves them money",
    "priority": "Goes first",
    "knowledge": "Tells them something",
    "money": "Money",
    "upgrade": "Better for the same price",
    "apology": "Apology",
}
G_COST, G_COST_HINT = "Costs", "What it costs the shop, once."
G_MINUTES, G_MINUTES_HINT = "Minutes", "Between 0 and 60."
G_RESTS, G_RESTS_HINT = "Rests, in days", "Days before the same person may get it again."
G_YEAR, G_YEAR_HINT = "At most, in a year", "Times for one person."
G_STOCK, G_STOCK_HINT = "In stock", "Leave it empty if it never runs out."
G_WHEN: Final = "Comes up when"
G_WHEN_HINT: Final = "Nothing ticked: any day. “Any day too”: the others only make it likelier."
ANY_DAY: Final = "Any day too"
G_TRADES, G_TRADES_HINT = "For which shops", "Nothing ticked: for any shop."
OCCASIONS: Final[Mapping[str, str]] = {
    "birthday": "Birthday near",
    "anniversary": "A year with us",
    "long_absence": "Long not here",
    "first_return": "Second visit",
    "milestone": "A round visit",
    "complaint_open": "Went wrong, open",
    "complaint_told": "Went wrong, put right",
    "return_today": "Brings something back",
    "bad_day": "Bad day",
    "no_purchase": "Buys nothing",
    "heavy": "Heavy bag",
    "gift_purchase": "Buys a present",
    "with_child": "Child along",
    "with_dog": "Dog along",
    "rain": "Rain",
    "heat": "Heat",
    "cold": "Cold",
    "holiday": "Holidays",
    "quiet": "Quiet hour",
    "closing": "Closing hour",
    "told_event": "Their day just passed",
    "coming_event": "Their day is near",
    "long_wait": "Waited long",
    "order_collected": "Collects an order",
    "order_late": "Order came late",
    "compliment_received": "Said something kind",
    "told_us": "Fits what they told us",
}
G_CONTAINS: Final = "What is in it"
G_CONTAINS_HINT: Final = "Boundaries go by this. For something to eat, tick all that is in it, or “nothing that harms”."
CONTAINS: Final[Mapping[str, str]] = {
    "eaten": "Eaten or drunk",
    "no_allergens": "Nothing that harms",
    "gluten": "Gluten",
    "nuts": "Nuts",
    "peanuts": "Peanuts",
    "sesame": "Sesame",
    "soya": "Soya",
    "dairy": "Milk",
    "egg": "Egg",
    "fish": "Fish",
    "shellfish": "Shellfish",
    "celery": "Celery",
    "mustard": "Mustard",
    "lupin": "Lupin",
    "sulphites": "Sulphites",
    "sugar": "Sugar",
    "honey": "Honey",
    "gelatine": "Gelatine",
    "meat": "Meat",
    "pork": "Pork",
    "alcohol": "Alcohol",
    "caffeine": "Caffeine",
    "scent": "Scent",
    "pollen": "Pollen",
    "latex": "Latex",
}
G_TOUCHES, G_TOUCHES_HINT = "What it touches", "Some people want none of this; their boundaries say so."
TOUCHES: Final[Mapping[str, str]] = {
    "gift": "A thing to take home",
    "talk": "A talk",
    "personal": "Something personal",
    "contact": "A call or letter",
    "pet": "Their pet",
    "child": "Their child",
    "discount": "The price",
    "photo": "A photo",
    "public": "In front of others",
    "religion": "Religion",
}
G_WHY, G_WHY_HINT = "Why, in one sentence", "It stands on the card: “There is a lot to carry today.”"
G_SAY, G_SAY_HINT = "What to say with it", "Short, as one speaks."
G_ASK: Final = "Ask first whether they would like it"
ASK: Final = "Ask first"

LEFT_WHY: Final = "Why not, if you like"
LEFT_FOR: Final = ("Not the moment", "Not for them", NONE_LEFT, "No time")
WHY_NOT: Final = "Why not …?"
WHY_NOT_CLOSE: Final = "Close"
WHICH_EXTRA, WHICH_EXTRA_HINT = "Which extra", "A word of its name."
NO_SUCH_EXTRA: Final = "No extra here is called that."


def more_extras(number: int) -> str:
    """How many are not shown."""
    return f"… and {number} more. Type a word to find one."


def cost_and_left(cost: str, left: str) -> str:
    """Under the extra; both are written amounts, empty where there is nothing."""
    return f"{f'Costs {cost}' if cost else 'Costs nothing'} · {left or 'nothing'} left this week"


def rests(days: int) -> str:
    """How long a gesture rests."""
    if days >= 365:
        return "a year"
    return count(days, "{} day", "{} days") if days else "none"


def of_gestures(shown: int, switched_on: int) -> str:
    """The line beside the title."""
    return f"{count(shown, '{} gesture', '{} gestures')}, {switched_on:,} switched on"
