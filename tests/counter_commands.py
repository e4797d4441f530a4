"""Every command of the counter once, each with what must have happened before it, and what the shop's tables hold."""

import json
from dataclasses import dataclass
from typing import Any

from counter_maker import someone_called

from counter.desk import (
    complaints,
    compliments,
    credit,
    editing,
    facts,
    feedback,
    follow_ups,
    gestures,
    notes,
    orders,
    people,
    returns,
    thank,
    visits,
)
from counter.desk.composing import SlipWish
from counter.models import gestures as gesture_log
from counter.models.database import TABLES
from counter.models.tables_people import Thing
from counter.records.acts import ToldUs
from counter.records.complaints import ComplaintForm
from counter.records.entries import DepositFate, OrderState, Reason, ReturnOutcome
from counter.records.gestures import Reaction
from counter.records.orders import Ending, OrderForm
from counter.records.people import ContactKind, DateForm, FactForm, FactKind, PersonForm
from counter.records.returns import ReturnForm

# The journal tells of an undo itself; words to complete from are kept whatever became of the return.
BESIDE = {"entry", "change", "gesture_event", "item"}
NOT_PRINTED = ("print_job", "cancelled")
CAKE = OrderForm(spec="A cake with a spaniel on it", price="40", deposit="10", due="28.11. 16:00")
BREAD = ReturnForm(
    items=(("rye bread", "2"),), reason=Reason.NOT_FRESH, outcome=ReturnOutcome.STORE_CREDIT, amount="6.40"
)
REFUND = ReturnForm(items=(("tart", "1"),), reason=Reason.FAULTY, outcome=ReturnOutcome.REFUND, amount="3")
LEFT_OUT = ComplaintForm(words="The candles were forgotten.", theme="forgotten")
PUT_RIGHT = ComplaintForm(words="The candles were forgotten.", remedy="Maya brought them round.")
NUTS = FactForm(kind=FactKind.NEVER, text="nuts", boundaries=("nuts",))


@dataclass
class Story:
    """One person at one counter; `at` is the thing that the command is about."""

    till: Any
    ops: Any
    who: int
    at: Any = None


def anna(till, ops):
    return Story(till, ops, someone_called(till, "Anna Kowalska", ops()))


def _before(command, *arguments):
    """A person with one thing that `command` made; `at` is its id."""

    def begin(till, ops):
        story = anna(till, ops)
        story.at = command(till, ops(), story.who, *arguments).thing_id
        return story

    return begin


def _open_card(till, ops):
    story = anna(till, ops)
    gestures.today(till, story.who)
    view = gestures.another(till, ops(), story.who)
    story.at = view.suggestion_id
    return story


def _given(till, ops):
    story = _open_card(till, ops)
    story.at = gestures.given(till, ops(), story.at).thing_id
    return story


def _agreed(till, ops):
    return _before(orders.log, CAKE)(till, ops)


def _asked(till, ops):
    return _before(orders.log, OrderForm(spec="A cake"))(till, ops)


def _ready(till, ops):
    story = _agreed(till, ops)
    orders.move(till, ops(), story.at, OrderState.IN_PROGRESS)
    orders.move(till, ops(), story.at, OrderState.READY)
    return story


def _with_slip(till, ops):
    story = anna(till, ops)
    thank.slip(till, ops(), story.who, SlipWish())
    story.at = code_of_last_slip()
    return story


def _with_credit_note(till, ops):
    story = _before(returns.log, BREAD)(till, ops)
    thank.slip(till, ops(), story.who, SlipWish())
    story.at = code_of_last_slip()
    return story


def _told(till, ops):
    story = _before(complaints.log, PUT_RIGHT)(till, ops)
    complaints.tell(till, ops(), story.at, "at the counter")
    return story


def _with_phone(till, ops):
    story = anna(till, ops)
    form = PersonForm(name="Anna Kowalska", contacts=((ContactKind.PHONE, "07700 900123", ""),))
    people.edit(till, ops(), story.who, 1, form)
    return story


def _with_member(till, ops):
    story = anna(till, ops)
    story.at = facts.add_member(till, ops(), story.who, ("Jan", "husband"), may_collect=True).thing_id
    return story


def _for_the_wrong_person(till, ops):
    story = _before(notes.add, "Collects on Fridays.")(till, ops)
    story.at = (last_entry(story.at, "note"), someone_called(till, "Anna Kowalczyk", ops()))
    return story


def code_of_last_slip():
    from counter.models import things

    return things.last_slip().code


def last_entry(thing_id, thing):
    from counter.models.tables_people import EntryRow

    rows = EntryRow.select().where(EntryRow.thing == thing, EntryRow.thing_id == thing_id)
    return rows.order_by(EntryRow.id.desc()).first().id


AGAIN = PersonForm(name="Anna Kowalska-Reid", called="Ania", contacts=((ContactKind.EMAIL, "anna@example.org", ""),))

# What it is: (what was there before, the command with its operation id).
COMMANDS = {
    "somebody new": (lambda till, ops: Story(till, ops, 0), lambda s, op: people.new(s.till, op, AGAIN)),
    "someone without a name": (lambda till, ops: Story(till, ops, 0), lambda s, op: people.someone(s.till, op)),
    "a corrected person": (_with_phone, lambda s, op: people.edit(s.till, op, s.who, 2, AGAIN)),
    "here today": (anna, lambda s, op: visits.here(s.till, op, s.who)),
    "a return": (anna, lambda s, op: returns.log(s.till, op, s.who, REFUND)),
    "a return for store credit": (anna, lambda s, op: returns.log(s.till, op, s.who, BREAD)),
    "a corrected return": (_before(returns.log, REFUND), lambda s, op: returns.edit(s.till, op, s.at, REFUND_OF_TWO)),
    "credit used": (_before(returns.log, BREAD), lambda s, op: credit.use(s.till, op, s.who, "2")),
    "all of a credit used": (_before(returns.log, BREAD), lambda s, op: credit.use(s.till, op, s.who, "")),
    "credit used by code": (_with_credit_note, lambda s, op: credit.use_code(s.till, op, s.at, "2")),
    "a complaint": (anna, lambda s, op: complaints.log(s.till, op, s.who, LEFT_OUT)),
    "a complaint put right at once": (anna, lambda s, op: complaints.log(s.till, op, s.who, PUT_RIGHT)),
    "a corrected complaint": (
        _before(complaints.log, LEFT_OUT), lambda s, op: complaints.edit(s.till, op, s.at, PUT_RIGHT),
    ),
    "put right": (
        _before(complaints.log, LEFT_OUT), lambda s, op: complaints.put_right(s.till, op, s.at, "Maya brought them."),
    ),
    "told": (_before(complaints.log, PUT_RIGHT), lambda s, op: complaints.tell(s.till, op, s.at, "by phone")),
    "no way to tell": (
        _before(complaints.log, PUT_RIGHT), lambda s, op: complaints.tell(s.till, op, s.at, "", no_contact=True),
    ),
    "the cause": (_before(complaints.log, LEFT_OUT), lambda s, op: complaints.cause(s.till, op, s.at, "No list.")),
    "why asked": (
        _before(complaints.log, LEFT_OUT), lambda s, op: complaints.ask_why(s.till, op, s.at, 2, "30.11.2026 16:00"),
    ),
    "open again": (_told, lambda s, op: complaints.reopen(s.till, op, s.at)),
    "praise from them": (anna, lambda s, op: compliments.received(s.till, op, s.who, "Best rye in town.", 2)),
    "praise for them": (anna, lambda s, op: compliments.paid(s.till, op, s.who, "A lovely scarf.")),
    "an order": (anna, lambda s, op: orders.log(s.till, op, s.who, CAKE)),
    "an order agreed": (_asked, lambda s, op: orders.agree(s.till, op, s.at, "40", "28.11. 16:00")),
    "a moved promise": (_agreed, lambda s, op: orders.promise_again(s.till, op, s.at, "29.11. 12:00")),
    "an order begun": (_agreed, lambda s, op: orders.move(s.till, op, s.at, OrderState.IN_PROGRESS)),
    "an order collected": (_ready, lambda s, op: orders.collect(s.till, op, s.at, "38")),
    "an order cancelled": (
        _agreed, lambda s, op: orders.end(
            s.till, op, s.at, OrderState.CANCELLED, Ending("The party is off.", DepositFate.STORE_CREDIT)
        ),
    ),
    "a corrected order": (
        _agreed, lambda s, op: orders.edit(s.till, op, s.at, OrderForm(spec="A cake with a poodle", price="42")),
    ),
    "a fact": (anna, lambda s, op: facts.add(s.till, op, s.who, NUTS)),
    "a corrected fact": (
        _before(facts.add, FactForm(kind=FactKind.LIKES, text="rye")), lambda s, op: facts.edit(s.till, op, s.at, NUTS),
    ),
    "a fact taken away": (_before(facts.add, NUTS), lambda s, op: facts.remove(s.till, op, s.at)),
    "a date": (anna, lambda s, op: facts.add_date(s.till, op, s.who, DateForm(label="birthday", month=11, day=28))),
    "a date taken away": (
        _before(facts.add_date, DateForm(label="birthday", month=11, day=28)),
        lambda s, op: facts.remove_date(s.till, op, s.who, s.at),
    ),
    "a member": (
        anna, lambda s, op: facts.add_member(s.till, op, s.who, ("Jan", "husband"), may_collect=True),
    ),
    "a corrected date": (
        _before(facts.add_date, DateForm(label="birthday", month=11, day=28)),
        lambda s, op: facts.edit_date(s.till, op, s.at, DateForm(label="name day", month=11, day=29, year=1990)),
    ),
    "a corrected member": (
        _with_member, lambda s, op: facts.edit_member(s.till, op, s.at, ("Janek", "son"), may_collect=False),
    ),
    "a corrected note": (
        _before(notes.add, "Collects on Fridays."), lambda s, op: notes.edit(s.till, op, s.at, "Collects on Mondays."),
    ),
    "something else to do": (
        _before(follow_ups.add, "Ask about the cake", ""),
        lambda s, op: follow_ups.edit(s.till, op, s.at, "Ask about the tart", "30.11.2026"),
    ),
    "corrected praise from them": (
        _before(compliments.received, "Best rye.", 2),
        lambda s, op: compliments.edit(s.till, op, s.at, "Best rye in town.", None),
    ),
    "corrected praise for them": (
        _before(compliments.paid, "A lovely scarf."),
        lambda s, op: compliments.edit_paid(s.till, op, s.at, "A lovely green scarf."),
    ),
    "a member taken out": (
        _with_member, lambda s, op: facts.remove_member(s.till, op, s.who, s.at),
    ),
    "a note": (anna, lambda s, op: notes.add(s.till, op, s.who, "Collects on Fridays.")),
    "something to do": (anna, lambda s, op: follow_ups.add(s.till, op, s.who, "Ask about the cake", "30.11.2026")),
    "something done": (
        _before(follow_ups.add, "Ask about the cake", ""), lambda s, op: follow_ups.done(s.till, op, s.at, "All well."),
    ),
    "an extra given": (_open_card, lambda s, op: gestures.given(s.till, op, s.at)),
    "nothing extra today": (_open_card, lambda s, op: gestures.not_today(s.till, op, s.at, "in a hurry")),
    "how it was received": (_given, lambda s, op: gestures.reaction(s.till, op, s.at, Reaction.DELIGHTED)),
    "an own idea": (anna, lambda s, op: gestures.own_idea(s.till, op, s.who, ("A sample of the new tart", "1"))),
    "a slip": (anna, lambda s, op: thank.slip(s.till, op, s.who, SlipWish())),
    "words given back": (
        _with_slip,
        lambda s, op: feedback.told(
            s.till, op, ToldUs(code=s.at, words="So kind!", scores=(9, 10, None), wants_answer=True)
        ),
    ),
    "moved to the right person": (_for_the_wrong_person, lambda s, op: editing.move(s.till, op, *s.at)),
}
REFUND_OF_TWO = ReturnForm(
    items=(("tart", "2"),), reason=Reason.FAULTY, outcome=ReturnOutcome.REFUND, amount="6", note="Both burnt."
)


def tables():
    """All rows as the shop sees them: without what was taken back, void slips and cancelled print jobs."""
    found = {}
    for table in TABLES:
        name = table._meta.table_name
        rows = table.live() if issubclass(table, Thing) else table.select()
        kept = [row for row in rows.dicts() if not row.get("void") and (name, row.get("state")) != NOT_PRINTED]
        found[name] = sorted(kept, key=repr)
    return {name: rows for name, rows in found.items() if name not in BESIDE}


def every_row():
    """Each row of each table, the journal and what was taken back included."""
    return {table._meta.table_name: sorted(map(repr, table.select().tuples())) for table in TABLES}


def learnt(till):
    """What the choice of gestures has learnt; how far it has read does not matter."""
    return {k: v for k, v in json.loads(till.engine.state()).items() if k != "seen"}


def log_of_gestures():
    return list(gesture_log.events_after(0))
