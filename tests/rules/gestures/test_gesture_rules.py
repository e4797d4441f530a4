"""The hard rules: each forbids on its own, says so in words, and is never weighed away."""

from dataclasses import replace
from datetime import timedelta

import pytest

from counter.records.gestures import Given, Kind, NearDate, Outcome, Trouble


def forbidden(engine, situation, budget, key="note"):
    """What is said against the gesture, after making sure that it isn't suggested all the same."""
    decision = engine.suggest(situation, budget, asked=True)
    assert decision.suggestion is None or decision.suggestion.gesture.key != key
    return " ".join(engine.why_not(key, situation, budget))


def had(situation, *days_ago, key="note", **more):
    given = [
        Given(gesture=key, day=situation.day - timedelta(days=ago), visit=index + 1, family="craft", **more)
        for index, ago in enumerate(days_ago)
    ]
    return replace(situation, history=tuple(given))


def test_a_gesture_that_nothing_forbids_is_suggested_when_asked_for(only, entry, maya, budget):
    decision = only(entry()).suggest(maya, budget, asked=True)
    assert decision.suggestion.gesture.key == "note"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"active": False}, "switched off"),
        ({"stock": 0}, "none of it left"),
        ({"trades": frozenset({"wine"}), "key": "note"}, "another trade"),
        ({"needs": (("rain", "cold"),)}, "only for when it is raining or it is cold"),
        ({"needs": (("known",), ("with_dog",))}, "a dog is along"),
        ({"any_time": False, "occasions": {"birthday": 0.9}}, "no occasion"),
        ({"needs_facts": ("likes",)}, "told us themselves what they like"),
        ({"needs_facts": ("favourite_tea",)}, "told us themselves: favourite tea"),
        ({"min_visits": 9}, "at least 9 times"),
        ({"kind": Kind.RESTORING, "family": "apology"}, "nothing went wrong"),
        ({"cost": 1201, "kind": Kind.LOW_COST}, "money left for today"),
        ({"minutes": 31}, "minutes left for today"),
    ],
)
def test_each_rule_forbids_and_says_why(only, entry, maya, budget, changes, words):
    assert words in forbidden(only(entry(**changes)), maya, budget)


def test_stock_that_ran_out_today_is_not_offered(only, entry, maya, budget):
    assert "none of it left" in forbidden(only(entry()), replace(maya, out_of_stock=frozenset({"note"})), budget)


@pytest.mark.parametrize("circumstance", ["rush", "alone"])
def test_never_when_speaks_for_what_holds_now(only, entry, maya, budget, circumstance):
    engine = only(entry(never_when=frozenset({"rush", "alone"})))
    assert "Not while" in forbidden(engine, replace(maya, circumstances=frozenset({circumstance})), budget)
    assert engine.suggest(maya, budget, asked=True).suggestion is not None


def test_a_nut_allergy_rules_out_whatever_contains_nuts(only, entry, maya, budget, boundaries):
    engine = only(entry(contains=frozenset({"eaten", "nuts"})))
    careful = replace(maya, boundaries=boundaries["nuts"].blocks)
    assert "Never for them: nuts." in forbidden(engine, careful, budget)
    assert engine.suggest(maya, budget, asked=True).suggestion is not None


def test_whatever_costs_money_is_a_gift_for_those_who_want_none(only, entry, maya, budget, boundaries):
    engine = only(entry(cost=20, kind=Kind.LOW_COST))
    wants_none = replace(maya, boundaries=boundaries["gifts"].blocks)
    assert "Never for them: things to take home." in forbidden(engine, wants_none, budget)


@pytest.mark.parametrize(
    "changes",
    [
        {"contains": frozenset({"eaten", "no_allergens"})},
        {"contains": frozenset({"scent"})},
        {"touches": frozenset({"talk"})},
    ],
)
def test_a_never_fact_without_a_boundary_blocks_all_that_is_eaten_scented_or_touches(
    only, entry, maya, budget, changes
):
    assert "not sorted" in forbidden(only(entry(**changes)), replace(maya, never_unresolved=True), budget)


def test_a_never_fact_without_a_boundary_leaves_a_helping_hand(only, entry, maya, budget):
    decision = only(entry()).suggest(replace(maya, never_unresolved=True), budget, asked=True)
    assert decision.suggestion is not None


@pytest.mark.parametrize(
    "changes",
    [
        {"contains": frozenset({"eaten", "nuts"})},
        {"contains": frozenset({"eaten", "alcohol"})},
        {"touches": frozenset({"personal"})},
        {"needs_facts": ("likes",)},
    ],
)
def test_someone_gets_nothing_personal_no_nuts_and_no_alcohol(only, entry, someone, budget, changes):
    assert "name we don’t know" in forbidden(only(entry(**changes)), replace(someone, facts={"likes": "rye"}), budget)


def test_until_a_complaint_is_told_only_goodwill_is_offered(only, entry, maya, budget):
    engine = only(entry(), entry(key="sorry", kind=Kind.RESTORING, family="apology"))
    hurt = replace(maya, troubles=(Trouble(day=maya.day),))
    assert "Until a complaint" in forbidden(engine, hurt, budget)
    assert engine.suggest(hurt, budget).suggestion.gesture.key == "sorry"


def test_goodwill_given_once_is_not_offered_again_and_nothing_else_is_until_told(only, entry, maya, budget):
    engine = only(entry(), entry(key="sorry", kind=Kind.RESTORING, family="apology", cooldown_days=0))
    hurt = had(replace(maya, troubles=(Trouble(day=maya.day - timedelta(days=3)),)), 2, key="sorry", restoring=True)
    hurt = replace(hurt, history=(*hurt.history, Given(gesture="x", day=maya.day - timedelta(days=1), visit=3)))
    assert "made good already" in forbidden(engine, hurt, budget, "sorry")
    assert engine.suggest(hurt, budget, asked=True).outcome is Outcome.NOTHING_FITS


def test_after_they_were_told_goodwill_comes_at_the_next_visit_without_a_draw(only, entry, maya, budget):
    engine = only(entry(prior=1.0), entry(key="sorry", kind=Kind.RESTORING, family="apology", prior=0.1))
    yesterday = maya.day - timedelta(days=1)
    told = replace(maya, troubles=(Trouble(day=yesterday, told=yesterday),))
    assert engine.suggest(told, budget).suggestion.gesture.key == "sorry"


def test_no_discount_for_sixty_days_after_a_complaint_about_a_price(only, entry, maya, budget):
    engine = only(entry(family="money", cost=10, kind=Kind.LOW_COST))
    then = maya.day - timedelta(days=50)
    price = replace(maya, troubles=(Trouble(day=then, told=then, price=True),))
    assert "complaint about a price" in forbidden(engine, price, budget)


def test_what_singles_out_waits_until_nobody_stands_by(only, entry, maya, budget):
    engine = only(entry(touches=frozenset({"public"})))
    assert "singles them out" in forbidden(engine, replace(maya, circumstances=frozenset({"others"})), budget)


def test_days_must_lie_between_and_a_year_holds_only_so_many(only, entry, maya, budget):
    engine = only(entry(cooldown_days=60, max_per_year=2), person_count_30=9)
    assert "59 days ago" in forbidden(engine, had(maya, 59), budget)
    assert "twice within a year" in forbidden(engine, had(maya, 300, 100), budget)
    past = replace(
        had(maya, 366, 100), history=(*had(maya, 366, 100).history, Given(gesture="x", day=maya.day, visit=7))
    )
    assert engine.suggest(past, budget, asked=True).suggestion is not None


def test_never_the_same_twice_running(only, entry, maya, budget):
    assert "the last one they had" in forbidden(only(entry(cooldown_days=0)), had(maya, 200), budget)


def test_one_person_gets_two_in_thirty_days(only, entry, maya, budget):
    engine = only(entry())
    assert "30 days" in forbidden(engine, had(maya, 29, 2, key="other"), budget)
    assert engine.suggest(had(maya, 30, 2, key="other"), budget, asked=True).suggestion is not None


def test_one_person_gets_no_more_than_their_share_of_money(only, entry, maya, budget):
    engine = only(entry(cost=200, kind=Kind.LOW_COST))
    assert "more than one person" in forbidden(engine, had(maya, 5, key="other", cost=701), budget)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"used_count": 6}, "As many as we give in a day"),
        ({"used_day": 1150}, "money left for today or this week"),
        ({"used_week": 5950}, "money left for today or this week"),
        ({"used_minutes": 29.9}, "minutes left for today"),
    ],
)
def test_a_budget_that_is_spent_ends_it(only, entry, maya, budget, changes, words):
    engine = only(entry(cost=60, kind=Kind.LOW_COST))
    assert words in forbidden(engine, maya, replace(budget, **changes))


def test_a_birthday_that_was_not_said_drives_nothing(only, entry, maya, budget):
    engine = only(entry(needs_facts=("birthday",), any_time=False, occasions={"birthday": 0.9}))
    assert "as they told us of it" in forbidden(engine, maya, budget)
    near = replace(maya, dates=(NearDate(kind="birthday", month=3, day=12),))
    assert engine.suggest(near, budget, asked=True).suggestion.occasion == "birthday"


def test_three_refusals_end_it_for_today_even_when_asked(only, entry, maya, budget):
    engine = only(entry(), entry(key="a_one"), entry(key="a_two"), entry(key="a_three"))
    tired = replace(maya, refused_today=("a_one", "a_two", "a_three"))
    assert engine.suggest(tired, budget, asked=True).outcome is Outcome.ENOUGH_REFUSED


def test_another_never_repeats_what_was_passed_over(engine, maya, budget):
    first = engine.suggest(maya, budget, asked=True).suggestion.gesture.key
    second = engine.suggest(replace(maya, refused_today=(first,)), budget).suggestion.gesture.key
    assert second != first


def test_every_rule_that_speaks_is_told_not_only_the_first(only, entry, maya, budget):
    engine = only(entry(active=False, stock=0, minutes=99))
    assert len(engine.why_not("note", maya, budget)) == 3
    assert engine.why_not("no_such", maya, budget) == ["It is not in the catalogue."]
