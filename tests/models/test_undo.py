"""Whatever was saved can be taken back, and the shop's tables are then as they were before."""

from dataclasses import replace

import pytest
from counter_commands import BREAD, COMMANDS, LEFT_OUT, NUTS, PUT_RIGHT, anna, learnt, tables
from counter_maker import open_till

from counter.desk import codes, complaints, credit, drafts, facts, notes, returns, thank, undo, visits
from counter.desk import people as desk
from counter.desk.composing import SlipWish
from counter.errors import FieldRefused, Refused
from counter.models import people, printing, things
from counter.models.tables_people import EntryRow
from counter.records.entries import ComplaintState, Draft, ReturnOutcome
from counter.records.people import PersonForm


@pytest.mark.parametrize("what", COMMANDS)
def test_undo_leaves_the_tables_as_they_were(till, ops, what):
    before, command = COMMANDS[what]
    story = before(till, ops)
    then, knew = tables(), learnt(till)
    saved = command(story, ops())
    assert tables() != then
    undo.entry(till, ops(), saved.entry_id)
    assert tables() == then
    assert learnt(till) == knew


def test_the_last_twenty_things_of_today_can_be_undone_the_newest_first(till, ops, clock):
    yesterdays = anna(till, ops)
    notes.add(till, ops(), yesterdays.who, "From yesterday.")
    clock.go_on(days=1)
    made = [notes.add(till, ops(), yesterdays.who, f"Note {number}.") for number in range(25)]
    listed = undo.undoable(till)
    assert [saved.entry_id for saved in listed] == [saved.entry_id for saved in reversed(made[5:])]
    for saved in reversed(made):
        assert undo.last(till, ops()).sentence == f"Undone: {saved.sentence}"
    with pytest.raises(Refused, match="nothing of today"):
        undo.last(till, ops())


def test_the_list_is_the_same_after_a_restart(till, path, clock, ops):
    story = anna(till, ops)
    visits.here(till, ops(), story.who)
    notes.add(till, ops(), story.who, "Collects on Fridays.")
    listed = undo.undoable(till)
    till.database.close()
    again = open_till(path, clock)
    assert undo.undoable(again) == listed
    undo.last(again, ops())
    assert undo.undoable(again) == listed[1:]
    again.database.close()


def test_what_was_undone_is_not_undone_twice(till, ops):
    saved = visits.here(till, ops(), anna(till, ops).who)
    taken_back = undo.entry(till, ops(), saved.entry_id)
    with pytest.raises(Refused, match="taken back already"):
        undo.entry(till, ops(), saved.entry_id)
    with pytest.raises(Refused, match="taken back already"):
        undo.entry(till, ops(), taken_back.entry_id)


def test_the_kept_entry_says_who_took_it_back(till, ops):
    saved = visits.here(till, ops(), anna(till, ops).who)
    taken_back = undo.entry(till, ops(), saved.entry_id)
    rows = {row.id: row for row in EntryRow.select()}
    assert rows[saved.entry_id].undone_by == taken_back.entry_id
    assert rows[taken_back.entry_id].undoes == saved.entry_id


def test_credit_that_is_spent_keeps_its_return(till, ops):
    story = anna(till, ops)
    back = returns.log(till, ops(), story.who, BREAD)
    used = credit.use(till, ops(), story.who, "2")
    then = tables()
    with pytest.raises(Refused, match="spent already, so the return stays"):
        undo.entry(till, ops(), back.entry_id)
    assert tables() == then
    undo.entry(till, ops(), used.entry_id)
    undo.entry(till, ops(), back.entry_id)
    assert credit.balance(till, story.who) == 0


def test_a_told_complaint_becomes_untold(till, ops):
    story = anna(till, ops)
    complaint = complaints.log(till, ops(), story.who, PUT_RIGHT).thing_id
    complaints.tell(till, ops(), complaint, "by phone")
    undo.last(till, ops())
    assert things.thing("complaint", complaint).state is ComplaintState.PUT_RIGHT
    assert things.complaints_waiting()[0].id == complaint


def test_somebody_just_made_disappears(till, ops):
    story = anna(till, ops)
    undo.last(till, ops())
    assert people.customer(story.who) is None
    assert list(people.everyone()) == []


def test_somebody_stays_when_something_else_hangs_on_them(till, ops):
    made = desk.new(till, ops(), PersonForm(name="Anna Kowalska"))
    note = notes.add(till, ops(), made.customer_id, "Collects on Fridays.")
    with pytest.raises(Refused, match="noted for this person"):
        undo.entry(till, ops(), made.entry_id)
    undo.entry(till, ops(), note.entry_id)
    undo.entry(till, ops(), made.entry_id)
    assert people.customer(made.customer_id) is None


def test_somebody_stays_while_something_half_written_hangs_on_them(till, ops):
    made = desk.new(till, ops(), PersonForm(name="Anna Kowalska"))
    drafts.keep(till, Draft(form="return", customer_id=made.customer_id, fields={"item": "rye"}))
    with pytest.raises(Refused, match="half written for this person"):
        undo.entry(till, ops(), made.entry_id)
    assert people.customer(made.customer_id).name == "Anna Kowalska"


def test_someone_without_a_name_disappears_with_their_visit(till, ops):
    saved = desk.someone(till, ops())
    undo.entry(till, ops(), saved.entry_id)
    assert people.customer(saved.customer_id) is None
    assert people.visits(saved.customer_id) == ()


def test_a_slip_taken_back_is_void_and_the_message_says_so(till, ops):
    story = anna(till, ops)
    saved = thank.slip(till, ops(), story.who, SlipWish())
    slip = things.thing("slip", saved.thing_id)
    undone = undo.entry(till, ops(), saved.entry_id)
    assert things.slip_by_code(slip.code).void
    assert "code no longer counts" in undone.sentence
    with pytest.raises(FieldRefused, match="taken back"):
        codes.slip_of(slip.code)


def test_a_slip_that_waits_for_its_printer_is_not_printed_after_undo(till, ops):
    saved = thank.slip(till, ops(), anna(till, ops).who, SlipWish())
    undo.entry(till, ops(), saved.entry_id)
    assert list(printing.waiting(1)) == []


def test_the_visit_goes_with_the_last_thing_done_in_it_whatever_the_order(till, ops):
    story = anna(till, ops)
    first = returns.log(till, ops(), story.who, BREAD)
    second = visits.here(till, ops(), story.who)
    undo.entry(till, ops(), first.entry_id)
    assert len(people.visits(story.who)) == 1
    undo.entry(till, ops(), second.entry_id)
    assert people.visits(story.who) == ()


def test_an_older_thing_that_was_built_on_since_asks_for_the_newer_one_first(till, ops):
    story = anna(till, ops)
    saved = complaints.log(till, ops(), story.who, LEFT_OUT)
    right = complaints.put_right(till, ops(), saved.thing_id, "Brought them.")
    complaints.tell(till, ops(), saved.thing_id, "by phone")
    with pytest.raises(Refused, match="Undo the newer change first"):
        undo.entry(till, ops(), right.entry_id)


def test_a_fact_undone_no_longer_holds_gestures_back(till, ops):
    story = anna(till, ops)
    saved = facts.add(till, ops(), story.who, NUTS)
    undo.entry(till, ops(), saved.entry_id)
    assert people.facts(story.who) == ()


def test_printing_again_is_not_in_the_list(till, ops):
    saved = thank.slip(till, ops(), anna(till, ops).who, SlipWish())
    thank.reprint(till, ops())
    assert undo.undoable(till)[0].entry_id == saved.entry_id


def test_everything_of_a_busy_day_taken_back_leaves_an_empty_day(till, ops):
    then = tables()
    for before, command in COMMANDS.values():
        command(before(till, ops), ops())
    while undo.undoable(till):
        undo.last(till, ops())
    now = tables()
    assert {name for name in then if now[name] != then[name]} <= {"suggestion"}


def corrected(till, ops, story, back, **other):
    returns.edit(till, ops(), back.thing_id, replace(BREAD, **other))
    return credit.balance(till, story.who)


def test_the_credit_of_a_return_is_corrected_with_it_and_undone_with_it(till, ops):
    story = anna(till, ops)
    back = returns.log(till, ops(), story.who, BREAD)
    before = credit.balance(till, story.who)
    assert corrected(till, ops, story, back, amount="9.50") == 950
    undo.last(till, ops())
    assert credit.balance(till, story.who) == before
    assert corrected(till, ops, story, back, outcome=ReturnOutcome.REFUND) == 0
    undo.last(till, ops())
    assert credit.balance(till, story.who) == before


def test_credit_that_only_the_correction_gave_goes_with_the_return(till, ops):
    story = anna(till, ops)
    back = returns.log(till, ops(), story.who, replace(BREAD, outcome=ReturnOutcome.REFUND))
    assert corrected(till, ops, story, back, amount="4") == 400
    used = credit.use(till, ops(), story.who, "1")
    with pytest.raises(Refused, match="spent already, so the return stays"):
        undo.entry(till, ops(), back.entry_id)
    undo.entry(till, ops(), used.entry_id)
    undo.entry(till, ops(), back.entry_id)
    assert credit.balance(till, story.who) == 0


def test_credit_that_is_partly_used_is_corrected_down_to_what_is_used(till, ops):
    story = anna(till, ops)
    back = returns.log(till, ops(), story.who, replace(BREAD, amount="5"))
    credit.use(till, ops(), story.who, "2")
    then = tables()
    with pytest.raises(FieldRefused, match="2.00 of this credit is used already, so it can't be less") as refused:
        corrected(till, ops, story, back, amount="1.99")
    assert refused.value.field == "amount"
    with pytest.raises(FieldRefused, match="so it stays store credit") as refused:
        corrected(till, ops, story, back, outcome=ReturnOutcome.EXCHANGE)
    assert refused.value.field == "outcome"
    assert tables() == then
    assert corrected(till, ops, story, back, amount="2") == 0
    assert corrected(till, ops, story, back, amount="8") == 600
    undo.last(till, ops())
    assert credit.balance(till, story.who) == 0


def test_a_raised_credit_that_is_used_since_is_not_lowered_again_by_undo(till, ops):
    story = anna(till, ops)
    back = returns.log(till, ops(), story.who, replace(BREAD, amount="5"))
    raised = returns.edit(till, ops(), back.thing_id, replace(BREAD, amount="8"))
    used = credit.use(till, ops(), story.who, "6")
    with pytest.raises(Refused, match="spent already"):
        undo.entry(till, ops(), raised.entry_id)
    undo.entry(till, ops(), used.entry_id)
    undo.entry(till, ops(), raised.entry_id)
    assert credit.balance(till, story.who) == 500
