"""Tables of people and of the journal, as the migrations made them."""
from typing import Any

from peewee import ForeignKeyField, IntegerField, Model, TextField

from counter.models.fields import DayField, FlagField, InstantField, JsonField, RareField, WordField
from counter.records.people import ContactKind, FactKind, Role, Source


class Table(Model):
    """A STRICT table of the shop's file; column names are the records' own."""

    class Meta:
        """Without a database of its own: opening a file binds it."""

        strict_tables = True
        legacy_table_names = False


class Thing(Table):
    """A row that undo can take back: `gone_by` names the entry that did."""

    gone_by = IntegerField(null=True)

    @classmethod
    def live(cls, *columns: Any) -> Any:
        """Select rows that have not been taken back."""
        return cls.select(*columns).where(cls.gone_by.is_null())


class StaffRow(Thing):
    """Who stands at the counter."""

    name = TextField()
    role = WordField(Role)
    active = FlagField(default=True)

    class Meta:
        """Where it stands."""

        table_name = "staff"


class CustomerRow(Thing):
    """One person."""

    version = IntegerField(default=1)
    name = TextField()
    called = TextField(default="")
    pronunciation = TextField(default="")
    address_form = TextField(default="")
    company = TextField(default="")
    address = TextField(default="")
    language = TextField(default="")
    unnamed = FlagField(default=False)
    created_at = InstantField()
    merged_into = IntegerField(null=True)

    class Meta:
        """Where it stands."""

        table_name = "customer"


class ContactRow(Thing):
    """A phone number or an e-mail address."""

    customer_id = IntegerField()
    kind = WordField(ContactKind)
    value = TextField()
    digits = TextField(default="")
    whose = TextField(default="")

    class Meta:
        """Where it stands."""

        table_name = "contact"


class HouseholdRow(Thing):
    """Who else calls or collects."""

    customer_id = IntegerField()
    name = TextField()
    relation = TextField(default="")
    may_collect = FlagField(default=False)
    member_id = IntegerField(null=True)

    class Meta:
        """Where it stands."""

        table_name = "household"


class ConsentRow(Thing):
    """What was agreed to."""

    customer_id = IntegerField()
    purpose = TextField()
    given = FlagField()
    wording = TextField(default="")
    day = DayField()

    class Meta:
        """Where it stands."""

        table_name = "consent"


class FactRow(Thing):
    """One thing known about a person."""

    customer_id = IntegerField()
    kind = WordField(FactKind)
    text = TextField()
    source = WordField(Source)
    boundaries = JsonField(tuple, list, default=())
    staff_id = IntegerField(null=True)
    at = InstantField()

    class Meta:
        """Where it stands."""

        table_name = "fact"


class DateRow(Thing):
    """A day worth knowing."""

    customer_id = IntegerField()
    label = TextField()
    month = IntegerField()
    day = IntegerField()
    year = IntegerField(null=True)
    source = WordField(Source)

    class Meta:
        """Where it stands."""

        table_name = "important_date"


class VisitRow(Thing):
    """A person was here on a business day."""

    customer_id = IntegerField()
    day = DayField()
    started_at = InstantField()
    circumstances = JsonField(frozenset, sorted, default=frozenset())

    class Meta:
        """Where it stands."""

        table_name = "visit"


class EntryRow(Table):
    """What happened, by whom, when; `op_id` makes a retry a no-op."""

    op_id = TextField(unique=True)
    kind = TextField()
    customer_id = IntegerField(null=True)
    visit_id = IntegerField(null=True)
    staff = ForeignKeyField(StaffRow, null=True, lazy_load=False)
    at = InstantField()
    day = DayField()
    thing = TextField(default="")
    thing_id = IntegerField(null=True)
    detail = TextField(default="")
    sentence = TextField(default="")
    undoes: Any = RareField(null=True)
    undone_by = IntegerField(null=True)

    class Meta:
        """Where it stands."""

        table_name = "entry"


class ChangeRow(Table):
    """One row's columns before and after an entry; `before` is None for a row that it made."""

    entry_id = IntegerField()
    table_name = TextField()
    row_id = IntegerField()
    before = JsonField(dict, dict, null=True)
    after = JsonField(dict, dict)

    class Meta:
        """Where it stands."""

        table_name = "change"


PEOPLE: tuple[type[Table], ...] = (
    StaffRow, CustomerRow, ContactRow, HouseholdRow, ConsentRow, FactRow, DateRow, VisitRow, EntryRow, ChangeRow
)
