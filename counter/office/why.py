"""Complaints that are not closed, how long it takes to put one right, and the owner's "Why?" to one person."""

from dataclasses import dataclass
from datetime import timedelta

from counter import complaints as rules
from counter.errors import FieldRefused, Unavailable
from counter.models import people, things, voices
from counter.models.journal import Writer
from counter.models.tables_counter import ComplaintRow
from counter.office import shop
from counter.office.change import Change
from counter.office.owners_entry import Written, save_for
from counter.office.saying import apart
from counter.records.entries import Complaint, EntryKind, Saved
from counter.records.here import Here
from counter.records.when import say_due
from counter.voice.index import WEEKS_TOGETHER
from counter.voice.times import Case, HalfRight, half_right


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWrong:
    """A complaint that is not closed: whose, in which words, where it stands, and who was asked why, by when."""

    id: int
    who: str
    words: str
    state: str
    asked: str
    late: bool
    cause_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything that is not closed, the oldest first, and how long putting right takes, open ones counted."""

    wrongs: tuple[OpenWrong, ...]
    took: HalfRight
    cases: int
    staff: tuple[tuple[int, str], ...]


def overview(here: Here) -> Overview:
    """As things stand now; the time to put right is that of the last 13 weeks."""
    waiting = sorted(things.complaints_waiting(), key=lambda one: (one.opened_at, one.id))
    names = people.names_of(one.customer_id for one in waiting)
    staff = {member.id: member.name for member in people.staff()}
    recent = voices.complaints(here.now - timedelta(weeks=WEEKS_TOGETHER), here.now)
    return Overview(
        wrongs=tuple(_wrong(one, names.get(one.customer_id, ""), staff, here) for one in waiting),
        took=half_right(_case(one, here) for one in recent), cases=len(recent),
        staff=tuple((member.id, member.name) for member in people.staff() if member.active),
    )


def ask(change: Change, complaint_id: int, staff_id: int | None, by: str, here: Here) -> Saved:
    """One person finds the cause by a moment; raises FieldRefused beside who or by when, Refused when it is known."""
    if staff_id is None:
        raise FieldRefused("why_staff", "Whom do you ask? One person.")
    before: Complaint | None = things.thing("complaint", complaint_id)
    if before is None:
        raise Unavailable("This is no longer there. Open the page again.")
    now = rules.ask_why(before, staff_id, by, here, shop.load().complaints)
    due = rules.why_due(now, here.zone)
    name = next((member.name for member in people.staff() if member.id == staff_id), "")

    def write(writer: Writer) -> Written:
        writer.update(ComplaintRow, complaint_id, why_staff_id=now.why_staff_id, why_by=now.why_by, why_at=now.why_at)
        when = say_due(due, here.now, here.zone) if due else ""
        sentence = f"{apart(name)} is asked why, by {when}. It stands on Today until answered."
        return Written(sentence=sentence, table=ComplaintRow, row=complaint_id)

    return save_for(change, EntryKind.CAUSE, before.customer_id, write)


def _case(one: Complaint, here: Here) -> Case:
    ended = one.put_right_at or here.now
    return Case((ended - one.opened_at).total_seconds() / 86400, open=one.put_right_at is None)


def _wrong(one: Complaint, who: str, staff: dict[int, str], here: Here) -> OpenWrong:
    due = rules.why_due(one, here.zone)
    name = staff.get(one.why_staff_id or 0, "one of us")
    asked = f"{name}, {say_due(due, here.now, here.zone)}" if due else ""
    return OpenWrong(
        id=one.id, who=who, words=one.words, state=rules.say_state(one, here), asked=asked,
        late=due is not None and due < here.now, cause_known=bool(one.cause),
    )
