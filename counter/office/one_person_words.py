"""One person's file in words that its person reads: what stands under which heading, and each item as a line."""

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from typing import Any

TITLES: Mapping[str, str] = {
    "you": "You", "contacts": "How we can reach you", "household": "Who comes for you, without their names",
    "facts": "What we know about you", "dates": "Days that we remember", "consents": "What you agreed to, or did not",
    "visits": "When you were here", "returns": "What came back", "complaints": "What went wrong",
    "compliments": "Kind words", "orders": "What you ordered", "store_credit": "Your store credit",
    "answers": "What you told us", "notes": "What we noted", "follow_ups": "What we meant to do for you",
    "extras": "Small extras from us", "slips": "Slips that we printed for you",
    "half_written": "What we began to write and did not save", "numbers_elsewhere": "Your numbers in other programs",
    "thought_of": "Small extras that we thought of", "learnt": "What the choice of extras learns from",
    "earlier": "What stood here before it was corrected or taken back",
}  # fmt: skip
NOTHING = "We keep nothing of these"
# What needs no word before it, as it says itself what it is.
_BARE = frozenset({
    "name", "value", "text", "what", "words", "your_words", "items", "relation", "label", "purpose", "circumstances",
    "outcome", "reason", "amount", "scores", "program", "number", "whose", "code",
})  # fmt: skip
_LABELS: Mapping[str, str] = {
    "called": "you like to be called", "pronunciation": "said", "address_form": "addressed as", "company": "company",
    "address": "address", "language_of_slips": "language of slips", "here_since": "here since", "state": "now",
    "may_collect": "may collect for you", "void": "not valid any more", "since": "since",
    "given": "you said", "wording": "we asked", "day": "on", "at": "at", "bought_on": "bought on",
    "receipt_number": "receipt", "declined_because": "declined because",
    "note": "our note", "opened": "told us on", "needed_by": "needed by", "put_right": "put right on",
    "what_we_did": "what we did", "told": "we told you on", "told_how": "told you by", "asked": "asked for on",
    "final_price": "price in the end", "collected": "collected on", "how_received": "it was", "made": "printed on",
    "answer_wanted": "you wanted an answer", "never": "for us that means no", "form": "in the form",
}  # fmt: skip
_KINDS = {"never": "Never", "matters": "Matters to you", "likes": "You like", "recognise": "How we know you"}
_KNOWN = {"said": "you told us", "noticed": "we noticed", "guessed": "we guessed"}
_FROM = {"you": "from you", "us": "from us"}
_IF_SO = frozenset({"may_collect", "answer_wanted", "void"})
_DAYS_ONLY = frozenset({"since", "here_since", "day", "opened", "put_right", "told", "asked", "collected", "made"})


def line(part: str, item: Mapping[str, Any], zone: tzinfo) -> str:
    """One item as a line; empty where it says nothing."""
    if part == "dates":
        year = item["year"] or ""
        return f"{item['label']}: {item['day']} {date(2000, item['month'], 1):%B} {year}".strip()
    said = (_said(name, value, zone) for name, value in item.items())
    lead = f"{_KINDS[item['kind']]}: " if part == "facts" else ""
    return lead + " · ".join(filter(None, said))


def _said(name: str, value: Any, zone: tzinfo) -> str:
    text = _value(name, value, zone)
    if not text or name in ("kind", "began"):
        return ""
    if name in _IF_SO:
        return _LABELS[name] if value else ""
    if name in _BARE or name in ("how_known", "from"):
        return text
    return f"{_LABELS.get(name, name.replace('_', ' '))} {text}" if name != "wording" else f"we asked: {text}"


def _value(name: str, value: Any, zone: tzinfo) -> str:
    """A value as one reads it; empty where there is nothing to read."""
    if name in ("how_known", "from"):
        return {**_KNOWN, **_FROM}.get(str(value), str(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        at = value.astimezone(zone)
        return _day(at.date()) if name in _DAYS_ONLY else f"{_day(at.date())}, {at:%H:%M}"
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, (_value(name, one, zone) for one in value)))
    return "" if value is None else str(value)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
