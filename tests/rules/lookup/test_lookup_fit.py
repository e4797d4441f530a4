"""Which of several people fits best when only a part of what was typed is right."""

from datetime import date

import pytest

from counter.lookup import Equivalents, Index
from counter.records.lookup import Person

TODAY = date(2026, 11, 26)
PEOPLE = (
    Person(id=1, name="Bartholomew Haarder"),
    Person(id=2, name="Peter Reiter", visits=90, last_visit=TODAY),
    Person(id=3, name="Grimsley Lebron"),
    Person(id=4, name="Grace Fu", phones=("020 7946 0142",), company="Mill Lane"),
)


@pytest.fixture
def index():
    return Index.build(PEOPLE, Equivalents.parse(""), TODAY)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("bertel haarder", 1), ("grim lebron", 3), ("lebron g", 3), ("rosie lebron", 3), ("grace fu hai yien", 4),
    ],
)
def test_one_word_met_exactly_finds_them_though_another_is_wrong(index, typed, who):
    assert index.search(typed)[0].person_id == who


def test_a_name_of_which_nothing_fits_finds_nobody(index):
    assert index.search("zzyzx qwrtp") == []


def test_an_old_phone_and_company_find_nobody_after_they_changed(index):
    index.replace(Person(id=4, name="Grace Fu", phones=("020 7946 0999",), company="High Street"))
    assert index.search("0142") == [] and index.search("mill lane") == []
    assert index.search("0999")[0].person_id == index.search("high street")[0].person_id == 4


def test_who_was_removed_and_added_again_is_found_as_if_built_anew(index):
    expected = {text: index.search(text) for text in ("fu", "grace", "0142", "mill", "haarder")}
    index.remove(4)
    assert index.search("grace fu") == [] and index.search("0142") == []
    index.add(PEOPLE[3])
    assert {text: index.search(text) for text in expected} == expected
