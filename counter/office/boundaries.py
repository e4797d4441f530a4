"""What a never-fact may forbid: the shop's list, reworded, extended, and what of it is offered at the counter.

A boundary stays in force on every card that has it, offered or not. A row's `position` is its place in the list; one
that is not offered any more has it below zero.
"""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b

from counter.errors import FieldRefused
from counter.models import shop
from counter.models.tables_shop import BoundaryRow
from counter.office.change import Change, Told
from counter.office.change import save as save_change
from counter.office.saying import apart
from counter.records.cleaning import clean_line
from counter.records.entries import Saved
from counter.records.gestures import Boundary

LABEL_LIMIT = 60
Before = tuple[str, str | None, list[str], int]


def load(came: Mapping[str, Boundary]) -> Mapping[str, Boundary]:
    """The whole list, in its order: what came with the program, as the shop has it, then the shop's own."""
    found = dict(came)
    for key, label, blocks, position in shop.boundary_rows():
        found[key] = Boundary(key=key, label=label, blocks=blocks, offered=position >= 0)
    return found


def save(change: Change, boundary: Boundary, known: Mapping[str, Boundary]) -> Saved:
    """A new boundary (key "") or a changed one; raises FieldRefused. `known` is the list as it stands."""
    label = clean_line(boundary.label, "label", LABEL_LIMIT)
    if not label:
        raise FieldRefused("label", "What must never be? A few words, like: no chocolate.")
    if not boundary.blocks:
        raise FieldRefused("blocks", "What does it rule out? Without that, it would keep nothing away.")
    if any(one.label.casefold() == label.casefold() for one in known.values() if one.key != boundary.key):
        raise FieldRefused("label", f"“{apart(label)}” stands in the list already.")
    kept = replace(boundary, label=label, key=boundary.key or _key_of(label))
    return save_change(change, lambda _writer: _put(kept, known, f"“{apart(label)}” is in the list."))


def switch(change: Change, boundary: Boundary, known: Mapping[str, Boundary], *, on: bool) -> Saved:
    """Offer it when a never is noted, or not any more. Cards that have it keep it."""
    said = "is offered again" if on else "is not offered any more; cards that have it keep it"
    kept = replace(boundary, offered=on)
    return save_change(change, lambda _writer: _put(kept, known, f"“{apart(boundary.label)}” {said}."))


def put_back(before: Before) -> None:
    """A row as it was before a change; without a label there was none."""
    key, label, blocks, position = before
    if label is None:
        BoundaryRow.delete().where(BoundaryRow.key == key).execute()
    else:
        shop.save_boundary(key, label, blocks, position)


def _put(boundary: Boundary, known: Mapping[str, Boundary], sentence: str) -> Told:
    rows = {row[0]: row for row in shop.boundary_rows()}
    had = rows.get(boundary.key)
    before = (had[0], had[1], sorted(had[2]), had[3]) if had else (boundary.key, None, [], 0)
    keys = list(known)
    place = keys.index(boundary.key) if boundary.key in known else len(keys)
    shop.save_boundary(boundary.key, boundary.label, boundary.blocks, place if boundary.offered else -1 - place)
    return Told(sentence=sentence, table=BoundaryRow, before=list(before))


def _key_of(label: str) -> str:
    """A key of the shop's own, that no boundary of the program's will ever have."""
    return f"own_{blake2b(label.casefold().encode(), digest_size=8).hexdigest()}"
