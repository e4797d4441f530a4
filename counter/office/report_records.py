"""From a line of the report to the record behind it, opened at the counter."""

from typing import Any

from counter.errors import Refused
from counter.models import people, things
from counter.records.card import OpenItem, OpenKind

_KINDS = {
    "complaint": OpenKind.COMPLAINT, "order_case": OpenKind.ORDER, "compliment": OpenKind.FOLLOW_UP,
    "feedback": OpenKind.FOLLOW_UP, "return_case": OpenKind.FOLLOW_UP,
}  # fmt: skip


def behind(thing: str, thing_id: int) -> OpenItem:
    """What the counter opens: the card of the person, where the record stands; raises Refused when it is gone."""
    found: Any = things.thing(thing, thing_id) if thing in _KINDS else None
    if found is None:
        raise Refused("This was taken back since, so there is nothing to open.")
    name = people.names_of([found.customer_id]).get(found.customer_id, "")
    return OpenItem(
        kind=_KINDS[thing], thing_id=thing_id, customer_id=found.customer_id, name=name, title="", sentence="", tag="",
        red=False,
    )
