"""Choosing the sincere line."""

from collections import Counter

import pytest
import slip_makers as make
from hypothesis import given
from hypothesis import strategies as st

from counter.records.slips import Line
from counter.slips.lines import Choice, Occasion, choose_line, lines_that_fit

LINES = make.wording().lines


def chosen(*occasions, had=(), seed=7, key="person 1 2026-11-26", lines=LINES):
    return choose_line(lines, Choice(occasions=occasions, seed=seed, key=key, had=had))


@pytest.mark.parametrize("occasion", Occasion)
def test_a_line_speaks_of_what_happened_today(occasion):
    assert chosen(occasion).occasion == occasion


def test_the_most_particular_of_several_decides():
    assert chosen(Occasion.REGULAR, Occasion.RAIN, Occasion.WENT_WRONG).occasion == "went_wrong"
    assert chosen(Occasion.REGULAR, Occasion.RAIN).occasion == "rain"


def test_the_same_visit_always_gets_the_same_line():
    assert len({chosen(Occasion.RAIN) for _ in range(20)}) == 1


def test_different_people_get_different_lines():
    counted = Counter(chosen(Occasion.RAIN, key=f"person {number}").text for number in range(300))
    assert len(counted) == 3
    assert min(counted.values()) > 60


@given(st.lists(st.sampled_from([line.text for line in LINES]), max_size=8), st.sampled_from(Occasion))
def test_last_times_line_never_comes_again_at_once(had, occasion):
    assert chosen(occasion, had=tuple(had)).text not in had[:1]


def test_a_line_had_before_waits_until_the_others_were_had():
    had = ()
    for _ in range(3):
        had = (chosen(Occasion.RAIN, had=had).text, *had)
    assert len(set(had)) == 3
    assert chosen(Occasion.RAIN, had=had).text == had[-1]


def test_lines_that_would_not_be_true_today_are_not_offered():
    offered = {line.occasion for line in lines_that_fit(LINES, Choice(occasions={Occasion.RAIN}, seed=1, key="a"))}
    assert offered == {"rain", "plain"}


def test_the_only_line_is_used_again_rather_than_none():
    only = Line("Thank you.", "en", "plain")
    assert chosen(had=("Thank you.",), lines=[only]) == only
    assert chosen(lines=[]) is None


def test_the_shops_own_line_of_an_unknown_occasion_is_left_alone():
    assert chosen(lines=[Line("Merry opening day.", "en", "opening_day", 4)]) is None
