"""Which records are offered as one person, and in what order."""

from datetime import date
from itertools import product

import pytest

from counter.lookup import Equivalents, Index, Likely
from counter.lookup.pairs import EMAIL, NAME, PHONE, SOUND
from counter.records.lookup import Person

TODAY = date(2026, 11, 26)
OTHERS = [
    Person(id=1000 + at, name=f"Anna {one.upper()}a{other}oric", phones=(f"0207946{at:04}",))
    for at, (one, other) in enumerate(product("bdgklmnprstz", repeat=2))
]


NAMES = Equivalents.parse("aga agnieszka")


def looked_through(*people):
    likely = Likely(Index.build([*people, *OTHERS], NAMES, TODAY))
    shares = []
    while not shares or shares[-1] < 1:
        shares.append(likely.step())
    assert shares == sorted(shares)
    return likely.best()


def offered(*people):
    return [({pair.one, pair.other}, pair.why) for pair in looked_through(*people)]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (Person(id=1, name="Anna Kowalska", phones=("07700 900142",)),
         Person(id=2, name="Ania Kowalsky", phones=("+44 7700 900142",)), PHONE),
        (Person(id=1, name="Anna Kowalska", emails=("Anna@example.org",)),
         Person(id=2, name="Kowalska, Ania", emails=("anna@example.org",)), EMAIL),
        (Person(id=1, name="Agnieszka Quill", phones=("07700 900142",)),
         Person(id=2, name="Aga Quill", phones=("+44 7700 900142",)), PHONE),
        (Person(id=1, name="Zebedee Quill"), Person(id=2, name="Quill, Zebedee"), NAME),
        (Person(id=1, name="Zebedee Quill"), Person(id=2, name="Zebedee Kwill"), SOUND),
    ],
)
def test_two_records_that_may_be_one_are_offered_with_why(one, other, why):
    assert offered(one, other) == [({1, 2}, why)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Person(id=1, name="Anna Kowalska", phones=("07700 900142",)),
         Person(id=2, name="Bartholomew Quill", phones=("07700 900142",))),
        (Person(id=1, name="Agnieszka Quill", phones=("07700 900142",)),
         Person(id=2, name="Bartholomew Quill", phones=("07700 900142",))),
        (Person(id=1, name="Agnieszka Quill"), Person(id=2, name="Aga Quill")),
        (Person(id=1, name="Zebedee Quill"), Person(id=2, name="Zebedee Lindqvist")),
        (Person(id=1, name=""), Person(id=2, name="")),
    ],
)
def test_a_household_and_people_of_another_name_are_not_offered(one, other):
    assert offered(one, other) == []


def test_the_surest_pair_stands_first():
    found = looked_through(
        Person(id=1, name="Zebedee Quill"), Person(id=2, name="Zebedee Quill"),
        Person(id=3, name="Jonas Berg", phones=("07700 900155",)),
        Person(id=4, name="Jonas Berg", phones=("07700 900155",)),
        Person(id=5, name="Maya Lindqvist"), Person(id=6, name="Maja Lindquist"),
    )  # fmt: skip
    assert [{pair.one, pair.other} for pair in found] == [{3, 4}, {1, 2}, {5, 6}]


def test_a_name_that_many_have_tells_nothing():
    assert offered(*(Person(id=at, name="Anna Kowalska") for at in range(1, 12))) == []


def test_who_is_gone_is_not_offered():
    index = Index.build([Person(id=1, name="Zebedee Quill"), *OTHERS], Equivalents.parse(""), TODAY)
    index.add(Person(id=2, name="Zebedee Quill"))
    index.remove(1)
    likely = Likely(index)
    while likely.step() < 1:
        pass
    assert likely.best() == ()
