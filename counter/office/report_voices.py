"""The voices of a week for its report, as things stood at the end of that week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from counter.models import people, things, voices
from counter.records.entries import Complaint, ComplaintState, Compliment, Direction, Feedback
from counter.records.report import Nameless, Sorted, Voice, VoiceKind
from counter.records.when import business_day, say_clock, start_of_day
from counter.voice.wocas import Said

WEEK = timedelta(days=7)
_KINDS = {Sorted.COMPLAINT.value: VoiceKind.COMPLAINT, Sorted.COMPLIMENT.value: VoiceKind.COMPLIMENT}


@dataclass(frozen=True, slots=True)
class Span:
    """A week of the shop: its Monday, the shop's zone, and the moment at which it is looked at."""

    monday: date
    zone: ZoneInfo
    now: datetime

    def begins(self, weeks_ago: int = 0) -> datetime:
        """When the week so many before this one began."""
        return start_of_day(self.monday - weeks_ago * WEEK, self.zone)

    @property
    def seen_at(self) -> datetime:
        """The end of the week, or now while it runs."""
        return min(self.begins(-1), self.now)


def said(span: Span) -> Said:
    """Every voice that the report of the week must hold."""
    waited = [one.id for one in voices.complaints_open(span.begins(), span.begins())]
    then = voices.as_of(_complaints(waited), span.seen_at)
    make = _Maker(span)
    return Said(
        week=_week(span, make),
        older=make.complaints(voices.complaints_open(span.begins(), span.seen_at)),
        righted=make.complaints(one for one in then if one.closed),
    )


def _complaints(ids: Iterable[int]) -> tuple[Complaint, ...]:
    """Complaints by number, as they stand now."""
    return tuple(one for one in things.things("complaint", ids).values() if isinstance(one, Complaint))


def _week(span: Span, make: "_Maker") -> tuple[Voice, ...]:
    """All that was said in the week."""
    begins, ends = span.begins(), span.begins(-1)
    praise = (
        one for one in things.live("compliment")
        if one.direction is Direction.RECEIVED and span.monday <= one.day < span.monday + WEEK
    )  # fmt: skip
    nameless = (one for one in voices.anonymous(span.monday, span.monday + WEEK) if one.words)
    return (
        *make.complaints(voices.complaints(begins, ends, span.seen_at)),
        *make.praise(praise),
        *make.answers(voices.answers(begins, ends)),
        *map(_nameless, nameless),
    )


class _Maker:
    """Records as voices, with the names of customers and staff."""

    def __init__(self, span: Span) -> None:
        self._span = span
        self._staff = {member.id: member.name for member in people.staff()}

    def complaints(self, found: Iterable[Complaint]) -> tuple[Voice, ...]:
        """The oldest first; what was done after the week is told beside it."""
        found = sorted(found, key=lambda one: (one.opened_at, one.id))
        names = people.names_of(one.customer_id for one in found)
        now = things.things("complaint", [one.id for one in found])
        return tuple(self._complaint(one, names.get(one.customer_id, ""), now[one.id]) for one in found)

    def praise(self, found: Iterable[Compliment]) -> tuple[Voice, ...]:
        """With the one of us whom it is for."""
        found = tuple(found)
        names = people.names_of(one.customer_id for one in found)
        return tuple(
            Voice(
                kind=VoiceKind.COMPLIMENT, words=one.words, day=one.day, who=names.get(one.customer_id, ""),
                thing="compliment", thing_id=one.id, about=self._staff.get(one.staff_id or 0, ""),
            )
            for one in found
        )

    def answers(self, found: Iterable[Feedback]) -> tuple[Voice, ...]:
        """Answers with words."""
        found = tuple(found)
        names = people.names_of(one.customer_id for one in found)
        return tuple(
            Voice(
                kind=VoiceKind.ANSWER, words=one.words, day=business_day(one.at, self._span.zone),
                who=names.get(one.customer_id, ""), thing="feedback", thing_id=one.id, sorted_as=one.sorted_as,
                theme=one.theme,
            )
            for one in found
        )

    def _complaint(self, one: Complaint, who: str, now: object) -> Voice:
        asked = ""
        if one.why_staff_id is not None and one.why_by is not None:
            clock = f", {say_clock(one.why_at, self._span.zone)}" if one.why_at else ""
            asked = f"{self._staff.get(one.why_staff_id, 'one of us')} by {one.why_by:%d %b}{clock}"
        told = one.told_how or ("no contact possible" if one.state is ComplaintState.NO_CONTACT else "")
        return Voice(
            kind=VoiceKind.COMPLAINT, words=one.words, day=business_day(one.opened_at, self._span.zone), who=who,
            thing="complaint", thing_id=one.id, theme=one.theme, cause=one.cause, remedy=one.remedy, told=told,
            asked=asked, open=not one.closed, since=_since(one, now) if isinstance(now, Complaint) else "",
        )


def _since(then: Complaint, now: Complaint) -> str:
    """What was done about it after the moment at which the report looks."""
    heard = (ComplaintState.TOLD, ComplaintState.NO_CONTACT)
    steps = (
        ("put right", now.put_right_at is not None and then.put_right_at is None),
        ("told", now.state in heard and then.state not in heard),
        ("cause found", bool(now.cause) and not then.cause),
        ("opened again", now.reopened > then.reopened),
    )
    return ", ".join(words for words, done in steps if done)


def _nameless(one: Nameless) -> Voice:
    """It has no day but its week, and leads nowhere."""
    kind = _KINDS.get(one.sorted_as, VoiceKind.ANSWER)
    sorted_as = one.sorted_as if kind is VoiceKind.ANSWER else ""
    return Voice(kind=kind, words=one.words, day=one.week, sorted_as=sorted_as, theme=one.theme)
