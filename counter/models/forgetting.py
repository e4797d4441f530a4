"""Taking a person out of the shop's file for good: out of every table, the journal, what is kept, and the bytes."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from peewee import chunked

from counter.models import chairs
from counter.models.database import ShopDatabase
from counter.models.imports import OF_PERSON
from counter.models.naming import words_of
from counter.models.scrubbing import NOTHING, scrub
from counter.models.shop import OPS
from counter.models.tables_counter import (
    ComplaintRow,
    ComplimentRow,
    CreditRow,
    FeedbackRow,
    FollowUpRow,
    NoteRow,
    OrderRow,
    ReturnRow,
    SlipRow,
)
from counter.models.tables_gestures import GestureEventRow, GivenRow, SuggestionRow
from counter.models.tables_people import (
    ChangeRow,
    ConsentRow,
    ContactRow,
    CustomerRow,
    DateRow,
    EntryRow,
    FactRow,
    HouseholdRow,
    Table,
)
from counter.models.tables_shop import DraftRow, ExternalIdRow, ForgottenRow, ImportRow, KeptRow, PrintJobRow

# What is about nobody but the person goes in both ways; all else may stay and count, without a word of or about them.
GOES: tuple[type[Table], ...] = (
    ContactRow, HouseholdRow, ConsentRow, FactRow, DateRow, FollowUpRow, NoteRow, DraftRow, ExternalIdRow
)  # fmt: skip
BLANKED: dict[type[Table], dict[str, Any]] = {
    CustomerRow: {
        "name": "", "called": "", "pronunciation": "", "address_form": "", "company": "", "address": "", "language": "",
        "unnamed": True,
    },
    ReturnRow: {"receipt_number": "", "declined_because": "", "note": ""},
    ComplaintRow: {"words": NOTHING, "remedy": NOTHING, "cause": NOTHING, "told_how": ""},
    ComplimentRow: {"words": NOTHING},
    OrderRow: {"spec": NOTHING, "reason": ""},
    CreditRow: {"why": ""},
    SuggestionRow: {"reason": "", "say": "", "because": ""},
    SlipRow: {"line": "", "content": "{}", "void": True},
    FeedbackRow: {"words": "", "wants_answer": False},
    EntryRow: {"sentence": "", "detail": ""},
}  # fmt: skip


def whole_person(customer_id: int) -> tuple[int, ...]:
    """The person and all who were merged into them; an id that was merged away stands for the one it went into."""
    C = CustomerRow
    row = C.get_or_none(C.id == customer_id)
    while row is not None and row.merged_into is not None:
        row = C.get_or_none(C.id == row.merged_into)
    found: list[int] = []
    wanted = [] if row is None else [int(row.id)]
    while wanted:
        found += wanted
        wanted = [one.id for one in C.select(C.id).where(C.merged_into.in_(wanted), C.id.not_in(found))]
    return tuple(found)


def made_at(ids: Iterable[int]) -> dict[int, tuple[str, bool]]:
    """When each was made, as the file has it, and whether they still have a name."""
    C = CustomerRow
    found: dict[int, tuple[str, bool]] = {}
    for part in chunked(ids, 400):
        rows = C.select(C.id, C.created_at, C.unnamed).where(C.id.in_(part))
        found |= {row.id: (row.created_at.isoformat(), not row.unnamed) for row in rows}
    return found


def open_orders(ids: tuple[int, ...]) -> int:
    """Orders that are still to be made or collected."""
    ended = ("collected", "declined", "cancelled")
    return int(OrderRow.live().where(OrderRow.customer_id.in_(ids), OrderRow.state.not_in(ended)).count())


def blank(ids: tuple[int, ...]) -> tuple[Path, ...]:
    """Leave nothing of or about them but what counts; answers the slips that lie as PDF somewhere.

    Runs in the transaction of its caller; `scour` is to follow it.
    """
    words = words_of(ids)
    files = (*_slips(ids), *chairs.forget(ids))
    for row_ids, table in [(_rows(table, ids), table) for table in (*OF_PERSON, CustomerRow)]:
        _forget_changes(table, row_ids)
    _forget_imports(ids)
    for table in GOES:
        table.delete().where(table._meta.fields["customer_id"].in_(ids)).execute()
    HouseholdRow.delete().where(HouseholdRow.member_id.in_(ids)).execute()
    waiting = ComplaintRow.state.in_(("open", "put_right")) & ComplaintRow.customer_id.in_(ids)
    ComplaintRow.update(state="no_contact").where(waiting).execute()
    GivenRow.update(title=NOTHING).where(GivenRow.customer_id.in_(ids), GivenRow.own_idea == 1).execute()
    for table, blanks in BLANKED.items():
        key = "id" if table is CustomerRow else "customer_id"
        table.update(blanks).where(table._meta.fields[key].in_(ids)).execute()
    KeptRow.delete().execute()
    scrub(words)
    return files


def erase(ids: tuple[int, ...]) -> None:
    """After `blank`: take away what counted, too. What the choice of gestures learnt stays, of nobody."""
    CustomerRow._meta.database.execute_sql("PRAGMA defer_foreign_keys=1")
    EntryRow.update(customer_id=None, visit_id=None, thing="", thing_id=None).where(
        EntryRow.customer_id.in_(ids)
    ).execute()
    GestureEventRow.update(customer_id=None).where(GestureEventRow.customer_id.in_(ids)).execute()
    for table in OF_PERSON:
        table.delete().where(table._meta.fields["customer_id"].in_(ids)).execute()
    CustomerRow.delete().where(CustomerRow.id.in_(ids)).execute()


def note(ids: Iterable[int], day: Any, staff: str) -> None:
    """A stub for each: that somebody was forgotten, when and by whom."""
    for one in ids:
        if not ForgottenRow.select().where(ForgottenRow.customer_id == one).exists():
            ForgottenRow.insert(customer_id=one, day=day, staff=staff).execute()


def scour(database: ShopDatabase) -> None:
    """Rewrite the file and empty its log, so that no page holds what was deleted; outside of a transaction."""
    database.execute_sql("VACUUM")
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _rows(table: type[Table], ids: tuple[int, ...]) -> list[int]:
    column = "id" if table is CustomerRow else "customer_id"
    return [row.id for row in table.select(table.id).where(table._meta.fields[column].in_(ids))]


def _forget_changes(table: type[Table], row_ids: list[int]) -> None:
    H = ChangeRow
    for part in chunked(row_ids, 400):
        H.delete().where(H.table_name == table._meta.table_name, H.row_id.in_(part)).execute()


def _forget_imports(ids: tuple[int, ...]) -> None:
    """Which rows of a file they were, and their numbers in another program."""
    X = ExternalIdRow
    numbers = {(row.source, row.value) for row in X.select().where(X.customer_id.in_(ids))}
    parts = EntryRow.select(EntryRow.id, EntryRow.detail).where(EntryRow.thing == ImportRow._meta.table_name)
    for entry in parts.iterator():
        detail = json.loads(entry.detail or "{}")
        rows = {row: who for row, who in detail.get("rows", {}).items() if who not in ids}
        kept = [one for one in detail.get("ids", []) if (one[0], one[1]) not in numbers and one[2] not in ids]
        if rows != detail.get("rows", {}) or kept != detail.get("ids", []):
            text = json.dumps({"ids": kept, "rows": rows}, ensure_ascii=False)
            EntryRow.update(detail=text).where(EntryRow.id == entry.id).execute()


def _slips(ids: tuple[int, ...]) -> tuple[Path, ...]:
    """Their print jobs go; answers where slips were kept as files."""
    slips = SlipRow.select(SlipRow.id).where(SlipRow.customer_id.in_(ids))
    jobs = list(PrintJobRow.select().where(PrintJobRow.slip_id.in_(slips)))
    PrintJobRow.delete().where(PrintJobRow.slip_id.in_(slips)).execute()
    return tuple(Path(job.place) for job in jobs if job.place.casefold().endswith(".pdf"))


def drafts_of(customer_id: int) -> list[tuple[str, Any, dict[str, str]]]:
    """What was typed about them and not saved: form, moment, fields."""
    rows = DraftRow.select().where(DraftRow.customer_id == customer_id)
    return [(row.form, row.at, {name: row.fields[name] for name in row.fields if name != OPS}) for row in rows]


def numbers_of(customer_id: int) -> list[tuple[str, str]]:
    """Their numbers in other programs."""
    rows = ExternalIdRow.select().where(ExternalIdRow.customer_id == customer_id)
    return [(row.source, row.value) for row in rows]
