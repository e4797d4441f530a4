"""Files from other programs are read whatever their delimiter, encoding and quoting, and one bad row costs itself."""

import csv

import pytest

from counter.errors import Refused
from counter.transfer.decoding import LARGEST, decode
from counter.transfer.tables import read_own, read_table, write_table

TEXT = "Name,Town\nZoë Müller,Köln\nAnna Kowalska,Łódź\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_encoding_is_told_by_its_bytes(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_western_bytes_are_read_as_windows_writes_them():
    assert decode("Zoë – 5 €\r\n".encode("cp1252")) == "Zoë – 5 €\r\n"


def test_a_file_pasted_together_of_two_encodings_is_read_line_by_line():
    assert decode("Zoë\n".encode() + "Müller\n".encode("cp1252") + "Łódź\n".encode()) == "Zoë\nMüller\nŁódź\n"


def test_the_owner_may_say_the_encoding():
    assert decode("Łódź".encode("cp1250"), "cp1250") == "Łódź"


def test_nul_characters_and_bytes_without_meaning_stop_nothing():
    assert decode(b"An\0na\x81\n") == "Anna\x81\n"


def test_more_than_twenty_megabytes_are_refused_in_a_sentence():
    with pytest.raises(Refused, match="20 MB can be read"):
        decode(bytes(LARGEST + 1))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_line_end(delimiter, end):
    rows = [("Name", "Note", "Town"), ("Anna", 'says "hi", twice; or | more', "Ulm"), ("Bob", "two\nlines", "Bonn")]
    quoted = end.join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    grid = read_table(quoted)
    assert (grid.header, *grid.rows) == tuple(rows)


def test_a_comma_in_an_address_does_not_win_over_the_semicolon():
    grid = read_table("Name;Address\nAnna;1, High St, York\nBob;2, Low St, York\n")
    assert grid.rows == (("Anna", "1, High St, York"), ("Bob", "2, Low St, York"))


def test_excels_own_line_about_the_delimiter_is_no_row():
    assert read_table("sep=;\r\nName;Town\r\nAnna;Ulm\r\n").rows == (("Anna", "Ulm"),)


def test_rows_keep_the_line_they_begin_in():
    grid = read_table('Name,Note\n\nAnna,"a\nb"\nBob,c\n')
    assert grid.lines == (3, 5)


def test_cut_off_rows_are_filled_and_cells_too_many_are_kept():
    grid = read_table("Name,Town,Phone\nAnna\nBob,Ulm,1,2,3\nCid,Bonn,4\nDee,Kiel,5\n")
    assert grid.rows[:2] == (("Anna", "", "", "", "")[: len(grid.header)], ("Bob", "Ulm", "1", "2", "3"))


def test_a_quotation_mark_that_never_closes_costs_its_own_line_only():
    grid = read_table('Name,Note\nAnna,x\nBob,"never closed\nCid,y\nDee,z\n')
    assert [row[0] for row in grid.rows] == ["Anna", "Cid", "Dee"]
    assert [line for line, _ in grid.refused] == [3]
    assert "never closes" in grid.refused[0][1]


def test_a_cell_beyond_all_measure_costs_its_own_line_only():
    grid = read_table(f"Name,Photo\nAnna,{'A' * 200_000}\nBob,x\n")
    assert [row[0] for row in grid.rows] == ["Bob"]
    assert grid.refused[0][0] == 2


def test_a_million_columns_are_refused_in_a_sentence():
    with pytest.raises(Refused, match="hardly a list of people"):
        read_table("a," * 1_000_000 + "\n")


def test_a_file_full_of_broken_quotes_is_refused_rather_than_read_for_ever():
    with pytest.raises(Refused, match="Too much of this file is broken"):
        read_table("Name\n" + "".join(f'A{n},"x{"" if n % 2 else chr(34) * 2}\n{"y" * 140_000}\n' for n in range(250)))


@pytest.mark.parametrize("text", ["", "\n\n", ",,,\n,,\n", "\"\"\n"])
def test_a_file_without_anything_says_so(text):
    with pytest.raises(Refused, match="nothing in this file"):
        read_table(text)


HARMFUL = ["=1+1", "+44 20 7946", "-5", "@SUM(A1)", "\tx", "\rx", "'quoted", "''=", "'=1", "plain", "", " =1", "a\r\nb"]


def test_no_cell_is_a_formula_and_every_cell_comes_back():
    written = write_table(["=head", "b"], [[cell, "x"] for cell in HARMFUL])
    header, *rows = read_own(written)
    assert header == ["=head", "b"]
    assert [row[0] for row in rows] == HARMFUL
    cells = [row[0] for row in csv.reader(written.splitlines()) if row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
