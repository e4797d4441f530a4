"""Notes of a file that may say what must never be done, found by their words and proposed, never taken silently."""

import re

# keys of the shop's own list of boundaries, with words that mean them
_MEANT: tuple[tuple[str, str], ...] = (
    ("nuts", r"\bnuts?\b|peanut|almond|hazel|walnut|cashew|pistach"), ("gluten", r"gluten|coeliac|celiac|wheat"),
    ("dairy", r"dairy|lactose|\bmilk\b"), ("egg", r"\beggs?\b"), ("soya", r"\bsoya?\b"), ("sesame", r"sesame"),
    ("fish", r"\bfish\b|shellfish|prawn|seafood"), ("vegetarian", r"vegetarian|\bno meat\b"), ("vegan", r"vegan"),
    ("pork", r"\bpork\b|halal|kosher"), ("sugar", r"sugar|diabet"), ("alcohol", r"alcohol|teetotal"),
    ("caffeine", r"caffeine|\bno coffee\b"), ("sulphites", r"sul(?:ph|f)ite"), ("scent", r"scent|perfume|fragrance"),
    ("pollen", r"pollen|hay ?fever"), ("latex", r"latex"), ("gifts", r"\bgifts?\b|\bpresents?\b"),
    ("contact", r"\bcall|\bphone\b|\bcontact|\bwrite\b|e-?mail"), ("child_treats", r"child|\bkids?\b"),
)  # fmt: skip
_WARNS = re.compile(
    r"allerg|intoleran|coeliac|celiac|diabet|vegan|vegetarian|halal|kosher|teetotal|\bnever\b|\bno\b|\bnot\b|\bdon'?t\b"
    r"|\bavoid|\bwithout\b|anaphyla|epipen|keine?\b|\bsans\b|\bsin\b",
    re.IGNORECASE,
)


def proposed(note: str) -> tuple[str, ...] | None:
    """Boundaries to tick for a note that warns of something (none known: an empty tuple); None when it doesn't."""
    if not _WARNS.search(note):
        return None
    return tuple(key for key, words in _MEANT if re.search(words, note, re.IGNORECASE))
