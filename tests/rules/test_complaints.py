"""Something went wrong, and is put right."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from counter import complaints
from counter.errors import FieldRefused, Refused
from counter.records.complaints import ComplaintForm
from counter.records.countries import COUNTRIES
from counter.records.entries import Complaint, ComplaintState, Severity
from counter.records.fields import FieldsRefused
from counter.records.here import Here

NOW = datetime(2026, 11, 26, 10, 42, tzinfo=UTC)
HERE = Here(NOW, UTC, COUNTRIES["GB"])
POLICY = complaints.Policy(chase_days=2)
OPEN = Complaint(
    id=1,
    customer_id=1,
    words="The cake said Ahmed. His name is Ahmet.",
    theme="",
    severity=Severity.REAL,
    needed_by=None,
    state=ComplaintState.OPEN,
    apology_said=False,
    thanked=False,
    remedy="",
    cause="",
    why_staff_id=None,
    why_by=None,
    why_at=None,
    told_how="",
    opened_at=NOW,
    put_right_at=None,
    told_at=None,
    reopened=0,
)
RIGHT = complaints.put_right(OPEN, "A new cake, brought to the door", NOW + timedelta(hours=2))
TOLD = complaints.told(RIGHT, "by phone", NOW + timedelta(hours=3))

NOT_YET = "Nothing was done yet. Put it right first, then tell them what was done."
TOLD_ALREADY = "They were told already. Open it again if there is more to do."


def since(**ago):
    return replace(OPEN, opened_at=NOW - timedelta(**ago))


def test_only_their_words_are_needed():
    draft = complaints.read(ComplaintForm(words=" The cake said Ahmed. ", needed_by="today 18:00"), HERE)
    assert (draft.words, draft.remedy) == ("The cake said Ahmed.", "")
    assert draft.needed_by == datetime(2026, 11, 26, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("field", "form", "sentence"),
    [
        ("words", ComplaintForm(), "What happened, in their own words? One sentence is enough."),
        ("words", ComplaintForm(words="\u200b"), "What happened, in their own words? One sentence is enough."),
        ("needed_by", ComplaintForm(words="x", needed_by="9:00"), "9:00 today has gone by. Which day is meant?"),
        ("theme", ComplaintForm(words="x", theme="y" * 201), "That is 201 letters; 200 fit here. Please shorten it."),
    ],
)
def test_what_can_not_be_taken_is_said_beside_its_field(field, form, sentence):
    with pytest.raises(FieldsRefused) as refused:
        complaints.read(form, HERE)
    assert refused.value.sentence_for(field) == sentence


def test_it_goes_from_open_to_put_right_to_told_and_closes_with_its_cause():
    assert (RIGHT.state, RIGHT.remedy) == (ComplaintState.PUT_RIGHT, "A new cake, brought to the door")
    assert (TOLD.state, TOLD.told_how, TOLD.closed) == (ComplaintState.TOLD, "by phone", False)
    assert complaints.know_cause(TOLD, "Nobody asked how it is spelt").closed


def test_it_closes_too_when_there_is_no_way_to_tell_them():
    silent = complaints.no_contact(RIGHT, NOW)
    assert complaints.know_cause(silent, "The oven").closed
    assert complaints.told(silent, "they came back", NOW).state is ComplaintState.TOLD


def test_a_cause_alone_closes_nothing():
    assert not complaints.know_cause(OPEN, "The oven").closed


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (lambda: complaints.told(OPEN, "by phone", NOW), NOT_YET),
        (lambda: complaints.no_contact(OPEN, NOW), NOT_YET),
        (lambda: complaints.told(TOLD, "again", NOW), "They were told already."),
        (lambda: complaints.put_right(TOLD, "more", NOW), TOLD_ALREADY),
        (lambda: complaints.put_right(OPEN, "  ", NOW), "What was done? One sentence; their slip can say it too."),
        (lambda: complaints.told(RIGHT, "", NOW), "How were they told? At the counter, by phone, by letter …"),
        (lambda: complaints.reopen(OPEN), "It is open still."),
        (lambda: complaints.know_cause(OPEN, ""), "Why did it happen? One sentence is enough."),
        (
            lambda: complaints.ask_why(replace(OPEN, cause="oven"), 2, "30 Nov", HERE, POLICY),
            "The cause is known already; it stands with the complaint.",
        ),
        (
            lambda: complaints.ask_why(OPEN, 2, "today 9:00", HERE, POLICY),
            "9:00 today has gone by. Which day is meant?",
        ),
    ],
)
def test_a_step_that_can_not_be_taken_says_why(step, sentence):
    with pytest.raises(Refused) as refused:
        step()
    assert refused.value.sentence == sentence


def test_putting_right_again_keeps_the_first_moment():
    again = complaints.put_right(RIGHT, "And a candle", NOW + timedelta(days=1))
    assert (again.remedy, again.put_right_at) == ("And a candle", RIGHT.put_right_at)


def test_reopened_it_waits_again_and_counts():
    again = complaints.reopen(TOLD)
    assert (again.state, again.reopened, again.told_at, again.remedy) == (ComplaintState.OPEN, 1, None, "")
    assert complaints.waits(again) and not complaints.waits(TOLD)


def test_what_is_needed_by_a_moment_comes_first_then_the_oldest():
    old, new = since(days=9), since(hours=1)
    tonight = replace(since(hours=2), needed_by=NOW + timedelta(hours=7))
    now = replace(since(hours=1), needed_by=NOW + timedelta(hours=1))
    assert complaints.in_order([new, tonight, old, TOLD, now]) == [now, tonight, old, new]


def test_one_that_waits_for_the_shops_days_is_chased_told_ones_never():
    long_ago = since(days=2)
    missed = replace(OPEN, needed_by=NOW - timedelta(minutes=1))
    put_right_long_ago = replace(RIGHT, opened_at=long_ago.opened_at)
    told_long_ago = replace(TOLD, opened_at=long_ago.opened_at)
    everyone = [since(days=1), long_ago, missed, put_right_long_ago, told_long_ago]
    assert complaints.chased(everyone, HERE, POLICY) == [missed, long_ago, put_right_long_ago]


def asked(by, complaint=OPEN):
    return complaints.ask_why(complaint, 2, by, HERE, POLICY)


def test_one_person_is_asked_why_by_a_day_or_a_moment_the_soonest_stands_first():
    by_day, by_noon, by_four = asked("29 Nov"), asked("29 Nov noon"), asked("29 Nov 16:00", TOLD)
    assert (by_day.why_staff_id, by_day.why_by, by_day.why_at) == (2, date(2026, 11, 29), None)
    assert by_four.why_at == datetime(2026, 11, 29, 16, 0, tzinfo=UTC)
    known = complaints.know_cause(TOLD, "The oven")
    assert complaints.causes_wanted([OPEN, TOLD, known, by_day, by_four, by_noon]) == [by_noon, by_four, by_day, TOLD]
    assert complaints.asked_why([OPEN, TOLD, known, by_day, by_four, by_noon]) == [by_four]


def test_asked_why_without_a_day_the_shops_usual_days_are_left():
    assert asked("").why_by == HERE.today + timedelta(days=POLICY.why_days)


@pytest.mark.parametrize(
    ("by", "later", "said"),
    [
        ("today 16:00", timedelta(), "Why? Tom, by today 16:00"),
        ("today 16:00", timedelta(hours=5, minutes=18), "Why? Tom, by today 16:00"),
        ("today 16:00", timedelta(hours=5, minutes=19), "Why? Tom, late since 16:00"),
        ("today", timedelta(hours=12), "Why? Tom, by today"),
        ("today", timedelta(hours=14), "Why? Tom, late since Thu"),
        ("Sat 4pm", timedelta(), "Why? Tom, by Sat 28 16:00"),
    ],
)
def test_an_answer_is_late_a_minute_after_it_was_due(by, later, said):
    assert complaints.say_why(asked(by), "Tom", NOW + later, UTC) == said
    assert complaints.say_why(replace(asked(by), cause="The oven"), "Tom", NOW + later, UTC) == ""


def test_the_steps_are_ticked_as_they_are_done():
    Step = complaints.Step
    assert complaints.steps_done(OPEN) == {Step.LISTEN}
    assert complaints.steps_done(replace(TOLD, apology_said=True, thanked=True)) == set(Step)


@pytest.mark.parametrize(
    ("complaint", "state", "tag"),
    [
        (since(minutes=87), "Open since 9:15.", "since 9:15"),
        (since(days=2), "Open since Tue.", "2 days"),
        (replace(OPEN, needed_by=NOW.replace(hour=18, minute=0)), "Open since 10:42.", "needed today 18:00"),
        (replace(OPEN, needed_by=NOW.replace(hour=9, minute=0)), "Open since 10:42.", "late since 9:00"),
        (replace(since(days=1), reopened=1), "Open again since Wed.", "1 day"),
        (RIGHT, "Put right, not told yet.", "since 10:42"),
        (TOLD, "Told Thu 26 Nov. Why it happened isn't known yet.", "since 10:42"),
        (replace(TOLD, cause="The oven"), "Told Thu 26 Nov.", "since 10:42"),
    ],
)
def test_where_it_stands_is_said(complaint, state, tag):
    assert (complaints.say_state(complaint, HERE), complaints.say_tag(complaint, NOW, UTC)) == (state, tag)


def test_a_missing_answer_is_a_field_of_its_own():
    with pytest.raises(FieldRefused) as refused:
        complaints.told(RIGHT, "", NOW)
    assert refused.value.field == "told_how"
