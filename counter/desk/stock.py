"""What is left of an extra that runs out: one fewer when it is given, one more when that is taken back."""

import json
from dataclasses import replace

from counter.desk.till import Till
from counter.gestures import Catalogue, Engine
from counter.models import gestures, shop
from counter.records.card import NONE_LEFT


def gone(till: Till) -> frozenset[str]:
    """Extras that ran out, and those of which a colleague said today that there is none."""
    empty = frozenset(each.key for each in till.catalogue.gestures if each.stock is not None and each.stock <= 0)
    return empty | gestures.left_because(till.today, NONE_LEFT)


def count(key: str, change: int, left: int | None) -> None:
    """Write what is left of an extra that runs out, within the step that gives it or takes it back."""
    if left is not None:
        text, active, own = shop.gesture_row(key) or ("{}", True, False)
        kept = json.dumps(json.loads(text) | {"stock": max(0, left + change)}, ensure_ascii=False)
        shop.save_gesture(key, kept, active=active, own=own)


def look(till: Till) -> None:
    """After such a step: the catalogue as it is on disk now, and the choice with it where there is some again."""
    before = {each.key: each.stock for each in till.catalogue.gestures if each.stock is not None}
    now = {key: _left(key, stock) for key, stock in before.items()}
    if now == before:
        return
    counted = tuple(replace(each, stock=now.get(each.key)) for each in till.catalogue.gestures)
    till.catalogue = Catalogue(counted, till.catalogue.from_us)
    if any(before[key] <= 0 < left for key, left in now.items()):
        till.engine = Engine.restore(till.catalogue, till.settings.giving(), till.settings.seed, till.engine.state())


def _left(key: str, usual: int) -> int:
    row = shop.gesture_row(key)
    return int(json.loads(row[0]).get("stock", usual)) if row else usual
