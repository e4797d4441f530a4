"""Queries about people, answered with records."""
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from peewee import chunked, fn

from counter.models.one_person import (
    CONSENTS_OF,
    CONTACTS_OF,
    CUSTOMER_IS,
    DATES_OF,
    EVERY_STAFF,
    FACTS_OF,
    MEMBERS_OF,
    NAMES_OF,
    VISITS_OF,
    dates,
    facts_known,
    members,
)
from counter.models.tables_people import (
    ContactRow,
    CustomerRow,
    DateRow,
    FactRow,
    HouseholdRow,
    VisitRow,
)
from counter.records.entries import Visit
from counter.records.people import (
    Candidate,
    Consent,
    Contact,
    Customer,
    Fact,
    FactKind,
    HouseholdMember,
    ImportantDate,
    Staff,
)

C = CustomerRow


def customer(customer_id: int) -> Customer | None:
    """The person, following a merge; None when there is nobody by that id."""
    found: Customer | None = CUSTOMER_IS.first(customer_id)
    return customer(found.merged_into) if found and found.merged_into else found


def contacts(customer_id: int) -> tuple[Contact, ...]:
    """Phones and e-mails in the order they were given."""
    return tuple(CONTACTS_OF(customer_id))


def facts(customer_id: int) -> tuple[Fact, ...]:
    """What is known about a person, oldest first."""
    return tuple(FACTS_OF(customer_id))


def fact(fact_id: int) -> Fact | None:
    """One fact."""
    found: Fact | None = facts_known().where(FactRow.id == fact_id).objects(Fact).first()
    return found


def important_dates(customer_id: int) -> tuple[ImportantDate, ...]:
    """The person's days."""
    return tuple(DATES_OF(customer_id))


def important_date(date_id: int) -> ImportantDate | None:
    """One day worth knowing."""
    found: ImportantDate | None = dates().where(DateRow.id == date_id).objects(ImportantDate).first()
    return found


def dates_in_months(months: Iterable[int]) -> tuple[ImportantDate, ...]:
    """Everybody's days in some months, for the day's page."""
    live = C.live(C.id).where(C.merged_into.is_null())
    return tuple(
        dates().where(DateRow.month.in_(list(months)), DateRow.customer_id.in_(live)).objects(ImportantDate)
    )


def household(customer_id: int) -> tuple[HouseholdMember, ...]:
    """Who else calls or collects."""
    return tuple(MEMBERS_OF(customer_id))


def member(member_id: int) -> HouseholdMember | None:
    """One of a household."""
    found: HouseholdMember | None = members().where(HouseholdRow.id == member_id).objects(HouseholdMember).first()
    return found


def consents(customer_id: int) -> tuple[Consent, ...]:
    """What was agreed to, oldest first."""
    return tuple(CONSENTS_OF(customer_id))


def staff() -> tuple[Staff, ...]:
    """Everybody who stands or stood at the counter, in their own order."""
    return tuple(EVERY_STAFF())


def visits(customer_id: int) -> tuple[Visit, ...]:
    """All visits, oldest first."""
    return tuple(VISITS_OF(customer_id))


def visit_on(customer_id: int, day: date) -> Visit | None:
    """The visit of one business day, if there was one."""
    V = VisitRow
    query = V.live(V.id, V.customer_id, V.day, V.started_at, V.circumstances)
    found: Visit | None = query.where(V.customer_id == customer_id, V.day == day).objects(Visit).first()
    return found


def visit(visit_id: int) -> Visit | None:
    """One visit."""
    V = VisitRow
    query = V.live(V.id, V.customer_id, V.day, V.started_at, V.circumstances)
    found: Visit | None = query.where(V.id == visit_id).objects(Visit).first()
    return found


def names_of(ids: Iterable[int]) -> dict[int, str]:
    """Names by id; empty for someone without one."""
    found: dict[int, str] = {}
    for part in chunked(set(ids), 500):
        found |= {row.id: row.name for row in NAMES_OF(part)}
    return found


def candidates(ids: tuple[int, ...], why: dict[int, str]) -> tuple[Candidate, ...]:
    """Rows of the found, in the order of `ids`; the gone and the merged are left out."""
    people = {row.id: row for row in C.live(C.id, C.name, C.unnamed).where(C.id.in_(ids), C.merged_into.is_null())}
    hooks, seen = _hooks(ids), _last_visits(ids)
    names = [row.name.casefold() for row in people.values()]
    return tuple(
        Candidate(
            customer_id=i, name=people[i].name, unnamed=people[i].unnamed, hook=hooks.get(i, ""),
            last_visit=seen.get(i), why=why.get(i, ""),
            shared_name=bool(people[i].name) and names.count(people[i].name.casefold()) > 1,
        )
        for i in ids
        if i in people
    )


def recent(day: date, limit: int) -> tuple[int, ...]:
    """Who was here on a day, the last one first."""
    V = VisitRow
    rows = V.live(V.customer_id).where(V.day == day).order_by(V.started_at.desc(), V.id.desc()).limit(limit)
    return tuple(row.customer_id for row in rows)


def _hooks(ids: Iterable[int]) -> dict[int, str]:
    """What one recognises each by: recognise facts first, else what matters, else what they like; two at most."""
    rank = {FactKind.RECOGNISE: 0, FactKind.MATTERS: 1, FactKind.LIKES: 2}
    F = FactRow
    by_person: dict[int, list[tuple[int, str]]] = {}
    for row in F.live(F.customer_id, F.kind, F.text).where(F.customer_id.in_(list(ids)), F.kind != FactKind.NEVER):
        by_person.setdefault(row.customer_id, []).append((rank[row.kind], row.text))
    return {person: " · ".join(text for _, text in sorted(found)[:2]) for person, found in by_person.items()}


def _last_visits(ids: Iterable[int]) -> dict[int, datetime]:
    V = VisitRow
    rows = V.live(V.customer_id, fn.MAX(V.started_at).alias("last")).where(V.customer_id.in_(list(ids)))
    return {row.customer_id: datetime.fromisoformat(str(row.last)) for row in rows.group_by(V.customer_id)}


def everyone(only: Iterable[int] | None = None) -> Iterator[dict[str, Any]]:
    """What the name index needs of each person that can be found, as plain values."""
    people = C.live(C.id, C.name, C.called, C.company).where(C.merged_into.is_null(), C.unnamed == 0)
    if only is not None:
        people = people.where(C.id.in_(list(only)))
    ids = None if only is None else list(only)
    reach, words, seen = _contacts_by_person(ids), _words_by_person(ids), _visits_by_person(ids)
    also = _merged_names(ids)
    for row in people.tuples().iterator():
        visits_made, last = seen.get(row[0], (0, None))
        phones, emails = reach.get(row[0], ((), ()))
        yield {
            "id": row[0], "name": row[1], "called": row[2], "company": row[3], "phones": phones, "emails": emails,
            "names": also.get(row[0], ()), "words": words.get(row[0], ()), "visits": visits_made, "last_visit": last,
        }


def _merged_names(ids: list[int] | None) -> dict[int, tuple[str, ...]]:
    """Names of records that were put together with a person's, by which they are found too."""
    found: dict[int, tuple[str, ...]] = {}
    for into, name in _narrowed(C.live(C.merged_into, C.name), C.merged_into, ids).where(C.name != "").tuples():
        if into is not None:
            found[into] = (*found.get(into, ()), name)
    return found


def _narrowed(query: Any, column: Any, ids: list[int] | None) -> Any:
    return query if ids is None else query.where(column.in_(ids))


def _contacts_by_person(ids: list[int] | None) -> dict[int, tuple[tuple[str, ...], tuple[str, ...]]]:
    R = ContactRow
    found: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for person, kind, value in _narrowed(R.live(R.customer_id, R.kind, R.value), R.customer_id, ids).tuples():
        phones, emails = found.get(person, ((), ()))
        found[person] = ((*phones, value), emails) if kind == "phone" else (phones, (*emails, value))
    return found


def _words_by_person(ids: list[int] | None) -> dict[int, tuple[str, ...]]:
    F = FactRow
    found: dict[int, tuple[str, ...]] = {}
    for person, text in _narrowed(F.live(F.customer_id, F.text), F.customer_id, ids).tuples():
        found[person] = (*found.get(person, ()), text)
    return found


def _visits_by_person(ids: list[int] | None) -> dict[int, tuple[int, date]]:
    V = VisitRow
    query = V.live(V.customer_id, fn.COUNT(V.id), fn.MAX(V.day)).group_by(V.customer_id)
    rows = _narrowed(query, V.customer_id, ids).tuples()
    return {person: (count, date.fromisoformat(str(last))) for person, count, last in rows}
