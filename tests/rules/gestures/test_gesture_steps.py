"""Each step of the choice on its own: expectation, worth, price, the gate, and what a night closes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from counter.gestures import gate
from counter.gestures.case import prepare
from counter.gestures.draws import bell, unit, units
from counter.gestures.expect import expectation
from counter.gestures.learn import learn
from counter.gestures.learned import Learned
from counter.gestures.price import price
from counter.gestures.value import BOUNDS, between, learn_reaction
from counter.records.gestures import Event, EventKind, Given, Kind, Mark, Reaction


def given_at(situation, *visits):
    return tuple(
        Given(gesture=f"g{n}", day=situation.day - timedelta(days=3 * (situation.visit - n)), visit=n) for n in visits
    )


def expected(situation, budget, policy):
    return expectation(prepare(situation, budget, policy)).level


def test_nothing_given_is_nothing_expected(maya, budget, policy):
    assert expected(maya, budget, policy) == 0


def test_expectation_grows_with_repetition_and_fades_with_visits(maya, budget, policy):
    regular = replace(maya, visit=40)
    once, thrice = (
        replace(regular, history=given_at(regular, 39)),
        replace(regular, history=given_at(regular, 37, 38, 39)),
    )
    long_ago = replace(regular, history=given_at(regular, 10, 11, 12))
    levels = [expected(each, budget, policy) for each in (long_ago, once, thrice)]
    assert levels == sorted(levels) and levels[0] < levels[1] < levels[2] < 1


def test_a_rhythm_is_noticed(maya, budget, policy):
    due = replace(maya, visit=41, history=given_at(replace(maya, visit=41), 11, 21, 31))
    not_due = replace(maya, visit=41, history=given_at(replace(maya, visit=41), 8, 13, 31))
    assert expected(due, budget, policy) > expected(not_due, budget, policy)


@pytest.mark.parametrize("reaction", list(Reaction))
def test_a_reaction_moves_the_estimate_between_its_bounds_and_makes_surer(reaction):
    low, high = BOUNDS[reaction]
    mean, variance = between(0.4, 0.3, (low, high))
    assert low <= mean <= high
    assert variance < 0.3**2


@pytest.mark.parametrize("bounds", [(8.0, 9.0), (-9.0, -8.0)])
def test_a_reaction_that_seemed_impossible_breaks_nothing(bounds):
    mean, variance = between(0.0, 0.1, bounds)
    assert bounds[0] <= mean <= bounds[1]
    assert variance > 0


def test_what_one_person_likes_is_not_put_down_to_another(policy):
    learned = Learned()
    mark = Mark(gesture="note", family="words", occasion="rain", occasion_weight=0.5)
    learn_reaction(learned, policy, mark, "4", (0.4, Reaction.DELIGHTED))
    assert learned.person["4 words"][0] > 0
    assert learned.gesture["note"][0] > 0 and learned.occasion["rain"][0] > 0
    assert list(learned.person) == ["4 words"]


def test_minutes_are_dearer_in_a_rush_and_money_always_counts(entry, maya, budget, policy):
    calm = prepare(maya, budget, policy)
    busy = prepare(replace(maya, circumstances=frozenset({"rush"})), budget, policy)
    slow, dear = entry(minutes=3), entry(cost=200, kind=Kind.LOW_COST, minutes=3)
    assert price(slow, busy, Learned()) > price(slow, calm, Learned())
    assert price(dear, calm, Learned()) > price(slow, calm, Learned())


def test_the_personal_waits_until_they_are_no_newcomers(entry, maya, budget, policy):
    gesture = entry(touches=frozenset({"personal"}))
    new, old = (prepare(replace(maya, visit=visit), budget, policy) for visit in (2, 20))
    assert price(gesture, new, Learned()) > price(gesture, old, Learned())


@pytest.mark.parametrize("pace", [0.05, 0.2, 0.4])
def test_the_mean_chance_is_the_pace_and_none_is_certain(pace):
    ladder = [0.0, 0.0, 0.1, 0.2, 0.4, 0.8, 1.0, 3.0, 9.0, 40.0]
    each = gate.per_weight(ladder, pace, 0.5)
    chances = [min(0.5, each * weight) for weight in ladder]
    assert sum(chances) / len(chances) == pytest.approx(pace)


def test_a_visit_where_nothing_could_be_given_has_no_chance():
    assert gate.per_weight([0.0, 0.0], 0.3, 0.5) * 0.0 == 0.0


def test_a_group_that_got_less_than_its_due_is_caught_up_with(maya, someone, budget, policy):
    learned = Learned(given_rate=0.2, pools={"walk-in": [500.0, 40.0], "known": [500.0, 160.0]})
    weights = [gate.weight(prepare(each, budget, policy), learned, 0.5, 0.0, ()) for each in (someone, maya)]
    assert weights[0] > weights[1]


def test_the_gate_leans_against_what_could_be_foreseen(maya, budget, policy):
    case = prepare(replace(maya, history=given_at(maya, 2)), budget, policy)
    seen = gate.visible(case)
    sure = Learned(foresee=[2.0, *([0.0] * (len(seen) - 1))])
    unsure = Learned(foresee=[-4.0, *([0.0] * (len(seen) - 1))])
    assert gate.weight(case, sure, 0.5, 0.0, seen) < gate.weight(case, unsure, 0.5, 0.0, seen)


def test_a_closed_day_teaches_when_people_come(maya, budget, policy):
    learned = Learned()
    for number in range(30):
        mark = Mark(hour=16, groups=("known",), weight=1.0)
        learn(learned, Event(number=number, kind=EventKind.VISIT, day=maya.day, customer=number, mark=mark), policy, {})
    tomorrow = Event(number=31, kind=EventKind.VISIT, day=maya.day + timedelta(days=1), customer=1)
    learn(learned, tomorrow, policy, {})
    assert learned.hours == {"16": 30.0}
    assert learned.weekdays[str(maya.day.weekday())] == [30.0, 1.0]
    assert len(learned.visits) == 1


@pytest.mark.parametrize(("first", "slower"), [(1, True), (20, False)])
def test_a_day_whose_gifts_went_too_early_makes_the_next_slower_and_one_that_kept_some_faster(
    maya, policy, first, slower
):
    learned = Learned()
    few = replace(policy, count_day=3) if slower else policy
    for number in range(30):
        event = Event(number=number, kind=EventKind.VISIT, day=maya.day, customer=number, mark=Mark(groups=("known",)))
        learn(learned, event, few, {})
        if first <= number < first + 3:
            learn(learned, replace(event, kind=EventKind.GIVEN), few, {})
    learn(learned, replace(event, number=31, day=maya.day + timedelta(days=1)), few, {})
    assert (learned.haste < 0) == slower


def test_draws_hang_on_the_seed_and_the_words_alone():
    assert unit(1, "person 4") == unit(1, "person 4") != unit(2, "person 4")
    assert 0 <= unit(-3, "") < 1
    assert units(1, "x", 3) == units(1, "x", 3)
    assert bell(0.5) == 0 < bell(0.9) < bell(1.0) < 7
