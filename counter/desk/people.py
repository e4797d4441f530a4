"""New people, corrected people, and someone without a name."""
from counter import people as rules
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.errors import Changed
from counter.models import people as stored
from counter.models.journal import Writer
from counter.models.tables_people import ContactRow, CustomerRow
from counter.records.entries import EntryKind, Saved
from counter.records.people import PersonForm
from counter.records.phones import digits

FIELDS = ("name", "called", "pronunciation", "address_form", "company", "address", "language")


def new(till: Till, op: str, form: PersonForm) -> Saved:
    """Make a person of what was typed; making one is no visit."""
    person = rules.clean_person(form)

    def write(writer: Writer) -> Done:
        customer_id = writer.insert(
            CustomerRow, created_at=till.now, **{field: getattr(person, field) for field in FIELDS}
        )
        writer.for_whom(customer_id, None)
        _write_contacts(writer, customer_id, person)
        writer.about(CustomerRow, customer_id)
        return Done(f"{name_of(till.customer(customer_id))} is new here.", customer_id)

    return save(till, Doing(op=op, kind=EntryKind.PERSON, visits=False), write)


def someone(till: Till, op: str) -> Saved:
    """A person without a name: a record and a visit of their own each time."""

    def write(writer: Writer) -> Done:
        customer_id = writer.insert(CustomerRow, name="", unnamed=True, created_at=till.now)
        writer.for_whom(customer_id, writer.visit(customer_id))
        writer.about(CustomerRow, customer_id)
        return Done("Someone without a name is here.", customer_id)

    return save(till, Doing(op=op, kind=EntryKind.PERSON, visits=False), write)


def edit(till: Till, op: str, customer_id: int, version: int, form: PersonForm) -> Saved:
    """Correct a person in place; raises Changed when somebody else did so since `version` was read."""
    person = rules.clean_person(form)
    before = till.customer(customer_id)
    if before.version != version:
        raise Changed("This person was corrected meanwhile. Look again, then save.")

    def write(writer: Writer) -> Done:
        writer.update(
            CustomerRow, customer_id, version=version + 1, unnamed=False,
            **{field: getattr(person, field) for field in FIELDS},
        )
        for contact in stored.contacts(customer_id):
            writer.update(ContactRow, contact.id, gone_by=writer.entry_id)
        _write_contacts(writer, customer_id, person)
        writer.about(CustomerRow, customer_id)
        return Done(f"Saved for {name_of(till.customer(customer_id))}.", customer_id)

    return save(till, Doing(op=op, kind=EntryKind.PERSON_EDITED, customer_id=customer_id, visits=False), write)


def form_of(till: Till, customer_id: int) -> PersonForm:
    """A person's fields as the form shows them."""
    person = till.customer(customer_id)
    contacts = tuple((c.kind, c.value, c.whose) for c in stored.contacts(customer_id))
    return PersonForm(**{field: getattr(person, field) for field in FIELDS}, contacts=contacts)


def _write_contacts(writer: Writer, customer_id: int, form: PersonForm) -> None:
    for kind, value, whose in form.contacts:
        writer.insert(
            ContactRow, customer_id=customer_id, kind=kind, value=value, digits=digits(value), whose=whose
        )
