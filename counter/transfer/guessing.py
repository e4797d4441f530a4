"""What the columns of an unknown file say: by their headers in some languages, else by what stands in the cells."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from counter.records.countries import DayOrder
from counter.records.imports import Grid, Part, Shape
from counter.records.phones import digits
from counter.transfer.days import read_birthday
from counter.transfer.shapes import meaning, recognise
from counter.transfer.tables import Rows

_SAMPLE = 200
_MOSTLY = 0.7
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?(?:[T ].*)?")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
_NAME = re.compile(r"[^\W\d_][^\d@/]*[\s,][^\d@/]*[^\W\d_.]\.?")


def with_header(grid: Grid) -> Grid:
    """The table as it is when its first row names columns; else with made-up names above all of its rows."""
    if not any(_is_mail(cell) or _is_phone(cell) or _is_date(cell) for cell in grid.header):
        return grid
    names = tuple(f"Column {number}" for number in range(1, len(grid.header) + 1))
    return replace(grid, header=names, rows=Rows(chain((grid.header,), grid.rows)), lines=(1, *grid.lines))


def shape_of(grid: Grid) -> Shape:
    """The known program's, or a guess that the owner puts right; a column that says nothing known becomes a note."""
    known = recognise(grid.header)
    if known is not None:
        return known
    parts = [meaning(name) for name in grid.header]
    for at, part in enumerate(parts):
        parts[at] = part or _by_cells([row[at] for row in grid.rows[:_SAMPLE]], parts)
    spelled = Part.FIRST in parts or Part.LAST in parts
    known_parts = [part or Part.NOTE for part in parts]
    return Shape(
        key="", name="",
        parts=tuple(Part.NOTE if spelled and part is Part.NAME else part for part in known_parts),
    )


def _by_cells(cells: Sequence[str], taken: Sequence[Part | None]) -> Part:
    written = [cell.strip() for cell in cells if cell.strip()]
    for part, fits in _FITS:
        once = part in (Part.NAME, Part.BIRTHDAY) and bool({part, Part.LAST} & set(taken))
        if written and not once and sum(map(fits, written)) >= _MOSTLY * len(written):
            return part
    return Part.NOTE if written else Part.LEAVE


def _is_mail(cell: str) -> bool:
    return bool(_MAIL.fullmatch(cell.strip()))


def _is_phone(cell: str) -> bool:
    text = cell.strip().removeprefix("'")
    return 7 <= len(digits(text)) <= 15 and not re.search(r"[^\d\s()+./\-]", text) and not _is_date(text)


def _is_date(cell: str) -> bool:
    return bool(_DATE.fullmatch(cell.strip())) and read_birthday(cell, DayOrder.DAY_MONTH) is not None


def _is_name(cell: str) -> bool:
    return len(cell) <= 60 and len(cell.split()) <= 5 and bool(_NAME.fullmatch(cell))


_FITS: tuple[tuple[Part, Callable[[str], bool]], ...] = (
    (Part.EMAIL, _is_mail), (Part.BIRTHDAY, _is_date), (Part.PHONE, _is_phone), (Part.NAME, _is_name),
)  # fmt: skip
