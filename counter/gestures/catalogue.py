"""The shop's catalogue of gestures as text and back; what is wrong with an entry is told in a sentence."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from counter.errors import Known
from counter.gestures.check import complaint_about
from counter.records.gestures import Boundary, Gesture, Kind
from counter.records.slips import NOTHING, ForPaper

LISTS = ("trades", "contains", "touches", "never_when")
NUMBERS = {"minutes": 0.5, "prior": 0.5}
COUNTS = {"cooldown_days": 60, "max_per_year": 3, "min_visits": 0}
TEXTS = ("say", "why", "say_someone", "why_someone")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All gestures of a shop, in the order of the file; keys are unique.

    `from_us` is what a slip says of a gesture that has no words of its own in the slip's language.
    """

    gestures: tuple[Gesture, ...]
    from_us: Mapping[str, ForPaper] = field(default_factory=dict)

    def get(self, key: str) -> Gesture | None:
        """The gesture with that key, if there is one."""
        return next((gesture for gesture in self.gestures if gesture.key == key), None)

    def on_paper(self, key: str, language: str) -> ForPaper:
        """What a slip in that language says of a gesture that was given."""
        gesture = self.get(key)
        own = gesture.for_customer.get(language, NOTHING) if gesture else NOTHING
        return own or self.from_us.get(language, NOTHING)


def parse_catalogue(text: str, cup: int = 300) -> Catalogue:
    """Read a catalogue; costs in the text are in cups of coffee (`cup` minor units). Raises Known."""
    whole = _whole(text)
    gestures: list[Gesture] = []
    for number, entry in enumerate(_entries(whole), 1):
        gesture = parse_gesture(entry, cup, place=f"entry {number}")
        if any(other.key == gesture.key for other in gestures):
            raise Known(f"The catalogue has “{gesture.key}” twice; each key may stand there once.")
        gestures.append(gesture)
    return Catalogue(tuple(gestures), _from_us(whole))


def parse_gesture(entry: Any, cup: int = 300, *, place: str = "the entry") -> Gesture:
    """One entry of the catalogue. Raises Known with a sentence that names the entry and what to put right."""
    if not isinstance(entry, dict):
        raise Known(f"In the catalogue, {place} is not a gesture; it should be a set of named values.")
    name = str(entry.get("title") or entry.get("key") or place)
    try:
        gesture = _build(entry, cup)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as problem:
        raise Known(f"“{name}” in the catalogue can't be read: {_plain(problem)}.") from problem
    complaint = complaint_about(gesture, entry.keys())
    if complaint:
        raise Known(f"“{name}” in the catalogue: {complaint}")
    return gesture


def dump_catalogue(catalogue: Catalogue, cup: int = 300) -> str:
    """The catalogue as text that `parse_catalogue` reads back to the same."""
    entries = [dump_gesture(gesture, cup) for gesture in catalogue.gestures]
    whole = {"version": 1, "from_us": dict(catalogue.from_us), "gestures": entries}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def dump_gesture(gesture: Gesture, cup: int = 300) -> dict[str, Any]:
    """One entry as plain values."""
    entry: dict[str, Any] = {"key": gesture.key, "title": gesture.title, "kind": gesture.kind.value}
    entry |= {"family": gesture.family, "cost": round(gesture.cost / cup, 6), "occasions": dict(gesture.occasions)}
    entry |= {name: sorted(getattr(gesture, name)) for name in LISTS}
    entry |= {name: getattr(gesture, name) for name in (*NUMBERS, *COUNTS, *TEXTS)}
    entry |= {"needs": ["|".join(any_of) for any_of in gesture.needs], "needs_facts": list(gesture.needs_facts)}
    entry |= {"fits": list(gesture.fits), "any_time": gesture.any_time, "ask_first": gesture.ask_first}
    return entry | {"for_customer": dict(gesture.for_customer), "stock": gesture.stock, "active": gesture.active}


def parse_boundaries(text: str) -> Mapping[str, Boundary]:
    """The shop's list of boundaries by key. Raises Known with a sentence."""
    try:
        found = [
            Boundary(key=str(entry["key"]), label=str(entry["label"]), blocks=frozenset(map(str, entry["blocks"])))
            for entry in json.loads(text)
        ]
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise Known("The list of boundaries can't be read; each needs a key, a label and what it blocks.") from problem
    return {boundary.key: boundary for boundary in found}


def _whole(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise Known("The catalogue can't be read: it is not a JSON text.") from problem


def _from_us(whole: Any) -> dict[str, ForPaper]:
    try:
        return _for_paper(whole.get("from_us", {})) if isinstance(whole, dict) else {}
    except TypeError as problem:
        raise Known(f"“from_us” in the catalogue can't be read: {problem}.") from problem


def _entries(whole: Any) -> list[Any]:
    entries = whole.get("gestures") if isinstance(whole, dict) else whole
    if not isinstance(entries, list):
        raise Known("The catalogue holds no list of gestures.")
    return entries


def _build(entry: dict[str, Any], cup: int) -> Gesture:
    lists: dict[str, Any] = {name: _tags(entry, name) for name in LISTS}
    figures: dict[str, Any] = {name: float(entry.get(name, usual)) for name, usual in NUMBERS.items()}
    figures |= {name: int(entry.get(name, usual)) for name, usual in COUNTS.items()}
    texts: dict[str, Any] = {name: _text(entry.get(name, "")) for name in TEXTS}
    return Gesture(
        key=_text(entry["key"] if "key" in entry else entry["id"]),
        title=_text(entry["title"]),
        kind=Kind(entry["kind"]),
        family=_text(entry["family"]),
        cost=round(float(entry.get("cost", 0)) * cup),
        needs=tuple(tuple(_text(need).split("|")) for need in entry.get("needs", ())),
        needs_facts=tuple(_text(fact) for fact in entry.get("needs_facts", ())),
        occasions={_text(name): float(weight) for name, weight in entry.get("occasions", {}).items()},
        fits=tuple(_text(word).casefold() for word in entry.get("fits", ())),
        any_time=_yes(entry.get("any_time", True)),
        ask_first=_yes(entry.get("ask_first", False)),
        active=_yes(entry.get("active", True)),
        for_customer=_for_paper(entry.get("for_customer", {})),
        stock=None if entry.get("stock") is None else int(entry["stock"]),
        **lists,
        **figures,
        **texts,
    )


def _tags(entry: dict[str, Any], name: str) -> frozenset[str]:
    value = entry.get(name, ["*"] if name == "trades" else [])
    if not isinstance(value, list):
        raise TypeError(f"“{name}” should be a list")
    return frozenset(map(_text, value))


def _for_paper(value: Any) -> dict[str, ForPaper]:
    """Words that a customer may read, by language."""
    if not isinstance(value, dict):
        raise TypeError("“for_customer” should be words by language")
    return {_text(language): ForPaper(_text(words)) for language, words in value.items()}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"“{value}” should be words")
    return value


def _yes(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"“{value}” should be true or false")
    return value


def _plain(problem: Exception) -> str:
    if isinstance(problem, KeyError):
        return f"“{problem.args[0]}” is missing"
    return str(problem) or "a value is of the wrong kind"
