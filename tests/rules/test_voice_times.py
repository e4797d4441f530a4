"""How long putting right takes, those still open counted."""

import pytest

from counter.voice.times import Case, HalfRight, half_right, still_open

# Freireich's leukaemia trial of 1963, the textbook example: 6-MP arm, weeks to relapse, True where still well.
REMISSION = [
    (6, False), (6, False), (6, False), (6, True), (7, False), (9, True), (10, False), (10, True), (11, True),
    (13, False), (16, False), (17, True), (19, True), (20, True), (22, False), (23, False), (25, True), (32, True),
    (32, True), (34, True), (35, True),
]  # fmt: skip


def test_the_textbook_curve_comes_out():
    steps = still_open(Case(days, still) for days, still in REMISSION)
    shares = [(step.days, round(step.share, 3)) for step in steps]
    assert shares == [(6, 0.857), (7, 0.807), (10, 0.753), (13, 0.690), (16, 0.627), (22, 0.538), (23, 0.448)]


def test_the_textbook_median_is_23_weeks_from_13_with_no_upper_end():
    assert half_right(Case(days, still) for days, still in REMISSION) == HalfRight(days=23, low=13, high=None)


def test_those_still_open_make_it_longer_than_the_closed_ones_alone_say():
    closed = [Case(days) for days in (1, 1, 2, 2, 3)]
    waiting = [Case(days, open=True) for days in (4, 6, 9, 12)]
    assert half_right(closed).days == 2
    assert half_right([*closed, *waiting]).days == 3


def test_when_most_are_open_nothing_can_be_said():
    assert half_right([Case(1), Case(5, open=True), Case(5, open=True)]).days is None
    assert half_right([]).days is None


def test_the_interval_holds_the_share():
    for step in still_open(Case(days, days % 3 == 0) for days in range(1, 30)):
        assert step.low <= step.share <= step.high
        assert step.share == pytest.approx(min(1, max(0, step.share)))
