"""The catalogue as a file: written for another shop or a copy, read in with every bad entry told in a sentence."""

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from counter.errors import Known, Unavailable
from counter.gestures import Catalogue, dump_catalogue, dump_gesture, parse_gesture
from counter.models import journal
from counter.office import catalogue as shelf
from counter.office.change import Change
from counter.records.gestures import Gesture

LARGEST = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What a file holds: gestures that are new here, those that would change, and what can't be taken, in sentences."""

    new: tuple[Gesture, ...]
    changed: tuple[Gesture, ...]
    same: int
    problems: tuple[str, ...]


def write(path: Path, catalogue: Catalogue, cup: int) -> None:
    """Every gesture, switched off or on, costs in cups of coffee. Raises Unavailable when it can't be written."""
    try:
        path.write_text(dump_catalogue(catalogue, cup), encoding="utf-8")
    except OSError as fault:
        raise Unavailable(f"The catalogue can't be written to {path.parent}. Choose another place.") from fault


def read(path: Path, catalogue: Catalogue, cup: int) -> Offered:
    """Look into a file; nothing is changed yet. Raises Known when it is no catalogue at all."""
    gestures, problems = _gestures(_entries(path), cup)
    here = {gesture.key: gesture for gesture in catalogue.gestures}
    known = [gesture for gesture in gestures if gesture.key in here]
    changed = tuple(g for g in known if dump_gesture(g, cup) != dump_gesture(here[g.key], cup))
    return Offered(
        new=tuple(gesture for gesture in gestures if gesture.key not in here), changed=changed,
        same=len(known) - len(changed), problems=tuple(problems),
    )


def take(change: Change, offered: Offered, cup: int, *, also_changed: bool) -> int:
    """Take in what is new, switched off until the owner has looked at it; what would change only when asked for.

    Each is a change of its own, all or none of them; answers how many there were.
    """
    taken = [(replace(gesture, active=False), True) for gesture in offered.new]
    if also_changed:
        taken += [(gesture, False) for gesture in offered.changed]
    with journal.atomic(change.database):
        for gesture, own in taken:
            shelf.save(replace(change, op=f"{change.op} {gesture.key}"), gesture, cup, own=own)
    return len(taken)


def _entries(path: Path) -> list[Any]:
    try:
        if path.stat().st_size > LARGEST:
            raise Known("This file is too large for a catalogue.")
        whole = json.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise Unavailable(f"The file {path.name} can't be read.") from fault
    except (ValueError, RecursionError) as fault:
        raise Known(f"{path.name} is not a catalogue of gestures: it is not a JSON text.") from fault
    entries = whole.get("gestures") if isinstance(whole, dict) else whole
    if not isinstance(entries, list):
        raise Known(f"{path.name} is not a catalogue of gestures: it holds no list of them.")
    return entries


def _gestures(entries: Collection[Any], cup: int) -> tuple[list[Gesture], list[str]]:
    """What can be read, each key once, and a sentence for each entry that can't."""
    found: dict[str, Gesture] = {}
    problems: list[str] = []
    for number, entry in enumerate(entries, 1):
        try:
            gesture = parse_gesture(entry, cup, place=f"entry {number}")
        except Known as bad:
            problems.append(bad.sentence)
            continue
        if gesture.key in found:
            problems.append(f"“{gesture.title}” in the catalogue: its key “{gesture.key}” stands there twice.")
        else:
            found[gesture.key] = gesture
    return list(found.values()), problems
