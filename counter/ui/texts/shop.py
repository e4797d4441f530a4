"""Words of the shop's settings, in the owner's window and at the first start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TRADES: Final[Mapping[str, str]] = {
    "bakery": "Bread and cakes",
    "cafe": "Coffee",
    "bookshop": "Books",
    "florist": "Flowers",
    "repair": "Repairs",
    "clothing": "Clothes",
    "deli": "Fine food",
    "wine": "Wine",
    "hardware": "Tools and hardware",
    "pharmacy": "Pharmacy",
    "optician": "Glasses",
    "toys": "Toys",
    "bicycle": "Bicycles",
    "stationery": "Paper and pens",
    "garden": "Garden",
    "*": "Something else",
}
WAYS: Final[Mapping[str, str]] = {
    "": "The first that is filled in",
    "whatsapp": "WhatsApp",
    "sms": "Text message",
    "mail": "Mail",
    "form": "A form on the web",
    "page": "Your own page",
    "counter": "Nothing: they tell you here",
}
LOOKS: Final[Mapping[str, str]] = {"system": "As this PC has it", "light": "Light", "dark": "Dark"}
SIZES: Final[Mapping[str, str]] = {"1.0": "100 %", "1.25": "125 %", "1.5": "150 %", "1.75": "175 %", "2.0": "200 %"}
NAMES: Final[Mapping[str, str]] = {"first": "First name only", "whole": "The whole name"}

# section name, title
SECTIONS: Final[Mapping[str, str]] = {
    "shop": "The shop",
    "reach": "How customers reach you",
    "hours": "Opening hours",
    "rules": "Returns, complaints and orders",
    "extras": "What the extras may cost",
    "slips": "Slips",
    "screen": "Screen",
}
# setting → label, hint
FIELDS: Final[Mapping[str, tuple[str, str]]] = {
    "shop_name": ("What is your shop called?", "It stands on every slip."),
    "trade": ("What do you sell?", "Gestures that fit it come with Counter."),
    "country": ("Country", "Amounts, days and phone numbers are read and written as there."),
    "zone": ("Time zone", "As in Europe/London."),
    "language": ("Language of slips", "For customers whose own language is not known."),
    "phone": ("Phone", "It stands on slips."),
    "whatsapp": ("WhatsApp", "A slip’s QR code opens a message to it."),
    "mail": ("Mail", "One address that somebody answers."),
    "address": ("Address", ""),
    "way": ("What a slip’s QR code opens", "A message from the customer’s own phone, code filled in."),
    "coffee": ("A cup of coffee costs", "The measure for small extras: budgets count in cups."),
    "window": ("Returns without question, in days", "Later the cashier may still say yes."),
    "chase": ("Chase a complaint after, in days", "Then it stands in red on Today."),
    "why": ("Days to answer your “Why?”", ""),
    "follow_up": ("Ask after an order, in days", "“Is it right?”, so many days after it was collected."),
    "near": ("A date is near, in days", "So long before, it shows on Today and on the card."),
    "cups_day": ("Cups a day", "Most that all extras of one day may cost."),
    "cups_week": ("Cups a week", ""),
    "minutes_day": ("Minutes a day", "Most time for them."),
    "count_day": ("Extras a day", "Few are remembered, many become the rule."),
    "names": ("Name on slips", ""),
    "look": ("Light or dark", ""),
    "text_scale": ("Text size", ""),
}
DAY_HINT: Final = "closed"
NO_NAME: Final = "Type what stands over your door."
NO_COUNTRY: Final = "Type a country by its English name, as in Germany."
NO_ZONE: Final = "Type a time zone by its city, as in Europe/London."
NO_HOURS: Final = "Type it like 9:00-18:00, or leave it empty when closed."
HOURS_TURNED: Final = "It closes before it opens. Type it like 9:00-18:00."
NO_MAIL: Final = "A mail address has one @ in it, as in hello@shop.example."


def coffee(currency: str) -> str:
    """Under the price of a cup."""
    return f"In {currency}. {FIELDS['coffee'][1]}"


def gestures_come(number: int) -> str:
    """Under the trades, once one is chosen."""
    return f"{number:,} small gestures come with it. You choose among them later, on F10."
