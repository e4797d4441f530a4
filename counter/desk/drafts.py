"""What was typed and not saved."""
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from counter.desk import undo
from counter.desk.till import Till, answered, catch_up
from counter.errors import DiskFault, Refused
from counter.models import answers, journal, people, shop
from counter.records.entries import NO_ENTRY, Draft, EntryKind, Saved

KEPT_DAYS = 30
STEPS = frozenset({
    EntryKind.EDITED, EntryKind.FACT_EDITED, EntryKind.PERSON_EDITED, EntryKind.PUT_RIGHT, EntryKind.TOLD,
    EntryKind.CAUSE, EntryKind.REOPENED, EntryKind.ORDER_MOVED, EntryKind.ORDER_STATE, EntryKind.FOLLOW_UP_DONE,
})  # fmt: skip
"""They make nothing that could be there twice, and each has its rule: taken again, it says how things stand."""
REPLACED = "Taken back for it, as it was first typed: {sentence}"
STANDS = "What you typed first was saved after all. {why} Correct it on the card, then throw this away."
NAMELESS = "What you typed first was kept after all, without a name, so it can't be changed. Throw this away."


def keep(till: Till, draft: Draft) -> None:
    """Keep it on disk; one for each form and person."""
    with till.database.atomic():
        shop.keep_draft(draft, till.staff_id, till.now)


def drop(till: Till, form: str, customer_id: int | None) -> None:
    """Saved, or thrown away."""
    with till.database.atomic():
        shop.drop_draft(form, customer_id)


def finish(till: Till, draft: Draft, keep: Callable[[str], Saved]) -> Saved:
    """Save what a form holds and let its draft go, both or neither; `keep` is given the operation.

    Raises what `keep` raises. What the disk refused may stand in the file all the same: the same words are not saved
    twice, and others take their place; raises Refused where they can't.
    """
    *earlier, op = draft.ops
    with till.database.atomic():
        journal.make_room(op)
        before = journal.already(op)
        if before is not None:
            saved = answered(before)
        else:
            told = _take_back(till, earlier, op)
            saved = keep(op)
            saved = replace(saved, warning=" ".join(filter(None, (saved.warning, *told))))
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
            form=form, customer_id=customer_id, ops=tuple(fields.pop(shop.OPS, "").splitlines()), fields=fields,
            staff=staff.get(staff_id or 0, ""), at=at, name=names.get(customer_id or 0, ""),
        )
        for form, customer_id, fields, staff_id, at in rows
    )


def _take_back(till: Till, earlier: list[str], op: str) -> list[str]:
    """What was made by an earlier operation of the same form and stands; answers what is to be said of it."""
    if any(one in keys for one in earlier for keys in answers.copied().values()):
        raise Refused(NAMELESS)
    told = []
    for row in map(journal.already, earlier):
        if row is None or row.undone_by is not None or EntryKind(row.kind) in STEPS:
            continue
        if any(about.id > row.id for about in journal.entries_about(row.thing, row.thing_id)):
            raise Refused(STANDS.format(why="More was noted about it since."))
        try:
            undo.entry(till, f"{op} in place of {row.id}", row.id)
        except Refused as refused:
            raise Refused(STANDS.format(why=refused.sentence)) from refused
        told.append(REPLACED.format(sentence=row.sentence) + (undo.ON_PAPER if row.kind == EntryKind.SLIP else ""))
    return told
