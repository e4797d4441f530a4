"""The tablet's page against a stranger on the shop's network, in small; `bench/page.py` does the same in large."""

from collections import Counter

import pytest
from counter_maker import open_till
from page_attacks import fuzz, told_while_killed, visits_under_slow_fire
from page_maker import GENEROUS, Child, setup

from counter.models.tables_counter import FeedbackRow
from counter.office import tablet_in
from counter.office.change import Change
from counter.page.spool import waiting

pytestmark = pytest.mark.usefixtures("no_network")


@pytest.mark.slow
def test_visitors_are_served_while_a_stranger_holds_every_connection_he_can_get(tmp_path):
    with Child(tmp_path / "tablet") as child:
        assert len(visits_under_slow_fire(child, connections=120, visits=15)) == 15
        assert child.process.poll() is None


@pytest.mark.slow
def test_broken_requests_break_nothing_and_nobody_hears_of_them(tmp_path):
    child = Child(tmp_path / "tablet", setup(limits=GENEROUS))
    assert fuzz(child, 300) > 100
    assert child.ask()[0] == 200
    assert child.process.poll() is None
    assert child.end() == b""
    assert all(answer.key for file in waiting(tmp_path / "tablet") for answer in file.answers)


@pytest.mark.slow
def test_nothing_that_was_thanked_for_is_lost_or_doubled_by_hard_kills(tmp_path):
    till = open_till(tmp_path / "shop.counter")
    fetched = 0

    def fetch(**how):
        nonlocal fetched
        fetched += 1
        change = Change(database=till.database, op=f"fetch {fetched}", at=till.now, day=till.today)
        tablet_in.fetch(change, tmp_path / "tablet", till.random_bytes, **how)

    thanked = told_while_killed(tmp_path / "tablet", kills=2, guests=4, each=15, fetch=fetch)
    fetch(ended=True)
    in_the_book = Counter(row.words for row in FeedbackRow.live())
    assert in_the_book == Counter(thanked)
    assert set(in_the_book.values()) == {1}
    assert list((tmp_path / "tablet").iterdir()) == []
    till.database.close()
