"""Something to do for a person by a day."""
from dataclasses import replace

from counter import follow_ups as rules
from counter.desk.changing import Changing, change
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.models.journal import Writer
from counter.models.tables_counter import FollowUpRow
from counter.records.cleaning import clean_text
from counter.records.entries import EntryKind, FollowUp, Saved


def add(till: Till, op: str, customer_id: int, what: str, due: str) -> Saved:
    """Promise to do something; an empty day means today."""
    task = rules.read(what, due, till.here)

    def write(writer: Writer) -> Done:
        row = writer.insert(FollowUpRow, customer_id=customer_id, what=task.what, due=task.due)
        writer.about(FollowUpRow, row)
        return Done(f"To do for {name_of(till.customer(customer_id))}: {task.what}", row)

    return save(till, Doing(op=op, kind=EntryKind.FOLLOW_UP, customer_id=customer_id, visits=False), write)


def edit(till: Till, op: str, follow_up_id: int, what: str, due: str) -> Saved:
    """Correct what is to be done, and by when; an empty day leaves the day as it is."""
    task = rules.read(what, due, till.here)

    def rule(before: FollowUp) -> FollowUp:
        return replace(before, what=task.what, due=task.due if due.strip() else before.due)

    changing = Changing(op=op, kind=EntryKind.EDITED, name="follow_up", thing_id=follow_up_id)
    return change(till, changing, rule, lambda now: Done(f"Corrected: {now.what}", now.id))


def done(till: Till, op: str, follow_up_id: int, result: str) -> Saved:
    """It is done; `result` may be empty."""
    said = clean_text(result, "result")

    def rule(before: FollowUp) -> FollowUp:
        return replace(before, done_at=till.now, result=said)

    what = Changing(op=op, kind=EntryKind.FOLLOW_UP_DONE, name="follow_up", thing_id=follow_up_id)
    return change(till, what, rule, lambda now: Done(f"Done: {now.what}", now.id))
