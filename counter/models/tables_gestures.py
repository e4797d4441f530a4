"""Tables of the extra gesture: what was proposed, what was given, and the log that the choice learns from."""
from dataclasses import asdict
from typing import Any

from peewee import AutoField, FloatField, IntegerField, TextField

from counter.models.fields import DayField, FlagField, InstantField, JsonField
from counter.models.tables_people import Table, Thing
from counter.records.gestures import Mark


def _read_mark(kept: dict[str, Any]) -> Mark:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    return Mark(**values)


class SuggestionRow(Thing):
    """A gesture proposed for a person and business day."""

    customer_id = IntegerField()
    visit_id = IntegerField(null=True)
    day = DayField()
    gesture = TextField(default="")
    occasion = TextField(default="")
    reason = TextField(default="")
    say = TextField(default="")
    asked = FlagField(default=False)
    state = TextField()
    because = TextField(default="")
    mark = JsonField(_read_mark, asdict, default=Mark())
    at = InstantField()

    class Meta:
        """Where it stands."""

        table_name = "suggestion"


class GestureEventRow(Table):
    """The log that the choice of gestures learns from."""

    number = AutoField()
    entry_id = IntegerField(null=True)
    kind = TextField()
    day = DayField()
    customer_id = IntegerField(null=True)
    turn = IntegerField(default=0)
    mark = JsonField(_read_mark, asdict, default=Mark())
    reaction = TextField(default="")
    undoes = IntegerField(null=True)

    class Meta:
        """Where it stands."""

        table_name = "gesture_event"


class GivenRow(Thing):
    """A gesture that was given."""

    customer_id = IntegerField()
    suggestion_id = IntegerField(null=True)
    gesture = TextField()
    title = TextField()
    own_idea = FlagField(default=False)
    restoring = FlagField(default=False)
    cost = IntegerField(default=0)
    minutes = FloatField(default=0.0)
    reaction = TextField(default="")
    day = DayField()

    class Meta:
        """Where it stands."""

        table_name = "given"


GESTURES: tuple[type[Table], ...] = (SuggestionRow, GestureEventRow, GivenRow)
