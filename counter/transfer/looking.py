"""A file looked into for the first time: what it is, who made it, what its columns say, and what must be asked."""

from dataclasses import dataclass

from counter.errors import Refused
from counter.records.countries import DayOrder
from counter.records.imports import Grid, Part, People, Shape
from counter.transfer.decoding import decode
from counter.transfer.guessing import shape_of, with_header
from counter.transfer.rows import day_order, people_of
from counter.transfer.tables import read_table
from counter.transfer.vcards import is_vcard, read_vcards
from counter.transfer.workbooks import is_workbook, read_workbook

_CARDS = Shape(key="vcard", name="vCard", parts=(), order=DayOrder.YEAR_FIRST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a file holds. The owner may put other parts or an order into `shape`; `grid` is None for cards.

    `example` is a day that may be meant both ways; as long as it is not empty and `order` is None, it has to be asked.
    """

    file: str
    shape: Shape
    grid: Grid | None = None
    cards: People | None = None
    order: DayOrder | None = None
    example: str = ""


def look(file: str, data: bytes, encoding: str = "") -> Looked:
    """Read a CSV, XLSX or vCard file; raises Refused with a sentence when there are no people to be had from it."""
    if is_workbook(data):
        return _table(file, read_workbook(data))
    text = decode(data, encoding)
    del data  # a large file should not be here twice
    if is_vcard(text):
        return Looked(file=file, shape=_CARDS, cards=read_vcards(text), order=_CARDS.order)
    return _table(file, read_table(text))


def _table(file: str, found: Grid) -> Looked:
    grid = with_header(found)
    shape = shape_of(grid)
    order, example = day_order(grid, shape)
    return Looked(file=file, shape=shape, grid=grid, order=order, example=example)


def people(looked: Looked) -> People:
    """Everybody in it; raises Refused as `answered` does."""
    if looked.cards is not None:
        return looked.cards
    assert looked.grid is not None
    return people_of(looked.grid, looked.shape, answered(looked.shape, looked.order, looked.example))


def answered(shape: Shape, order: DayOrder | None, example: str) -> DayOrder:
    """The order of the file's days; raises Refused when it was not answered, or no column names anybody."""
    if order is None and example:
        raise Refused(f"{example} can be meant in two ways. Say which comes first, the day or the month.")
    if not {Part.NAME, Part.FIRST, Part.LAST, Part.COMPANY, Part.PHONE, Part.EMAIL} & set(shape.parts):
        raise Refused("No column of this file is a name. Say which one it is.")
    return order or DayOrder.DAY_MONTH
