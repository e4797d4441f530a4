"""Sorted numbers to which many more come: on shelves, so that a new one moves few others."""

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from itertools import chain

_FULL = 2048


class Shelves:
    """Whole numbers of 64 bits in order, equal ones too."""

    def __init__(self) -> None:
        self._shelves: list[array[int]] = [array("Q")]
        self._lows: list[int] = [0]

    def __iter__(self) -> Iterator[int]:
        return chain.from_iterable(self._shelves)

    def __len__(self) -> int:
        return sum(map(len, self._shelves))

    def add(self, number: int) -> None:
        """One more number."""
        at = bisect_right(self._lows, number) - 1
        shelf = self._shelves[at]
        insort(shelf, number)
        if len(shelf) > _FULL:
            half = _FULL // 2
            self._shelves[at : at + 1] = shelf[:half], shelf[half:]
            self._lows.insert(at + 1, shelf[half])

    def between(self, low: int, high: int, limit: int) -> list[int]:
        """The first numbers from `low` up to and without `high`."""
        found: list[int] = []
        at = max(0, bisect_left(self._lows, low) - 1)
        while at < len(self._shelves) and self._lows[at] < high and len(found) < limit:
            shelf = self._shelves[at]
            start = bisect_left(shelf, low)
            found += shelf[start : bisect_left(shelf, high, start)]
            at += 1
        return found[:limit]
