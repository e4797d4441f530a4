"""CSV of any delimiter: read row by row, so that one broken row costs only itself; written safe from formulas."""

import csv
import io
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import overload

from counter.errors import Refused
from counter.records.imports import Grid

DELIMITERS = ",;\t|"
MOST_COLUMNS = 1_000
MOST_ROWS = 200_000
MOST_CELLS = 20_000_000
_SAMPLE = 40
_AGAIN = 200
OPEN_QUOTE = "A quotation mark opens in this line and never closes, so the line was left out."
TOO_LONG = "A cell of this line is far too long to be about a person, so the line was left out."
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


class Rows(Sequence[tuple[str, ...]]):
    """Rows of texts, each kept as one text: cells hold no NUL, so it can stand between them.

    A hundred thousand rows take a fifth of the room that they take as tuples.
    """

    def __init__(self, rows: Iterable[Sequence[str]] = ()) -> None:
        self._packed = ["\0".join(row) for row in rows]

    def append(self, row: Sequence[str]) -> None:
        """One more row."""
        self._packed.append("\0".join(row))

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, at: int) -> tuple[str, ...]: ...

    @overload
    def __getitem__(self, at: slice) -> "tuple[tuple[str, ...], ...]": ...

    def __getitem__(self, at: int | slice) -> tuple[str, ...] | tuple[tuple[str, ...], ...]:
        if isinstance(at, slice):
            return tuple(tuple(row.split("\0")) for row in self._packed[at])
        return tuple(self._packed[at].split("\0"))

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return (tuple(row.split("\0")) for row in self._packed)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self._packed))


def read_table(text: str) -> Grid:
    """Every row as wide as the first one; raises Refused when there is nothing to read or no end of columns."""
    lines, delimiter, first = _begin(text)
    refused: list[tuple[int, str]] = []
    return grid_of(_records(lines, delimiter, first, refused), refused)


def grid_of(records: Iterable[tuple[int, list[str]]], refused: Sequence[tuple[int, str]] = ()) -> Grid:
    """Numbered records as a table, empty ones left out, the first one as its header; raises as `read_table`.

    `refused` may grow while the records are gone through.
    """
    filled = ((number, cells) for number, cells in records if any(cell.strip() for cell in cells))
    begun = list(islice(filled, _SAMPLE))
    if not begun:
        raise Refused("There is nothing in this file.")
    width = max(len(cells) for _, cells in begun)
    if width > MOST_COLUMNS:
        raise Refused(f"This file has {width:,} columns; {MOST_COLUMNS:,} can be read. It is hardly a list of people.")
    rows, lines = Rows(), list[int]()
    for number, cells in chain(begun[1:], filled):
        if len(lines) >= MOST_ROWS:
            raise Refused(f"This file has more than {MOST_ROWS:,} rows, and no more can be read. Split it into parts.")
        if len(lines) * width >= MOST_CELLS:
            raise Refused(f"This file is {width:,} columns wide, and most of its rows are not. Export it again.")
        rows.append(_fit(cells, width))
        lines.append(number)
    return Grid(header=_fit(begun[0][1], width), rows=rows, lines=tuple(lines), refused=tuple(refused))


def write_table(header: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> str:
    """CSV with commas that no spreadsheet takes for a formula: such texts begin with an apostrophe.

    Without a header, more rows for a table that was begun before.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    if header:
        writer.writerow(safe(cell) for cell in header)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def safe(cell: str | float) -> str | float:
    """A cell that a spreadsheet shows as it is; `plain` takes it back."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def plain(cell: str) -> str:
    """What `safe` was given."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def read_own(text: str) -> Iterator[list[str]]:
    """Rows as `write_table` wrote them, the header first, cell for cell; raises Refused when it can't be ours."""
    usual = csv.field_size_limit(max(len(text), 1))
    try:
        for row in csv.reader(io.StringIO(text, newline=""), strict=True):
            yield [plain(cell) for cell in row]
    except csv.Error as fault:
        raise Refused("This file was changed by another program and can't be taken back in.") from fault
    finally:
        csv.field_size_limit(usual)


def _begin(text: str) -> tuple[list[str], str, int]:
    """Lines, the delimiter, and where the rows begin: Excel may say the delimiter in a first line of its own."""
    lines = list(io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "replace")), encoding="utf-8", newline=""))
    if lines and lines[0].casefold().startswith("sep=") and len(lines[0].strip()) <= 5:
        return lines, lines[0][4:5].strip("\r\n") or "\t", 1
    return lines, _delimiter(lines), 0


def _delimiter(lines: list[str]) -> str:
    """The one by which the first rows come out equally wide, and widest."""
    return max(DELIMITERS, key=lambda delimiter: _score(lines[:_SAMPLE], delimiter))


def _score(lines: list[str], delimiter: str) -> float:
    rows = [cells for _, cells in _records(lines, delimiter, 0, []) if any(cells)]
    if not rows:
        return 0.0
    width, often = Counter(len(cells) for cells in rows).most_common(1)[0]
    header = len(rows[0])
    return (often / len(rows)) * min(width, 60) + (0.5 if header == width else 0.0) if width > 1 else 0.0


def _records(
    lines: list[str], delimiter: str, first: int, refused: list[tuple[int, str]]
) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line each begins in; `refused` takes the lines that had to be left out."""
    start = first
    while start < len(lines):
        bad = yield from _run(lines, delimiter, start)
        if bad is None:
            break
        refused.append(bad)
        start = bad[0]
        if len(refused) >= _AGAIN:
            raise Refused(f"Too much of this file is broken, from line {refused[0][0]} on. Export it again.")


def _run(
    lines: list[str], delimiter: str, start: int
) -> Generator[tuple[int, list[str]], None, tuple[int, str] | None]:
    """Read on from a line (from 0); answers the first line (from 1) that can't be read, with its sentence."""
    reader = csv.reader(islice(lines, start, None), delimiter=delimiter)
    began = start
    try:
        for cells in reader:
            ended = start + reader.line_num
            if ended == len(lines) and ended - began > 1 and _open(lines[began:ended]):
                return began + 1, OPEN_QUOTE
            yield began + 1, cells
            began = ended
    except csv.Error:
        return began + 1, TOO_LONG
    return None


def _open(lines: list[str]) -> bool:
    return sum(line.count('"') for line in lines) % 2 == 1


def _fit(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """Cut-off rows are filled up with blanks; what stands beyond the last column joins it."""
    if len(cells) > width:
        return (*cells[: width - 1], " ".join(cell for cell in cells[width - 1 :] if cell))
    return (*cells, *[""] * (width - len(cells)))
