"""Whatever the situation, asked or not: what is suggested breaks no hard rule, checked here by other means."""

from datetime import timedelta
from random import Random

import pytest

from counter.gestures import OCCASIONS, Engine, Policy
from counter.records.gestures import Budget, Given, Kind, Situation, Trouble

CHIPS = [
    "heavy",
    "gift_purchase",
    "with_child",
    "with_dog",
    "bad_day",
    "no_purchase",
    "long_wait",
    "rain",
    "cold",
    "heat",
]
PACE = ["rush", "quiet", "closing", "alone", "others"]


def any_situation(draw, today, starter, boundaries):
    limits = draw.sample(sorted(boundaries), draw.choice([0, 0, 1, 2]))
    past = [
        Given(
            gesture=draw.choice(starter.gestures).key,
            day=today - timedelta(days=days),
            visit=n,
            cost=draw.choice([0, 90]),
        )
        for n, days in enumerate(sorted((draw.randrange(400) for _ in range(draw.randrange(9))), reverse=True), 1)
    ]
    then = today - timedelta(days=draw.randrange(80))
    trouble = Trouble(day=then, told=draw.choice([None, then]), goods=draw.random() < 0.5, price=draw.random() < 0.3)
    known = draw.random() < 0.7
    return Situation(
        day=today,
        customer=draw.randrange(50) if known else None,
        visit=draw.randrange(1, 30) if known else 1,
        name="Maya",
        circumstances=frozenset(draw.sample(CHIPS, 2) + draw.sample(PACE, 1)),
        boundaries=frozenset(tag for key in limits for tag in boundaries[key].blocks) if known else frozenset(),
        never_unresolved=known and draw.random() < 0.15,
        facts={"likes": "rye"} if known and draw.random() < 0.5 else {},
        troubles=(trouble,) if known and draw.random() < 0.3 else (),
        history=tuple(past) if known else (),
        out_of_stock=frozenset(each.key for each in draw.sample(starter.gestures, 30)),
    )


def assert_allowed(gesture, situation, budget):
    tags = gesture.contains | gesture.touches | ({"gift"} if gesture.cost else set())
    tags |= {"discount"} if gesture.family == "money" else set()
    assert not tags & situation.boundaries
    assert not (situation.never_unresolved and tags)
    assert gesture.key not in situation.out_of_stock
    assert gesture.cost <= min(budget.money_day - budget.used_day, budget.money_week - budget.used_week)
    assert gesture.minutes <= budget.minutes_day - budget.used_minutes
    assert not gesture.never_when & situation.circumstances
    open_one = any(trouble.told is None for trouble in situation.troubles)
    assert gesture.kind is Kind.RESTORING or not open_one
    assert "discount" not in tags or not any(t.price and (situation.day - t.day).days <= 60 for t in situation.troubles)
    if situation.customer is None:
        assert not tags & {"nuts", "alcohol", "personal"} and not gesture.needs_facts
    same = [(situation.day - each.day).days for each in situation.history if each.gesture == gesture.key]
    assert not same or min(same) >= gesture.cooldown_days
    assert sum(days < 365 for days in same) < gesture.max_per_year
    assert not situation.history or situation.history[-1].gesture != gesture.key
    lately = [each for each in situation.history if (situation.day - each.day).days < 30]
    assert gesture.kind is Kind.RESTORING or len(lately) < 2


@pytest.mark.parametrize("trade", ["bakery", "toys", "wine", "pharmacy"])
def test_nothing_forbidden_is_ever_suggested(starter, boundaries, maya, trade):
    draw, engine, suggested = Random(trade), Engine(starter, Policy(trade=trade), seed=3), 0
    for _ in range(250):
        budget = Budget(
            money_day=1200,
            money_week=2000,
            minutes_day=30,
            count_day=6,
            used_day=draw.randrange(1200),
            used_week=draw.randrange(2000),
            used_minutes=draw.randrange(30),
            used_count=draw.randrange(6),
        )
        situation = any_situation(draw, maya.day, starter, boundaries)
        found = engine.suggest(situation, budget, asked=True).suggestion
        if found:
            suggested += 1
            assert_allowed(found.gesture, situation, budget)
            assert found.occasion is None or found.occasion in OCCASIONS
    assert suggested > 100


@pytest.mark.parametrize("trade", ["bakery", "bookshop"])
def test_a_gesture_is_left_out_exactly_when_some_rule_speaks_against_it(starter, boundaries, maya, trade):
    draw, engine, spoken = Random(trade), Engine(starter, Policy(trade=trade), seed=3), 0
    for _ in range(60):
        spent = draw.choice([0, 0, 1100, 1200])
        budget = Budget(money_day=1200, money_week=2000, minutes_day=30, count_day=6, used_day=spent)
        situation = any_situation(draw, maya.day, starter, boundaries)
        decision = engine.suggest(situation, budget, asked=True)
        forbidden = {key for key in decision.ruled_out if engine.against(key, situation, budget)}
        assert forbidden == set(decision.ruled_out)
        assert not any(engine.against(key, situation, budget) for key in decision.scores)
        spoken += len(forbidden)
    assert spoken > 1000
