"""What was typed and not saved."""
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from counter.desk.till import Till, catch_up
from counter.errors import DiskFault
from counter.models import answers, people, shop
from counter.records.entries import NO_ENTRY, Draft, Saved

KEPT_DAYS = 30


def keep(till: Till, draft: Draft) -> None:
    """Keep it on disk; one for each form and person."""
    with till.database.atomic():
        shop.keep_draft(draft, till.staff_id, till.now)


def drop(till: Till, form: str, customer_id: int | None) -> None:
    """Saved, or thrown away."""
    with till.database.atomic():
        shop.drop_draft(form, customer_id)


def finish(till: Till, draft: Draft, keep: Callable[[], Saved]) -> Saved:
    """Save what a form holds and let its draft go, both or neither; raises what `keep` raises."""
    with till.database.atomic():
        saved = keep()
        shop.drop_draft(draft.form, draft.customer_id)
    if saved.entry_id == NO_ENTRY:  # it is to leave no trace of when it came, nor of how it was typed
        answers.forget_order(till.database)
    catch_up(till)
    return saved


def every(till: Till) -> tuple[Draft, ...]:
    """All drafts, newest first; those older than 30 days are let go."""
    with suppress(DiskFault):  # they go with the next look
        shop.drop_drafts_before(till.now - timedelta(days=KEPT_DAYS))
    rows = shop.drafts()
    names = people.names_of([row[1] for row in rows if row[1] is not None])
    staff = {member.id: member.name for member in people.staff()}
    return tuple(
        Draft(
            form=form, customer_id=customer_id, fields=fields, staff=staff.get(staff_id or 0, ""), at=at,
            name=names.get(customer_id or 0, ""),
        )
        for form, customer_id, fields, staff_id, at in rows
    )
