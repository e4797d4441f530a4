"""XLSX as a table of texts, the first sheet that holds anything, read row by row and within bounds."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from counter.errors import Refused
from counter.records.imports import Grid
from counter.transfer.decoding import LARGEST
from counter.transfer.tables import MOST_COLUMNS, MOST_ROWS, grid_of

MOST_BYTES = 200_000_000
_MARK = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0"
BROKEN = "This workbook is damaged or locked with a password. Open it, save it as CSV, and choose that file."
OLD = "This is a workbook of an older kind. Open it, save it as CSV, and choose that file."


def is_workbook(data: bytes) -> bool:
    """Whether a file is a workbook, of the older kind too."""
    return data.startswith((_MARK, _OLD))


def read_workbook(data: bytes) -> Grid:
    """The first sheet that holds anything; raises Refused for what is too large, damaged, locked or old."""
    if len(data) > LARGEST:
        raise Refused(f"This file has {len(data) // 1_000_000} MB; 20 MB can be read. Split it into smaller ones.")
    if data.startswith(_OLD):
        raise Refused(OLD)
    try:
        _bounded(data)
        return grid_of(_first_with_content(data))
    except Refused:
        raise
    except Exception as fault:  # noqa: BLE001 - a workbook from anywhere: the library raises whatever it stumbles over
        raise Refused(BROKEN) from fault


def _bounded(data: bytes) -> None:
    """A small file may unfold to more than memory holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if sum(part.file_size for part in packed.infolist()) > MOST_BYTES:
            raise Refused("This workbook unfolds to more than can be read. Save it as CSV, and choose that file.")


def _first_with_content(data: bytes) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook  # ten megabytes: not in a program that reads no workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_row=MOST_ROWS + 2, values_only=True)
            filled = 0
            for number, row in enumerate(rows, 1):
                cells = _trimmed([_text(value) for value in row])
                if len(cells) > MOST_COLUMNS:
                    raise Refused(f"Row {number} reaches far out to the right. Delete what stands there.")
                if cells:
                    filled += 1
                    yield number, cells
            if filled:
                return
    finally:
        book.close()


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1].strip():
        cells.pop()
    return cells


def _text(value: Any) -> str:
    """A cell as one would write it in CSV: days as YYYY-MM-DD, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value)
