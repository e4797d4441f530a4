"""Nothing is kept for longer than the owner says: once a year they look, and what is older goes for good."""

from datetime import timedelta

import pytest
from counter_maker import someone_called
from test_forgetting import bytes_of, change, found_in

from counter.desk import complaints, facts, orders, visits
from counter.errors import Refused
from counter.models.tables_counter import ComplaintRow, FeedbackRow
from counter.models.tables_people import CustomerRow, FactRow
from counter.office import keeping
from counter.office import undo as office_undo
from counter.records.complaints import ComplaintForm
from counter.records.orders import OrderForm
from counter.records.people import FactForm, FactKind, Source

YEARS = {"people": 5, "complaints": 5, "answers": 3, "noticed": 3}


def test_at_first_nothing_is_older_and_the_look_is_due(till, ops):
    someone_called(till, "Anna Ward", ops())
    found = keeping.look(till.today)
    assert (dict(found.years), found.due, found.looked) == (YEARS, True, None)
    assert set(found.older.values()) == {0}


def test_a_new_shop_is_not_asked_to_look_before_a_year_went_by(till, ops, clock):
    assert not keeping.is_due(till.today)
    someone_called(till, "Anna Ward", ops())
    assert not keeping.is_due(till.today)
    clock.go_on(days=366)
    assert keeping.is_due(till.today)
    keeping.looked(change(till, "look"))
    assert not keeping.is_due(till.today)


def test_a_look_holds_for_a_year(till, clock):
    keeping.looked(change(till, "look"))
    assert not keeping.look(till.today).due
    clock.go_on(days=366)
    assert keeping.look(till.today).due


def test_who_was_not_here_for_years_becomes_anonymous_and_who_came_since_stays(till, ops, clock, path):
    someone_called(till, "Anna Kowalska", ops())
    here = someone_called(till, "Bob Stone", ops())
    waits = someone_called(till, "Cid Hill", ops())
    orders.log(till, ops(), waits, OrderForm(spec="A cake", price="40", due="28.11. 16:00"))
    clock.go_on(days=5 * 365 - 10)
    visits.here(till, ops(), here)
    assert keeping.look(till.today).older["people"] == 0
    clock.go_on(days=20)
    assert keeping.look(till.today).older["people"] == 1
    keeping.let_go(change(till, "go"), "people")
    assert [row.name for row in CustomerRow.select().order_by(CustomerRow.id)] == ["", "Bob Stone", "Cid Hill"]
    assert found_in(bytes_of(path), ["Kowalska"]) == []
    with pytest.raises(Refused, match="Nobody has been away"):
        keeping.let_go(change(till, "go again"), "people")


def test_each_kind_goes_after_its_own_time_and_what_was_said_stays(till, ops, clock, path):
    anna = someone_called(till, "Anna Ward", ops())
    wrong = complaints.log(till, ops(), anna, ComplaintForm(words="heliotrope fell", remedy="new one")).thing_id
    complaints.tell(till, ops(), wrong, "by phone")
    facts.add(till, ops(), anna, FactForm(kind=FactKind.LIKES, text="mauve hats", source=Source.NOTICED))
    facts.add(till, ops(), anna, FactForm(kind=FactKind.LIKES, text="rye", source=Source.SAID))
    FeedbackRow.create(customer_id=anna, words="magenta joy", scores=(9, None, None), at=till.now)
    clock.go_on(days=3 * 365 + 1)
    older = keeping.look(till.today).older
    assert (older["answers"], older["noticed"], older["complaints"]) == (1, 1, 0)
    keeping.let_go(change(till, "a"), "answers")
    keeping.let_go(change(till, "n"), "noticed")
    clock.go_on(days=2 * 365)
    keeping.let_go(change(till, "c"), "complaints")
    assert found_in(bytes_of(path), ["magenta", "mauve", "heliotrope"]) == []
    assert [fact.text for fact in FactRow.select()] == ["rye"]
    assert FeedbackRow.get().scores == (9, None, None)
    assert ComplaintRow.select().count() == 1
    with pytest.raises(Refused, match="Nothing is that old"):
        keeping.let_go(change(till, "c again"), "complaints")


def test_the_time_is_the_owners_to_say_and_comes_back_by_undo(till):
    keeping.keep_for(change(till, "longer"), "answers", 10)
    assert keeping.look(till.today).years["answers"] == 10
    office_undo.last(change(till, "undo"))
    assert keeping.look(till.today).years["answers"] == 3


def test_the_same_again_is_done_once(till, ops, clock):
    someone_called(till, "Anna Ward", ops())
    clock.now += timedelta(days=5 * 365 + 1)
    first = keeping.let_go(change(till, "go"), "people")
    assert keeping.let_go(change(till, "go"), "people") == first
