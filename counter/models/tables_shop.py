"""Tables of the shop itself, drafts, printing and what is kept to start fast, as the migrations made them."""
from peewee import BlobField, CompositeKey, IntegerField, TextField

from counter.models.fields import DayField, FlagField, InstantField, JsonField
from counter.models.tables_people import Table


class AnonymousRow(Table):
    """Words and scores kept with their week and with nothing else; ids are random, so their order tells nothing."""

    week = DayField()
    words = TextField(default="")
    scores = JsonField(tuple, list, default=(None, None, None))
    sorted_as = TextField(default="")
    theme = TextField(default="")

    class Meta:
        """Where it stands."""

        table_name = "anonymous_answer"


class SettingRow(Table):
    """Settings as JSON text, by the name of their group."""

    name = TextField(primary_key=True)
    text = TextField()

    class Meta:
        """Where it stands."""

        table_name = "setting"


class LogoRow(Table):
    """The shop's mark as the image file that was given."""

    image = BlobField()

    class Meta:
        """Where it stands."""

        table_name = "logo"


class GestureRow(Table):
    """One entry of the catalogue as JSON text."""

    key = TextField(primary_key=True)
    text = TextField()
    active = FlagField(default=True)
    own = FlagField(default=False)

    class Meta:
        """Where it stands."""

        table_name = "gesture"


class BoundaryRow(Table):
    """One boundary of the shop's list."""

    key = TextField(primary_key=True)
    label = TextField()
    blocks = JsonField(frozenset, sorted)
    position = IntegerField(default=0)

    class Meta:
        """Where it stands."""

        table_name = "boundary"


class LineRow(Table):
    """A sincere line of the shop's own."""

    language = TextField()
    occasion = TextField()
    text = TextField()
    active = FlagField(default=True)

    class Meta:
        """Where it stands."""

        table_name = "line"


class DayCircumstanceRow(Table):
    """What holds for the whole day."""

    day = DayField()
    name = TextField()

    class Meta:
        """Where it stands."""

        table_name = "day_circumstance"
        primary_key = CompositeKey("day", "name")


class DraftRow(Table):
    """What was typed and not saved."""

    form = TextField()
    customer_id = IntegerField(null=True)
    fields = JsonField(dict, dict)
    staff_id = IntegerField(null=True)
    at = InstantField()

    class Meta:
        """Where it stands."""

        table_name = "draft"


class PrinterRow(Table):
    """A way to paper that the shop set up."""

    name = TextField()
    way = TextField()
    target = TextField(default="")
    paper = TextField()
    options = JsonField(dict, dict, default={})
    active = FlagField(default=True)

    class Meta:
        """Where it stands."""

        table_name = "printer"


class PrintJobRow(Table):
    """A slip on its way to a printer."""

    slip_id = IntegerField()
    printer_id = IntegerField()
    copy = FlagField(default=False)
    state = TextField()
    reason = TextField(default="")
    tries = IntegerField(default=0)
    made_at = InstantField()
    next_at = InstantField()
    place = TextField(default="")
    ours = FlagField(default=False)

    class Meta:
        """Where it stands."""

        table_name = "print_job"


class KeptRow(Table):
    """Bytes kept to start fast, with the last entry that they have seen."""

    name = TextField(primary_key=True)
    seen = IntegerField()
    content = BlobField()

    class Meta:
        """Where it stands."""

        table_name = "kept"


class ImportRow(Table):
    """A file that was brought in."""

    file = TextField()
    shape = TextField()
    at = InstantField()
    entry_id = IntegerField(null=True)

    class Meta:
        """Where it stands."""

        table_name = "import_run"


class ExternalIdRow(Table):
    """A person's number in another program."""

    source = TextField()
    value = TextField()
    customer_id = IntegerField()

    class Meta:
        """Where it stands."""

        table_name = "external_id"
        primary_key = CompositeKey("source", "value")


class ForgottenRow(Table):
    """That somebody was forgotten, and nothing about who."""

    customer_id = IntegerField()
    day = DayField()
    staff = TextField(default="")

    class Meta:
        """Where it stands."""

        table_name = "forgotten"


class ReportRow(Table):
    """What the owner decided with a week's report."""

    week = DayField(primary_key=True)
    change_text = TextField(default="")
    empty_chair = TextField(default="")
    made_at = InstantField()
    helped = TextField(default="")

    class Meta:
        """Where it stands."""

        table_name = "report"


SHOP: tuple[type[Table], ...] = (
    AnonymousRow, SettingRow, LogoRow, GestureRow, BoundaryRow, LineRow, DayCircumstanceRow, DraftRow, PrinterRow,
    PrintJobRow, KeptRow, ImportRow, ExternalIdRow, ForgottenRow, ReportRow,
)
