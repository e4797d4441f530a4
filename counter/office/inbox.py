"""The inbox: every answer is read by a person, who makes it a complaint, a compliment, an idea or thanks.

Nothing here looks at the scores: they order nothing, hide nothing and offer nothing.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from counter.errors import FieldRefused, Unavailable
from counter.models import people, things, voices
from counter.models.journal import Writer
from counter.models.tables_counter import ComplaintRow, ComplimentRow, FeedbackRow
from counter.models.tables_shop import AnonymousRow
from counter.office import shop as settings_kept
from counter.office.change import Change, Told, save
from counter.office.owners_entry import Written, save_for
from counter.office.saying import apart
from counter.records.cleaning import clean_line
from counter.records.entries import ComplaintState, Direction, EntryKind, Feedback, Saved, Severity
from counter.records.here import Here
from counter.records.report import Nameless, Sorted
from counter.records.when import business_day

Scores = tuple[int | None, int | None, int | None]
SAID = {
    Sorted.COMPLAINT: "It is a complaint now and stands on Today until it is put right.",
    Sorted.COMPLIMENT: "Kept as praise.",
    Sorted.IDEA: "Kept as an idea.",
    Sorted.THANKS: "Kept as thanks.",
}


class Kept(StrEnum):
    """Where an answer is kept: with its person, or with its week and nothing else."""

    NAMED = "feedback"
    NAMELESS = "anonymous_answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An answer that nobody has read yet; without a name it has neither `who` nor a day, only its week."""

    kept: Kept
    id: int
    words: str
    scores: Scores
    day: date
    who: str = ""
    wants_answer: bool = False

    @property
    def only_figures(self) -> bool:
        """Whether there is nothing in it but the figures."""
        return not (self.words or self.wants_answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a person makes of an answer: what it is, what it is about, and for whom of us praise is (None: all)."""

    answer: Unread
    sorted_as: Sorted | None
    theme: str = ""
    staff_id: int | None = None


def unread(here: Here) -> tuple[Unread, ...]:
    """All that waits to be read: those with a name by the time they came, then those without, by week and alphabet.

    Those of figures alone come last.
    """
    named, nameless = voices.unread()
    names = people.names_of(one.customer_id for one in named)
    found = (*(_named(one, names.get(one.customer_id, ""), here) for one in named), *map(_nameless, nameless))
    return tuple(sorted(found, key=lambda one: one.only_figures))


def read(change: Change, reading: Reading) -> Saved:
    """Keep what a person made of it; raises FieldRefused while that isn't said, Unavailable when it was read already.

    A complaint and a compliment are made of the customer's own words, from the moment at which they came.
    """
    if reading.sorted_as is None:
        raise FieldRefused("sorted_as", "What is it? A complaint, a compliment, an idea or thanks.")
    if reading.sorted_as in (Sorted.COMPLAINT, Sorted.COMPLIMENT) and not reading.answer.words:
        raise FieldRefused("sorted_as", "It has no words of theirs. What you know of it goes in at the counter.")
    theme = clean_line(reading.theme, "theme")
    if reading.sorted_as is Sorted.COMPLAINT and not theme:
        raise FieldRefused("theme", "What is it about? One of these, or another.")
    if reading.answer.kept is Kept.NAMELESS:
        return _read_nameless(change, reading, reading.sorted_as, theme)
    found: Feedback | None = things.thing("feedback", reading.answer.id)
    if found is None or found.sorted_as:
        raise Unavailable("This was read already, or taken back.")
    return _read_named(change, found, (reading.sorted_as, theme, reading.staff_id))


def put_back(before: list[list[object]]) -> None:
    """Answers without a name, as they were before they were read."""
    for number, sorted_as, theme in before:
        AnonymousRow.update(sorted_as=sorted_as, theme=theme).where(AnonymousRow.id == number).execute()


def _read_named(change: Change, found: Feedback, made: tuple[Sorted, str, int | None]) -> Saved:
    sorted_as, theme, staff_id = made
    who = people.names_of([found.customer_id]).get(found.customer_id, "")
    sentence = f"{apart(who) if who else 'Someone'}: {SAID[sorted_as]}"
    kinds = {Sorted.COMPLAINT: EntryKind.COMPLAINT, Sorted.COMPLIMENT: EntryKind.COMPLIMENT}

    def write(writer: Writer) -> Written:
        writer.update(FeedbackRow, found.id, sorted_as=sorted_as.value, theme=theme)
        if sorted_as is Sorted.COMPLAINT:
            row = writer.insert(
                ComplaintRow, customer_id=found.customer_id, words=found.words, theme=theme, severity=Severity.REAL,
                state=ComplaintState.OPEN, opened_at=found.at,
            )
            return Written(sentence=sentence, table=ComplaintRow, row=row)
        if sorted_as is Sorted.COMPLIMENT:
            row = writer.insert(
                ComplimentRow, customer_id=found.customer_id, direction=Direction.RECEIVED, words=found.words,
                staff_id=staff_id, day=business_day(found.at, ZoneInfo(settings_kept.load().zone)),
            )
            return Written(sentence=sentence, table=ComplimentRow, row=row)
        return Written(sentence=sentence, table=FeedbackRow, row=found.id)

    return save_for(change, kinds.get(sorted_as, EntryKind.EDITED), found.customer_id, write)


def _read_nameless(change: Change, reading: Reading, sorted_as: Sorted, theme: str) -> Saved:
    """It becomes nothing of anybody's: only what it is and what it is about is kept beside its words."""
    number = reading.answer.id
    found = voices.nameless(number)
    if found is None or found.sorted_as:
        raise Unavailable("This was read already.")

    def write(_writer: Writer) -> Told:
        AnonymousRow.update(sorted_as=sorted_as.value, theme=theme).where(AnonymousRow.id == number).execute()
        before = [[number, found.sorted_as, found.theme]]
        return Told(sentence=f"Without a name: kept as {_A[sorted_as]}.", table=AnonymousRow, before=before)

    return save(change, write)


_A = {
    Sorted.COMPLAINT: "a complaint", Sorted.COMPLIMENT: "praise", Sorted.IDEA: "an idea", Sorted.THANKS: "thanks",
}  # fmt: skip


def _named(one: Feedback, who: str, here: Here) -> Unread:
    return Unread(
        kept=Kept.NAMED, id=one.id, words=one.words, scores=one.scores, day=business_day(one.at, here.zone), who=who,
        wants_answer=one.wants_answer,
    )


def _nameless(one: Nameless) -> Unread:
    return Unread(kept=Kept.NAMELESS, id=one.id, words=one.words, scores=one.scores, day=one.week)
