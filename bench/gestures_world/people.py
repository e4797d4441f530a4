"""Who comes to a simulated shop, and the figures of its world."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
WORLDS = Path(__file__).resolve().parent / "worlds"


@dataclass(slots=True)
class Person:
    """One customer: first what a card shows, then what they hide."""

    id: int
    first_day: int
    facts: dict[str, str]
    birthday: int | None
    boundaries: frozenset[str]
    limits: frozenset[str]
    taste: dict[str, float]
    quick: float
    expressive: float
    often: float
    visit_days: list[int] = field(default_factory=list)
    history: list["Past"] = field(default_factory=list)
    troubles: list["Problem"] = field(default_factory=list)
    mind: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class Past:
    """One gesture a person was given."""

    day: int
    visit_no: int
    gesture: str
    cost: float
    restoring: bool


@dataclass(slots=True)
class Problem:
    """One complaint: the day, and the day on which they were told (it may lie ahead)."""

    day: int
    told: int
    goods: bool
    price: bool


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit with all its draws; `known` is False for people without a name."""

    id: int
    day: int
    minute: int
    person: Person
    known: bool
    tokens: frozenset[str]
    queue: int
    cashier: int
    out_of_stock: frozenset[str]
    draws: tuple[float, ...]
    noise: tuple[float, ...]
    problem: Problem | None


def load(name: str) -> dict[str, Any]:
    """A world's figures: one of ours by name, or any file; a file may extend another of its folder by name."""
    path = Path(name) if name.endswith(".json") else WORLDS / f"{name}.json"
    params = json.loads(path.read_text(encoding="utf-8"))
    if "extends" in params:
        base = load(str(path.with_name(params["extends"] + ".json")))
        params = base | params
    return params


def catalogue() -> dict[str, Any]:
    """The starter catalogue and boundaries as plain values, costs in cups."""
    folder = ROOT / "resources" / "gestures"
    entries = json.loads((folder / "catalogue.json").read_text(encoding="utf-8"))["gestures"]
    usual = {"needs": [], "needs_facts": [], "never_when": [], "any_time": True, "min_visits": 0, "ask_first": False}
    gestures = [usual | entry | {"id": entry["key"]} for entry in entries]
    boundaries = json.loads((folder / "boundaries.json").read_text(encoding="utf-8"))
    return {"gestures": gestures, "boundaries": {each["key"]: each["blocks"] for each in boundaries}}
