"""The shop's data goes out through the real window, as files that come in again."""

import csv
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from counter_maker import open_till, someone_called
from test_bring_page import finder, noon, owner, stand, till  # noqa: F401

from counter.desk import returns
from counter.lanes import Lanes
from counter.models.tables_shop import AnonymousRow
from counter.office import exports, report_csv, taking_in
from counter.paths import folders_in
from counter.records.entries import Reason, ReturnOutcome
from counter.records.returns import ReturnForm
from counter.transfer.vcards import read_vcards
from counter.ui.texts import take_out as words

TART = ReturnForm(items=(("tart", "1"),), reason=Reason.FAULTY, outcome=ReturnOutcome.REFUND, amount="3.20")


@pytest.fixture
def page(till, owner):  # noqa: F811
    anna = someone_called(till, "=Anna Kowalska")
    returns.log(till, "tart", anna, TART)
    owner.show_page("take_out")
    return owner.page()


def lines(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_everything_goes_into_a_folder_that_comes_in_again(page, owner, tmp_path):  # noqa: F811
    page.everything.emit(str(tmp_path / "out"))
    assert owner.message.message() == "\u2068out\u2069 is written."
    taking_in.take_in(tmp_path / "out", tmp_path / "again.counter")
    assert (tmp_path / "again.counter").exists()
    page.everything.emit(str(tmp_path / "out"))
    assert "is not empty" in owner.message.message()
    assert not page.form_is_open()


def test_customers_go_out_as_csv_and_as_cards(page, tmp_path):
    page.people.emit(str(tmp_path / "customers.csv"))
    assert lines(tmp_path / "customers.csv")[1][1] == "'=Anna Kowalska"
    page.people.emit(str(tmp_path / "customers.vcf"))
    (card,) = read_vcards((tmp_path / "customers.vcf").read_text(encoding="utf-8")).people
    assert card.name == "=Anna Kowalska"


def test_any_list_goes_out_with_the_customers_name(page, owner, tmp_path):  # noqa: F811
    for name in exports.lists():
        page.listed.emit(name, str(tmp_path / f"{name}.csv"))
        assert owner.message.message() == f"\u2068{name}.csv\u2069 is written."
    header, row = lines(tmp_path / "returns.csv")
    assert header[:2] == ["who", "day"]
    assert (row[0], row[header.index("amount")]) == ("'=Anna Kowalska", "3.20")
    assert len(lines(tmp_path / "visits.csv")) == 2


def test_a_place_that_can_not_be_written_is_told_and_nothing_is_left(page, owner, tmp_path):  # noqa: F811
    page.people.emit(str(tmp_path / "no folder" / "customers.csv"))
    assert "Choose another place" in owner.message.message()
    assert not page.form_is_open()


def test_on_real_lanes_everything_is_written_beside_the_counters_work(look, qtbot, tmp_path):
    lanes, opened = Lanes(), []
    folders = folders_in(tmp_path / "other")
    folders.make()
    lanes.database(partial(open_till, folders.database, noon), opened.append, opened.append)
    qtbot.waitUntil(partial(bool, opened))
    window = stand(qtbot, lanes, opened[0], None)
    window.show_page("take_out")
    window.take_out.everything.emit(str(tmp_path / "out"))
    assert window.take_out.form_is_open()
    qtbot.waitUntil(lambda: not window.take_out.form_is_open())
    assert window.message.message() == "\u2068out\u2069 is written."
    assert Path(tmp_path / "out" / exports.MANIFEST).exists()
    lanes.database(opened[0].database.close, opened.append, opened.append)
    lanes.close()


def test_the_report_of_last_week_goes_out_as_csv(page, owner, till, tmp_path):  # noqa: F811
    till.clock = a_week_later
    page.listed.emit(report_csv.NAME, str(tmp_path / "report.csv"))
    assert owner.message.message() == words.written("report.csv")
    header, *rows = lines(tmp_path / "report.csv")
    assert header == ["under", "words", "note"]
    assert ["What came back, by product and reason (13 weeks)", "", "tart: 1 faulty"] in rows
    assert not any("____" in cell for row in rows for cell in row), "a line to write on is for paper"


def test_answers_without_a_name_go_out_in_no_order_that_tells(page, owner, tmp_path):  # noqa: F811
    AnonymousRow.create(id=9, week=noon().date(), words="=Warm in here", scores=(9, None, 8))
    page.listed.emit("answers without a name", str(tmp_path / "nameless.csv"))
    header, row = lines(tmp_path / "nameless.csv")
    assert header == ["who", "week", "words", "scores"]
    assert row[0] == ""
    assert row[2] == "'=Warm in here"


def a_week_later():
    return noon() + timedelta(days=7)
