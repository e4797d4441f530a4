"""How long each kind of thing is kept, and the yearly look at what has been kept for longer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from counter.errors import Refused
from counter.models import forgetting, journal, keeping, shop
from counter.models.journal import Stamp, Writer
from counter.models.tables_shop import SettingRow
from counter.office.change import Change, Told, save
from counter.office.forgetting import Way, forget_all
from counter.records.entries import EntryKind, Saved

NAME = "keeping"
USUAL: Mapping[str, int] = {"people": 5, "complaints": 5, "answers": 3, "noticed": 3}
YEARS = (1, 2, 3, 5, 10)
A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """By kind: for how many years it is kept, and how many are older now. `due` when a year went by without a look."""

    years: Mapping[str, int]
    older: Mapping[str, int]
    looked: date | None
    due: bool


def look(today: date) -> Look:
    """How things stand."""
    kept = _kept()
    years = {**USUAL, **kept.get("years", {})}
    looked = date.fromisoformat(kept["looked"]) if kept.get("looked") else None
    older = {
        kind: len(keeping.people_before(_before(today, count))) if kind == "people"
        else keeping.older(kind, _before(today, count))
        for kind, count in years.items()
    }  # fmt: skip
    return Look(years=years, older=older, looked=looked, due=looked is None or today - looked >= A_YEAR)


def is_due(today: date) -> bool:
    """Whether a year went by since the owner looked; before the first look, since the shop's first entry."""
    kept = _kept()
    since = date.fromisoformat(kept["looked"]) if kept.get("looked") else keeping.first_day()
    return since is not None and today - since >= A_YEAR


def keep_for(change: Change, kind: str, years: int) -> Saved:
    """Keep a kind for so many years from now on."""
    kept = _kept()
    times = {**USUAL, **kept.get("years", {}), kind: years}
    return _save(change, {**kept, "years": times}, f"Kept for {years} years from now on.")


def looked(change: Change) -> Saved:
    """The owner has looked; the next time is in a year."""
    return _save(change, {**_kept(), "looked": change.day.isoformat()}, "Looked through. The next look is in a year.")


def let_go(change: Change, kind: str) -> Saved:
    """What is older goes for good: people become anonymous, words are taken away. Raises Refused when nothing is."""
    done = journal.already(change.op)
    if done is not None:
        return Saved(entry_id=done.id, customer_id=None, sentence=done.sentence)
    day = _before(change.day, look(change.day).years[kind])
    if kind == "people":
        ids = keeping.people_before(day)
        if not ids:
            raise Refused("Nobody has been away for that long.")
        return forget_all(change, ids, Way.ANONYMOUS)
    if not keeping.older(kind, day):
        raise Refused("Nothing is that old.")
    sentence = "What was older is let go."
    with journal.atomic(change.database):
        writer = Writer(
            Stamp(op=change.op, kind=EntryKind.SETTING, at=change.at, day=change.day, staff_id=change.staff_id)
        )
        keeping.let_go(kind, day)
        writer.close(sentence)
    forgetting.scour(change.database)
    return Saved(entry_id=writer.entry_id, customer_id=None, sentence=sentence)


def _before(today: date, years: int) -> date:
    return today - years * A_YEAR


def _kept() -> dict[str, Any]:
    text = shop.setting(NAME)
    kept: dict[str, Any] = json.loads(text) if text else {}
    return kept


def _save(change: Change, kept: dict[str, Any], sentence: str) -> Saved:
    before = [NAME, shop.setting(NAME) or "{}"]

    def write(_writer: Writer) -> Told:
        shop.save_setting(NAME, json.dumps(kept))
        return Told(sentence=sentence, table=SettingRow, before=before)

    return save(change, write)
