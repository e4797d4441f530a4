"""A mark as text, to be kept with the visit or the suggestion, and back."""

import json
from dataclasses import asdict, fields
from typing import Any

from counter.records.gestures import Mark

LISTS = ("groups", "seen", "circumstances")


def mark_text(mark: Mark) -> str:
    """The mark as JSON, without what stands at its default."""
    usual = asdict(Mark())
    kept = {name: value for name, value in asdict(mark).items() if value != usual[name]}
    return json.dumps(kept, separators=(",", ":"))


def mark_from(text: str) -> Mark:
    """The mark again; what a later or earlier program wrote and this one doesn't know is left out."""
    kept = json.loads(text or "{}")
    known = {each.name for each in fields(Mark)} & set(kept)
    values: dict[str, Any] = {name: tuple(kept[name]) if name in LISTS else kept[name] for name in known}
    return Mark(**values)
