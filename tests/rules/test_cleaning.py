"""Text from people before it is stored."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counter.errors import FieldRefused
from counter.records.cleaning import clean_line, clean_text, unseen

ANY = st.text(alphabet=st.characters(exclude_categories=()), max_size=120)
HIDDEN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\u00ad"


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kowalska",
        "O’Shea-Núñez",
        "Nguyễn Thị Ánh Tuyết",
        "王小明",
        "عبد الرحمن",
        "می‌خواهم",
        "ක්‍රිෂාන්",
        "क्‍ष",
        "👩‍👩‍👧‍👦 family",
        "❤️‍🔥",
        "👩🏽‍🍳",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "<b>bold</b> & \"quoted\" '; DROP TABLE customer; --",
        "=HYPERLINK(1)",
        "Z̷a̷l̷g̷o̷",
    ],
)
def test_what_can_be_seen_is_stored_exactly(text):
    assert clean_line(text, "name") == text == clean_text(text, "note")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Anna \t  Kowalska \n", "Anna Kowalska"),
        ("Anna\x00\x1b[2J\x7f\x9b", "Anna[2J"),
        ("Anna\u202eaksalw\u202c", "Annaaksalw"),
        ("An\u200bna\ufeff\u00ad", "Anna"),
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),
        ("A\ud800\udfffB\ufffe\uffff\ufdd0", "AB"),
        ("a\u200db", "ab"),
        ("Anna\U000e0041\U000e0042", "Anna"),
        ("one\u2028two\x85three", "one two three"),
        (HIDDEN, ""),
        ("\u3164\u2800 \u00a0", ""),
    ],
)
def test_what_can_not_be_seen_is_left_out(text, line):
    assert clean_line(text, "name") == line


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Anna Kowalska", 0), ("می‌خواهم", 0), ("👩‍👩‍👧‍👦", 0), ("one\ttwo\r\nthree  ", 0), ("e\u0301", 0),
        ("An\u200bna", 1), ("Anna\x00\x1b[2J", 2), ("a\u200db", 1), (HIDDEN, len(HIDDEN)),
    ],
)  # fmt: skip
def test_it_can_be_told_how_much_was_left_out(text, number):
    assert unseen(text) == number


@given(ANY)
def test_what_was_cleaned_has_nothing_left_to_leave_out(text):
    assert unseen(clean_text(text, "note")) == 0


def test_a_text_keeps_its_lines():
    assert clean_text("\r\n one\r\n\ttwo  \r\rthree \n\n", "note") == "one\n\ttwo\n\nthree"


@pytest.mark.parametrize(
    ("clean", "limit", "sentence"),
    [
        (clean_line, 200, "That is 201 letters; 200 fit here. Please shorten it."),
        (clean_text, 10_000, "That is 10,001 letters; 10,000 fit here. Please shorten it."),
    ],
)
def test_what_is_too_long_is_refused_and_never_cut(clean, limit, sentence):
    assert clean("é" * limit, "field") == "é" * limit
    with pytest.raises(FieldRefused) as refused:
        clean("é" * (limit + 1), "field")
    assert (refused.value.sentence, refused.value.field) == (sentence, "field")


def test_a_whole_book_is_refused_before_any_work_is_done():
    with pytest.raises(FieldRefused, match="That is 50,000,000 letters"):
        clean_line("a" * 50_000_000, "name")


@given(ANY)
@example("\u200da\u200d\u0301")
def test_cleaning_is_stable_and_leaves_only_what_may_be_stored(text):
    for clean in (clean_line, clean_text):
        once = clean(text, "field", 1_000)
        assert clean(once, "field", 1_000) == once == unicodedata.normalize("NFC", once)
        assert not [c for c in once if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
        assert not set(once) & set(HIDDEN)
        once.encode("utf-8")


@given(ANY)
def test_a_line_is_one_line(text):
    assert len(clean_line(text, "name").splitlines()) <= 1


@given(st.text(alphabet=st.characters(categories=("L", "Mn", "Nd", "So", "P")), max_size=60))
def test_no_letter_mark_or_figure_is_lost(text):
    kept = "".join(clean_line(text, "name", 1_000).split())
    assert kept == "" or kept == unicodedata.normalize("NFC", "".join(text.split()))
