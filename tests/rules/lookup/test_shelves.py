"""Numbers that come by the thousand stay in order and are found."""

from random import Random

from counter.lookup.shelves import Shelves


def test_thousands_of_numbers_in_any_order_are_found_as_in_a_sorted_list():
    random = Random(5)
    numbers = [random.randrange(9_000) for _ in range(12_000)]
    shelves = Shelves()
    for number in numbers:
        shelves.add(number)
    numbers.sort()
    assert list(shelves) == numbers
    assert len(shelves) == 12_000
    for low, high, limit in ((0, 9_000, 10), (4_000, 4_100, 5_000), (8_990, 9_000, 3), (77, 77, 5), (0, 9_000, 20_000)):
        assert shelves.between(low, high, limit) == [n for n in numbers if low <= n < high][:limit]


def test_the_same_number_many_times_is_found_as_often():
    shelves = Shelves()
    for number in [7] * 5_000 + [6] * 10 + [8] * 10:
        shelves.add(number)
    assert len(shelves.between(7, 8, 9_000)) == 5_000
    assert shelves.between(6, 9, 9_000) == [6] * 10 + [7] * 5_000 + [8] * 10
