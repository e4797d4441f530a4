"""Something went wrong: listen, apologise, act, thank, tell; closed when they were told and the cause is known."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum

from counter.errors import FieldRefused, Refused
from counter.records.cleaning import TEXT_LIMIT, clean_line, clean_text
from counter.records.complaints import ComplaintDraft, ComplaintForm
from counter.records.entries import Complaint, ComplaintState
from counter.records.fields import Reader
from counter.records.here import Here
from counter.records.reading import read_moment
from counter.records.when import DAY_END, business_day, is_whole_day, moment, say_count, say_day, say_due, say_since

State = ComplaintState
HEARD = frozenset({State.TOLD, State.NO_CONTACT})
NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Policy:
    """`chase_days` until one that waits is chased; `why_days` to answer the owner's "Why?"."""

    chase_days: int = 2
    why_days: int = 3


class Step(StrEnum):
    """The five steps on screen, in their order."""

    LISTEN = "listen"
    APOLOGISE = "apologise"
    ACT = "act"
    THANK = "thank"
    TELL = "tell"


def read(form: ComplaintForm, here: Here) -> ComplaintDraft:
    """The draft of a filled form; raises FieldsRefused with a sentence for each field that can't be taken."""
    reader = Reader()
    words = reader.take("", clean_text, form.words, "words")
    theme = reader.take("", clean_line, form.theme, "theme")
    remedy = reader.take("", clean_text, form.remedy, "remedy", TEXT_LIMIT)
    cause = reader.take("", clean_text, form.cause, "cause", TEXT_LIMIT)
    needed_by = reader.take(None, read_moment, form.needed_by, here, "needed_by") if form.needed_by.strip() else None
    if not words:
        reader.refuse("words", "What happened, in their own words? One sentence is enough.")
    reader.done()
    return ComplaintDraft(
        words=words,
        theme=theme,
        severity=form.severity,
        needed_by=needed_by,
        apology_said=form.apology_said,
        remedy=remedy,
        thanked=form.thanked,
        cause=cause,
    )


def put_right(complaint: Complaint, remedy: str, at: datetime) -> Complaint:
    """Something was done about it; they are still to be told. Raises Refused."""
    if complaint.state in HEARD:
        raise Refused("They were told already. Open it again if there is more to do.")
    done = clean_text(remedy, "remedy", TEXT_LIMIT)
    if not done:
        raise FieldRefused("remedy", "What was done? One sentence; their slip can say it too.")
    return replace(complaint, state=State.PUT_RIGHT, remedy=done, put_right_at=complaint.put_right_at or at)


def told(complaint: Complaint, how: str, at: datetime) -> Complaint:
    """They know what was done, and how they heard. Raises Refused."""
    _check_put_right(complaint)
    way = clean_text(how, "told_how", TEXT_LIMIT)
    if not way:
        raise FieldRefused("told_how", "How were they told? At the counter, by phone, by letter …")
    return replace(complaint, state=State.TOLD, told_how=way, told_at=at)


def no_contact(complaint: Complaint, at: datetime) -> Complaint:
    """There is no way to tell them. Raises Refused."""
    _check_put_right(complaint)
    return replace(complaint, state=State.NO_CONTACT, told_how="", told_at=at)


def reopen(complaint: Complaint) -> Complaint:
    """It is not right after all; what was done before stays in the history. Raises Refused."""
    if complaint.state is State.OPEN:
        raise Refused("It is open still.")
    return replace(
        complaint,
        state=State.OPEN,
        remedy="",
        put_right_at=None,
        told_how="",
        told_at=None,
        reopened=complaint.reopened + 1,
    )


def ask_why(complaint: Complaint, staff_id: int, by: str, here: Here, policy: Policy) -> Complaint:
    """The owner's question mark: one person finds the cause by a moment, as "today 16:00" or "Fri"; raises Refused.

    Nothing typed is the shop's number of days from today.
    """
    if complaint.cause:
        raise Refused("The cause is known already; it stands with the complaint.")
    due = read_moment(by.strip() or f"+{policy.why_days}", here, "why_by")
    at = None if is_whole_day(due, here.zone) else due
    return replace(complaint, why_staff_id=staff_id, why_by=business_day(due, here.zone), why_at=at)


def why_due(complaint: Complaint, zone: tzinfo) -> datetime | None:
    """By when the cause is wanted; None where it wasn't asked for or is known."""
    if complaint.cause or complaint.why_by is None:
        return None
    return complaint.why_at or moment(complaint.why_by, DAY_END, zone)


def say_why(complaint: Complaint, name: str, now: datetime, zone: tzinfo) -> str:
    """As "Why? Tom, by today 16:00" or "Why? Tom, late since Tue"; nothing where nobody is asked."""
    due = why_due(complaint, zone)
    if due is None:
        return ""
    when = say_due(due, now, zone)
    return f"Why? {name}, {when}" if due < now else f"Why? {name}, by {when}"


def know_cause(complaint: Complaint, cause: str) -> Complaint:
    """Why it happened; may be said at any time. Raises FieldRefused."""
    found = clean_text(cause, "cause", TEXT_LIMIT)
    if not found:
        raise FieldRefused("cause", "Why did it happen? One sentence is enough.")
    return replace(complaint, cause=found)


def waits(complaint: Complaint) -> bool:
    """They have not heard yet; until then the only gesture is a goodwill one."""
    return complaint.state not in HEARD


def in_order(complaints: Iterable[Complaint]) -> list[Complaint]:
    """Those that wait: what is needed by a moment first and soonest first, then the oldest."""
    waiting = [complaint for complaint in complaints if waits(complaint)]
    return sorted(waiting, key=lambda c: (c.needed_by is None, c.needed_by or c.opened_at, c.opened_at))


def chased(complaints: Iterable[Complaint], here: Here, policy: Policy) -> list[Complaint]:
    """Those that have waited for the shop's number of days, or past the moment by which it was needed."""
    limit = here.today - timedelta(days=policy.chase_days)
    return [
        c
        for c in in_order(complaints)
        if business_day(c.opened_at, here.zone) <= limit or (c.needed_by is not None and c.needed_by < here.now)
    ]


def causes_wanted(complaints: Iterable[Complaint]) -> list[Complaint]:
    """Told, or with a "Why?" asked, and no cause yet: those asked for first, soonest first, then the oldest."""
    open_ended = [c for c in complaints if not c.cause and (c.why_by is not None or not waits(c))]
    return sorted(open_ended, key=lambda c: (c.why_by or date.max, c.why_at is None, c.why_at or NEVER, c.opened_at))


def asked_why(complaints: Iterable[Complaint]) -> list[Complaint]:
    """Told, and still somebody was asked for the cause: soonest first."""
    return [c for c in causes_wanted(complaints) if c.why_by is not None and not waits(c)]


def steps_done(complaint: Complaint) -> frozenset[Step]:
    """Which of the five are ticked; listening is done once their words stand there."""
    ticks = {
        Step.LISTEN: bool(complaint.words),
        Step.APOLOGISE: complaint.apology_said,
        Step.ACT: complaint.state is not State.OPEN,
        Step.THANK: complaint.thanked,
        Step.TELL: complaint.state in HEARD,
    }
    return frozenset(step for step, done in ticks.items() if done)


def say_state(complaint: Complaint, here: Here) -> str:
    """Where it stands, in one sentence or two; that the cause is unknown is said where nobody was asked for it."""
    if complaint.state is State.OPEN:
        since = say_since(complaint.opened_at, here.now, here.zone)
        return f"Open again since {since}." if complaint.reopened else f"Open since {since}."
    if complaint.state is State.PUT_RIGHT:
        return "Put right, not told yet."
    heard = f"Told {_told_day(complaint, here)}." if complaint.state is State.TOLD else "No way to tell them."
    return heard if complaint.cause or complaint.why_by else f"{heard} Why it happened isn't known yet."


def say_tag(complaint: Complaint, now: datetime, zone: tzinfo) -> str:
    """The tag on Today: needed today 18:00, late since Tue, since 9:15, 2 days."""
    if complaint.needed_by is not None:
        due = say_due(complaint.needed_by, now, zone)
        return due if complaint.needed_by < now else f"needed {due}"
    days = (business_day(now, zone) - business_day(complaint.opened_at, zone)).days
    return say_count(days, "day") if days else f"since {say_since(complaint.opened_at, now, zone)}"


def _told_day(complaint: Complaint, here: Here) -> str:
    return say_day(business_day(complaint.told_at, here.zone), here.today) if complaint.told_at else "already"


def _check_put_right(complaint: Complaint) -> None:
    if complaint.state is State.OPEN:
        raise Refused("Nothing was done yet. Put it right first, then tell them what was done.")
    if complaint.state is State.TOLD:
        raise Refused("They were told already.")
