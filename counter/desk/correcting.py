"""What was saved, as its form shows it, to be put right."""
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from counter.desk import returns
from counter.desk.till import Till
from counter.errors import Unavailable
from counter.models import people, timeline
from counter.models.tables_people import EntryRow
from counter.records.complaints import ComplaintForm
from counter.records.entries import Complaint, Entry, Order, Return
from counter.records.money import plain_money
from counter.records.orders import OrderForm
from counter.records.people import Fact, FactForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """An entry, and where it can be corrected the `form` that was typed; `name` is that of the form."""

    entry: Entry
    thing_id: int = 0
    name: str = ""
    form: Any = None


def of_entry(till: Till, entry_id: int) -> Correction:
    """One entry of a timeline; raises Unavailable when it was taken back meanwhile."""
    found = timeline.entry(entry_id)
    if found is None:
        raise Unavailable("This was taken back meanwhile. Open the person again.")
    thing = found.thing or _fact_of(entry_id)
    name, form = _FORMS.get(type(thing), ("", None))
    if thing is None or form is None:
        return Correction(entry=found)
    return Correction(entry=found, thing_id=thing.id, name=name, form=form(thing, till))


def _fact_of(entry_id: int) -> Fact | None:
    row = EntryRow.get_by_id(entry_id)
    return people.fact(row.thing_id) if row.thing == "fact" else None


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
}
