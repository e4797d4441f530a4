"""Occasions: from dates, visits and complaints, from what is ticked, and from the pace of the hour."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from counter.gestures.occasions import days_apart, rhythm, strongest, tokens
from counter.gestures.policy import Policy
from counter.records.gestures import NearDate, Trouble


def holding(situation):
    return tokens(situation, Policy())


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"visit": 2}, "first_return"),
        ({"visit": 25}, "milestone"),
        ({"visit": 300}, "milestone"),
        ({"days_since": 50, "usual_gap": 15}, "long_absence"),
        ({"first_day": date(2025, 3, 7)}, "anniversary"),
        ({"dates": (NearDate(kind="birthday", month=3, day=13),)}, "birthday"),
        ({"dates": (NearDate(kind="event", month=3, day=14, label="the move"),)}, "coming_event"),
        ({"dates": (NearDate(kind="event", month=3, day=3, year=2026),)}, "told_event"),
        ({"troubles": (Trouble(day=date(2026, 3, 1)),)}, "complaint_open"),
        ({"troubles": (Trouble(day=date(2026, 3, 1), told=date(2026, 3, 2)),)}, "complaint_told"),
    ],
)
def test_an_occasion_is_worked_out_from_what_is_known(maya, changes, expected):
    assert expected not in holding(maya)
    assert expected in holding(replace(maya, **changes))


@pytest.mark.parametrize(
    ("changes", "absent"),
    [
        ({"days_since": 50, "usual_gap": 20}, "long_absence"),
        ({"first_day": date(2026, 3, 7)}, "anniversary"),
        ({"dates": (NearDate(kind="birthday", month=3, day=14),)}, "birthday"),
        ({"dates": (NearDate(kind="event", month=3, day=3, year=2024),)}, "told_event"),
        ({"troubles": (Trouble(day=date(2026, 1, 1), told=date(2026, 1, 2)),)}, "complaint"),
    ],
)
def test_what_is_too_far_or_too_long_ago_does_not_hold(maya, changes, absent):
    assert absent not in holding(replace(maya, **changes))


def test_nothing_is_worked_out_about_someone(someone):
    assert holding(replace(someone, visit=2, dates=(NearDate(kind="birthday", month=3, day=10),))) == {"purchase"}


def test_who_leaves_without_buying_does_not_count_as_buying(maya):
    assert "purchase" not in holding(replace(maya, circumstances=frozenset({"no_purchase"})))


def test_a_birthday_counts_across_the_turn_of_the_year():
    assert days_apart(12, 31, date(2026, 1, 2)) == 2
    assert days_apart(1, 1, date(2025, 12, 30)) == -2
    assert days_apart(2, 29, date(2026, 3, 1)) == 0


def test_the_strongest_occasion_that_holds_speaks_and_said_words_count(entry):
    gesture = entry(occasions={"rain": 0.4, "cold": 0.7, "birthday": 0.9}, fits=("spaniel",))
    assert strongest(gesture, {"rain", "cold"}) == ("cold", 0.7)
    assert strongest(gesture, {"rain"}, {"has", "a", "spaniel"})[0] == "told_us"
    assert strongest(gesture, set()) == (None, 0.0)


@pytest.mark.parametrize(
    ("recent", "usual", "staff", "minutes", "expected"),
    [
        (8, 5, 2, 300, {"rush"}),
        (2, 5, 2, 300, {"quiet"}),
        (5, 5, 1, 45, {"alone", "closing"}),
        (5, 0, 2, 300, set()),
    ],
)
def test_the_pace_of_the_hour_is_told_from_what_was_done(recent, usual, staff, minutes, expected):
    assert rhythm(recent, usual, staff_last_hour=staff, minutes_to_close=minutes) == expected


def test_a_date_in_thirty_days_is_no_occasion_yet(maya):
    later = maya.day + timedelta(days=30)
    assert "birthday" not in holding(
        replace(maya, dates=(NearDate(kind="birthday", month=later.month, day=later.day),))
    )
