"""Questions written once answer as if they were written anew each time."""

from datetime import timedelta

from counter_maker import open_till, someone_called

from counter.desk import notes, visits
from counter.models import people, things
from counter.models.prepared import Prepared, among
from counter.models.tables_people import CustomerRow, VisitRow

NAMED = Prepared(lambda ids: CustomerRow.select(CustomerRow.name).where(CustomerRow.id.in_(among(ids))).tuples())
MADE = Prepared(lambda since: CustomerRow.select(CustomerRow.name).where(CustomerRow.created_at >= since).tuples())
BEEN_ON = Prepared(lambda day: VisitRow.live(VisitRow.id).where(VisitRow.day == day).tuples())


def test_the_same_question_about_another_person_answers_about_that_one(till, ops):
    maya, sam = someone_called(till, "Maya", ops()), someone_called(till, "Sam", ops())
    assert people.customer(maya).name == "Maya"
    assert people.customer(sam).name == "Sam"
    assert people.names_of([maya, sam]) == {maya: "Maya", sam: "Sam"}


def test_a_list_may_be_longer_or_empty_the_next_time(till, ops):
    who = [someone_called(till, f"No. {number}", ops()) for number in range(7)]
    assert sorted(NAMED(who)) == [(f"No. {number}",) for number in range(7)]
    assert NAMED(who[:1]) == [("No. 0",)]
    assert NAMED([]) == []


def test_days_and_moments_are_asked_for_as_they_are(till, ops):
    maya = someone_called(till, "Maya", ops())
    moment, later = till.now, till.now + timedelta(microseconds=1)
    assert MADE(moment) == [("Maya",)]
    assert MADE(later) == []
    visits.here(till, ops(), maya)
    assert BEEN_ON.first(till.today) is not None
    assert BEEN_ON.first(till.today + timedelta(days=1)) is None


def test_what_was_written_meanwhile_is_in_the_next_answer(till, ops):
    maya = someone_called(till, "Maya", ops())
    assert things.of_person("note", maya) == ()
    notes.add(till, ops(), maya, "Fetches the dog’s bread on Fridays")
    assert [note.text for note in things.of_person("note", maya)] == ["Fetches the dog’s bread on Fridays"]


def test_a_shop_opened_anew_is_the_one_that_is_asked(till, ops, tmp_path):
    someone_called(till, "Maya", ops())
    till.database.close()
    other = open_till(tmp_path / "other.counter")
    try:
        assert people.customer(1) is None
        assert NAMED([1]) == []
    finally:
        other.database.close()
