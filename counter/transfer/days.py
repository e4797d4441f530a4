"""Birthdays as other programs write them, and whether a file tells in which order day and month stand."""

import re
from collections.abc import Iterable

from counter.errors import FieldRefused
from counter.records.countries import DayOrder
from counter.records.reading import read_date_of_year

Birthday = tuple[int, int, int | None]

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEARLESS = re.compile(r"--(\d{2})-?(\d{2})")
_FIGURES = re.compile(r"(\d{1,2})[./\-\s](\d{1,2})(?:[./\-\s](?:\d{4}|\d{2}))?")
_CLOCK = re.compile(r"(?:T|\s+)\d{1,2}:\d{2}.*$")
_NO_YEAR = (0, 1604)  # what phones write where nobody said the year
_LONGEST = 60  # no day is written longer, and patterns take for ever on a cell of a hundred thousand blanks


def read_birthday(text: str, order: DayOrder) -> Birthday | None:
    """Month, day and year if given; None when it can't be read as a day."""
    if len(text) > _LONGEST:
        return None
    typed = _CLOCK.sub("", text.strip())
    compact, yearless = _COMPACT.fullmatch(typed), _YEARLESS.fullmatch(typed)
    if compact:
        typed = "-".join(compact.groups())
    elif yearless:
        typed = f"2000-{yearless[1]}-{yearless[2]}"
    for year in _NO_YEAR:
        if typed.startswith(f"{year:04d}-"):
            typed, yearless = f"2000{typed[4:]}", yearless or _YEARLESS.match("--01-01")
    try:
        month, day, said = read_date_of_year(typed, order)
    except FieldRefused:
        return None
    return month, day, None if yearless else said


def order_of(texts: Iterable[str]) -> tuple[DayOrder | None, str]:
    """How day and month stand in a column, as far as it tells, and an example that may be read both ways.

    The order is None when it doesn't tell; the example is empty when no one needs to be asked.
    """
    example, found = "", set()
    for text in texts:
        if len(text) > _LONGEST:
            continue
        figures = _FIGURES.fullmatch(_CLOCK.sub("", text.strip()))
        if not figures:
            continue
        first, second = int(figures[1]), int(figures[2])
        if first > 12 >= second:
            found.add(DayOrder.DAY_MONTH)
        elif second > 12 >= first:
            found.add(DayOrder.MONTH_DAY)
        elif first != second:
            example = example or text.strip()
    if len(found) == 1:
        return found.pop(), ""
    return None, example
