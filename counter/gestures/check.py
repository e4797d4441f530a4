"""What an owner may not put into the catalogue, each told in a sentence that says how to put it right."""

import math
import re
from collections.abc import Callable, Collection, Iterable

from counter.gestures.occasions import CONDITIONS, OCCASIONS
from counter.gestures.wording import KNOWN, PERSONAL, placeholders
from counter.records.gestures import Gesture, Kind

FAMILIES = frozenset(
    {"help", "words", "memory", "treat", "sample", "craft", "keepsake", "saving", "priority", "knowledge"}
    | {"money", "upgrade", "apology"}
)
ALLERGENS = frozenset(
    {"gluten", "nuts", "peanuts", "sesame", "soya", "dairy", "egg", "fish", "shellfish", "celery", "mustard", "lupin"}
    | {"sulphites", "sugar", "honey", "gelatine", "meat", "pork", "alcohol", "caffeine"}
)
CONTAINS = ALLERGENS | {"eaten", "no_allergens", "scent", "pollen", "latex"}
TOUCHES = frozenset({"gift", "talk", "personal", "contact", "pet", "child", "discount", "photo", "public", "religion"})
FACTS = frozenset({"likes", "matters", "birthday", "told_event", "coming_event"})
OFTEN_EATEN = frozenset({"treat", "sample"})
KEY = re.compile(r"[a-z][a-z0-9_]{1,39}")
LONGEST = 200
LONGEST_ON_PAPER = 120

Check = Callable[[Gesture, Collection[str]], str | None]


def complaint_about(gesture: Gesture, written: Collection[str]) -> str | None:
    """The first thing wrong with an entry as a sentence. `written`: the names that stand in it."""
    for check in CHECKS:
        sentence = check(gesture, written)
        if sentence:
            return sentence
    return None


def _key(gesture: Gesture, _: Collection[str]) -> str | None:
    if KEY.fullmatch(gesture.key):
        return None
    return f"the key “{gesture.key}” should be small letters, figures and underscores, 2 to 40 of them."


def _texts(gesture: Gesture, _: Collection[str]) -> str | None:
    for name in ("title", "say", "why"):
        if not getattr(gesture, name).strip():
            return f"“{name}” is empty; write a few words there."
    for name in ("title", "say", "why", "say_someone", "why_someone"):
        if len(getattr(gesture, name)) > LONGEST:
            return f"“{name}” is longer than {LONGEST} characters; a sentence is enough."
    return None


def _paper(gesture: Gesture, _: Collection[str]) -> str | None:
    for language, text in gesture.for_customer.items():
        if not text.strip() or len(text) > LONGEST_ON_PAPER:
            return f"“for_customer” in “{language}” should be a few words, {LONGEST_ON_PAPER} characters at most."
        if placeholders(text):
            return f"“for_customer” in “{language}” goes on paper as it stands; leave out what is in braces."
    return None


def _words(gesture: Gesture, _: Collection[str]) -> str | None:
    known = frozenset(OCCASIONS) | frozenset(CONDITIONS)
    needed = (name for any_of in gesture.needs for name in any_of)
    asked: tuple[tuple[str, Iterable[str], frozenset[str]], ...] = (
        ("family", (gesture.family,), FAMILIES),
        ("occasions", gesture.occasions, frozenset(OCCASIONS)),
        ("needs", needed, known),
        ("never_when", gesture.never_when, known),
        ("contains", gesture.contains, CONTAINS),
        ("touches", gesture.touches, TOUCHES),
        ("needs_facts", gesture.needs_facts, FACTS),
    )
    for place, names, allowed in asked:
        unknown = sorted(set(names) - allowed)
        if unknown:
            return f"“{unknown[0]}” under “{place}” is not known; it may be {', '.join(sorted(allowed))}."
    return None


def _figures(gesture: Gesture, _: Collection[str]) -> str | None:
    if gesture.cost < 0:
        return "its cost is below nothing; write 0 when it costs nothing."
    if not (math.isfinite(gesture.minutes) and 0 <= gesture.minutes <= 60):
        return "its minutes should lie between 0 and 60."
    if not 0 <= gesture.prior <= 1:
        return "“prior”, the guess how much it pleases, should lie between 0 and 1."
    if not all(0 < weight <= 1 for weight in gesture.occasions.values()):
        return "the weight of an occasion should lie above 0 and not above 1."
    if gesture.cooldown_days < 0 or gesture.min_visits < 0 or gesture.max_per_year < 1:
        return "days and visits can't be below 0, and “max_per_year” should be 1 or more."
    return "its stock can't be below 0." if gesture.stock is not None and gesture.stock < 0 else None


def _ever(gesture: Gesture, _: Collection[str]) -> str | None:
    if gesture.any_time or gesture.occasions or gesture.fits:
        return None
    return "it would never be offered; give it an occasion, or let “any_time” be true."


def _kind(gesture: Gesture, _: Collection[str]) -> str | None:
    if gesture.kind is Kind.FREE and gesture.cost > 0:
        return "it is called free, and costs something; make it “low_cost”, or its cost 0."
    if (gesture.kind is Kind.RESTORING) != (gesture.family == "apology"):
        return "what makes good (“restoring”) belongs to the family “apology”, and nothing else does."
    return None


def _food(gesture: Gesture, written: Collection[str]) -> str | None:
    eaten = "eaten" in gesture.contains
    if gesture.family in OFTEN_EATEN and "contains" not in written:
        return "say what it contains; write [] when it is nothing to eat, drink or smell."
    if not eaten and gesture.contains & (ALLERGENS | {"no_allergens"}):
        return "it contains something to eat or drink; add “eaten” to “contains”."
    if eaten and not gesture.contains & (ALLERGENS | {"no_allergens"}):
        return "it is eaten; say which allergens it contains, or “no_allergens”."
    return None


def _placeholders(gesture: Gesture, _: Collection[str]) -> str | None:
    allowed = KNOWN | set(gesture.needs_facts)
    for name in ("say", "why", "say_someone", "why_someone"):
        used = placeholders(getattr(gesture, name))
        if used - allowed:
            return f"“{{{min(used - allowed)}}}” in “{name}” can't be filled in; ask for it under “needs_facts”."
        if name.endswith("someone") and used & PERSONAL:
            return f"“{name}” is for people without a name; leave the name out."
    return None


def _someone(gesture: Gesture, _: Collection[str]) -> str | None:
    only_known = ("known",) in gesture.needs or gesture.needs_facts or "personal" in gesture.touches
    for name in ("say", "why"):
        named = placeholders(getattr(gesture, name)) & PERSONAL
        if named and not only_known and not getattr(gesture, f"{name}_someone"):
            return f"“{name}” uses the name; add “{name}_someone” for people without one, or “known” under “needs”."
    return None


CHECKS: tuple[Check, ...] = (_key, _texts, _paper, _words, _figures, _ever, _kind, _food, _placeholders, _someone)
