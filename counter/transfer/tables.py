"""CSV of any delimiter: read row by row, so that one broken row costs only itself; written safe from formulas."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from counter.errors import Refused
from counter.records.imports import Grid

DELIMITERS = ",;\t|"
MOST_COLUMNS = 1_000
MOST_ROWS = 200_000
_SAMPLE = 40
_AGAIN = 200
OPEN_QUOTE = "A quotation mark opens in this line and never closes, so the line was left out."
TOO_LONG = "A cell of this line is far too long to be about a person, so the line was left out."
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def read_table(text: str) -> Grid:
    """Every row as wide as the first one; raises Refused when there is nothing to read or no end of columns."""
    lines, delimiter, first = _begin(text)
    kept, refused = _records(lines, delimiter, first)
    return grid_of(kept, refused)


def grid_of(records: list[tuple[int, list[str]]], refused: Sequence[tuple[int, str]] = ()) -> Grid:
    """Numbered records as a table, empty ones left out, the first one as its header; raises as `read_table`."""
    kept = [(number, cells) for number, cells in records if any(cell.strip() for cell in cells)]
    if not kept:
        raise Refused("There is nothing in this file.")
    width = max(len(cells) for _, cells in kept[:_SAMPLE])
    if width > MOST_COLUMNS:
        raise Refused(f"This file has {width:,} columns; {MOST_COLUMNS:,} can be read. It is hardly a list of people.")
    if len(kept) > MOST_ROWS:
        raise Refused(f"This file has {len(kept):,} rows; {MOST_ROWS:,} can be read. Split it into smaller ones.")
    (_, header), *rows = kept
    return Grid(
        header=_fit(header, width), rows=tuple(_fit(cells, width) for _, cells in rows),
        lines=tuple(number for number, _ in rows), refused=tuple(refused),
    )


def write_table(header: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> str:
    """CSV with commas that no spreadsheet takes for a formula: such texts begin with an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
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
    lines = list(io.StringIO(text, newline=""))
    if lines and lines[0].casefold().startswith("sep=") and len(lines[0].strip()) <= 5:
        return lines, lines[0][4:5].strip("\r\n") or "\t", 1
    return lines, _delimiter(lines), 0


def _delimiter(lines: list[str]) -> str:
    """The one by which the first rows come out equally wide, and widest."""
    return max(DELIMITERS, key=lambda delimiter: _score(lines[:_SAMPLE], delimiter))


def _score(lines: list[str], delimiter: str) -> float:
    rows = [cells for _, cells in _records(lines, delimiter, 0)[0] if any(cells)]
    if not rows:
        return 0.0
    width, often = Counter(len(cells) for cells in rows).most_common(1)[0]
    header = len(rows[0])
    return (often / len(rows)) * min(width, 60) + (0.5 if header == width else 0.0) if width > 1 else 0.0


def _records(lines: list[str], delimiter: str, first: int) -> tuple[list[tuple[int, list[str]]], list[tuple[int, str]]]:
    """Rows with the line each begins in, and the lines that had to be left out."""
    kept: list[tuple[int, list[str]]] = []
    refused: list[tuple[int, str]] = []
    start = first
    while start < len(lines):
        bad = _run(lines, delimiter, start, kept)
        if bad is None:
            break
        refused.append(bad)
        start = bad[0]
        if len(refused) >= _AGAIN:
            raise Refused(f"Too much of this file is broken, from line {refused[0][0]} on. Export it again.")
    return kept, refused


def _run(lines: list[str], delimiter: str, start: int, kept: list[tuple[int, list[str]]]) -> tuple[int, str] | None:
    """Read on from a line (from 0); answers the first line (from 1) that can't be read, with its sentence."""
    reader = csv.reader(lines[start:] if start else lines, delimiter=delimiter)
    began = start
    try:
        for cells in reader:
            ended = start + reader.line_num
            if ended == len(lines) and ended - began > 1 and _open(lines[began:ended]):
                return began + 1, OPEN_QUOTE
            kept.append((began + 1, cells))
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
