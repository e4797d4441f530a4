"""When an index is to be built anew, so that who comes often now stands before who came long ago."""

from datetime import date, timedelta

import pytest

from counter.lookup import Equivalents, Index
from counter.records.lookup import Person

TODAY = date(2026, 11, 26)
NAMES = Equivalents.parse("")
FOUR_HUNDRED = [Person(id=at, name=f"Anna Berg{chr(97 + at % 26)}{chr(97 + at // 26)}") for at in range(400)]


@pytest.mark.parametrize(("days", "old"), [(0, False), (6, False), (7, True), (400, True), (-1, True)])
def test_an_index_of_a_week_ago_is_to_be_built_anew_also_after_it_was_kept_again(days, old):
    index = Index.build(FOUR_HUNDRED, NAMES, TODAY)
    later = TODAY + timedelta(days=days)
    again = Index.from_bytes(Index.from_bytes(index.to_bytes(), NAMES, later).to_bytes(), NAMES, later)
    assert again.old(later) is old


def test_an_index_with_many_who_are_gone_is_to_be_built_anew():
    index = Index.build(FOUR_HUNDRED, NAMES, TODAY)
    for at in range(100):
        assert index.old(TODAY) is (at >= 80)
        index.remove(at)
