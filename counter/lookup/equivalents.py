"""Names that stand for each other (Bill and William, Aga and Agnieszka), looked up where they lie in the resource."""

import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence

_MARK = b"names 2\n"
_MASK = (1 << 32) - 1


def hashed(key: str) -> int:
    """A word as a number of 32 bits, above 0."""
    return zlib.crc32(key.encode()) or 1


class Equivalents:
    """Groups of names as numbers: sorted places of each name's groups, and the groups, each ended by a 0.

    The bytes (of any kind, a mapped file too) are read where they lie; nothing is unpacked.
    """

    def __init__(self, data: bytes | memoryview) -> None:
        view = memoryview(data)
        if bytes(view[:8]) != _MARK:
            raise ValueError("these are no groups of names")
        count = int.from_bytes(view[8:16], "little")
        self._places: Sequence[int] = view[16 : 16 + 8 * count].cast("Q")
        self._groups: Sequence[int] = view[16 + 8 * count :].cast("I")

    @classmethod
    def parse(cls, text: str) -> "Equivalents":
        """From lines of names; an empty text knows no names."""
        return cls(written(line.split() for line in text.splitlines()))

    def of(self, key: str) -> set[int]:
        """The numbers of other names that a name may stand for."""
        own = hashed(key)
        found: set[int] = set()
        at = bisect_left(self._places, own << 32)
        while at < len(self._places) and self._places[at] >> 32 == own:
            place = self._places[at] & _MASK
            while member := self._groups[place]:
                found.add(member)
                place += 1
            at += 1
        found.discard(own)
        return found


def written(groups: Iterable[Sequence[str]]) -> bytes:
    """The bytes of the resource from groups of names."""
    places, flat = set(), array("I")
    for group in groups:
        places |= {hashed(word) << 32 | len(flat) for word in group}
        flat.extend(hashed(word) for word in group)
        flat.append(0)
    if len(flat) % 2:
        flat.append(0)
    return _MARK + len(places).to_bytes(8, "little") + array("Q", sorted(places)).tobytes() + flat.tobytes()
