"""The sentences: names and times filled in, plain, and good to read aloud."""

from dataclasses import replace
from datetime import date

import pytest

from counter.gestures.wording import nth, reason, since, to_say
from counter.records.gestures import Given, Kind, NearDate


def test_the_name_they_like_to_be_called_is_said(entry, maya):
    assert to_say(entry(say="{called}, one moment."), maya) == "Maya, one moment."
    assert to_say(entry(say="{called}, one moment."), replace(maya, called="")) == "Maya Okonkwo, one moment."


def test_someone_is_spoken_to_without_a_name(entry, someone):
    gesture = entry(say="{called}, here.", say_someone="Here you are.", why="For {called}.", why_someone="For them.")
    assert (to_say(gesture, someone), reason(gesture, someone)) == ("Here you are.", "For them.")


def test_braces_in_a_name_stay_what_they_are(entry, maya):
    assert (
        to_say(entry(say="{called}, {nth} time."), replace(maya, called="{since} {x}")) == "{since} {x}, eighth time."
    )


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (None, "yet"),
        (date(2026, 3, 2), "this month"),
        (date(2025, 11, 2), "since November"),
        (date(2025, 3, 2), "since March last year"),
        (date(2023, 5, 2), "since 2023"),
    ],
)
def test_the_time_since_is_said_as_people_say_it(entry, maya, last, words):
    history = (Given(gesture="note", day=last, visit=1),) if last else ()
    assert since(entry(), replace(maya, history=history)) == words


def test_a_day_they_told_us_about_is_named(entry, maya):
    told = replace(maya, dates=(NearDate(kind="event", month=3, day=1, label="the wedding"),))
    assert to_say(entry(say="How was {event}?"), told) == "How was the wedding?"


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "first"), (12, "twelfth"), (13, "13th"), (21, "21st"), (22, "22nd"), (103, "103rd"), (111, "111th")],
)
def test_ordinals_are_right(number, words):
    assert nth(number) == words


def test_whatever_makes_good_is_given_with_an_apology(starter):
    restoring = [gesture for gesture in starter.gestures if gesture.kind is Kind.RESTORING]
    assert restoring
    assert [gesture.key for gesture in restoring if "sorry" not in gesture.say] == []


def test_every_starter_sentence_is_filled_whole_for_a_person_and_for_someone(starter, maya, someone):
    told = replace(
        maya,
        facts={"likes": "rye bread", "matters": "no plastic"},
        dates=(NearDate(kind="event", month=3, day=1, label="the wedding"),),
    )
    for gesture in starter.gestures:
        personal = ("known",) in gesture.needs or gesture.needs_facts
        for situation in (told,) if personal else (told, someone):
            for text in (to_say(gesture, situation), reason(gesture, situation)):
                assert "{" not in text and "  " not in text and " ," not in text and text.strip(), (gesture.key, text)
