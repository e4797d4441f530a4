"""Two records that are one person: put together with all that they have, and taken apart again at any time."""

import pytest
from counter_commands import BREAD, COMMANDS, NUTS, tables
from counter_maker import someone_called

from counter.desk import credit, drafts, facts, find, notes, returns, thank, visits
from counter.desk import open as opening
from counter.desk import people as at_the_door
from counter.desk.composing import SlipWish
from counter.errors import Refused
from counter.lookup import Equivalents
from counter.models import merging as stored
from counter.models import people, things
from counter.models import shop as kept_in_shop
from counter.office import merging
from counter.office.change import Change
from counter.records.entries import Draft
from counter.records.merging import Couple, Likeness
from counter.records.people import PersonForm


@pytest.fixture
def change(till, ops):
    return lambda: Change(database=till.database, op=ops(), at=till.now, day=till.today, staff_id=till.staff_id)


@pytest.fixture
def two(till, ops):
    """Anna, and Ania who is the same; by their numbers."""
    return someone_called(till, "Anna Kowalska", ops()), someone_called(till, "Ania Kowalska", ops())


def couple(kept, other):
    return Couple(kept=merging.side(kept), other=merging.side(other))


def as_the_shop_sees_it():
    found = tables()
    for row in found["customer"]:
        row.pop("version")
    return found


@pytest.mark.parametrize("what", COMMANDS)
def test_whatever_was_saved_for_one_of_them_comes_along_and_goes_back(till, ops, change, what):
    before, command = COMMANDS[what]
    story = before(till, ops)
    who = command(story, ops()).customer_id or story.who
    kept = someone_called(till, "Ania Kowalska", ops())
    then, entries = as_the_shop_sees_it(), stored.things_of((who, kept))
    joined = merging.join(change(), couple(kept, who), frozenset())
    assert people.customer(who).id == kept
    assert stored.things_of((who, kept)) == {who: 0, kept: sum(entries.values())}
    merging.take_apart(change(), joined.entry_id)
    assert stored.things_of((who, kept)) == entries
    assert as_the_shop_sees_it() == then


def test_history_slip_codes_credit_facts_and_drafts_are_those_of_one_person_then(till, ops, change, two):
    anna_id, ania = two
    returns.log(till, ops(), ania, BREAD)
    facts.add(till, ops(), ania, NUTS)
    code = thank.slip(till, ops(), ania, SlipWish()) and things.last_slip().code
    drafts.keep(till, Draft(form="note", customer_id=ania, fields={"text": "half written"}))
    merging.join(change(), couple(anna_id, ania), frozenset({"name"}))
    card = opening.card(till, ania)
    assert card.customer.id == anna_id and card.customer.name == "Ania Kowalska"
    assert things.slip_by_code(code).customer_id == anna_id
    assert sum(move.amount for move in things.of_person("credit_move", anna_id)) == 640
    assert [fact.text for fact in people.facts(anna_id)] == ["nuts"]
    assert [draft.fields for draft in drafts.every(till)] == [{"text": "half written"}]


def test_two_visits_of_one_day_become_one(till, ops, change, two):
    for who in two:
        visits.here(till, ops(), who)
        notes.add(till, ops(), who, f"note of {who}")
    merging.join(change(), couple(*two), frozenset())
    assert len(people.visits(two[0])) == 1
    assert people.visits(two[1]) == ()


def test_what_was_added_since_stays_with_the_one_it_was_added_to(till, ops, change, two, clock):
    notes.add(till, ops(), two[1], "Collects on Fridays.")
    joined = merging.join(change(), couple(*two), frozenset())
    clock.go_on(days=400)
    notes.add(till, ops(), two[0], "Came with a pram.")
    merging.take_apart(change(), joined.entry_id)
    texts = [[note.text for note in things.of_person("note", who)] for who in two]
    assert texts == [["Came with a pram."], ["Collects on Fridays."]]


def test_a_name_corrected_since_stays_as_it_was_corrected(till, ops, change, two):
    joined = merging.join(change(), couple(*two), frozenset({"name"}))
    at_the_door.edit(till, ops(), two[0], till.customer(two[0]).version, PersonForm(name="Anna Maria Kowalska"))
    said = merging.take_apart(change(), joined.entry_id).sentence
    assert till.customer(two[0]).name == "Anna Maria Kowalska" and till.customer(two[1]).name == "Ania Kowalska"
    assert "changed since" in said


def test_credit_that_was_used_since_stays_whole(till, ops, change, two):
    returns.log(till, ops(), two[1], BREAD)
    joined = merging.join(change(), couple(*two), frozenset())
    credit.use(till, ops(), two[0], "5")
    said = merging.take_apart(change(), joined.entry_id).sentence
    left = [sum(move.amount for move in things.of_person("credit_move", who)) for who in two]
    assert left == [140, 0] and "credit stays" in said


def test_the_newer_of_two_goes_apart_first(till, ops, change, two):
    third = someone_called(till, "Anna Kowalski", ops())
    first = merging.join(change(), couple(*two), frozenset())
    second = merging.join(change(), couple(third, two[0]), frozenset())
    with pytest.raises(Refused, match="Take that apart first"):
        merging.take_apart(change(), first.entry_id)
    for one in (second, first):
        merging.take_apart(change(), one.entry_id)
    assert [till.customer(who).id for who in (*two, third)] == [*two, third]
    with pytest.raises(Refused, match="apart already"):
        merging.take_apart(change(), first.entry_id)


def test_the_same_merge_twice_changes_nothing(till, ops, two):
    once = Change(database=till.database, op="once", at=till.now, day=till.today)
    pair = couple(*two)
    assert merging.join(once, pair, frozenset()) == merging.join(once, pair, frozenset())


def test_whoever_was_put_together_is_found_by_either_name_and_once(till, ops, change, two):
    index = find.open_index(Equivalents.parse(""), till.today)
    merging.join(change(), couple(*two), frozenset())
    again = find.open_index(Equivalents.parse(""), till.today)
    for name in ("ania kowalska", "anna kowalska"):
        assert [match.person_id for match in again.search(name)] == [two[0]]
    assert len(index) - 1 == len(again)


def test_two_said_to_be_two_are_not_offered_again(till, ops, change, two):
    likely = [Likeness(one=two[0], other=two[1], score=0.9, why="the same phone")]
    pair = merging.couples(likely)[0]
    merging.say_apart(change(), pair)
    assert merging.couples(likely) == ()
    assert str(two[0]) in kept_in_shop.setting(merging.NOT_ONE)


def test_one_with_more_behind_it_is_the_one_that_stays(till, ops, change, two):
    notes.add(till, ops(), two[1], "Collects on Fridays.")
    pair = merging.couples([Likeness(one=two[0], other=two[1], score=0.9, why="")])[0]
    assert (pair.kept.customer_id, pair.other.customer_id) == (two[1], two[0])
    assert pair.differ == ("name",)
