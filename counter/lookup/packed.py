"""Lists and texts by number in one piece of memory each, as they lie in kept bytes; what is new stands beside."""

from array import array
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from itertools import filterfalse, islice
from typing import Literal

from counter.lookup.shelves import Shelves

Numbers = Sequence[int]
Code = Literal["B", "H", "I", "Q"]


def numbers(code: Code, data: memoryview) -> Numbers:
    """Whole numbers of an array type as they lie in bytes, not copied."""
    return data.cast(code)


def copied(code: Code, there: Numbers) -> "array[int]":
    """Numbers as an array of their own."""
    if not isinstance(there, memoryview):
        return array(code, there)
    made: array[int] = array(code)
    made.frombytes(there.cast("B"))
    return made


class Table:
    """Row `n` is a list of numbers; a number added later stands in front of its row."""

    def __init__(self, ends: Numbers, flat: Numbers) -> None:
        """`ends` begins with 0: row n lies from ends[n] to ends[n + 1]."""
        self.ends, self.flat = ends, flat
        self.added: dict[int, list[int]] = {}
        self._dropped: dict[int, int] = {}
        self.gone: Container[int] = ()

    @classmethod
    def of(cls, rows: Iterable[Sequence[int]]) -> "Table":
        """A table of these rows."""
        ends, flat = array("I", [0]), array("I")
        for row in rows:
            flat.extend(row)
            ends.append(len(flat))
        return cls(ends, flat)

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, number: int) -> list[int]:
        """The whole row; numbers past the end have what was added only."""
        if self.added and (number in self.added or number >= len(self)):
            return [*self.first(number, len(self.flat))]
        return list(self.flat[self.ends[number] : self.ends[number + 1]])

    def some(self, wanted: Iterable[int]) -> list[list[int]]:
        """These rows whole."""
        if self.added:
            return [self[number] for number in wanted]
        ends, flat = self.ends, self.flat
        return [list(flat[ends[number] : ends[number + 1]]) for number in wanted]

    def first(self, number: int, limit: int) -> Numbers:
        """The row's first numbers, what was added before the others."""
        try:
            start, end = self.ends[number], self.ends[number + 1]
        except IndexError:
            start = end = 0
        if number in self._dropped:
            row: Numbers = list(islice(filterfalse(self.gone.__contains__, self.flat[start:end]), limit))
        else:
            row = self.flat[start : end if end - start < limit else start + limit]
        if self.added and number in self.added:
            return [*(value for value in self.added[number] if value not in self.gone), *row]
        return row

    def held(self, wanted: Iterable[int], each: int, enough: int) -> list[Numbers]:
        """The first numbers of each of these rows, until there are enough of all."""
        found: list[Numbers] = []
        ends, flat, size = self.ends, self.flat, len(self)
        for number in wanted:
            if number < size and number not in self._dropped and number not in self.added:
                start, end = ends[number], ends[number + 1]
                row = flat[start : end if end - start < each else start + each]
            else:
                row = self.first(number, each)
            found.append(row)
            enough -= len(row)
            if enough <= 0:
                break
        return found

    def count(self, number: int) -> int:
        """How many numbers the row has, without those that count no more."""
        packed = self.ends[number + 1] - self.ends[number] if number + 1 < len(self.ends) else 0
        if self.added or self._dropped:
            return packed + len(self.added.get(number, ())) - self._dropped.get(number, 0)
        return packed

    def drop(self, number: int) -> None:
        """One number of the row, one of `gone`, counts no more, though it stays where it is."""
        self._dropped[number] = self._dropped.get(number, 0) + 1

    def add(self, number: int, value: int) -> None:
        """A value in front of a row; rows past the end come to be."""
        self.added.setdefault(number, []).insert(0, value)

    def whole(self) -> "tuple[array[int], array[int]]":
        """Ends and numbers with everything that was added in its place."""
        ends, flat = copied("I", self.ends), array("I")
        if not self.added:
            return ends, copied("I", self.flat)
        at = 0
        for number in sorted(self.added):
            while number + 1 >= len(ends):
                ends.append(ends[-1])
            flat.extend(self.flat[at : self.ends[number]] if number < len(self) else self.flat[at:])
            at = self.ends[number] if number < len(self) else len(self.flat)
            flat.extend(self.added[number])
        flat.extend(self.flat[at:])
        shift, add = 0, {number + 1: len(values) for number, values in self.added.items()}
        for number in range(min(add, default=len(ends)), len(ends)):
            shift += add.get(number, 0)
            ends[number] += shift
        return ends, flat


class Texts:
    """Short pieces of bytes by number; new ones follow the last."""

    def __init__(self, ends: Numbers, blob: bytes) -> None:
        """`ends` are places in `blob`, which may hold other things before the first and after the last."""
        self.ends, self.blob = ends, blob
        self.added: list[bytes] = []
        self._base = len(ends) - 1

    @classmethod
    def of(cls, pieces: Iterable[bytes]) -> "Texts":
        """From all pieces in their order."""
        ends, blob = array("I", [0]), bytearray()
        for piece in pieces:
            blob += piece
            ends.append(len(blob))
        return cls(ends, bytes(blob))

    def __len__(self) -> int:
        return self._base + len(self.added)

    def __getitem__(self, number: int) -> bytes:
        if number >= self._base:
            return self.added[number - self._base]
        return self.blob[self.ends[number] : self.ends[number + 1]]

    def some(self, wanted: Iterable[int]) -> list[bytes]:
        """The pieces of these numbers."""
        blob, ends, base, added = self.blob, self.ends, self._base, self.added
        if added:
            return [
                blob[ends[number] : ends[number + 1]] if number < base else added[number - base] for number in wanted
            ]
        return [blob[ends[number] : ends[number + 1]] for number in wanted]

    def firsts(self, wanted: Iterable[int]) -> list[int]:
        """The first bytes of the pieces of these numbers, none of which is empty."""
        if self.added:
            return [piece[0] for piece in self.some(wanted)]
        blob, ends = self.blob, self.ends
        return [blob[ends[number]] for number in wanted]

    def lengths(self, wanted: Iterable[int]) -> list[int]:
        """How long the pieces of these numbers are."""
        if self.added:
            return list(map(len, self.some(wanted)))
        ends = self.ends
        return [ends[number + 1] - ends[number] for number in wanted]

    def add(self, piece: bytes) -> int:
        """One more; its number."""
        self.added.append(piece)
        return len(self) - 1

    def whole(self) -> "tuple[array[int], bytes]":
        """Ends, from 0, and bytes with everything that was added."""
        first, last = self.ends[0], self.ends[-1]
        ends = array("I", (end - first for end in self.ends)) if first else copied("I", self.ends)
        for piece in self.added:
            ends.append(ends[-1] + len(piece))
        return ends, b"".join([self.blob[first:last], *self.added])


class Codes:
    """Sorted numbers of 64 bits: a code of 40 above, what it leads to in the 24 below."""

    BITS = 24
    MASK = (1 << 24) - 1

    def __init__(self, entries: Numbers) -> None:
        self.entries = entries
        self.added = Shelves()

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> "Codes":
        """From pairs of code and what it leads to."""
        return cls(array("Q", sorted({code << cls.BITS | to for code, to in pairs})))

    def add(self, code: int, to: int) -> None:
        """One more pair."""
        self.added.add(code << self.BITS | to)

    def between(self, low: int, high: int, limit: int) -> list[int]:
        """What the codes from `low` up to and without `high` lead to, what was added first."""
        return [entry & self.MASK for entry in self.entries_between(low, high, limit)]

    def entries_between(self, low: int, high: int, limit: int) -> list[int]:
        """The same with the codes."""
        start = bisect_left(self.entries, low << self.BITS)
        end = bisect_left(self.entries, high << self.BITS, start, min(len(self.entries), start + limit))
        return [*self.added.between(low << self.BITS, high << self.BITS, limit), *self.entries[start:end]]

    def whole(self) -> "array[int]":
        """All entries in order."""
        if not self.added:
            return copied("Q", self.entries)
        return array("Q", sorted([*self.entries, *self.added]))
