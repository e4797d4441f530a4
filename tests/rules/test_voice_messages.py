"""Messages that customers sent from their own phones, as they are pasted."""

import random
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter.errors import FieldRefused
from counter.records.answers import NO_SCORES, Answer
from counter.records.cleaning import clean_text
from counter.records.countries import COUNTRIES
from counter.records.here import Here
from counter.voice import codes
from counter.voice.messages import compose, read_messages

LONDON = Here(datetime(2026, 11, 26, 18, tzinfo=UTC), ZoneInfo("Europe/London"), COUNTRIES["GB"])
SOURCE = random.Random(8)
LIVE = [codes.new_code(SOURCE.randbytes) for _ in range(50)]
ONE, TWO = LIVE[:2]
SLIP_ONE, SLIP_TWO = f"Slip {codes.show(ONE)}", f"Slip {codes.show(TWO)}"


def read(text, here=LONDON, ours=""):
    return read_messages(text, here, frozenset(LIVE), ours)


def told(text, **rest):
    return [(answer.code, answer.words) for answer in read(text, **rest)]


def at(day, hour, minute):
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        (f"{SLIP_ONE} The bread was cold.", "The bread was cold."),
        (f"{SLIP_ONE}\nThe bread was cold.", "The bread was cold."),
        (f"{SLIP_ONE}: The bread\nwas cold.", "The bread\nwas cold."),
        (f"Zettel {codes.show(ONE).lower()} - Das Brot war kalt.", "Das Brot war kalt."),
        (f"قصاصة {codes.show(ONE)}\nكان الخبز باردًا", "كان الخبز باردًا"),
        (f"The bread was cold. My code is {codes.show(ONE)}.", f"The bread was cold. My code is {codes.show(ONE)}."),
    ],
)
def test_the_code_leads_to_the_slip_and_the_rest_are_their_own_words(pasted, words):
    assert told(pasted) == [(ONE, words)]


def test_several_messages_one_below_the_other_are_several():
    pasted = f"{SLIP_ONE} The bread was cold.\nAnd late.\n\n{SLIP_TWO}\n9 10 8 ✉\nSo kind!"
    one, two = read(pasted)
    assert (one.code, one.words) == (ONE, "The bread was cold.\nAnd late.")
    assert (one.scores, one.wants_answer) == (NO_SCORES, False)
    assert (two.code, two.words, two.scores, two.wants_answer) == (TWO, "So kind!", (9, 10, 8), True)


IPHONE = f"""[13/11/2026, 10:42:13] +44 7700 900123: {SLIP_ONE} The bread was cold.
It rained, too: a lot.
[13/11/2026, 10:44:13] +44 7700 900123: and it was late
[13/11/2026, 10:50:00] Blue Door Bakery: We are sorry.
[05/11/2026, 09:05:59] Anna: {SLIP_TWO} Wow"""
ANDROID = f"""13/11/2026, 10:40 - Messages and calls are end-to-end encrypted.
13/11/2026, 10:42 - +44 7700 900123: {SLIP_ONE} The bread was cold.
It rained, too: a lot.
13/11/2026, 10:44 - +44 7700 900123: and it was late
13/11/2026, 10:50 - Blue Door Bakery: We are sorry.
05/11/2026, 09:05 - Anna: {SLIP_TWO} Wow"""
BROWSER = f"""[10:42, 13/11/2026] +44 7700 900123: {SLIP_ONE} The bread was cold.
It rained, too: a lot.
[10:44, 13/11/2026] +44 7700 900123: and it was late
[10:50, 13/11/2026] Blue Door Bakery: We are sorry.
[09:05, 05/11/2026] Anna: {SLIP_TWO} Wow"""
AMERICAN = f"""[11/13/26, 10:42:13 AM] +44 7700 900123: {SLIP_ONE} The bread was cold.
It rained, too: a lot.
[11/13/26, 10:44:13 AM] +44 7700 900123: and it was late
[11/13/26, 10:50:00 AM] Blue Door Bakery: We are sorry.
[11/5/26, 9:05:59 AM] Anna: {SLIP_TWO} Wow"""


EXPORTS = {"iphone": IPHONE, "android": ANDROID, "browser": BROWSER, "american": AMERICAN}


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_a_chat_is_read_with_who_wrote_when_and_without_our_own_answers(export):
    one, two = read(export, ours="Blue Door Bakery")
    assert (one.code, one.words) == (ONE, "The bread was cold.\nIt rained, too: a lot.\nand it was late")
    assert (one.contact, one.sent) == ("+44 7700 900123", at(13, 10, 42))
    assert (two.code, two.words, two.contact, two.sent) == (TWO, "Wow", "Anna", at(5, 9, 5))


def test_days_that_tell_no_order_are_read_as_the_country_writes_them():
    american = Here(LONDON.now, ZoneInfo("America/New_York"), COUNTRIES["US"])
    pasted = f"[05/11/2026, 09:05:59] Anna: {SLIP_ONE} Wow"
    assert read(pasted)[0].sent == at(5, 9, 5)
    assert read(pasted, american)[0].sent.date().isoformat() == "2026-05-11"


MAILS = f"""From: Anna Kowalska <anna@x.example>
Date: Fri, 13 Nov 2026 10:42:00 +0000
Subject: {SLIP_ONE}

The bread was cold.

> On Thursday you wrote
--\x20
Anna

From: ben@x.example
Subject: Hello

No code here, but thank you."""


def test_mails_are_read_with_the_code_in_the_subject_and_without_what_they_quote():
    one, two = read(MAILS)
    assert (one.code, one.words, one.contact) == (ONE, "The bread was cold.", "Anna Kowalska <anna@x.example>")
    assert one.sent == at(13, 10, 42)
    assert (two.code, two.words, two.contact) == ("", "No code here, but thank you.", "ben@x.example")


def test_a_saved_mail_is_decoded():
    raw = (
        "From: =?utf-8?q?J=C3=BCrgen?= <j@x.example>\nDate: Fri, 13 Nov 2026 10:42:00 +0000\n"
        f"Subject: =?utf-8?q?Zettel_{codes.show(ONE)}?=\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        "Das Brot war k=C3=BChl.\n"
    )
    (one,) = read(raw)
    assert (one.code, one.words, one.contact) == (ONE, "Das Brot war kühl.", "Jürgen <j@x.example>")


def test_a_code_with_a_slip_of_the_finger_is_named_and_not_taken():
    wrong = ONE[:6] + ("7" if ONE[6] != "7" else "8") + ONE[7]
    (one,) = read(f"Slip {codes.show(wrong)} The bread was cold.")
    assert (one.code, one.meant) == ("", ONE)


def test_the_same_message_has_the_same_key_wherever_it_was_copied_from():
    keys = {answer.key for text in EXPORTS.values() for answer in read(text, ours="Blue Door Bakery")}
    assert len(keys) == 2
    assert len({read("Thank you.")[0].key, read("Thank you!")[0].key}) == 2


def test_nothing_but_blanks_is_no_message():
    assert read(" \n\n ") == read("") == ()


def test_words_that_are_too_long_are_refused_before_anything_is_kept():
    with pytest.raises(FieldRefused, match="letters"):
        read(f"{SLIP_ONE} " + "long " * 3000)


FIGURE = st.none() | st.integers(1, 10)


@settings(max_examples=300)
@given(st.text(max_size=300), st.tuples(FIGURE, FIGURE, FIGURE), st.booleans(), st.sampled_from(LIVE))
def test_what_a_page_composes_is_read_as_it_was_meant(typed, scores, wants, code):
    words = clean_text(typed, "words")
    if any(codes.found_in(words)):
        return
    sent = compose("Slip", Answer(words=words, key="", code=code, scores=scores, wants_answer=wants))
    if not words and not any(scores):
        assert read(sent) == ()
    else:
        (one,) = read(sent)
        assert (one.code, one.words, one.scores, one.wants_answer) == (code, words, scores, wants)


@given(st.text(max_size=400))
def test_any_text_can_be_pasted(text):
    assert all(answer.words or any(answer.scores) for answer in read(text))
