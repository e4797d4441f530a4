"""What is remembered from key to key: kept while it is asked for, and never older than the people."""

from datetime import date
from itertools import product

import pytest

from counter.lookup import Equivalents, Index
from counter.lookup.memory import Memory
from counter.lookup.spelling import words
from counter.records.lookup import Person

TODAY = date(2026, 11, 26)


def test_what_is_asked_for_again_and_again_is_worked_out_once_whatever_comes_between():
    memory, made = Memory(), []
    for other in range(100):
        memory.of("anna", lambda: made.append("anna"))
        memory.of(other, lambda: made.append("other"))
    assert made.count("anna") == 1
    memory.clear()
    memory.of("anna", lambda: made.append("anna"))
    assert made.count("anna") == 2


def test_what_was_looked_for_in_vain_is_found_once_somebody_has_it():
    index = Index.build([Person(id=1, name="Anna Nowak")], Equivalents.parse(""), TODAY)
    assert index.search("zebra") == []
    index.add(Person(id=2, name="Jonas Berg", words=("keeps a zebra",)))
    assert [match.person_id for match in index.search("zebra")] == [2]
    index.add(Person(id=2, name="Jonas Berg", words=("keeps a horse",)))
    assert index.search("zebra") == []
    assert [match.person_id for match in index.search("horse")] == [2]


@pytest.mark.parametrize("case", [str.title, str.lower, str.upper, str.capitalize])
def test_a_name_of_plain_letters_has_the_words_that_it_has_with_a_comma_behind_it(case):
    parts = ("anna", "mr", "de", "la", "abdul", "o", "ben", "smithsonian" * 3)
    for name in map(" ".join, product(parts, repeat=3)):
        assert words(case(name)) == words(f"{case(name)},")
