"""Whatever bytes a file holds, it is read or refused in a sentence; nothing else comes out of it."""

import csv
import io
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter.errors import Refused
from counter.records.countries import DayOrder
from counter.transfer.decoding import decode
from counter.transfer.looking import Looked, look, people
from counter.transfer.tables import read_own, read_table, write_table
from counter.transfer.vcards import read_vcards

PIECES = st.sampled_from([
    b"BEGIN:VCARD\r\n", b"END:VCARD\n", b"BEGIN:", b"N:", b"TEL;", b"FN:Anna\n", b"BDAY:",
    b";ENCODING=QUOTED-PRINTABLE:", b"\xef\xbb\xbf",
    b"=C3=", b"=\r\n", b"\\", b"\\;", b" fold", b"AGENT:\n", b'"', b"'", b",", b";", b"\t", b"\0", b"\xff\xfe",
    b"Name,Phone,Birthday\n", b"31/12/1990", b"1/2/3", b"+44 20 7946 0142", b"a@b.c", "Zoë 😀".encode(), b"\r", b"\n",
    b"=1+1", b"sep=;\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", "\u202e\u2066\ufeff".encode(), b"9" * 300,
])  # fmt: skip
FILES = st.lists(PIECES | st.binary(max_size=6), max_size=30).map(b"".join)
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


def everything(data):
    """Read as the program does; the owner answers that the day comes first."""
    looked = look("x", data)
    answered = Looked(
        file="x", shape=looked.shape, grid=looked.grid, cards=looked.cards, order=looked.order or DayOrder.DAY_MONTH
    )
    return people(answered)


@given(FILES)
@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_any_file_is_read_or_refused_in_a_sentence(data):
    try:
        found = everything(data)
    except Refused as refused:
        assert refused.sentence.endswith((".", "?"))
        return
    assert all(person.name and "\0" not in person.name for person in found.people)
    assert all(sentence for _, sentence in found.refused)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_what_is_written_is_read_again_cell_for_cell(rows):
    assert list(read_own(write_table(rows[0], rows[1:]))) == rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
def test_one_table_is_the_same_in_every_dress(delimiter, encoding, quoting):
    rows = [("Name", "Note", "Town")]
    rows += [(f"Zoë {n}", f'a{delimiter}b "q"\r\nline {n}', "Köln, am Rhein; Süd") for n in range(30)]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=quoting).writerows(rows)
    grid = read_table(decode(out.getvalue().encode(encoding)))
    assert (grid.header, *grid.rows) == tuple(rows)


def test_every_cut_of_a_card_file_gives_whole_cards_or_none():
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna {n}\r\nTEL:020 7946 014{n}\r\nEND:VCARD\r\n"
    whole = "".join(card.format(n=n) for n in range(3))
    for cut in range(len(whole)):
        try:
            found = read_vcards(whole[:cut])
        except Refused:
            continue
        assert {person.name for person in found.people} <= {"Anna 0", "Anna 1", "Anna 2"}
        assert all(person.contacts for person in found.people)


def test_every_cut_of_a_table_loses_only_its_last_row():
    whole = "Name,Note,Phone\r\n" + "".join(f'Anna {n},"x, ""y"" {n}",020 7946 014{n}\r\n' for n in range(4))
    for cut in range(len("Name,Note,Phone\r\n") + 1, len(whole)):
        grid = read_table(whole[:cut])
        complete = whole[:cut].count("\r\n") - 1
        assert [row[0] for row in grid.rows[:complete]] == [f"Anna {n}" for n in range(complete)]


def test_a_thousand_cards_inside_each_other_do_not_sink_the_reader():
    found = read_vcards("BEGIN:VCARD\nFN:A\nAGENT:\n" * 1_000 + "END:VCARD\n" * 1_000)
    assert len(found.people) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"Name,Birthday\nAnna,x" + b" " * 120_000 + b"x\n",
        b"BEGIN:VCARD\nFN:Anna\nBDAY:x" + b" " * 1_000_000 + b"x\nEND:VCARD\n",
        b"BEGIN:VCARD\nFN:Anna\nCATEGORIES:" + b"a," * 500_000 + b"\nEND:VCARD\n",
        b"BEGIN:VCARD\nFN:Anna\nTEL" + b";a" * 500_000 + b":020 7946 0142\nEND:VCARD\n",
        b"BEGIN:VCARD\nFN:Anna\nNOTE:x" + b"\n y" * 300_000 + b"\nEND:VCARD\n",
        b"BEGIN:VCARD\nFN:Anna\n" + b'"' * 1_000_000 + b"\nEND:VCARD\n",
    ],
    ids=["a day of blanks", "a card's day of blanks", "tags", "parameters", "folds", "quotation marks"],
)
def test_a_cell_beyond_all_measure_takes_no_longer_than_its_length(data):
    began = time.process_time()
    try:
        assert [person.name for person in everything(data).people] == ["Anna"]
    except Refused as refused:
        assert refused.sentence.endswith(".")
    assert time.process_time() - began < 15


def test_a_table_that_is_wide_only_at_its_head_is_refused_before_it_fills_the_memory():
    text = "Name," + "," * 900 + "\n" + "Anna\n" * 30_000
    with pytest.raises(Refused, match="most of its rows are not"):
        read_table(text)
