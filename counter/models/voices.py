"""Queries for the weekly report: answers to slips, slips printed, and what was decided about each week."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from peewee import chunked

from counter.models import shop
from counter.models.tables_counter import ComplaintRow, FeedbackRow, OrderRow, SlipRow
from counter.models.tables_people import ChangeRow, EntryRow, Table
from counter.models.tables_shop import AnonymousRow, ReportRow
from counter.models.things import live
from counter.records.entries import Complaint, Feedback, Order, OrderState
from counter.records.report import Decision, Helped, Nameless

Scores = tuple[int | None, int | None, int | None]
THEMES = "themes"
_WEEK = timedelta(days=7)
_ELSEWHERE = ("complaint", "compliment")  # a named answer made one of these stands there with all its steps
_STEPS = (
    "state", "apology_said", "thanked", "remedy", "cause", "why_staff_id", "why_by", "why_at", "told_how",
    "put_right_at", "told_at", "reopened",
)


def answers(since: datetime, until: datetime) -> tuple[Feedback, ...]:
    """Answers with words that a person hasn't made a complaint or compliment of: those stand there."""
    F = FeedbackRow
    found = live("feedback").where(F.at >= since, F.at < until, F.words != "", F.sorted_as.not_in(_ELSEWHERE))
    return tuple(found.order_by(F.at))


def anonymous(since: date, until: date) -> tuple[Nameless, ...]:
    """Answers without a name of the weeks from Monday to Monday, by week and in the order of the alphabet."""
    A = AnonymousRow
    rows = A.select().where(A.week >= since, A.week < until).order_by(A.week, A.words)
    return tuple(_nameless(row) for row in rows)


def unread() -> tuple[tuple[Feedback, ...], tuple[Nameless, ...]]:
    """Answers that nobody has read yet, oldest first: those with a name, and those without."""
    F, A = FeedbackRow, AnonymousRow
    named = live("feedback").where(F.sorted_as == "").order_by(F.at, F.id)
    nameless = A.select().where(A.sorted_as == "").order_by(A.week, A.words)
    return tuple(named), tuple(_nameless(row) for row in nameless)


def nameless(number: int) -> Nameless | None:
    """One answer without a name."""
    row = AnonymousRow.get_or_none(AnonymousRow.id == number)
    return _nameless(row) if row else None


def themes() -> dict[str, list[str]]:
    """The shop's own themes with words for each, in the owner's order; empty while it goes by those that came along."""
    found: dict[str, list[str]] = json.loads(shop.setting(THEMES) or "{}")
    return found


def tagged(most: int) -> tuple[tuple[str, str], ...]:
    """Words and the theme that a person chose for them, the newest so many of each kind, oldest first."""
    C, F, A = ComplaintRow, FeedbackRow, AnonymousRow
    told = (C.live(C.words, C.theme).where(C.theme != ""), C.id)
    said = (F.live(F.words, F.theme).where(F.theme != "", F.words != "", F.sorted_as.not_in(_ELSEWHERE)), F.id)
    nobody = (A.select(A.words, A.theme).where(A.theme != "", A.words != ""), A.week)
    rows = [list(query.order_by(order.desc()).limit(most).tuples()) for query, order in (told, said, nobody)]
    return tuple((words, theme) for found in rows for words, theme in reversed(found))


def scores(since: datetime, until: datetime, weeks: tuple[date, date]) -> tuple[Scores, ...]:
    """What counts for the index: named answers of a time, anonymous ones of the weeks from Monday to Monday."""
    F, A = FeedbackRow, AnonymousRow
    named = F.live(F.scores).where(F.at >= since, F.at < until, F.counted == 1)
    nameless = A.select(A.scores).where(A.week >= weeks[0], A.week < weeks[1])
    return tuple(row.scores for query in (named, nameless) for row in query)


def slip_times(since: datetime, until: datetime) -> tuple[datetime, ...]:
    """When each slip of a time was made; slips for nobody and slips taken back are none."""
    rows = SlipRow.live(SlipRow.made_at).where(SlipRow.made_at >= since, SlipRow.made_at < until, SlipRow.void == 0)
    return tuple(row.made_at for row in rows)


def complaints(since: datetime, until: datetime, at: datetime | None = None) -> tuple[Complaint, ...]:
    """Complaints opened in a time, oldest first; as they stood `at` a moment, else as they stand now."""
    C = ComplaintRow
    found = tuple(live("complaint").where(C.opened_at >= since, C.opened_at < until).order_by(C.opened_at, C.id))
    return found if at is None else as_of(found, at)


def complaints_open(before: datetime, at: datetime) -> tuple[Complaint, ...]:
    """Complaints opened before a moment that were still open at another, as they stood then, oldest first."""
    C = ComplaintRow
    open_now = C.state.not_in(("told", "no_contact")) | (C.cause == "")
    later = [row.row_id for row in _changes(at).select(ChangeRow.row_id).distinct()]
    found = tuple(live("complaint").where(C.opened_at < before, open_now | C.id.in_(later)).order_by(C.opened_at, C.id))
    return tuple(one for one in as_of(found, at) if not one.closed)


def as_of(found: Iterable[Complaint], at: datetime) -> tuple[Complaint, ...]:
    """Complaints, given as they stand now, with their steps as they stood at a moment: later ones are put back."""
    found = tuple(found)
    earlier: dict[int, dict[str, Any]] = {one.id: {} for one in found}
    fields = ComplaintRow._meta.fields
    for part in chunked(list(earlier), 500):
        for row in _changes(at).where(ChangeRow.row_id.in_(part)).order_by(ChangeRow.id.desc()):
            then = {name: fields[name].python_value(value) for name, value in row.before.items() if name in _STEPS}
            earlier[row.row_id] |= then
    return tuple(replace(one, **earlier[one.id]) for one in found)


def remedy(complaint_id: int | None) -> str:
    """What was done about a complaint."""
    found = ComplaintRow.get_or_none(ComplaintRow.id == complaint_id)
    return str(found.remedy) if found else ""


def order_state(order: Order, at: datetime) -> OrderState:
    """Where an order stood at a moment."""
    changes = _changes(at, OrderRow).where(ChangeRow.row_id == order.id).order_by(ChangeRow.id)
    return next((OrderState(row.before["state"]) for row in changes if "state" in row.before), order.state)


def kept(week: date) -> Decision | None:
    """What was decided with the report of a week; None before that report was made."""
    row: Any = ReportRow.get_or_none(ReportRow.week == week)
    if row is None:
        return None
    helped = Helped(row.helped) if row.helped else None
    return Decision(change=row.change_text, chair=row.empty_chair, made_at=row.made_at, helped=helped)


def chairs(week: date) -> frozenset[str]:
    """The words that sat in the empty chair within a year of a week, that week left out."""
    R = ReportRow
    near = (R.week > week - 53 * _WEEK) & (R.week < week + 53 * _WEEK) & (R.week != week)
    rows = R.select(R.empty_chair).where(near, R.empty_chair != "")
    return frozenset(row.empty_chair for row in rows)


def keep(week: date, now: Decision) -> None:
    """Keep what was decided about a week; a second time replaces the first."""
    ReportRow.replace(
        week=week, change_text=now.change, empty_chair=now.chair, made_at=now.made_at, helped=now.helped or ""
    ).execute()


def forget(week: date) -> None:
    """Take back that the report of a week was made."""
    ReportRow.delete().where(ReportRow.week == week).execute()


def first_day() -> date | None:
    """The business day of the shop's first entry."""
    row = EntryRow.select(EntryRow.day).order_by(EntryRow.day).first()
    return row.day if row else None


def _changes(after: datetime, table: type[Table] = ComplaintRow) -> Any:
    """What was changed of a table's rows later than a moment."""
    joined = ChangeRow.select(ChangeRow.id, ChangeRow.row_id, ChangeRow.before).join(
        EntryRow, on=(ChangeRow.entry_id == EntryRow.id)
    )
    since = (after - timedelta(days=2)).date()  # lets SQLite go by the index of days
    return joined.where(
        ChangeRow.table_name == table._meta.table_name, ~ChangeRow.before.is_null(), EntryRow.day >= since,
        EntryRow.at > after,
    )


def _nameless(row: Any) -> Nameless:
    return Nameless(
        id=row.id, week=row.week, words=row.words, scores=row.scores, sorted_as=row.sorted_as, theme=row.theme
    )
