"""Days and times as cashiers type them, and as the counter says them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter.errors import FieldRefused
from counter.records.countries import COUNTRIES, DayOrder
from counter.records.here import Here
from counter.records.reading import Calendar, Lean, read_date_of_year, read_day, read_moment, read_time
from counter.records.when import (
    business_day,
    moment,
    say_ago,
    say_ahead,
    say_day,
    say_due,
    say_long_date,
    say_moment,
    say_near,
    say_seen,
    say_since,
    say_since_long,
    say_whole_day,
    start_of_day,
)

TODAY = date(2026, 11, 26)  # a Thursday
LONDON, BERLIN = ZoneInfo("Europe/London"), ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 26, 10, 42, tzinfo=UTC)


def day(month, number, year=2026):
    return date(year, month, number)


def read(text, lean=Lean.BEHIND, order=DayOrder.DAY_MONTH, today=TODAY):
    return read_day(text, Calendar(today, order, lean), "bought_on")


@pytest.mark.parametrize(
    ("typed", "behind", "ahead"),
    [
        ("today", TODAY, TODAY),
        ("Yesterday", day(11, 25), day(11, 25)),
        ("tomorrow", day(11, 27), day(11, 27)),
        ("14 Nov", day(11, 14), day(11, 14, 2027)),
        ("14oct", day(10, 14), day(10, 14, 2027)),
        ("14nov", day(11, 14), day(11, 14, 2027)),
        ("Nov 14", day(11, 14), day(11, 14, 2027)),
        ("14th November 2025", day(11, 14, 2025), day(11, 14, 2025)),
        ("14.11.", day(11, 14), day(11, 14, 2027)),
        ("14/11", day(11, 14), day(11, 14, 2027)),
        ("14/11/25", day(11, 14, 2025), day(11, 14, 2025)),
        ("14–11–2025", day(11, 14, 2025), day(11, 14, 2025)),
        ("2025-11-14", day(11, 14, 2025), day(11, 14, 2025)),
        ("Sat", day(11, 21), day(11, 28)),
        ("thu", TODAY, TODAY),
        ("last sat", day(11, 21), day(11, 21)),
        ("Sat 14 Nov", day(11, 14), day(11, 14, 2027)),
        ("5 Dec", day(12, 5, 2025), day(12, 5)),
        ("29 Feb", day(2, 29, 2024), day(2, 29, 2028)),
        ("+3", day(11, 29), day(11, 29)),
        ("-2", day(11, 24), day(11, 24)),
        ("+2w", day(12, 10), day(12, 10)),
        ("in 2 weeks", day(12, 10), day(12, 10)),
        ("12 days ago", day(11, 14), day(11, 14)),
        ("１４．１１", day(11, 14), day(11, 14, 2027)),
        ("١٤/١١", day(11, 14), day(11, 14, 2027)),
    ],
)
def test_a_typed_day_is_read_towards_where_its_field_lies(typed, behind, ahead):
    assert (read(typed), read(typed, Lean.AHEAD)) == (behind, ahead)


@pytest.mark.parametrize(
    ("typed", "order", "meant"),
    [
        ("3/4", DayOrder.DAY_MONTH, day(4, 3)),
        ("3/4", DayOrder.MONTH_DAY, day(3, 4)),
        ("3/4", DayOrder.YEAR_FIRST, day(3, 4)),
        ("14/11", DayOrder.MONTH_DAY, day(11, 14)),
        ("11/14", DayOrder.DAY_MONTH, day(11, 14)),
        ("25/3/4", DayOrder.YEAR_FIRST, day(3, 4, 2025)),
        ("3/4/2025", DayOrder.MONTH_DAY, day(3, 4, 2025)),
    ],
)
def test_figures_are_read_in_the_shops_own_order(typed, order, meant):
    assert read(typed, order=order) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31 June", "There is no 31 June: the month has 30 days."),
        ("29.2.2025", "There is no 29 February: the month has 28 days."),
        ("0/11", "There is no 0 November: the month has 30 days."),
        ("40/40", "There is no month 40. Type it like 14 Nov."),
        ("3O Nov", "There is a letter O in it. Do you mean 30 Nov?"),
        ("14 Now", "That can't be read as a day. Type it like 14 Nov, Sat or +3."),
        ("", "Nothing stands here yet. Type it like 14 Nov, Sat or +3."),
        ("1 Jan 0007", "The year 7 is too far away."),
        ("x" * 1000, "That can't be read as a day. Type it like 14 Nov, Sat or +3."),
    ],
)
def test_what_is_no_day_is_refused_with_what_would_be_one(typed, sentence):
    with pytest.raises(FieldRefused) as refused:
        read(typed)
    assert (refused.value.sentence, refused.value.field) == (sentence, "bought_on")


@given(st.dates(date(2019, 1, 1), date(2099, 12, 31)), st.sampled_from(DayOrder))
def test_a_day_that_is_said_is_read_back(said, order):
    assert read(say_day(said, TODAY) if said.year != 2026 else f"{said:%d %b %Y}", order=order) == said
    assert read(said.isoformat(), order=order) == said


@given(st.text(max_size=30), st.sampled_from(DayOrder), st.sampled_from(Lean))
def test_any_text_is_a_day_or_refused(text, order, lean):
    try:
        assert isinstance(read(text, lean, order), date)
    except FieldRefused as refused:
        assert refused.sentence.endswith((".", "?"))


@pytest.mark.parametrize(
    ("typed", "known"),
    [("29 Feb", (2, 29, None)), ("29 Feb 2016", (2, 29, 2016)), ("3.4.87", (4, 3, 1987)), ("14 Nov", (11, 14, None))],
)
def test_a_day_worth_knowing_may_lack_its_year(typed, known):
    assert read_date_of_year(typed, DayOrder.DAY_MONTH) == known


def test_a_twenty_ninth_of_february_in_a_year_without_one_is_refused():
    with pytest.raises(FieldRefused, match="There is no 29 February"):
        read_date_of_year("29 Feb 2015", DayOrder.DAY_MONTH)


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("16:00", time(16)),
        ("16.30", time(16, 30)),
        ("1600", time(16)),
        ("16h", time(16)),
        ("16h30", time(16, 30)),
        ("4pm", time(16)),
        ("4.30 p.m.", time(16, 30)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("noon", time(12)),
        ("9", time(9)),
        ("04:00", time(4)),
    ],
)
def test_times_are_read_as_they_are_typed(typed, clock):
    assert read_time(typed) == clock


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("4", "Do you mean 4:00am or 16:00?"),
        ("4:30", "Do you mean 4:30am or 16:30?"),
        ("25:00", "There is no such time. Type it like 16:00 or 4pm."),
        ("13pm", "There is no such time. Type it like 16:00 or 4pm."),
        ("16:60", "There is no such time. Type it like 16:00 or 4pm."),
        ("soon", "That can't be read as a time. Type it like 16:00 or 4pm."),
    ],
)
def test_what_is_no_time_is_refused(typed, sentence):
    with pytest.raises(FieldRefused) as refused:
        read_time(typed)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    ("typed", "local"),
    [
        ("today 18:00", "2026-11-26 18:00"),
        ("18:00", "2026-11-26 18:00"),
        ("Sat 4pm", "2026-11-28 16:00"),
        ("Sat, 16:00", "2026-11-28 16:00"),
        ("Sat 5 Dec at 4 pm", "2026-12-05 16:00"),
        ("24.12.", "2026-12-24 23:59"),
        ("+3", "2026-11-29 23:59"),
    ],
)
def test_a_promise_is_a_day_a_time_or_both(typed, local):
    meant = datetime.fromisoformat(local).replace(tzinfo=BERLIN)
    assert read_moment(typed, Here(NOW, BERLIN, COUNTRIES["DE"])) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("9:00", "9:00 today has gone by. Which day is meant?"),
        ("yesterday 9:00", "9:00 Wed 25 Nov has gone by. Which day is meant?"),
        ("yesterday", "Wed 25 Nov has gone by. Which day is meant?"),
        ("", "When is it? Type it like Sat 16:00, 14 Nov or today 18:00."),
        ("Sat soon", "That can't be read as a time. Type it like 16:00 or 4pm."),
    ],
)
def test_a_promise_that_can_not_be_kept_is_asked_about(typed, sentence):
    with pytest.raises(FieldRefused) as refused:
        read_moment(typed, Here(NOW, LONDON, COUNTRIES["GB"]))
    assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (TODAY, "today"),
        (day(11, 25), "yesterday"),
        (day(11, 23), "Mon 23 Nov"),
        (day(11, 22), "last week"),
        (day(11, 16), "last week"),
        (day(11, 14), "12 days ago"),
        (day(10, 20), "in October"),
        (day(5, 3), "in May"),
        (day(12, 1, 2025), "11 months ago"),
        (day(11, 26, 2025), "a year ago"),
        (day(11, 27, 2023), "2 years ago"),
        (day(6, 1, 2023), "3 years ago"),
    ],
)
def test_how_long_ago_is_said_as_people_say_it(then, said):
    assert say_ago(then, TODAY) == said


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (TODAY, "today"),
        (day(11, 27), "tomorrow"),
        (day(11, 28), "in two days"),
        (day(12, 10), "in 14 days"),
        (day(12, 24), "in four weeks"),
        (day(3, 1, 2027), "on 1 Mar 2027"),
        (day(11, 25), "yesterday"),
    ],
)
def test_how_far_ahead_is_said_as_people_say_it(then, said):
    assert say_ahead(then, TODAY) == said


def test_days_are_said_as_short_as_their_place_allows():
    assert say_day(day(11, 14), TODAY) == "Sat 14 Nov"
    assert say_day(day(11, 14, 2027), TODAY) == "Sun 14 Nov 2027"
    assert say_whole_day(TODAY) == "Thursday 26 November"
    assert say_long_date(date(2026, 7, 6)) == "6 July 2026"
    assert [say_near(d, TODAY) for d in (TODAY, day(11, 27), day(11, 28), day(12, 3))] == [
        "today",
        "tomorrow",
        "Sat 28",
        "3 Dec",
    ]
    assert [say_since_long(d, TODAY) for d in (day(6, 2), day(3, 9, 2024))] == ["June", "March 2024"]


@pytest.mark.parametrize(
    ("hours", "seen", "since", "due"),
    [
        (-0.5, "11:12 today", "11:12", "late since 11:12"),
        (-48, "Tue 24 Nov", "Tue", "late since Tue"),
        (5.3, "17:00 today", "17:00", "today 17:00"),
    ],
)
def test_moments_are_said_in_the_shops_own_zone(hours, seen, since, due):
    at = NOW + timedelta(hours=hours)
    assert (say_seen(at, NOW, BERLIN), say_since(at, NOW, BERLIN), say_due(at, NOW, BERLIN)) == (seen, since, due)


def test_a_promise_for_a_day_alone_is_said_without_a_time():
    here = Here(NOW, BERLIN, COUNTRIES["DE"])
    saturday, today = read_moment("Sat", here), read_moment("today", here)
    assert [say_due(at, NOW, BERLIN) for at in (saturday, today)] == ["Sat 28", "today"]
    assert say_moment(saturday, NOW, BERLIN) == "Sat 28 Nov"


def test_a_business_day_begins_at_the_shops_midnight():
    late = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
    assert (business_day(late, LONDON), business_day(late, BERLIN)) == (day(11, 26), day(11, 27))
    assert start_of_day(day(11, 27), BERLIN) == datetime(2026, 11, 26, 23, 0, tzinfo=UTC)


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.times(), st.sampled_from(["Europe/London", "Asia/Kolkata"]))
def test_a_moment_keeps_its_business_day_through_clock_changes(on, clock, name):
    zone = ZoneInfo(name)
    assert business_day(moment(on, clock, zone), zone) == on
