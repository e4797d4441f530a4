"""What a form is made from: loaded on the database lane, and known from the card."""

from __future__ import annotations

from dataclasses import dataclass

from counter.desk import complaints, compliments, drafts, facts, returns, staff
from counter.desk.till import Till
from counter.records.card import CustomerCard
from counter.records.entries import Compliment, Draft
from counter.records.gestures import Boundary
from counter.ui.forms.make import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """For whom a form is, and what was typed before it."""

    customer_id: int | None = None
    typed: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """From the shop's file; `draft` is what was half written in this form for this person."""

    items: tuple[str, ...]
    staff: dict[int, str]
    paid: tuple[Compliment, ...]
    boundaries: tuple[Boundary, ...]
    themes: tuple[str, ...]
    draft: Draft | None


def load(till: Till, name: str, customer_id: int | None) -> Loaded:
    """On the database lane; only what the form of that name shows."""
    return load_with(till, name, customer_id, draft=name)


def load_with(till: Till, name: str, customer_id: int | None, *, draft: str) -> Loaded:
    """The same with a draft of its own name: that of a correction, which stays with what it puts right."""
    paid = compliments.paid_before(till, customer_id) if name == "compliment_paid" and customer_id else ()
    half = (one for one in drafts.every(till) if one.form == draft and (":" in draft or one.customer_id == customer_id))
    return Loaded(
        items=returns.items(till) if name == "return" else (),
        staff={member.id: member.name for member in staff.here(till)},
        paid=paid,
        boundaries=facts.boundaries(till),
        themes=complaints.themes(till) if name == "complaint" else (),
        draft=next(half, None),
    )


def needs(till: Till, card: CustomerCard | None, wanted: Wanted, loaded: Loaded) -> Needs:
    """For `forms.make`; the card counts only where it is that of the person wanted."""
    own = card if card and card.customer.id == wanted.customer_id else None
    return Needs(
        here=till.here,
        address=own.customer.address_form if own else "",
        items=loaded.items,
        staff=loaded.staff,
        paid_before=loaded.paid,
        boundaries=loaded.boundaries,
        themes=loaded.themes,
        open=own.open if own else (),
        balance=own.credit if own and own.credit else None,
        typed_name=wanted.typed,
        code=wanted.code,
    )
