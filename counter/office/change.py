"""What every change of the owner's is given, and the one way to save it so that it can be taken back.

What the journal has no numbered row for (a setting, a gesture, the logo) stands as it was in the entry's detail.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from counter.models import journal
from counter.models.database import ShopDatabase
from counter.models.journal import Stamp, Writer
from counter.models.tables_people import Table
from counter.records.entries import EntryKind, Saved


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Who changes something, when (UTC) and on which business day; the same `op` twice changes nothing."""

    database: ShopDatabase
    op: str
    at: datetime
    day: date
    staff_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was done, as a sentence, and to which row; `before` is for tables whose rows have names, not numbers."""

    sentence: str
    table: type[Table]
    row: int = 0
    before: Any = None


def save(change: Change, write: Callable[[Writer], Told]) -> Saved:
    """One entry and what it changes, in one transaction."""
    with journal.atomic(change.database):
        done = journal.already(change.op)
        if done is not None:
            return Saved(entry_id=done.id, customer_id=None, sentence=done.sentence, thing_id=done.thing_id)
        writer = Writer(
            Stamp(op=change.op, kind=EntryKind.SETTING, at=change.at, day=change.day, staff_id=change.staff_id)
        )
        told = write(writer)
        writer.about(told.table, told.row, json.dumps(told.before, ensure_ascii=False))
        writer.close(told.sentence)
    return Saved(entry_id=writer.entry_id, customer_id=None, sentence=told.sentence, thing_id=told.row)
