"""What every opened card asks about one person, as questions written once."""
from typing import Any

from peewee import JOIN, fn

from counter.models.prepared import Prepared, among
from counter.models.tables_people import (
    ConsentRow,
    ContactRow,
    CustomerRow,
    DateRow,
    FactRow,
    HouseholdRow,
    StaffRow,
    VisitRow,
)
from counter.records.entries import Visit
from counter.records.people import Consent, Contact, Customer, Fact, HouseholdMember, ImportantDate, Staff

C, R, A, S, V = CustomerRow, ContactRow, ConsentRow, StaffRow, VisitRow
CUSTOMER = (
    C.id, C.version, C.name, C.called, C.pronunciation, C.address_form, C.company, C.address, C.language, C.unnamed,
    C.created_at, C.merged_into,
)


def facts_known() -> Any:
    """Everybody's, with who recorded them."""
    F = FactRow
    staff = fn.COALESCE(StaffRow.name, "").alias("staff")
    return F.live(F.id, F.customer_id, F.kind, F.text, F.source, F.boundaries, staff, F.at).join(
        StaffRow, JOIN.LEFT_OUTER, on=(F.staff_id == StaffRow.id)
    )


def dates() -> Any:
    """Everybody's days."""
    D = DateRow
    return D.live(D.id, D.customer_id, D.label, D.month, D.day, D.year, D.source)


def members() -> Any:
    """Everybody's households."""
    H = HouseholdRow
    return H.live(H.id, H.customer_id, H.name, H.relation, H.may_collect, H.member_id)


CUSTOMER_IS = Prepared(lambda who: C.live(*CUSTOMER).where(C.id == who).objects(Customer))
CONTACTS_OF = Prepared(lambda who: R.live(R.id, R.kind, R.value, R.whose).where(R.customer_id == who).objects(Contact))
FACTS_OF = Prepared(lambda who: facts_known().where(FactRow.customer_id == who).order_by(FactRow.id).objects(Fact))
DATES_OF = Prepared(lambda who: dates().where(DateRow.customer_id == who).objects(ImportantDate))
MEMBERS_OF = Prepared(lambda who: members().where(HouseholdRow.customer_id == who).objects(HouseholdMember))
CONSENTS_OF = Prepared(
    lambda who: A.live(A.id, A.customer_id, A.purpose, A.given, A.wording, A.day)
    .where(A.customer_id == who)
    .order_by(A.id)
    .objects(Consent)
)
VISITS_OF = Prepared(
    lambda who: V.live(V.id, V.customer_id, V.day, V.started_at, V.circumstances)
    .where(V.customer_id == who)
    .order_by(V.day)
    .objects(Visit)
)
EVERY_STAFF = Prepared(lambda: S.live(S.id, S.name, S.role, S.active).order_by(S.id).objects(Staff))
NAMES_OF = Prepared(lambda ids: C.select(C.id, C.name).where(C.id.in_(among(ids))))
