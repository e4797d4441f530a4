"""Weeks of a simulated shop: no hard rule breaks and no budget is overrun, in worlds nobody here has seen too."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3]))

from bench.gestures_world import figures, peers, people, play, shop  # noqa: E402
from bench.gestures_world.adapter import Ours  # noqa: E402

pytestmark = pytest.mark.slow
HARSH = {
    "extends": "village", "name": "harsh", "days": 70, "visits": 24, "limited": 0.9, "problems": 0.2, "count_day": 2,
    "minutes_day": 4, "cups_day": 0.5, "cups_week": 1, "willing": -1.0, "person_cups_30": 0.5,
}  # fmt: skip


@pytest.fixture
def harsh(tmp_path):
    """A world file as somebody else would write one: much is forbidden, much goes wrong, little may be spent."""
    for name in ("market", "village"):
        (tmp_path / f"{name}.json").write_text((people.WORLDS / f"{name}.json").read_text())
    file = tmp_path / "harsh.json"
    file.write_text(json.dumps(HARSH))
    return people.load(str(file))


def played(world, seed, policy):
    here = shop.Shop(world, seed)
    year = play.Year(here, policy(here, seed))
    year.play()
    return year


def ours(here, seed):
    return Ours(here.catalogue, here.trade, seed)


@pytest.mark.parametrize("seed", [3, 8])
def test_where_much_is_forbidden_and_little_may_be_spent_nothing_is_broken_or_overrun(harsh, seed):
    year = played(harsh, seed, ours)
    found = figures.figures(year)
    assert year.count["suggested"] > 100 and year.count["problems"] > 50
    assert (found["violations"], found["overruns"]) == (0, 0)


def test_the_same_customers_meet_every_policy_and_one_without_rules_is_caught(harsh):
    careless = played(harsh, 3, peers.PEERS["random, no rules"])
    careful = played(harsh, 3, ours)
    assert careless.count["visits"] == careful.count["visits"]
    assert figures.figures(careless)["violations"] > 100


def test_the_same_seed_plays_the_same_weeks(harsh):
    first, again = (played(harsh, 3, ours) for _ in range(2))
    assert first.count == again.count
    assert figures.figures(first)["net"] == figures.figures(again)["net"]
