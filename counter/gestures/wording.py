"""The sentence why and the sentence to say, with names and times filled in; both read well aloud."""

import re
from collections.abc import Mapping
from datetime import date

from counter.gestures.occasions import OCCASIONS, days_apart
from counter.records.gestures import Gesture, Situation

PLACEHOLDER = re.compile(r"\{(\w+)\}")
PERSONAL = frozenset({"name", "called"})
KNOWN = PERSONAL | {"since", "nth", "event"}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NUMBERS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)


def reason(gesture: Gesture, situation: Situation) -> str:
    """One sentence for the cashier's eye: why this, why now."""
    if situation.customer is None:
        return _fill(gesture.why_someone or gesture.why, {}, gesture, situation)
    return _fill(gesture.why, {}, gesture, situation)


def to_say(gesture: Gesture, situation: Situation) -> str:
    """What the cashier may say aloud, in the shop's words."""
    if situation.customer is None:
        return _fill(gesture.say_someone or gesture.say, {}, gesture, situation)
    return _fill(gesture.say, {}, gesture, situation)


def occasion_words(occasion: str | None) -> str:
    """The occasion as a clause, empty when there is none."""
    return OCCASIONS.get(occasion, "") if occasion else ""


def placeholders(text: str) -> frozenset[str]:
    """The names in braces of a text."""
    return frozenset(PLACEHOLDER.findall(text))


def since(gesture: Gesture, situation: Situation) -> str:
    """When they last had it, as the end of "has not had one …": "yet", "since March", "since last March"."""
    days = [given.day for given in situation.history if given.gesture == gesture.key]
    return _since(max(days), situation.day) if days else "yet"


def nth(number: int) -> str:
    """An ordinal as one says it: "tenth", "23rd"."""
    if 1 <= number <= len(NUMBERS):
        return NUMBERS[number - 1]
    ending = "th" if 11 <= number % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _event(situation: Situation) -> str:
    """Of the days they spoke of the one nearest to today."""
    named = [near for near in situation.dates if near.kind != "birthday" and near.label]
    nearest = min(named, key=lambda near: abs(days_apart(near.month, near.day, situation.day)), default=None)
    return nearest.label if nearest else "that day"


def _since(last: date, today: date) -> str:
    months = (today.year - last.year) * 12 + today.month - last.month
    if months >= 23:
        return f"since {last.year}"
    if months >= 11:
        return f"since {MONTHS[last.month - 1]} last year"
    return f"since {MONTHS[last.month - 1]}" if months else "this month"


def _fill(text: str, extra: Mapping[str, str], gesture: Gesture, situation: Situation) -> str:
    """Put words for placeholders in one pass, so that braces in a name stay what they are."""
    known = {
        "name": situation.name,
        "called": situation.called or situation.name,
        "since": since(gesture, situation),
        "nth": nth(situation.visit),
        "event": _event(situation),
        **situation.facts,
        **extra,
    }
    return PLACEHOLDER.sub(lambda match: known.get(match[1], ""), text)
