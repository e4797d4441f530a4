"""What is known about a person: facts with their boundaries, important dates, the household."""
from typing import Any

from counter import people as rules
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.errors import FieldRefused, Unavailable
from counter.models import people as stored
from counter.models.journal import Writer
from counter.models.tables_people import DateRow, FactRow, HouseholdRow, Thing
from counter.records.cleaning import clean_line
from counter.records.entries import EntryKind, Saved
from counter.records.gestures import Boundary
from counter.records.people import DateForm, FactForm, FactKind


def boundaries(till: Till) -> tuple[Boundary, ...]:
    """The shop's list, to tick on a never-fact."""
    return tuple(till.boundaries.values())


def add(till: Till, op: str, customer_id: int, form: FactForm) -> Saved:
    """One more thing known."""
    fact = rules.clean_fact(form)

    def write(writer: Writer) -> Done:
        fact_id = writer.insert(
            FactRow, customer_id=customer_id, kind=fact.kind, text=fact.text, source=fact.source,
            boundaries=fact.boundaries, staff_id=till.staff_id, at=till.now,
        )
        writer.about(FactRow, fact_id, fact.text)
        never = ", what must never be" if fact.kind is FactKind.NEVER else ""
        return Done(f"Noted for {name_of(till.customer(customer_id))}{never}: {fact.text.rstrip('.')}.", fact_id)

    return save(till, Doing(op=op, kind=EntryKind.FACT, customer_id=customer_id, visits=False), write)


def edit(till: Till, op: str, fact_id: int, form: FactForm) -> Saved:
    """Correct a fact; the old wording stays in the history."""
    fact = rules.clean_fact(form)
    columns = {"kind": fact.kind, "text": fact.text, "source": fact.source, "boundaries": fact.boundaries}
    return _edit(till, op, (FactRow, fact_id, stored.fact(fact_id)), columns)


def remove(till: Till, op: str, fact_id: int) -> Saved:
    """Take a fact away; undo brings it back."""
    before = stored.fact(fact_id)
    if before is None:
        raise Unavailable("This is no longer there. Open the person again.")
    return _remove(till, op, FactRow, fact_id, before.customer_id)


def add_date(till: Till, op: str, customer_id: int, form: DateForm) -> Saved:
    """A day worth knowing."""
    date = rules.clean_date(form)

    def write(writer: Writer) -> Done:
        date_id = writer.insert(
            DateRow, customer_id=customer_id, label=date.label, month=date.month, day=date.day, year=date.year,
            source=date.source,
        )
        writer.about(DateRow, date_id, date.label)
        return Done(f"Noted for {name_of(till.customer(customer_id))}: {date.label}.", date_id)

    return save(till, Doing(op=op, kind=EntryKind.DATE, customer_id=customer_id, visits=False), write)


def edit_date(till: Till, op: str, date_id: int, form: DateForm) -> Saved:
    """Correct a day worth knowing."""
    date = rules.clean_date(form)
    columns = {"label": date.label, "month": date.month, "day": date.day, "year": date.year, "source": date.source}
    return _edit(till, op, (DateRow, date_id, stored.important_date(date_id)), columns)


def remove_date(till: Till, op: str, customer_id: int, date_id: int) -> Saved:
    """Take a day away; undo brings it back."""
    return _remove(till, op, DateRow, date_id, customer_id)


def add_member(till: Till, op: str, customer_id: int, member: tuple[str, str], *, may_collect: bool) -> Saved:
    """Somebody of the household: `member` is name and relation; raises FieldRefused without a name."""
    columns = _member(member, may_collect=may_collect)

    def write(writer: Writer) -> Done:
        member_id = writer.insert(HouseholdRow, customer_id=customer_id, **columns)
        writer.about(HouseholdRow, member_id, columns["name"])
        return Done(f"Noted for {name_of(till.customer(customer_id))}: {columns['name']}.", member_id)

    return save(till, Doing(op=op, kind=EntryKind.HOUSEHOLD, customer_id=customer_id, visits=False), write)


def edit_member(till: Till, op: str, member_id: int, member: tuple[str, str], *, may_collect: bool) -> Saved:
    """Correct somebody of the household."""
    columns = _member(member, may_collect=may_collect)
    return _edit(till, op, (HouseholdRow, member_id, stored.member(member_id)), columns)


def remove_member(till: Till, op: str, customer_id: int, member_id: int) -> Saved:
    """Take somebody out of the household; undo brings them back."""
    return _remove(till, op, HouseholdRow, member_id, customer_id)


def _member(member: tuple[str, str], *, may_collect: bool) -> dict[str, Any]:
    name = clean_line(member[0], "name")
    if not name:
        raise FieldRefused("name", "Who is it? A first name is enough.")
    return {"name": name, "relation": clean_line(member[1], "relation"), "may_collect": may_collect}


def _edit(till: Till, op: str, what: tuple[type[Thing], int, Any], columns: dict[str, Any]) -> Saved:
    """Save the columns of a row of this table and id, as it was `before`; raises Unavailable when it is gone."""
    table, row_id, before = what
    if before is None:
        raise Unavailable("This is no longer there. Open the person again.")
    words = next(columns[name] for name in ("text", "label", "name") if name in columns)

    def write(writer: Writer) -> Done:
        writer.update(table, row_id, **columns)
        writer.about(table, row_id, words)
        return Done(f"Corrected for {name_of(till.customer(before.customer_id))}: {words}", row_id)

    doing = Doing(op=op, kind=EntryKind.FACT_EDITED, customer_id=before.customer_id, visits=False)
    return save(till, doing, write)


def _remove(till: Till, op: str, table: type[Thing], row_id: int, customer_id: int) -> Saved:
    def write(writer: Writer) -> Done:
        writer.update(table, row_id, gone_by=writer.entry_id)
        return Done(f"Taken away for {name_of(till.customer(customer_id))}.", row_id)

    return save(till, Doing(op=op, kind=EntryKind.FACT_EDITED, customer_id=customer_id, visits=False), write)
