"""What was saved, as its form shows it, to be put right."""
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from counter.desk import returns
from counter.desk.till import Till
from counter.errors import Unavailable
from counter.models import people, things, timeline
from counter.models.tables_people import EntryRow
from counter.records.acts import FollowUpTyped, MemberTyped, NoteTyped, PraisePaid, PraiseReceived
from counter.records.complaints import ComplaintForm
from counter.records.entries import Complaint, Compliment, Direction, Entry, FollowUp, Note, Order, Return
from counter.records.money import plain_money
from counter.records.orders import OrderForm
from counter.records.people import DateForm, Fact, FactForm, HouseholdMember, ImportantDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """An entry, and where it can be corrected the `form` that was typed; `name` is that of the form.

    What came in with an import has no entry of its own. `table` holds the thing.
    """

    entry: Entry | None
    thing_id: int = 0
    table: str = ""
    name: str = ""
    form: Any = None

    @property
    def draft(self) -> str:
        """The name of its draft, which leads back to it: form, table and id, as "note:fact:17"."""
        return f"{self.name}:{self.table}:{self.thing_id}"


def of_entry(till: Till, entry_id: int) -> Correction:
    """One entry of a timeline; raises Unavailable when it was taken back meanwhile."""
    found = timeline.entry(entry_id)
    if found is None:
        raise Unavailable("This was taken back meanwhile. Open the person again.")
    row = EntryRow.get_by_id(entry_id)
    thing = found.thing or _known(row.thing, row.thing_id)
    name, form_of = _FORMS.get(type(thing), ("", None))
    if thing is None or form_of is None:
        return Correction(entry=found)
    form = form_of(thing, till)
    return Correction(entry=found, thing_id=thing.id, table=row.thing, name=_NAMES.get(type(form), name), form=form)


def of_known(till: Till, name: str, thing_id: int) -> Correction:
    """What was saved, by its table's name and its id; raises Unavailable when it is gone."""
    thing = _known(name, thing_id) or things.thing(name, thing_id)
    if thing is None:
        raise Unavailable("This was taken back meanwhile. Open the person again.")
    entry_id = timeline.newest_about(name, thing_id)
    if entry_id is not None:
        return of_entry(till, entry_id)
    form_name, form_of = _FORMS[type(thing)]
    return Correction(entry=None, thing_id=thing_id, table=name, name=form_name, form=form_of(thing, till))


def of_draft(till: Till, draft: str) -> Correction:
    """What a half-written correction of this name puts right; raises Unavailable when it is gone."""
    _, table, thing_id = draft.split(":")
    return of_known(till, table, int(thing_id))


def _known(table: str, thing_id: int) -> Fact | ImportantDate | HouseholdMember | None:
    """What is known of a person, where it isn't a thing that happened."""
    load = _KNOWN.get(table)
    return load(thing_id) if load else None


def _complaint(before: Complaint, till: Till) -> ComplaintForm:
    return ComplaintForm(
        words=before.words, theme=before.theme, severity=before.severity, needed_by=_moment(before.needed_by, till),
        apology_said=before.apology_said, remedy=before.remedy, thanked=before.thanked, cause=before.cause,
    )


def _order(before: Order, till: Till) -> OrderForm:
    """Without its promise, which moves by a step of its own."""
    return OrderForm(spec=before.spec, price=_money(before.price, till), deposit=_money(before.deposit, till))


def _fact(before: Fact, _till: Till) -> FactForm:
    return FactForm(
        kind=before.kind, text=before.text, source=before.source, boundaries=tuple(before.boundaries)
    )


def _date(before: ImportantDate, _till: Till) -> DateForm:
    return DateForm(
        label=before.label, month=before.month, day=before.day, year=before.year, source=before.source
    )


def _compliment(before: Compliment, _till: Till) -> PraiseReceived | PraisePaid:
    if before.direction is Direction.PAID:
        return PraisePaid(before.words)
    return PraiseReceived(before.words, before.staff_id)


def _follow_up(before: FollowUp, till: Till) -> FollowUpTyped:
    """Without a day that is gone, which stays when the form leaves it empty."""
    return FollowUpTyped(before.what, before.due.isoformat() if before.due >= till.today else "")


def _member(before: HouseholdMember, _till: Till) -> MemberTyped:
    return MemberTyped(name=before.name, relation=before.relation, may_collect=before.may_collect)


def _money(amount: int | None, till: Till) -> str:
    return "" if amount is None else plain_money(amount, till.money)


def _moment(at: datetime | None, till: Till) -> str:
    """As it is typed; a moment that is gone can't be asked for again, and is kept when the form leaves it empty."""
    return "" if at is None or at < till.now else at.astimezone(till.here.zone).strftime("%Y-%m-%d %H:%M")


_FORMS: dict[type, tuple[str, Callable[[Any, Till], Any]]] = {
    Return: ("return", returns.form_of),
    Complaint: ("complaint", _complaint),
    Order: ("order", _order),
    Fact: ("note", _fact),
    Note: ("note", lambda before, _till: NoteTyped(before.text)),
    ImportantDate: ("note", _date),
    HouseholdMember: ("note", _member),
    FollowUp: ("note", _follow_up),
    Compliment: ("compliment", _compliment),
}
# Where one kind of thing has two forms.
_NAMES: dict[type, str] = {PraisePaid: "compliment_paid"}
_KNOWN: dict[str, Callable[[int], Any]] = {
    "fact": people.fact, "important_date": people.important_date, "household": people.member,
}
