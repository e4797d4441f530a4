"""A public set of CSV files and our own thirty cards are read as they are meant."""

import json
from pathlib import Path

import pytest

from counter.transfer.decoding import decode
from counter.transfer.looking import look, people
from counter.transfer.tables import read_own, read_table, write_table

DATA = Path(__file__).parents[1] / "data"
SPECTRUM = sorted(path.stem for path in (DATA / "csv_spectrum").glob("*.csv"))
CARDS = json.loads((DATA / "vcards" / "read.json").read_text(encoding="utf-8"))
# In this one the set's two files don't tell the same number.
UNLIKE = {"location_coordinates": "Contact Phone Number"}
WORDS = ("name", "called", "pronunciation", "address_form", "company", "address")


def test_the_sets_are_whole():
    assert len(SPECTRUM) == 12
    assert len(CARDS) == 30
    assert {path.stem for path in (DATA / "vcards").glob("*.vcf")} == set(CARDS)


@pytest.mark.parametrize("name", SPECTRUM)
def test_every_file_of_the_spectrum_is_read_cell_for_cell_and_written_so_again(name):
    text = decode((DATA / "csv_spectrum" / f"{name}.csv").read_bytes())
    grid = read_table(text)
    wanted = json.loads((DATA / "csv_spectrum" / f"{name}.json").read_bytes())
    wanted = wanted if isinstance(wanted, list) else [wanted]
    read = [dict(zip(grid.header, row, strict=True)) for row in grid.rows]
    for row in (*read, *wanted):
        row.pop(UNLIKE.get(name), None)
    assert read == wanted
    again = list(read_own(write_table(grid.header, grid.rows)))
    assert again == [list(grid.header), *map(list, grid.rows)]


@pytest.mark.parametrize("name", CARDS)
def test_every_card_is_read_as_its_phone_meant_it(name):
    found = people(look(f"{name}.vcf", (DATA / "vcards" / f"{name}.vcf").read_bytes()))
    told = [
        {word: getattr(one, word) for word in WORDS if getattr(one, word)}
        | ({"contacts": [value for _, value in one.contacts]} if one.contacts else {})
        | ({"birthday": list(one.birthday)} if one.birthday else {})
        | ({"notes": list(one.notes)} if one.notes else {})
        for one in found.people
    ]
    assert {"people": told, "refused": len(found.refused)} == CARDS[name]
