"""What happened stays told: the old version of what was corrected, and everything moved with what followed from it."""

from datetime import timedelta

import pytest
from counter_commands import (
    BREAD,
    CAKE,
    COMMANDS,
    LEFT_OUT,
    NUTS,
    REFUND,
    REFUND_OF_TWO,
    anna,
    last_entry,
    learnt,
    tables,
)
from counter_maker import MORNING, someone_called

from counter.desk import complaints, credit, editing, facts, gestures, notes, orders, returns, thank, undo, visits
from counter.desk import open as opening
from counter.desk.composing import SlipWish
from counter.errors import Refused
from counter.models import kept, people, things, timeline
from counter.models.tables_people import ChangeRow
from counter.records.entries import EntryKind, OrderState
from counter.records.people import PersonForm


@pytest.fixture
def wrong(till, ops):
    return anna(till, ops)


@pytest.fixture
def right(till, ops):
    return someone_called(till, "Anna Kowalczyk", ops())


def entry_of(saved):
    return timeline.entry(saved.entry_id)


def test_a_correction_keeps_the_old_version(till, ops):
    story = anna(till, ops)
    saved = returns.log(till, ops(), story.who, REFUND)
    returns.edit(till, ops(), saved.thing_id, REFUND_OF_TWO)
    change = ChangeRow.select().order_by(ChangeRow.id.desc()).first()
    assert (change.before["amount"], change.after["amount"]) == (300, 600)
    assert (change.before["note"], change.after["note"]) == ("", "Both burnt.")
    assert entry_of(saved).edited
    assert entry_of(saved).thing.amount == 600


def test_a_correction_taken_back_is_no_correction(till, ops):
    story = anna(till, ops)
    saved = returns.log(till, ops(), story.who, REFUND)
    returns.edit(till, ops(), saved.thing_id, REFUND_OF_TWO)
    undo.last(till, ops())
    assert not entry_of(saved).edited
    assert entry_of(saved).thing.amount == 300


def test_every_entry_says_who_when_and_for_whom(till, ops, clock):
    story = anna(till, ops)
    for what, (before, command) in COMMANDS.items():
        saved = command(before(till, ops), ops())
        row = timeline.entry(saved.entry_id)
        if row is not None:
            assert (row.staff, row.at, row.day) == ("Maya", clock.now, MORNING.date()), what
            assert row.customer_id == saved.customer_id, what
    assert story.who


def test_a_note_moves_to_the_right_person(till, ops, wrong, right):
    saved = notes.add(till, ops(), wrong.who, "Collects on Fridays.")
    moved = editing.move(till, ops(), saved.entry_id, right)
    assert [n.text for n in things.of_person("note", right)] == ["Collects on Fridays."]
    assert things.of_person("note", wrong.who) == ()
    assert moved.customer_id == right
    assert [e.kind for e in timeline.of_person(wrong.who)] == [EntryKind.PERSON]


def test_credit_moves_with_its_return(till, ops, wrong, right):
    saved = returns.log(till, ops(), wrong.who, BREAD)
    editing.move(till, ops(), saved.entry_id, right)
    assert (credit.balance(till, wrong.who), credit.balance(till, right)) == (0, 640)


def test_credit_that_is_spent_keeps_its_return_from_moving(till, ops, wrong, right):
    saved = returns.log(till, ops(), wrong.who, BREAD)
    credit.use(till, ops(), wrong.who, "1")
    then = tables()
    with pytest.raises(Refused, match="spent already"):
        editing.move(till, ops(), saved.entry_id, right)
    assert tables() == then


def test_a_move_is_not_undone_when_its_credit_was_spent_there(till, ops, wrong, right):
    saved = returns.log(till, ops(), wrong.who, BREAD)
    moved = editing.move(till, ops(), saved.entry_id, right)
    credit.use(till, ops(), right, "1")
    with pytest.raises(Refused, match="spent already"):
        undo.entry(till, ops(), moved.entry_id)


def test_an_order_moves_with_its_history_and_its_follow_up(till, ops, wrong, right):
    order = orders.log(till, ops(), wrong.who, CAKE).thing_id
    orders.move(till, ops(), order, OrderState.IN_PROGRESS)
    orders.move(till, ops(), order, OrderState.READY)
    collected = orders.collect(till, ops(), order)
    editing.move(till, ops(), collected.entry_id, right)
    assert [o.id for o in things.of_person("order_case", right)] == [order]
    assert len(things.of_person("follow_up", right)) == 1
    assert things.of_person("follow_up", wrong.who) == ()
    assert len(timeline.of_person(right)) == 5
    assert opening.card(till, wrong.who).open == ()


def test_the_visit_moves_to_the_day_on_which_it_was(till, ops, clock, wrong, right):
    saved = complaints.log(till, ops(), wrong.who, LEFT_OUT)
    clock.go_on(days=2)
    editing.move(till, ops(), saved.entry_id, right)
    assert people.visits(wrong.who) == ()
    assert [(v.day, v.started_at) for v in people.visits(right)] == [(MORNING.date(), MORNING)]


def test_the_visit_stays_when_something_else_was_done_in_it(till, ops, wrong, right):
    saved = complaints.log(till, ops(), wrong.who, LEFT_OUT)
    visits.here(till, ops(), wrong.who)
    editing.move(till, ops(), saved.entry_id, right)
    assert len(people.visits(wrong.who)) == len(people.visits(right)) == 1


@pytest.mark.parametrize("what", ["a return for store credit", "an order collected", "a fact", "a date", "a member"])
def test_a_move_can_be_undone_as_a_whole(till, ops, right, what):
    before, command = COMMANDS[what]
    saved = command(before(till, ops), ops())
    then, knew = tables(), learnt(till)
    moved = editing.move(till, ops(), saved.entry_id, right)
    assert tables() != then
    undo.entry(till, ops(), moved.entry_id)
    assert (tables(), learnt(till)) == (then, knew)


def test_a_moved_return_can_still_be_undone(till, ops, wrong, right):
    then = tables()
    saved = returns.log(till, ops(), wrong.who, BREAD)
    editing.move(till, ops(), saved.entry_id, right)
    undo.entry(till, ops(), saved.entry_id)
    assert tables() == then


def test_a_move_is_not_undone_when_the_person_came_meanwhile(till, ops, wrong, right):
    saved = complaints.log(till, ops(), wrong.who, LEFT_OUT)
    moved = editing.move(till, ops(), saved.entry_id, right)
    came = visits.here(till, ops(), wrong.who)
    with pytest.raises(Refused, match="Undo the newer change first"):
        undo.entry(till, ops(), moved.entry_id)
    undo.entry(till, ops(), came.entry_id)
    undo.entry(till, ops(), moved.entry_id)
    assert len(people.visits(wrong.who)) == 1


def test_a_slip_an_extra_and_a_visit_stay_where_they_are(till, ops, wrong, right):
    slip = thank.slip(till, ops(), wrong.who, SlipWish())
    extra = gestures.own_idea(till, ops(), wrong.who, ("A sample", ""))
    here = visits.here(till, ops(), wrong.who)
    for saved in (slip, extra, here):
        with pytest.raises(Refused, match="stays with its visit"):
            editing.move(till, ops(), saved.entry_id, right)


def test_the_kept_index_learns_who_changed_since(till, ops, clock, wrong, right):
    seen = kept.counter()
    kept.keep("names", seen, b"\x00index")
    assert kept.read("names") == (seen, b"\x00index")
    assert kept.changed_since(seen) == frozenset()
    fact = facts.add(till, ops(), wrong.who, NUTS)
    assert kept.changed_since(seen) == {wrong.who}
    seen = kept.counter()
    editing.move(till, ops(), fact.entry_id, right)
    assert kept.changed_since(seen) == {wrong.who, right}
    seen = kept.counter()
    undo.entry(till, ops(), fact.entry_id)
    visits.here(till, ops(), wrong.who)
    assert kept.changed_since(seen) == {wrong.who, right}
    assert kept.changed_since(kept.counter() + 1) is None
    assert kept.read("another") is None


def test_a_person_made_or_undone_is_among_the_changed(till, ops):
    from counter.desk import people as desk

    made = desk.new(till, ops(), PersonForm(name="Zebedee Quill"))
    assert kept.changed_since(made.entry_id - 1) == {made.customer_id}
    seen = kept.counter()
    undo.entry(till, ops(), made.entry_id)
    assert kept.changed_since(seen) == {made.customer_id}


def test_entries_stand_in_the_order_they_were_made_whatever_the_clock_says(till, ops, clock):
    story = anna(till, ops)
    clock.now -= timedelta(hours=1)
    late = notes.add(till, ops(), story.who, "Second.")
    assert timeline.of_person(story.who)[0].id == late.entry_id
    assert last_entry(late.thing_id, "note") == late.entry_id
