"""Rows of numbers by codes, as they lie in kept bytes; what is new stands beside."""

from array import array
from bisect import bisect_left

from counter.lookup.packed import Numbers, Table, copied


class Keyed:
    """Rows of numbers by sorted codes of 32 bits."""

    def __init__(self, codes: Numbers, rows: Table) -> None:
        self.codes, self.rows = codes, rows
        self.added: dict[int, list[int]] = {}

    @classmethod
    def of(cls, rows: "dict[int, array[int]]") -> "Keyed":
        """From rows by code."""
        codes = array("I", sorted(rows))
        return cls(codes, Table.of(rows[code] for code in codes))

    def first(self, code: int, limit: int) -> Numbers:
        """The first numbers of a code."""
        at = bisect_left(self.codes, code)
        row = self.rows.first(at, limit) if at < len(self.codes) and self.codes[at] == code else ()
        return [*self.added[code], *row] if code in self.added else row

    def kinds(self, code: int, limit: int, into: "tuple[set[int], ...]") -> None:
        """The first numbers of `code` times four and of the next ones, each into the set of its place."""
        low, ends, flat = 4 * code, self.rows.ends, self.rows.flat
        at = bisect_left(self.codes, low)
        for place, there in enumerate(self.codes[at : at + len(into)], at):
            if there >= low + len(into):
                break
            start, end = ends[place], ends[place + 1]
            into[there - low].update(flat[start : end if end - start < limit else start + limit])
        if self.added:
            for kind, numbers in enumerate(into):
                numbers.update(self.added.get(low + kind, ()))

    def between(self, low: int, high: int, limit: int) -> Numbers:
        """The first numbers of all codes from `low` up to and without `high`."""
        start = bisect_left(self.codes, low)
        end = bisect_left(self.codes, high, start)
        ends = self.rows.ends
        row = self.rows.flat[ends[start] : min(ends[end], ends[start] + limit)]
        new = [number for code, numbers in self.added.items() if low <= code < high for number in numbers]
        return [*new, *row] if new else row

    def add(self, code: int, number: int) -> None:
        """One more number of a code."""
        self.added.setdefault(code, []).insert(0, number)

    def whole(self) -> "tuple[array[int], array[int], array[int]]":
        """Codes, ends and numbers with everything that was added in its place."""
        if not self.added:
            return copied("I", self.codes), copied("I", self.rows.ends), copied("I", self.rows.flat)
        codes, ends, flat = array("I", sorted({*self.codes, *self.added})), array("I", [0]), array("I")
        for code in codes:
            flat.extend(self.first(code, len(self.rows.flat)))
            ends.append(len(flat))
        return codes, ends, flat
