"""The form that a draft or a key asks for, by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from counter.records.card import OpenItem
from counter.records.entries import Compliment
from counter.records.gestures import Boundary
from counter.records.here import Here
from counter.ui.forms.form import Form
from counter.ui.forms.goods_back import GoodsBack
from counter.ui.forms.note import Noted
from counter.ui.forms.order import OrderTaken
from counter.ui.forms.person import PersonKnown
from counter.ui.forms.praise import Paid, Received
from counter.ui.forms.small import OwnIdeaGiven, SlipAnswered, UseCredit
from counter.ui.forms.went_wrong import WentWrong
from counter.ui.forms.what_is_open import WhatIsOpen
from counter.ui.texts.knowing import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What forms are made from; each takes only what it shows.

    `address` is how the person is spoken of, `staff` names by id, `balance` None where nobody is open;
    `themes` are the shop's own, if it has any.
    """

    here: Here
    address: str = ""
    items: tuple[str, ...] = ()
    staff: Mapping[int, str] = field(default_factory=dict)
    paid_before: tuple[Compliment, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    themes: tuple[str, ...] = ()
    open: tuple[OpenItem, ...] = ()
    balance: int | None = None
    typed_name: str = ""
    code: str = ""


_MAKERS: Mapping[str, Callable[[Needs], Form]] = {
    "return": lambda n: GoodsBack(n.here, n.items),
    "complaint": lambda n: WentWrong(n.here, n.address, n.themes),
    "compliment": lambda n: Received(n.staff, n.address),
    "compliment_paid": lambda n: Paid(n.here, n.paid_before),
    "order": lambda n: OrderTaken(n.here),
    "tell": lambda n: WhatIsOpen(n.here, n.open),
    "note": lambda n: Noted(n.here, n.boundaries),
    "follow_up": lambda n: Noted(n.here, n.boundaries, Kind.FOLLOW_UP),
    "person": lambda n: PersonKnown(n.typed_name),
    "credit": lambda n: UseCredit(n.here, n.balance),
    "feedback": lambda n: SlipAnswered(n.code),
    "own_idea": lambda n: OwnIdeaGiven(n.here),
}
NAMES = tuple(_MAKERS)


def make(name: str, needs: Needs) -> Form:
    """The form of this name, empty; KeyError for a name that is not in `NAMES`."""
    return _MAKERS[name](needs)
