"""Lists of whole numbers by number, packed, and changed in place by laying the new list over the old one."""

from array import array
from collections.abc import Iterable, Sequence


class Table:
    """Row `n` is a short list of numbers; rows laid over are kept aside until the table is packed."""

    def __init__(self, ends: "array[int]", flat: "array[int]") -> None:
        self._ends = ends
        self._flat = flat
        self._over: dict[int, array[int]] = {}
        self._size = len(ends)

    @classmethod
    def of(cls, rows: Iterable[Sequence[int]], code: str = "I") -> "Table":
        """A table of these rows; `code` is the array type of its numbers."""
        ends, flat = array("I"), array(code)
        for row in rows:
            flat.extend(row)
            ends.append(len(flat))
        return cls(ends, flat)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, number: int) -> "array[int]":
        if self._over and number in self._over:
            return self._over[number]
        return self._flat[self._ends[number - 1] if number else 0 : self._ends[number]]

    def count(self, number: int) -> int:
        """How many numbers the row has."""
        if number in self._over:
            return len(self._over[number])
        return self._ends[number] - (self._ends[number - 1] if number else 0)

    def put(self, number: int, row: Iterable[int]) -> None:
        """Lay a row over; the next number after the last makes the table longer."""
        self._over[number] = array(self._flat.typecode, row)
        self._size = max(self._size, number + 1)

    def packed(self) -> "tuple[array[int], array[int]]":
        """Ends and numbers with everything laid over in its place."""
        if not self._over:
            return self._ends, self._flat
        whole = Table.of((self[number] for number in range(self._size)), self._flat.typecode)
        return whole._ends, whole._flat
