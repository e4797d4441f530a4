"""Rows of a receipt: values are measured first and never broken, keys wrap in what is left."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counter.paper.sheet import TextLine
from counter.paper.text import SetLine, SetText, Style, Typesetter
from counter.records.slips import Row

GAP = 16
WIDEST_VALUE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRow:
    """One row with its lines inside the column."""

    lines: tuple[TextLine, ...]
    height: float
    missing: tuple[str, ...]


def place_rows(
    rows: tuple[Row, ...], setter: Typesetter, style: Style, column: int, *, rtl: bool
) -> Iterator[PlacedRow]:
    """Each row; a value too wide for the shared column stands beside a short key, else alone under it."""
    figures = Typesetter(setter.fonts)  # a figure without letters reads from the left, also in Arabic
    values = [_whole(row, figures, style, column) for row in rows]
    narrow = [value.width for value in values if value.width <= column * WIDEST_VALUE]
    shared = column - max(narrow, default=0) - GAP
    for row, value in zip(rows, values, strict=True):
        bold = replace(style, bold=row.strong)
        wide = value.width > column * WIDEST_VALUE
        key = setter.set(row.key, bold, column - value.width - GAP if wide else shared)
        alone = wide and len(key.lines) > 1
        yield _placed(setter.set(row.key, bold, column) if alone else key, value, column, alone=alone, rtl=rtl)


def _whole(row: Row, setter: Typesetter, style: Style, column: int) -> SetText:
    """The value in one line, smaller if it must be."""
    style = replace(style, bold=row.strong)
    value = setter.set(row.value, style, 100 * column)
    if value.width > column:
        value = setter.set(row.value, replace(style, size=style.size * column / value.width * 0.98), 100 * column)
    return value


def _placed(key: SetText, value: SetText, column: int, *, alone: bool, rtl: bool) -> PlacedRow:
    lines: list[TextLine] = []
    y = 0.0
    for line in key.lines:
        lines.append(line.line.moved(_at_start(line, column, rtl=rtl), y))
        y += line.height
    start = y if alone else 0.0
    for line in value.lines:
        lines.append(line.line.moved(_at_start(line, column, rtl=not rtl), start))
        start += line.height
    return PlacedRow(lines=tuple(lines), height=max(y, start), missing=key.missing + value.missing)


def _at_start(line: SetLine, column: int, *, rtl: bool) -> float:
    return column - line.width if rtl else 0.0
