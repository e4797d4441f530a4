"""Finding people as a cashier types."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter.lookup import Equivalents, Index, duplicates
from counter.records.lookup import Person

TODAY = date(2026, 11, 26)
PEOPLE = [
    Person(
        id=1,
        name="Anna Kowalska",
        called="Ania",
        phones=("+44 7700 900142",),
        words=("spaniel called Bruno",),
        visits=9,
    ),
    Person(id=2, name="Александр Иванов", visits=3),
    Person(id=3, name="王小明", visits=2),
    Person(id=4, name="محمد الهاشمي", visits=2),
    Person(id=5, name="William O'Shea", emails=("will@shea.example",), company="Mill Lane Café", visits=4),
    Person(id=6, name="Nguyễn Thị Ánh Tuyết", visits=8),
    Person(id=7, name="Mary Ann de la Cruz", visits=1),
    Person(id=8, name="Jonas Lindqvist", visits=112, last_visit=TODAY),
]
NAMES = Equivalents.parse("bill william will\nalexander aleksandr alexandr")


@pytest.fixture(scope="module")
def index():
    return Index.build(PEOPLE, NAMES, TODAY)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("anna kow", 1),
        ("kowalska anna", 1),
        ("kowalksa", 1),
        ("ania", 1),
        ("900142", 1),
        ("0142", 1),
        ("spaniel", 1),
        ("alexander ivanov", 2),
        ("wang xiaoming", 3),
        ("mohammed", 4),
        ("bill", 5),
        ("oshea", 5),
        ("mill lane", 5),
        ("will@shea.example", 5),
        ("tuyet", 6),
        ("maryann", 7),
        ("delacruz", 7),
        ("jonas", 8),
        ("lindquist", 8),
    ],
)
def test_the_right_person_comes_first(index, typed, who):
    assert index.search(typed)[0].person_id == who


def test_an_unobvious_match_says_why(index):
    assert index.search("ania")[0].why == "called Ania"
    assert "0142" in index.search("0142")[0].why


def test_a_new_person_is_found_at_once_and_a_removed_one_no_more():
    index = Index.build(PEOPLE, NAMES, TODAY)
    index.add(Person(id=99, name="Zebedee Quill", phones=("020 7946 0999",)))
    assert index.search("zebedee")[0].person_id == 99
    assert index.search("60999")[0].person_id == 99
    index.remove(99)
    assert all(match.person_id != 99 for match in [*index.search("zebedee"), *index.search("60999")])


def test_the_kept_index_answers_the_same(index):
    again = Index.from_bytes(index.to_bytes(), NAMES, TODAY)
    assert [again.search(p.name) for p in PEOPLE] == [index.search(p.name) for p in PEOPLE]


def test_a_damaged_kept_index_is_refused(index):
    data = bytearray(index.to_bytes())
    data[len(data) // 2] ^= 1
    with pytest.raises(ValueError, match="damaged"):
        Index.from_bytes(bytes(data), NAMES, TODAY)


def test_the_same_name_may_be_the_same_person_and_another_name_is_not(index):
    assert [m.person_id for m in duplicates(index, Person(id=0, name="Anna Kowalska"))] == [1]
    assert duplicates(index, Person(id=0, name="Zebedee Quill")) == []


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_is_only_looked_for(text):
    assert len(Index.build(PEOPLE, NAMES, TODAY).search(text)) <= 8
