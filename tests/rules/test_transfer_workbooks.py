"""Workbooks are read like tables; what is locked, damaged, old or too large is told in a sentence."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from counter.errors import Refused
from counter.records.countries import DayOrder
from counter.records.people import ContactKind
from counter.transfer.looking import look, people
from counter.transfer.workbooks import read_workbook


def book(*rows, before=0):
    made = Workbook()
    for _ in range(before):
        made.create_sheet("empty", 0)
    sheet = made.worksheets[-1]
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def packed(data, change):
    """The same workbook with its parts put through `change(name, bytes)`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


HEAD = ("Name", "Phone", "Birthday", "Email")


def test_a_workbook_is_read_with_its_days_and_numbers():
    born = datetime.fromisoformat("1985-04-03")
    data = book(HEAD, ("Anna Ward", 2079460142, born, None), ("Bob", "020 79", date(1990, 12, 1), "b@x.uk"))
    looked = look("people.xlsx", data)
    assert (looked.order, looked.example) == (None, "")
    anna, bob = people(looked).people
    assert (anna.name, anna.birthday) == ("Anna Ward", (4, 3, 1985))
    assert anna.contacts == ((ContactKind.PHONE, "2079460142"),)
    assert bob.birthday == (12, 1, 1990)


def test_empty_sheets_and_rows_are_passed_over_and_rows_keep_their_number():
    grid = read_workbook(book((), HEAD, (), ("Anna Ward",), before=2))
    assert grid.header == HEAD
    assert grid.rows == (("Anna Ward", "", "", ""),)
    assert grid.lines == (4,)


def test_a_formula_gives_what_it_last_showed_and_is_never_reckoned():
    grid = read_workbook(book(HEAD, ("=HYPERLINK(\"http://x\",\"Anna\")", 1.5, True), ("Bob", 3.0)))
    assert grid.rows == (("", "1.5", "yes", ""), ("Bob", "3", "", ""))


def test_days_written_as_texts_are_asked_about_as_in_any_file():
    looked = look("people.xlsx", book(HEAD, ("Anna Ward", None, "03/04/1985")))
    assert looked.example == "03/04/1985"
    assert looked.order is not DayOrder.DAY_MONTH


def test_a_workbook_that_unfolds_beyond_measure_is_refused():
    bomb = packed(book(HEAD), lambda name, part: bytes(210_000_000) if name.endswith("sheet1.xml") else part)
    assert len(bomb) < 1_000_000
    with pytest.raises(Refused, match="unfolds to more"):
        look("bomb.xlsx", bomb)


def test_entities_that_multiply_are_refused():
    inside = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(12))
    cell = '<row><c t="inlineStr"><is><t>&e11;</t></is></c></row>'
    evil = f'<?xml version="1.0"?><!DOCTYPE x [{inside}]><worksheet><sheetData>{cell}</sheetData></worksheet>'
    data = packed(book(HEAD), lambda name, part: evil.encode() if name.endswith("sheet1.xml") else part)
    with pytest.raises(Refused, match="damaged or locked"):
        look("evil.xlsx", data)


def test_a_cell_at_the_far_end_is_no_list_of_people():
    made = Workbook()
    made.active["A1"], made.active["XFD1"] = "Name", "far"
    out = io.BytesIO()
    made.save(out)
    with pytest.raises(Refused, match="reaches far out"):
        look("wide.xlsx", out.getvalue())


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 500, book(HEAD)[:900]])
def test_a_damaged_workbook_is_told(data):
    with pytest.raises(Refused, match="damaged or locked"):
        look("x.xlsx", data)


def test_an_archive_that_is_no_workbook_is_told():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("hello.txt", "hi")
    with pytest.raises(Refused, match="damaged or locked"):
        look("x.zip", out.getvalue())


def test_a_workbook_of_the_older_kind_or_with_a_password_is_told():
    with pytest.raises(Refused, match="older kind"):
        look("x.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_an_empty_workbook_says_so():
    with pytest.raises(Refused, match="nothing in this file"):
        look("x.xlsx", book())
