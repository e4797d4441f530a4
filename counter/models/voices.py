"""Queries for the weekly report: answers to slips, slips printed, and what was decided about each week."""
from datetime import date, datetime, timedelta
from typing import Any

from counter.models.tables_counter import ComplaintRow, FeedbackRow, SlipRow
from counter.models.tables_shop import AnonymousRow, ReportRow
from counter.models.things import live
from counter.records.entries import Complaint, Feedback

Scores = tuple[int | None, int | None, int | None]
_WEEK = timedelta(days=7)


def answers(since: datetime, until: datetime) -> tuple[Feedback, ...]:
    """Answers with words that a person hasn't made a complaint or compliment of: those stand there."""
    F = FeedbackRow
    found = live("feedback").where(
        F.at >= since, F.at < until, F.words != "", F.sorted_as.not_in(("complaint", "compliment"))
    )
    return tuple(found.order_by(F.at))


def anonymous(week: date) -> tuple[str, ...]:
    """Words without a name of the week that begins on this Monday, in the order of the alphabet."""
    A = AnonymousRow
    rows = A.select(A.words).where(A.week == week, A.words != "", A.sorted_as.not_in(("complaint", "compliment")))
    return tuple(row.words for row in rows.order_by(A.words))


def scores(since: datetime, until: datetime, weeks: tuple[date, date]) -> tuple[Scores, ...]:
    """What counts for the index: named answers of a time, anonymous ones of the weeks from Monday to Monday."""
    F, A = FeedbackRow, AnonymousRow
    named = F.live(F.scores).where(F.at >= since, F.at < until, F.counted == 1)
    nameless = A.select(A.scores).where(A.week >= weeks[0], A.week < weeks[1])
    return tuple(row.scores for query in (named, nameless) for row in query)


def slip_times(since: datetime, until: datetime) -> tuple[datetime, ...]:
    """When each slip of a time was made."""
    rows = SlipRow.live(SlipRow.made_at).where(SlipRow.made_at >= since, SlipRow.made_at < until)
    return tuple(row.made_at for row in rows)


def complaints(since: datetime, until: datetime) -> tuple[Complaint, ...]:
    """Complaints opened in a time, oldest first."""
    C = ComplaintRow
    return tuple(live("complaint").where(C.opened_at >= since, C.opened_at < until).order_by(C.opened_at, C.id))


def kept(week: date) -> tuple[str, str] | None:
    """What "this week we change" said, and whose words sat in the empty chair; None before that report was kept."""
    row: Any = ReportRow.get_or_none(ReportRow.week == week)
    return (row.change_text, row.empty_chair) if row else None


def chairs(week: date) -> frozenset[str]:
    """The words that sat in the empty chair in the year before a week."""
    R = ReportRow
    rows = R.select(R.empty_chair).where(R.week >= week - 52 * _WEEK, R.week < week, R.empty_chair != "")
    return frozenset(row.empty_chair for row in rows)


def keep(week: date, change: str, chair: str, now: datetime) -> None:
    """Keep the decision and the chair of a week; a second time replaces the first."""
    ReportRow.replace(week=week, change_text=change, empty_chair=chair, made_at=now).execute()
