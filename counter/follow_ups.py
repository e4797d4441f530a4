"""Something to do for a person by a day: upcoming, today, overdue, done."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from counter.errors import FieldRefused
from counter.records.cleaning import TEXT_LIMIT, clean_text
from counter.records.entries import FollowUp
from counter.records.fields import Reader
from counter.records.here import Here
from counter.records.orders import FollowUpProposal
from counter.records.reading import Calendar, Lean, read_day
from counter.records.when import say_day, say_near, weekday


class Urgency(StrEnum):
    """Where a follow-up stands on a day."""

    UPCOMING = "upcoming"
    TODAY = "today"
    OVERDUE = "overdue"
    DONE = "done"


def read(what: str, due: str, here: Here) -> FollowUpProposal:
    """What to do and by when, an empty day meaning today; raises FieldsRefused."""
    reader = Reader()
    task = reader.take("", clean_text, what, "what", TEXT_LIMIT)
    day = reader.take(here.today, _read_due, due, here) if due.strip() else here.today
    if not task:
        reader.refuse("what", "What is there to do for them?")
    reader.done()
    return FollowUpProposal(task, day)


def urgency(follow_up: FollowUp, today: date) -> Urgency:
    """Where it stands today."""
    if follow_up.done_at is not None:
        return Urgency.DONE
    if follow_up.due == today:
        return Urgency.TODAY
    return Urgency.OVERDUE if follow_up.due < today else Urgency.UPCOMING


def to_do(follow_ups: Iterable[FollowUp], today: date) -> list[FollowUp]:
    """Those for today and overdue, the longest overdue first."""
    now = [f for f in follow_ups if urgency(f, today) in (Urgency.TODAY, Urgency.OVERDUE)]
    return sorted(now, key=lambda f: (f.due, f.id))


def say_tag(follow_up: FollowUp, today: date) -> str:
    """Its tag on Today: today, Sat 28, since Tue, since 14 Nov."""
    if follow_up.due >= today:
        return say_near(follow_up.due, today)
    recent = (today - follow_up.due).days < 7
    return f"since {weekday(follow_up.due) if recent else say_near(follow_up.due, today)}"


def _read_due(text: str, here: Here) -> date:
    day = read_day(text, Calendar(here.today, here.country.order, Lean.AHEAD), "due")
    if day < here.today:
        raise FieldRefused("due", f"{say_day(day, here.today)} has gone by. Which day is meant?")
    return day
