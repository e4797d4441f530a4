"""The kept index after weeks: whoever comes often now is found by few letters, and old visits have faded."""

from counter_maker import someone_called

from counter.desk import find, visits
from counter.lookup import Equivalents

NAMES = Equivalents.parse("")
PEOPLE = 60


def test_who_comes_often_since_the_index_was_built_is_found_by_the_first_name_a_week_later(till, ops, clock):
    annas = [someone_called(till, f"Anna Berg{chr(97 + at % 26)}{chr(97 + at // 26)}", ops()) for at in range(PEOPLE)]
    find.open_index(NAMES, till.today)
    for _ in range(7):
        clock.go_on(days=1)
        visits.here(till, ops(), annas[-1])
    index = find.open_index(NAMES, till.today)
    assert index.search("anna")[0].person_id == annas[-1]
    assert find.open_index(NAMES, till.today).search("anna") == index.search("anna")


def test_who_came_once_long_ago_stands_behind_who_came_last_month(till, ops, clock):
    two = [someone_called(till, "Anna Kowalska", ops()) for _ in range(2)]
    visits.here(till, ops(), two[0])
    find.open_index(NAMES, till.today)
    clock.go_on(days=300)
    visits.here(till, ops(), two[1])
    clock.go_on(days=30)
    index = find.open_index(NAMES, till.today)
    assert [match.person_id for match in index.search("anna kowalska")] == two[::-1]
