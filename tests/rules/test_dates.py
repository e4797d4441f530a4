"""Days worth knowing that are near."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter import dates
from counter.records.people import ImportantDate, Source

TODAY = date(2026, 11, 26)
POLICY = dates.Policy(near_days=14)


def known(month, day, year=None, label="the twins’ birthday", number=1):
    return ImportantDate(id=number, customer_id=1, label=label, month=month, day=day, year=year, source=Source.SAID)


def said(*dated, today=TODAY):
    return [dates.say_near_date(found, today) for found in dates.near(dated, today, POLICY)]


@pytest.mark.parametrize(
    ("today", "one", "sentence"),
    [
        (TODAY, known(11, 28), "Sat 28 Nov: the twins’ birthday, in two days."),
        (TODAY, known(11, 26), "Thu 26 Nov: the twins’ birthday, today."),
        (TODAY, known(12, 10), "Thu 10 Dec: the twins’ birthday, in 14 days."),
        (date(2026, 12, 30), known(1, 2), "Sat 2 Jan 2027: the twins’ birthday, in three days."),
        (date(2027, 2, 27), known(2, 29), "Sun 28 Feb (the 29th): the twins’ birthday, tomorrow."),
        (date(2028, 2, 28), known(2, 29, 2016), "Tue 29 Feb: the twins’ birthday, tomorrow."),
    ],
)
def test_a_date_that_is_near_is_said_with_how_far_it_is(today, one, sentence):
    assert said(one, today=today) == [sentence]


@pytest.mark.parametrize("one", [known(12, 11), known(11, 25), known(11, 28, 2027)])
def test_a_date_that_is_far_past_or_not_begun_is_not_near(one):
    assert said(one) == []


def test_the_soonest_comes_first_and_years_are_counted():
    late, soon = known(12, 5, 1996, number=1), known(11, 27, number=2)
    found = dates.near([late, soon], TODAY, POLICY)
    assert [(n.known.id, n.years) for n in found] == [(2, None), (1, 30)]


@pytest.mark.parametrize(
    ("first", "found"),
    [
        (date(2016, 11, 30), (date(2026, 11, 30), 10)),
        (date(2025, 12, 1), (date(2026, 12, 1), 1)),
        (date(2026, 11, 26), None),
        (date(2020, 6, 1), None),
        (date(2024, 2, 29), None),
    ],
)
def test_years_as_a_customer_are_near_on_their_day(first, found):
    assert dates.anniversary(first, TODAY, POLICY) == found


def test_years_and_days_are_said():
    assert [dates.say_anniversary(n) for n in (1, 10)] == ["One year a customer", "Ten years a customer"]
    assert dates.say_known(known(2, 29, label="Ada’s birthday")) == "29 Feb: Ada’s birthday"
    assert dates.say_known(known(11, 14, 1998, "wedding day")) == "14 Nov 1998: wedding day"


@given(st.dates(date(2016, 1, 1), date(2016, 12, 31)), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_every_day_of_the_year_comes_again_within_a_year(day, today):
    ahead = dates.next_time(day.month, day.day, today) - today
    assert timedelta(0) <= ahead <= timedelta(days=366)
