"""Each entry of a timeline as one line: day, kind, a sentence, who."""

from __future__ import annotations

from collections.abc import Sequence

from counter.records import entries as e
from counter.records.entries import Entry, EntryKind
from counter.records.money import say_money
from counter.records.when import say_clock, say_day, say_moment
from counter.ui.counter.moment import Moment
from counter.ui.texts import timeline as words
from counter.ui.widgets.timeline import TimelineLine

_VOICE = (EntryKind.COMPLAINT, EntryKind.COMPLIMENT, EntryKind.FEEDBACK)


def lines_of(timeline: Sequence[Entry], moment: Moment) -> list[TimelineLine]:
    """A line for each entry, but for what another line says already.

    How an extra was taken stands on the line of the extra, and “here” says nothing where more was done that day.
    """
    extras = {_given(entry) for entry in timeline if entry.kind is EntryKind.GESTURE}
    busy = {entry.visit_id for entry in timeline if entry.kind is not EntryKind.VISIT}
    lines = []
    for entry in timeline:
        if entry.kind is EntryKind.REACTION and _given(entry) in extras:
            continue
        if entry.kind is EntryKind.VISIT and entry.visit_id is not None:
            if entry.visit_id in busy:
                continue
            busy.add(entry.visit_id)
        lines.append(line_of(entry, moment))
    return lines


def _given(entry: Entry) -> int:
    return entry.thing.id if isinstance(entry.thing, e.GivenGesture) else 0


def line_of(entry: Entry, moment: Moment) -> TimelineLine:
    """The line for one entry; the customer's own words are set in their own type."""
    here = moment.here
    today = entry.day == here.today
    paid = isinstance(entry.thing, e.Compliment) and entry.thing.direction is e.Direction.PAID
    text = _sentence(entry, moment)
    return TimelineLine(
        key=entry.id,
        when=say_clock(entry.at, here.zone) if today else say_day(entry.day, here.today),
        what=words.WE_SAID if paid else words.KINDS.get(entry.kind.value, entry.kind.value),
        text=_joined(text, words.EDITED if entry.edited else ""),
        who=entry.staff,
        voice=entry.kind in _VOICE and not paid,
    )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _sentence(entry: Entry, moment: Moment) -> str:
    thing = entry.thing
    match thing:
        case e.Return():
            return _return(thing, moment)
        case e.Complaint():
            return _complaint(thing, entry)
        case e.Order():
            return _order(thing, entry, moment)
        case e.Compliment():
            return words.to_staff(moment.staff.get(thing.staff_id or 0, ""), thing.words)
        case _:
            return _small(entry, moment)


def _small(entry: Entry, moment: Moment) -> str:
    """Things of one line, and entries that speak of none."""
    thing = entry.thing
    match thing:
        case e.GivenGesture():
            return _joined(thing.title, thing.reaction)
        case e.FollowUp():
            due = words.by_day(thing.what, say_day(thing.due, moment.here.today))
            return _joined(thing.what, thing.result) if entry.kind is EntryKind.FOLLOW_UP_DONE else due
        case e.CreditMove():
            return _joined(say_money(abs(thing.amount), moment.money), thing.why)
        case e.PrintedSlip():
            kind = words.SLIPS.get(thing.kind, thing.kind)
            return _joined(kind, f"{thing.code[:4]}-{thing.code[-4:]}", words.VOID if thing.void else "")
        case e.Feedback():
            said = words.quoted(thing.words) if thing.words else ""
            wanted = words.ANSWER_WANTED if thing.wants_answer else ""
            return _joined(said, words.scores(thing.scores), wanted) or words.NOT_SAID
        case _:
            return thing.text if isinstance(thing, e.Note) else entry.detail or _PLAIN.get(entry.kind, "")


_PLAIN = {
    EntryKind.PERSON: words.CARD_MADE,
    EntryKind.PERSON_EDITED: words.CARD_EDITED,
    EntryKind.VISIT: words.WAS_HERE,
    EntryKind.SKIPPED: words.NOT_TODAY,
}


def _return(thing: e.Return, moment: Moment) -> str:
    items = ", ".join(words.item(item.name, item.quantity) for item in thing.items)
    because = thing.declined_because or words.REASONS.get(thing.reason.value, "")
    amount = "" if thing.amount is None else say_money(thing.amount, moment.money)
    return _joined(", ".join(part for part in (items, because) if part), words.OUTCOMES[thing.outcome.value], amount)


def _complaint(thing: e.Complaint, entry: Entry) -> str:
    sorry = words.SORRY_SAID if thing.apology_said else ""
    match entry.kind:
        case EntryKind.PUT_RIGHT:
            return _joined(thing.remedy or words.PUT_RIGHT, sorry)
        case EntryKind.TOLD:
            unreached = thing.state is e.ComplaintState.NO_CONTACT
            return words.NO_CONTACT if unreached else thing.told_how or words.TOLD
        case EntryKind.CAUSE:
            return thing.cause or (words.ASKED_WHY if thing.why_staff_id else words.CAUSE_OPEN)
        case EntryKind.REOPENED:
            return words.OPEN_AGAIN
        case _:
            return words.quoted(thing.words)


def _order(thing: e.Order, entry: Entry, moment: Moment) -> str:
    here = moment.here
    due = say_moment(thing.due, here.now, here.zone) if thing.due else ""
    spec = words.for_day(thing.spec, due)
    if entry.kind is EntryKind.ORDER_MOVED:
        return spec
    reason = thing.reason if thing.state in (e.OrderState.DECLINED, e.OrderState.CANCELLED) else ""
    return _joined(spec, words.STATES[thing.state.value], reason)
