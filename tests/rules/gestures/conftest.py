"""A small shop for the tests of the extra gesture."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from counter.gestures import Catalogue, Engine, Policy, parse_boundaries, parse_catalogue
from counter.records.gestures import Budget, Gesture, Kind, Situation

RESOURCES = Path(__file__).parents[3] / "resources" / "gestures"
TODAY = date(2026, 3, 10)


@pytest.fixture(scope="session")
def starter():
    return parse_catalogue((RESOURCES / "catalogue.json").read_text(encoding="utf-8"), cup=300)


@pytest.fixture(scope="session")
def boundaries():
    return parse_boundaries((RESOURCES / "boundaries.json").read_text(encoding="utf-8"))


@pytest.fixture
def policy():
    return Policy(trade="bakery")


@pytest.fixture
def engine(starter, policy):
    return Engine(starter, policy, seed=7)


@pytest.fixture
def budget():
    return Budget(money_day=1200, money_week=6000, minutes_day=30, count_day=6)


@pytest.fixture
def maya():
    return Situation(day=TODAY, customer=4, visit=8, name="Maya Okonkwo", called="Maya")


@pytest.fixture
def someone():
    return Situation(day=TODAY, turn=3)


@pytest.fixture
def entry():
    """One gesture that nothing forbids, to be changed by the test."""

    def make(**changes):
        return replace(
            Gesture(key="note", title="A note", kind=Kind.FREE, family="craft", say="Here.", why="It fits."), **changes
        )

    return make


@pytest.fixture
def only(policy):
    """An engine that knows no other gesture than the ones handed in."""

    def make(*gestures, **changes):
        return Engine(Catalogue(gestures), replace(policy, **changes), seed=7)

    return make
