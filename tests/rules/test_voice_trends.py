"""What is told more often than usual, and the product that comes back too often."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter.voice.trends import Halt, Mark, Week, at_least, halt, mark, newly_up, usual


def weeks(*told, slips=200):
    return [Week(count, slips) for count in told]


@given(st.integers(0, 40), st.integers(0, 60), st.fractions(Fraction(1, 50), Fraction(49, 50), max_denominator=50))
def test_the_tail_is_the_binomial_one_as_counted_with_whole_numbers(count, tries, chance):
    ways = (comb(tries, k) * chance**k * (1 - chance) ** (tries - k) for k in range(count, tries + 1))
    assert at_least(count, tries, float(chance)) == pytest.approx(float(sum(ways)), abs=1e-9)


def test_eight_where_two_are_usual_is_marked():
    assert mark(weeks(*[2] * 30, 8)) is Mark.UP


def test_four_where_two_are_usual_is_chance():
    assert mark(weeks(*[2] * 30, 4)) is Mark.QUIET


def test_four_weeks_together_show_what_no_single_one_does():
    assert mark(weeks(*[2] * 30, 5, 4, 5)) is Mark.QUIET
    assert mark(weeks(*[2] * 30, 5, 4, 5, 5)) is Mark.UP


def test_a_december_with_twice_the_slips_is_no_news():
    before = weeks(*[4] * 30)
    assert mark([*before, Week(12, 200)]) is Mark.UP
    assert mark([*before, Week(12, 600)]) is Mark.QUIET


def test_one_voice_is_never_a_trend():
    assert mark(weeks(*[0] * 30, 1)) is Mark.QUIET


def test_a_new_shop_has_too_few_weeks_to_say():
    assert mark(weeks(*[1] * 10, 9)) is Mark.TOO_FEW


def test_a_mark_is_new_only_once():
    history = weeks(*[2] * 30, 9, 9)
    assert newly_up(history[:-1])
    assert not newly_up(history)


def test_usual_follows_the_slips_of_this_week():
    assert usual([*weeks(*[2] * 30), Week(0, 400)]) == pytest.approx(4)


def test_a_week_without_slips_says_nothing():
    assert mark([*weeks(*[2] * 30), Week(3, 0)]) is Mark.QUIET
    assert usual([Week(0, 0), Week(3, 5)]) == 0


@pytest.mark.parametrize(
    ("faulty", "asks"), [(0, Halt.NOTHING), (1, Halt.NOTHING), (2, Halt.LOOK), (3, Halt.LOOK), (4, Halt.STOP)]
)
def test_two_faulty_ones_ask_to_look_and_four_to_stop(faulty, asks):
    assert halt(faulty) is asks


def test_where_the_sold_are_known_many_sold_excuse_a_few_faulty():
    assert halt(4, sold=800) is Halt.LOOK
    assert halt(3, sold=12) is Halt.STOP
