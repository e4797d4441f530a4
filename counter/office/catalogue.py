"""The catalogue of gestures: what came with the program, changed or switched off, and the shop's own.

Costs are kept in cups of coffee, so that they follow its price. A row that only switches a gesture keeps no copy of it.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from counter.errors import FieldRefused, Known
from counter.gestures import Catalogue, Engine, dump_gesture, parse_catalogue, parse_gesture
from counter.gestures.check import KEY
from counter.models import shop
from counter.models.tables_shop import GestureRow
from counter.office.change import Change, Told
from counter.office.change import save as save_change
from counter.office.saying import apart
from counter.records.entries import Saved
from counter.records.gestures import Gesture, Kind
from counter.settings import Settings

A_COLLEAGUES_IDEA = "One of us thought of it."


def load(starter: str, cup: int) -> Catalogue:
    """Everything, the starter's order first. `starter` is the catalogue that came with the program."""
    came = json.loads(starter)
    entries = {entry["key"]: entry for entry in came["gestures"]}
    for row, text, active, _ in shop.gesture_texts():
        key = _key_of(row)
        entry = _whole(entries.get(key, {}) | _changed(text)) | {"key": key, "active": active}
        if _can_be_read(entry):
            entries[key] = entry
    return parse_catalogue(json.dumps(came | {"gestures": list(entries.values())}), cup)


def save(change: Change, gesture: Gesture, cup: int, *, own: bool = False) -> Saved:
    """A new or changed gesture; raises FieldRefused or Known with a sentence when it can't stand there."""
    _check(gesture)
    entry = dump_gesture(gesture, cup)
    parse_gesture(entry, cup)
    name = _name(gesture)
    sentence = f"{name} is in the catalogue." if own else f"{name} is saved."
    return save_change(change, lambda _writer: _put(gesture, json.dumps(entry, ensure_ascii=False), sentence, own=own))


def switch(change: Change, gesture: Gesture, *, on: bool) -> Saved:
    """Let it be suggested, or not any more. What is known of it stays."""
    said = "may be suggested again" if on else "is switched off: it is not suggested any more"
    sentence = f"{_name(gesture)} {said}."
    return save_change(change, lambda _writer: _put(replace(gesture, active=on), "", sentence))


def put_back(key: str, text: str | None, *, active: bool, own: bool) -> None:
    """A row as it was before a change; without a text there was none."""
    if text is None:
        GestureRow.delete().where(GestureRow.key == key).execute()
    else:
        shop.save_gesture(key, text, active=active, own=own)


def for_each_trade(catalogue: Catalogue) -> Mapping[str, int]:
    """How many gestures fit each trade; “*” counts those that fit any."""
    fits = Counter(trade for gesture in catalogue.gestures for trade in gesture.trades)
    return {trade: number + (fits["*"] if trade != "*" else 0) for trade, number in fits.items()}


def renewed(engine: Engine, catalogue: Catalogue, settings: Settings) -> Engine:
    """An engine for another catalogue or other limits that keeps what was learnt."""
    return Engine.restore(catalogue, settings.giving(), settings.seed, engine.state())


def _put(gesture: Gesture, text: str, sentence: str, *, own: bool = False) -> Told:
    """Keep the row; without a text, the one that it has."""
    rows = {_key_of(key): (key, kept, active, mine) for key, kept, active, mine in shop.gesture_texts()}
    before = rows.get(gesture.key, (gesture.key, None, True, own))
    key, kept, _, mine = before
    shop.save_gesture(key, text or kept or "{}", active=gesture.active, own=mine)
    return Told(sentence=sentence, table=GestureRow, before=list(before))


def _name(gesture: Gesture) -> str:
    return f"“{apart(gesture.title)}”"


def _can_be_read(entry: dict[str, Any]) -> bool:
    """What a program kept that knew other words waits for one that knows them."""
    try:
        parse_gesture(entry)
    except Known:
        return False
    return True


def _changed(text: str) -> dict[str, Any]:
    """What a row keeps; nothing where that is no set of named values."""
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _whole(entry: dict[str, Any]) -> dict[str, Any]:
    """A colleague's idea has a title only: the rest waits for the owner."""
    title = entry.get("title", "")
    return entry | {"say": entry.get("say") or title, "why": entry.get("why") or A_COLLEAGUES_IDEA}


def _key_of(row: str) -> str:
    """The gesture's key: the row's own, or one made of it where that is no key."""
    return row if KEY.fullmatch(row) else f"own_{blake2b(row.encode(), digest_size=8).hexdigest()}"


def _check(gesture: Gesture) -> None:
    """What the owner sees as one field against another; the rest is the catalogue's own check."""
    if gesture.kind is Kind.FREE and gesture.cost > 0:
        raise FieldRefused("cost", "It costs something, so it is not free. Tick “Costs a little”, or write 0 here.")
    if gesture.kind is Kind.RESTORING and gesture.family != "apology":
        raise FieldRefused("family", "What makes good is an apology. Tick that sort, or say that it is something else.")
    if gesture.family == "apology" and gesture.kind is not Kind.RESTORING:
        raise FieldRefused("kind", "An apology makes good what went wrong. Tick that, or another sort.")
    if "eaten" in gesture.contains and len(gesture.contains) == 1:
        raise FieldRefused("contains", "It is eaten: tick all that is in it, or “Nothing that harms”.")
