"""What the disk refused at the very end and what stands all the same: a form is saved once, with its last words."""

import pytest
from counter_commands import BREAD, LEFT_OUT, NUTS, PUT_RIGHT
from counter_maker import open_till, someone_called

from counter.desk import complaints, credit, drafts, facts, feedback, notes, people, returns, thank, undo
from counter.desk import open as opening
from counter.desk.composing import SlipWish
from counter.errors import Refused
from counter.models import forgetting, things
from counter.models.tables_people import CustomerRow
from counter.models.tables_shop import AnonymousRow
from counter.records.acts import ToldUs
from counter.records.complaints import ComplaintForm
from counter.records.entries import Draft
from counter.records.people import PersonForm

pytestmark = pytest.mark.usefixtures("no_network")
COLD = ComplaintForm(words="The tea was cold.")
FIRST, OTHER = ("op 1",), ("op 1", "op 2")


@pytest.fixture
def anna(till):
    return someone_called(till, "Anna Kowalska")


def finish(till, who, ops, use_case, *what):
    """A form saved as the window does it; what the disk refused is kept as half written once more."""
    draft = Draft(form="complaint", customer_id=who, fields={"words": "as typed"}, ops=ops)
    drafts.keep(till, draft)
    return drafts.finish(till, draft, lambda op: use_case(till, op, *what))


def complaints_of(till, who):
    return [entry.thing.words for entry in opening.card(till, who).timeline if entry.kind.value == "complaint"]


def test_the_same_words_are_saved_once_and_told_as_they_were_the_first_time(till, anna):
    first = finish(till, anna, FIRST, complaints.log, anna, LEFT_OUT)
    assert finish(till, anna, FIRST, complaints.log, anna, LEFT_OUT) == first
    assert complaints_of(till, anna) == [LEFT_OUT.words]
    assert drafts.every(till) == ()


def test_other_words_take_the_place_of_those_that_stand_and_it_is_said(till, anna):
    first = finish(till, anna, FIRST, complaints.log, anna, LEFT_OUT)
    saved = finish(till, anna, OTHER, complaints.log, anna, COLD)
    assert saved.warning == f"Taken back for it, as it was first typed: {first.sentence}"
    assert complaints_of(till, anna) == [COLD.words]
    assert finish(till, anna, OTHER, complaints.log, anna, COLD).entry_id == saved.entry_id
    assert complaints_of(till, anna) == [COLD.words]


def test_what_never_came_to_stand_is_nothing_to_be_taken_back(till, anna):
    assert finish(till, anna, OTHER, complaints.log, anna, COLD).warning == ""
    assert complaints_of(till, anna) == [COLD.words]


def test_other_words_of_another_kind_take_its_place_too(till, anna):
    finish(till, anna, FIRST, notes.add, anna, "No nuts.")
    finish(till, anna, OTHER, facts.add, anna, NUTS)
    assert things.of_person("note", anna) == ()
    assert [fact.text for fact in opening.card(till, anna).facts] == ["nuts"]


def test_a_name_that_was_typed_otherwise_makes_nobody_twice(till):
    finish(till, None, FIRST, people.new, PersonForm(name="Ana Kowalska"))
    finish(till, None, OTHER, people.new, PersonForm(name="Anna Kowalska"))
    assert [row.name for row in CustomerRow.live()] == ["Anna Kowalska"]


def test_credit_of_another_amount_is_used_once(till, anna):
    returns.log(till, "bread", anna, BREAD)
    finish(till, anna, FIRST, credit.use, anna, "")
    assert finish(till, anna, FIRST, credit.use, anna, "").sentence
    finish(till, anna, OTHER, credit.use, anna, "1.40")
    assert credit.balance(till, anna) == 500


def test_a_step_that_stands_is_told_as_done_and_not_as_one_that_can_not_be_done(till, anna):
    made = complaints.log(till, "candles", anna, PUT_RIGHT)
    first = finish(till, anna, FIRST, complaints.tell, made.thing_id, "by phone")
    assert finish(till, anna, FIRST, complaints.tell, made.thing_id, "by phone") == first
    with pytest.raises(Refused, match="told already"):
        finish(till, anna, OTHER, complaints.tell, made.thing_id, "by letter")
    assert things.thing("complaint", made.thing_id).told_how == "by phone"


def test_a_correction_in_other_words_is_corrected_itself(till, anna):
    note = notes.add(till, "note", anna, "Collects on Fridays.").thing_id
    finish(till, anna, FIRST, notes.edit, note, "Collects on Mondays.")
    assert finish(till, anna, OTHER, notes.edit, note, "Collects on Tuesdays.").warning == ""
    assert [each.text for each in things.of_person("note", anna)] == ["Collects on Tuesdays."]


def test_what_more_was_noted_about_stays_and_what_to_do_is_said(till, anna):
    first = finish(till, anna, FIRST, complaints.log, anna, LEFT_OUT)
    complaints.put_right(till, "candles", first.thing_id, "Maya brought them round.")
    with pytest.raises(Refused, match="was saved after all.*More was noted.*throw this away"):
        finish(till, anna, OTHER, complaints.log, anna, COLD)
    assert complaints_of(till, anna) == [LEFT_OUT.words]
    assert [draft.ops for draft in drafts.every(till)] == [OTHER]


def test_credit_that_is_spent_stays_and_what_to_do_is_said(till, anna):
    finish(till, anna, FIRST, returns.log, anna, BREAD)
    credit.use(till, "spent", anna, "")
    with pytest.raises(Refused, match=r"was saved after all.*[Cc]redit.*throw this away"):
        finish(till, anna, OTHER, complaints.log, anna, COLD)
    assert complaints_of(till, anna) == []


def test_what_was_taken_back_by_hand_is_saved_anew(till, anna):
    first = finish(till, anna, FIRST, complaints.log, anna, LEFT_OUT)
    undo.entry(till, "by hand", first.entry_id)
    saved = finish(till, anna, FIRST, complaints.log, anna, LEFT_OUT)
    assert saved.entry_id != first.entry_id
    assert complaints_of(till, anna) == [LEFT_OUT.words]


def test_what_has_no_name_on_it_stands_as_it_was_first_typed(till, anna):
    code = things.thing("slip", thank.slip(till, "slip", anna, SlipWish()).thing_id).code
    for words in ("Too dark.", "Too dark."):
        finish(till, anna, FIRST, feedback.told, ToldUs(code=code, words=words, nameless=True))
    with pytest.raises(Refused, match="kept after all, without a name"):
        finish(till, anna, OTHER, feedback.told, ToldUs(code=code, words="Too dark and cold.", nameless=True))
    assert [row.words for row in AnonymousRow.select()] == ["Too dark."]


def test_a_draft_carries_its_operations_over_a_restart_and_tells_nobody_of_them(till, anna, path, clock):
    drafts.keep(till, Draft(form="complaint", customer_id=anna, fields={"words": "Stale."}, ops=OTHER))
    till.database.close()
    again = open_till(path, clock)
    assert [(draft.fields, draft.ops) for draft in drafts.every(again)] == [({"words": "Stale."}, OTHER)]
    assert [fields for _, _, fields in forgetting.drafts_of(anna)] == [{"words": "Stale."}]
    again.database.close()
