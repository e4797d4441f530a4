"""The satisfaction index: what it says, how sure it is, and when it keeps quiet."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter.voice.index import Change, change, index, student, worth, worths

ANSWERS = st.lists(st.floats(0, 100), min_size=10, max_size=60)


def test_an_answer_goes_from_0_to_100_and_counts_only_when_whole():
    assert worth((1, 1, 1)) == 0
    assert worth((10, 10, 10)) == 100
    assert worth((8, 7, 9)) == pytest.approx(77.78, abs=0.01)
    assert worths([(8, None, 9), (10, 10, 10), (None, None, None)]) == (100.0,)


def test_under_ten_answers_there_is_no_number():
    assert index([80.0] * 9) is None
    assert index([80.0] * 10).answers == 10


def test_ten_contented_answers_do_not_claim_to_know_everything():
    sure = index([100.0] * 10)
    assert sure.value == 100
    assert sure.low < 80
    assert sure.high == 100


@given(ANSWERS)
def test_the_value_lies_in_its_interval_and_the_interval_in_0_to_100(values):
    found = index(values)
    assert 0 <= found.low <= found.value + 1e-9
    assert found.value - 1e-9 <= found.high <= 100


@pytest.mark.parametrize(("freedom", "table"), [(9, 2.26216), (11, 2.20099), (30, 2.04227), (120, 1.97993)])
def test_students_t_is_that_of_the_printed_tables(freedom, table):
    assert student(freedom) == pytest.approx(table, abs=0.001)


@pytest.mark.parametrize("answers", [10, 20, 50, 100])
@pytest.mark.parametrize("shop", [(9, 2.0), (7, 2.4), (5, 2.4)])
def test_the_interval_holds_the_truth_in_95_of_100_shops(answers, shop):
    chance = random.Random(7)
    many = [_answer(chance, *shop) for _ in range(20_000)]
    truth = sum(many) / len(many)
    tries = [index([_answer(chance, *shop) for _ in range(answers)]) for _ in range(600)]
    assert sum(found.low <= truth <= found.high for found in tries) / 600 >= 0.95 - 0.02  # 600 tries waver by .02


def _answer(chance, level, spread):
    mood = chance.gauss(level, spread)
    return worth(tuple(min(10, max(1, round(chance.gauss(mood, 1)))) for _ in range(3)))


def test_a_fall_that_chance_makes_too_is_no_clear_change():
    before = [60.0, 80.0] * 10
    assert change(before, [58.0, 78.0] * 10) is Change.NOT_CLEAR
    assert change(before, [30.0, 50.0] * 10) is Change.WORSE
    assert change(before, [85.0, 95.0] * 10) is Change.BETTER
    assert change(before, [10.0] * 9) is Change.TOO_FEW


def test_answers_that_are_all_the_same_are_compared_too():
    assert change([80.0] * 10, [80.0] * 12) is Change.NOT_CLEAR
    assert change([80.0] * 10, [70.0] * 12) is Change.WORSE
