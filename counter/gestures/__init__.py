"""Choosing the small unexpected extra: rules, occasions, opportunity, worth, price, the best one or none."""

from counter.gestures.catalogue import (
    Catalogue,
    dump_catalogue,
    dump_gesture,
    parse_boundaries,
    parse_catalogue,
    parse_gesture,
)
from counter.gestures.engine import Engine
from counter.gestures.marks import mark_from, mark_text
from counter.gestures.occasions import CONDITIONS, OCCASIONS, rhythm
from counter.gestures.policy import Policy

__all__ = [
    "CONDITIONS",
    "OCCASIONS",
    "Catalogue",
    "Engine",
    "Policy",
    "dump_catalogue",
    "dump_gesture",
    "mark_from",
    "mark_text",
    "parse_boundaries",
    "parse_catalogue",
    "parse_gesture",
    "rhythm",
]
