"""What each form hands on, and the use case that keeps it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from counter.desk import complaints, compliments, credit, facts, feedback, follow_ups, gestures, notes, orders, people
from counter.desk import returns as goods
from counter.desk.correcting import Correction
from counter.desk.till import Till
from counter.errors import FieldRefused
from counter.records import acts
from counter.records.complaints import ComplaintForm
from counter.records.entries import Saved
from counter.records.orders import OrderForm
from counter.records.people import DateForm, FactForm, PersonForm
from counter.records.returns import ReturnForm
from counter.ui.texts import knowing as words

Keep = Callable[[Till, str, int, Any], Saved]


def save(till: Till, op: str, customer_id: int | None, record: object) -> Saved:
    """Keep what a form holds for somebody; raises what its use case raises."""
    return _SAVES[type(record)](till, op, customer_id or 0, record)


def correct(till: Till, op: str, before: Correction, record: object) -> Saved:
    """Put right what was saved; raises FieldRefused where a correction would make another kind of it."""
    if type(record) is not type(before.form):
        raise FieldRefused("kind", words.STAYS_WHAT_IT_IS)
    return _EDITS[type(record)](till, op, before.thing_id, record)


def _credit(till: Till, op: str, who: int, used: acts.CreditUsed) -> Saved:
    if used.code or not who:
        return credit.use_code(till, op, used.code, used.amount)
    return credit.use(till, op, who, used.amount)


def _member(till: Till, op: str, who: int, member: acts.MemberTyped) -> Saved:
    return facts.add_member(till, op, who, (member.name, member.relation), may_collect=member.may_collect)


def _edit_member(till: Till, op: str, member_id: int, member: acts.MemberTyped) -> Saved:
    return facts.edit_member(till, op, member_id, (member.name, member.relation), may_collect=member.may_collect)


def _own_idea(till: Till, op: str, who: int, idea: acts.OwnIdea) -> Saved:
    return gestures.own_idea(till, op, who, (idea.title, idea.cost, idea.minutes), keep=idea.keep)


_SAVES: Final[Mapping[type, Keep]] = {
    ReturnForm: goods.log,
    ComplaintForm: complaints.log,
    OrderForm: orders.log,
    FactForm: facts.add,
    DateForm: facts.add_date,
    PersonForm: lambda till, op, _who, form: people.new(till, op, form),
    acts.MemberTyped: _member,
    acts.CreditUsed: _credit,
    acts.OwnIdea: _own_idea,
    acts.NoteTyped: lambda till, op, who, note: notes.add(till, op, who, note.text),
    acts.FollowUpTyped: lambda till, op, who, task: follow_ups.add(till, op, who, task.what, task.due),
    acts.PraiseReceived: lambda till, op, who, said: compliments.received(till, op, who, said.words, said.staff_id),
    acts.PraisePaid: lambda till, op, who, said: compliments.paid(till, op, who, said.words),
    acts.ToldUs: lambda till, op, _who, told: feedback.told(till, op, told),
    acts.Tell: lambda till, op, _who, it: complaints.tell(till, op, it.complaint_id, it.how, no_contact=it.no_contact),
    acts.PutRight: lambda till, op, _who, act: complaints.put_right(till, op, act.complaint_id, act.remedy),
    acts.Cause: lambda till, op, _who, act: complaints.cause(till, op, act.complaint_id, act.cause),
    acts.Reopen: lambda till, op, _who, act: complaints.reopen(till, op, act.complaint_id),
    acts.MoveOrder: lambda till, op, _who, act: orders.move(till, op, act.order_id, act.to),
    acts.Agree: lambda till, op, _who, act: orders.agree(till, op, act.order_id, act.price, act.due),
    acts.Collect: lambda till, op, _who, act: orders.collect(till, op, act.order_id, act.final_price),
    acts.PromiseAgain: lambda till, op, _who, act: orders.promise_again(till, op, act.order_id, act.due),
    acts.EndOrder: lambda till, op, _who, act: orders.end(till, op, act.order_id, act.to, act.ending),
    acts.FollowUpDone: lambda till, op, _who, act: follow_ups.done(till, op, act.follow_up_id, act.result),
}
_EDITS: Final[Mapping[type, Keep]] = {
    ReturnForm: goods.edit,
    ComplaintForm: complaints.edit,
    OrderForm: orders.edit,
    FactForm: facts.edit,
    DateForm: facts.edit_date,
    acts.MemberTyped: _edit_member,
    acts.NoteTyped: lambda till, op, note_id, note: notes.edit(till, op, note_id, note.text),
    acts.FollowUpTyped: lambda till, op, task_id, task: follow_ups.edit(till, op, task_id, task.what, task.due),
    acts.PraiseReceived: lambda till, op, its_id, it: compliments.edit(till, op, its_id, it.words, it.staff_id),
    acts.PraisePaid: lambda till, op, its_id, it: compliments.edit_paid(till, op, its_id, it.words),
}
