"""Phone numbers by their last figures, and words of e-mails, companies and facts by their beginning."""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable

from counter.records.phones import digits

_FIGURES = 10
_ROW_BITS = 24
_LEAST_FIGURES = 3


class Phones:
    """Each number's last figures, from the last to the first, with its row."""

    def __init__(self, entries: "array[int]") -> None:
        self.entries = entries

    @classmethod
    def of(cls, phones: Iterable[tuple[str, int]]) -> "Phones":
        """From numbers as they are written, with their rows."""
        codes = (entry for text, row in phones if (entry := _entry(text, row)) is not None)
        return cls(array("Q", sorted(codes)))

    def add(self, text: str, row: int) -> None:
        """One more number."""
        entry = _entry(text, row)
        if entry is not None:
            insort(self.entries, entry)

    def remove(self, text: str, row: int) -> None:
        """A number that is theirs no more."""
        entry = _entry(text, row)
        place = bisect_left(self.entries, entry) if entry is not None else len(self.entries)
        if place < len(self.entries) and self.entries[place] == entry:
            del self.entries[place]

    def ending(self, text: str, limit: int) -> list[tuple[int, str]]:
        """Rows with a number of these last figures, and the last four; a national 0 or country code may lead."""
        figures = digits(text)
        for kept in _tails(figures):
            found = self._with(kept, limit)
            if found:
                return found
        return []

    def _with(self, figures: str, limit: int) -> list[tuple[int, str]]:
        low = _packed(figures) << _ROW_BITS
        high = low + (1 << _ROW_BITS + 4 * (_FIGURES - len(figures)))
        start = bisect_left(self.entries, low)
        end = bisect_left(self.entries, high, start, min(len(self.entries), start + limit))
        return [(entry & (1 << _ROW_BITS) - 1, _last_four(entry)) for entry in self.entries[start:end]]


def _tails(figures: str) -> list[str]:
    if len(figures) < _LEAST_FIGURES:
        return []
    whole = figures[-_FIGURES:]
    return [whole, *(whole[cut:] for cut in range(1, 4) if len(whole) - cut >= 7)]


def _packed(figures: str) -> int:
    number = 0
    for figure in figures[::-1]:
        number = number << 4 | int(figure) + 1
    return number << 4 * (_FIGURES - len(figures))


def _entry(text: str, row: int) -> int | None:
    figures = digits(text)[-_FIGURES:]
    return _packed(figures) << _ROW_BITS | row if len(figures) >= _LEAST_FIGURES else None


def _last_four(entry: int) -> str:
    reverse = [(entry >> _ROW_BITS + 4 * (_FIGURES - 1 - at)) & 15 for at in range(4)]
    return "".join(str(figure - 1) for figure in reversed(reverse) if figure)


class Terms:
    """Words with the row and the text they stand in, sorted."""

    def __init__(self, entries: list[str]) -> None:
        self.entries = entries

    @staticmethod
    def entry(term: str, row: int, at: int) -> str:
        """A word of the text number `at` of a row."""
        return f"{term}\t{row} {at}"

    def add(self, entries: Iterable[str]) -> None:
        """More words."""
        for entry in entries:
            insort(self.entries, entry)

    def remove(self, entries: Iterable[str]) -> None:
        """Words that are no more."""
        for entry in entries:
            place = bisect_left(self.entries, entry)
            if place < len(self.entries) and self.entries[place] == entry:
                del self.entries[place]

    def beginning(self, term: str, limit: int) -> dict[int, int]:
        """Rows with a word that begins so, and the number of the text it stands in."""
        start = bisect_left(self.entries, term)
        end = bisect_left(self.entries, term + "\x7f", start)
        found: dict[int, int] = {}
        for entry in self.entries[start : min(end, start + limit)]:
            row, at = entry.partition("\t")[2].split()
            found.setdefault(int(row), int(at))
        return found
