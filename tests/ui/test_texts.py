"""Names keep their direction in a sentence, and numbers find their form."""

import pytest

from counter.ui.texts import count, isolate, listed
from counter.ui.texts.card import call_them
from counter.ui.texts.find import share_this_name


def test_a_name_cannot_turn_the_sentence_round():
    assert isolate("evil\u202eeman\u2069") == "\u2068evileman\u2069"


@pytest.mark.parametrize(("number", "words"), [(0, "0 visits"), (1, "1 visit"), (1200, "1,200 visits")])
def test_a_number_finds_its_form(number, words):
    assert count(number, "{} visit", "{} visits") == words


def test_a_list_ends_with_and():
    assert [listed(w) for w in ([], ["a"], ["a", "b", "c"])] == ["", "a", "a, b and c"]


def test_how_to_call_someone_leaves_out_what_is_not_known():
    assert call_them("Ania", "AHN-ya", "she") == "Call her \u2068Ania\u2069 (\u2068AHN-ya\u2069) · she"
    assert call_them("Sam") == "Call them \u2068Sam\u2069"


def test_many_namesakes_are_counted_in_figures():
    assert share_this_name(2) == "Two share this name"
    assert share_this_name(12) == "12 share this name"
