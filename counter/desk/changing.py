"""Changing one thing through its rule: load it, ask the rule for how it is now, save the columns that differ."""
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from counter.desk.till import Doing, Done, Till, save
from counter.errors import Unavailable
from counter.models import things
from counter.models.journal import Writer
from counter.records.entries import EntryKind, Saved

T = TypeVar("T", bound=Any)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changing:
    """Which thing, by which operation, under which kind of entry; `visits` when the person is here for it."""

    op: str
    kind: EntryKind
    name: str
    thing_id: int
    visits: bool = False


def load(name: str, thing_id: int) -> Any:
    """The thing as it stands; raises Unavailable when it was taken back."""
    found = things.thing(name, thing_id)
    if found is None:
        raise Unavailable("This is no longer there. Open the person again.")
    return found


def change(till: Till, what: Changing, rule: Callable[[T], T], say: Callable[[T], Done]) -> Saved:
    """Apply the rule and save; `say` gets the thing as it is afterwards. `also` writes come in `change_with`."""
    return change_with(till, what, rule, lambda _writer, now: say(now))


def change_with(till: Till, what: Changing, rule: Callable[[T], T], finish: Callable[[Writer, T], Done]) -> Saved:
    """As `change`, where more rows follow from it."""
    before = load(what.name, what.thing_id)
    now = rule(before)
    table, record, other = things.KEPT[what.name]

    def write(writer: Writer) -> Done:
        fields = [f for f in record.__dataclass_fields__ if f not in ("id", "customer_id")]
        values = {other.get(f, f): getattr(now, f) for f in fields}
        if "due" in table._meta.fields and "promises" in values:
            values["due"] = now.due
        writer.update(table, what.thing_id, **values)
        writer.about(table, what.thing_id)
        return finish(writer, now)

    doing = Doing(op=what.op, kind=what.kind, customer_id=before.customer_id, visits=what.visits)
    return save(till, doing, write)
