"""Something to do for a person by a day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from counter import follow_ups
from counter.records.countries import COUNTRIES
from counter.records.entries import FollowUp
from counter.records.fields import FieldsRefused
from counter.records.here import Here

TODAY = date(2026, 11, 26)
HERE = Here(datetime(2026, 11, 26, 10, 42, tzinfo=UTC), UTC, COUNTRIES["GB"])


def ask(days, done=False, number=1):
    done_at = HERE.now if done else None
    return FollowUp(id=number, customer_id=1, what="Ask", due=TODAY + timedelta(days=days), done_at=done_at, result="")


@pytest.mark.parametrize(("typed", "due"), [("", TODAY), ("Sat", date(2026, 11, 28)), ("+3", date(2026, 11, 29))])
def test_it_is_for_a_day_and_for_today_where_none_is_typed(typed, due):
    assert follow_ups.read(" Ask how it was ", typed, HERE) == follow_ups.FollowUpProposal("Ask how it was", due)


@pytest.mark.parametrize(
    ("what", "due", "field", "sentence"),
    [
        ("", "", "what", "What is there to do for them?"),
        ("Ask", "yesterday", "due", "Wed 25 Nov has gone by. Which day is meant?"),
        ("Ask", "soon", "due", "That can't be read as a day. Type it like 14 Nov, Sat or +3."),
    ],
)
def test_what_can_not_be_taken_is_said_beside_its_field(what, due, field, sentence):
    with pytest.raises(FieldsRefused) as refused:
        follow_ups.read(what, due, HERE)
    assert refused.value.sentence_for(field) == sentence


@pytest.mark.parametrize(
    ("days", "done", "urgency", "tag"),
    [
        (0, False, "today", "today"),
        (2, False, "upcoming", "Sat 28"),
        (-2, False, "overdue", "since Tue"),
        (-12, False, "overdue", "since 14 Nov"),
        (-2, True, "done", "since Tue"),
    ],
)
def test_it_is_upcoming_today_overdue_or_done(days, done, urgency, tag):
    one = ask(days, done)
    assert (follow_ups.urgency(one, TODAY), follow_ups.say_tag(one, TODAY)) == (urgency, tag)


def test_today_shows_the_longest_overdue_first_and_nothing_that_is_done_or_far():
    late, now, far, done = ask(-3), ask(0, number=2), ask(1), ask(-9, done=True)
    assert follow_ups.to_do([now, far, done, late], TODAY) == [late, now]
