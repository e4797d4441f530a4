"""Rows of what customers told us: with a slip's person, with someone, or without a name and without a way back."""

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from peewee import chunked

from counter.models import kept, people
from counter.models.database import ShopDatabase
from counter.models.journal import Writer
from counter.models.tables_counter import FeedbackRow, FollowUpRow, SlipRow
from counter.models.tables_people import ContactRow, CustomerRow, EntryRow
from counter.models.tables_shop import AnonymousRow, ImportRow
from counter.records.answers import Answer, LiveSlip
from counter.records.people import ContactKind
from counter.records.phones import digits

SHAPE = "answers"
COPIED, WRONG = "tablet", "tablet_wrong_codes"


def all_codes() -> frozenset[str]:
    """The codes of all slips that were not taken back."""
    return frozenset(code for (code,) in SlipRow.live(SlipRow.code).where(SlipRow.void == 0).tuples())


def live_slips(codes: Iterable[str]) -> dict[str, LiveSlip]:
    """The slips with these codes by code, but for those that were taken back."""
    S = SlipRow
    found: dict[str, LiveSlip] = {}
    for part in chunked(sorted(set(codes)), 400):
        rows = S.live(S.id, S.customer_id, S.code, S.made_at, S.answered).where(S.void == 0, S.code.in_(part))
        found |= {row.code: LiveSlip(**row.__data__) for row in rows}
    return found


def add(writer: Writer, slip: LiveSlip | None, answer: Answer, about: tuple[str, bool]) -> int:
    """Keep an answer with its slip's person, or with someone new; `about` is its way and whether the index has it.

    Answers the row's number. An answer that is wanted becomes something to do today.
    """
    way, counted = about
    customer_id = _someone(writer, answer) if slip is None else slip.customer_id
    writer.for_whom(customer_id, writer.visit_id)
    row = writer.insert(
        FeedbackRow, customer_id=customer_id, slip_id=slip.id if slip else None, words=answer.words,
        scores=answer.scores, wants_answer=answer.wants_answer, way=way, counted=counted, at=writer.stamp.at,
    )
    if slip is not None and counted:
        writer.update(SlipRow, slip.id, answered=True)
    if answer.wants_answer:
        reach = f" ({answer.contact})" if answer.contact else ""
        ask = f"Answer what they told us{reach}: {answer.words}"[:300]
        writer.insert(FollowUpRow, customer_id=customer_id, what=ask, due=writer.stamp.day)
    writer.about(FeedbackRow, row)
    return row


def _someone(writer: Writer, answer: Answer) -> int:
    """A person without a name, with whatever they can be reached by."""
    customer_id = writer.insert(CustomerRow, name="", unnamed=True, created_at=writer.stamp.at)
    contact = answer.contact.strip()[:200]
    kind = ContactKind.EMAIL if "@" in contact else ContactKind.PHONE
    if contact and ("@" in contact or len(digits(contact)) >= 7):
        writer.insert(ContactRow, customer_id=customer_id, kind=kind, value=contact, digits=digits(contact))
    return customer_id


def add_nameless(week: date, answers: Iterable[Answer], used: Iterable[int], number: Callable[[], int]) -> None:
    """Keep words and scores with their week alone, and apart from it that these slips were used.

    Outside the journal, which knows when. Their numbers are random, and the week's rows are written anew in the order
    of the numbers, so that where they lie in the file doesn't tell which came first.
    """
    A = AnonymousRow
    rows: list[dict[str, Any]] = [row.__data__ for row in A.select().where(A.week == week)]
    rows += [{"id": number(), "week": week, "words": answer.words, "scores": answer.scores} for answer in answers]
    A.delete().where(A.week == week).execute()
    for row in sorted(rows, key=lambda row: row["id"]):
        A.insert(**row).execute()
    for part in chunked(sorted(used), 400):
        SlipRow.update(answered=True).where(SlipRow.id.in_(part)).execute()


def forget_order(database: ShopDatabase) -> None:
    """Empty the log of new pages, which holds them in the order in which they were written."""
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def copied() -> dict[str, list[str]]:
    """By day, the tablet's answers that are in the shop's file already."""
    found = kept.read(COPIED)
    days: dict[str, list[str]] = json.loads(found[1]) if found else {}
    return days


def keep_copied(days: dict[str, list[str]]) -> None:
    """In place of the ones before; numbers sorted, so that they tell no order."""
    text = json.dumps({day: sorted(ids) for day, ids in sorted(days.items())})
    kept.keep(COPIED, 0, text.encode())


def wrong_codes(hour: str) -> int:
    """How many codes of nobody's the tablet brought in that hour."""
    found = kept.read(WRONG)
    count: int = json.loads(found[1]).get(hour, 0) if found else 0
    return count


def keep_wrong(hour: str, count: int) -> None:
    """In place of earlier hours."""
    kept.keep(WRONG, 0, json.dumps({hour: count}).encode())


def standing(keys: Iterable[str]) -> frozenset[str]:
    """Which of these answers came in before and were not taken back."""
    E = EntryRow
    found: set[str] = set()
    for part in chunked([op_of(key) for key in keys], 400):
        found |= {row.op_id for row in E.select(E.op_id).where(E.op_id.in_(part), E.undone_by.is_null())}
    return frozenset(op.removeprefix(OP) for op in found)


OP = "answer "


def op_of(key: str) -> str:
    """The operation by which an answer comes in once."""
    return f"{OP}{key}"


def begin_run(name: str, at: datetime, entry_id: int) -> int:
    """A file or a text begins to be brought in; answers the number of its run."""
    return int(ImportRow.insert(file=name, shape=SHAPE, at=at, entry_id=entry_id).execute())


def runs() -> tuple[tuple[int, str, datetime, EntryRow], ...]:
    """Each file and text that was brought in, newest first: number, name, moment, and its entry."""
    rows: Any = ImportRow.select().where(ImportRow.shape == SHAPE).order_by(ImportRow.id.desc())
    return tuple((row.id, row.file, row.at, EntryRow.get_by_id(row.entry_id)) for row in rows)


def untouched(entry_ids: Iterable[int]) -> tuple[int, ...]:
    """Of the entries of answers, those that stand and of which nobody has made anything yet, newest first."""
    E, F = EntryRow, FeedbackRow
    found: list[int] = []
    for part in chunked(sorted(entry_ids), 400):
        query = E.select(E.id).join(F, on=(E.thing_id == F.id)).where(
            E.id.in_(part), E.thing == F._meta.table_name, E.undone_by.is_null(), F.gone_by.is_null(),
            F.sorted_as == "",
        )
        found += [row.id for row in query]
    return tuple(sorted(found, reverse=True))


def names_of(ids: Iterable[int]) -> dict[int, str]:
    """Names by the person's number; empty for someone."""
    return people.names_of(list(ids))
