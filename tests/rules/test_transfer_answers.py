"""A form's file: its columns are told by their cells, whatever language heads them and whoever made it."""

import random
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter.errors import Refused
from counter.records.answers import Says
from counter.records.countries import COUNTRIES
from counter.records.here import Here
from counter.transfer.answers import answers_of, read_form
from counter.voice import codes

HERE = Here(datetime(2026, 11, 26, 18, tzinfo=UTC), ZoneInfo("Europe/London"), COUNTRIES["GB"])
SOURCE = random.Random(8)
A, B, C = (codes.show(codes.new_code(SOURCE.randbytes)) for _ in range(3))
COLD, KIND, LATE = "The bread was cold when I came.", "So kind of you. Thank you!", "It was late and nobody said why."


def is_code(text):
    return codes.read(text) is not None


ENGLISH = f"""Timestamp,Your code,How satisfied are you?,Against what you expected?,Ideal shop?,Tell us,E-mail
26/11/2026 10:42:13,{A},9,10,8,{KIND},
25/11/2026 09:05:59,{B},3,2,4,"{COLD}
Really.",anna@x.example
13/11/2026 12:00:00,,7,7,7,{LATE},
"""
GERMAN = f"""Zeitstempel;Zettel;Zufriedenheit;Erwartung;Ideal;Ihre Worte;Antwort gewünscht
26.11.2026 10:42;{A};9;10;8;Das Brot war schön warm;Nein
25.11.2026 09:05;{B.lower()};3;2;4;Es hat zu lange gedauert, fürchte ich;Ja
13.11.2026 12:00;{C.replace("-", " ")};7;7;7;Alles war in Ordnung;Nein
"""
TALLY = f"""Submission ID,Respondent ID,Submitted at,code,Satisfied,Expected,Ideal,In your own words
mVbZ1k,xx1,2026-11-26 10:42:13,{A},9,10,8,{KIND}
nWcA2l,xx2,2026-11-25 09:05:59,{B},3,2,4,{COLD}
oXdB3m,xx3,2026-11-13 12:00:00,{C},7,7,7,{LATE}
"""
CHINESE = (
    "时间\t代码\t满意\t期望\t理想\t留言\n"
    f"2026/11/26 10:42\t{A}\t9 - 很好\t10 - 完全\t8 - 接近\t面包很好吃谢谢你们\n"
    f"2026/11/25 09:05\t{B}\t3 - 差\t2 - 差\t4 - 远\t面包是冷的而且很晚\n"
)
HOSTILE = f"""=cmd|' /C calc'!A0,"x""y",,,,
1,{A},9,10,8,"=HYPERLINK(""http://x.example"",""gift"") and <b>bold</b> words"
2,{B},3,2,4,@SUM(1+1) was not what I meant
3,{C},7,7,7,{LATE}
"""


def read(text, encoding="utf-8"):
    form = read_form("answers.csv", text.encode(encoding), is_code)
    return form, answers_of(form, HERE)


@pytest.mark.parametrize(
    ("text", "encoding", "scores", "last_words"),
    [
        (ENGLISH, "utf-8-sig", [(9, 10, 8), (3, 2, 4), (7, 7, 7)], LATE),
        (GERMAN, "cp1252", [(9, 10, 8), (3, 2, 4), (7, 7, 7)], "Alles war in Ordnung"),
        (TALLY, "utf-8", [(9, 10, 8), (3, 2, 4), (7, 7, 7)], LATE),
        (CHINESE, "utf-16", [(9, 10, 8), (3, 2, 4)], "面包是冷的而且很晚"),
        (HOSTILE, "utf-8", [(9, 10, 8), (3, 2, 4), (7, 7, 7)], LATE),
    ],
    ids=["english", "german", "tally", "chinese", "hostile"],
)
def test_five_kinds_of_file_are_read_without_a_word_from_the_owner(text, encoding, scores, last_words):
    _, found = read(text, encoding)
    assert [answer.scores for answer in found] == scores
    assert [codes.read(answer.code) for answer in found[:2]] == [codes.read(A), codes.read(B)]
    assert found[-1].words == last_words


def test_words_stay_as_they_were_written_and_nothing_in_them_is_carried_out():
    _, found = read(HOSTILE)
    assert found[0].words == '=HYPERLINK("http://x.example","gift") and <b>bold</b> words'
    _, found = read(ENGLISH)
    assert found[1].words == f"{COLD}\nReally."


def test_an_address_or_a_yes_is_a_wish_for_an_answer():
    assert [(answer.wants_answer, answer.contact) for answer in read(ENGLISH)[1]] == [
        (False, ""), (True, "anna@x.example"), (False, ""),
    ]
    assert [answer.wants_answer for answer in read(GERMAN, "cp1252")[1]] == [False, True, False]


def test_the_moment_is_read_in_the_shops_zone_and_in_the_order_that_the_days_tell():
    assert [answer.sent.day for answer in read(ENGLISH)[1]] == [26, 25, 13]
    assert read(GERMAN, "cp1252")[1][0].sent == datetime(2026, 11, 26, 10, 42, tzinfo=UTC)


def test_a_file_without_a_heading_keeps_its_first_answer():
    form, found = read("\n".join(ENGLISH.split("\n")[1:]))
    assert form.grid.header[0] == "Column 1"
    assert len(found) == 3


def test_the_owner_may_say_otherwise():
    form, _ = read(ENGLISH)
    columns = [Says.LEAVE if says is Says.SCORE else says for says in form.columns]
    without = answers_of(replace(form, columns=tuple(columns)), HERE)
    assert {answer.scores for answer in without} == {(None, None, None)}
    with pytest.raises(Refused, match="three questions"):
        answers_of(replace(form, columns=(Says.SCORE, *columns[1:])), HERE)
    with pytest.raises(Refused, match="No column"):
        answers_of(replace(form, columns=(Says.LEAVE,) * len(columns)), HERE)


def test_the_same_row_has_the_same_key_and_another_row_another_one():
    first, again = read(ENGLISH)[1], read(ENGLISH)[1]
    assert [answer.key for answer in first] == [answer.key for answer in again]
    assert len({answer.key for answer in first}) == 3


def test_an_empty_file_is_refused_with_a_sentence():
    with pytest.raises(Refused, match="nothing in this file"):
        read("\n\n")


@given(st.lists(st.lists(st.text(max_size=30), min_size=1, max_size=8), min_size=1, max_size=8))
def test_any_table_can_be_looked_at(rows):
    text = "\n".join(";".join(cell.replace("\n", " ") for cell in row) for row in rows)
    try:
        read(text.encode("utf-8", "ignore").decode())
    except Refused as refused:
        assert refused.sentence
