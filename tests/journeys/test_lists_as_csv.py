"""Ctrl+S in the owner's window: the list that a page shows, as CSV."""

import csv

from counter_maker import someone_called
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from test_bring_page import finder, owner, till  # noqa: F401

from counter.desk import complaints
from counter.records.complaints import ComplaintForm
from counter.ui.texts import take_out as words


def save(owner, qtbot, path):  # noqa: F811
    owner.page().setFocus()
    qtbot.keyClick(owner.page(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialogs = [one for one in owner.findChildren(QFileDialog) if one.isVisible()]
    for dialog in dialogs:
        dialog.fileSelected.emit(str(path))
        dialog.close()
    return len(dialogs)


def lines(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_every_list_of_the_owners_window_goes_out_as_csv(owner, qtbot, tmp_path):  # noqa: F811
    for name in ("gestures", "boundaries", "lines", "staff", "printers", "keeping"):
        owner.show_page(name)
        assert save(owner, qtbot, tmp_path / f"{name}.csv") == 1, name
        assert owner.message.message() == words.written(f"{name}.csv")
        header, *rows = lines(tmp_path / f"{name}.csv")
        assert header
        assert rows
    assert lines(tmp_path / "staff.csv")[1][0] == "Maya"


def test_a_page_without_a_list_says_so(owner, qtbot, tmp_path):  # noqa: F811
    owner.show_page("shop")
    assert save(owner, qtbot, tmp_path / "x.csv") == 0
    assert owner.message.message() == words.NO_LIST_HERE


def test_a_place_that_can_not_be_written_is_told(owner, qtbot, tmp_path):  # noqa: F811
    owner.show_page("staff")
    assert save(owner, qtbot, tmp_path / "no folder" / "x.csv") == 1
    assert "Choose another place" in owner.message.message()


def test_the_report_of_whatever_week_is_looked_at_goes_out_as_csv(owner, qtbot, till, tmp_path):  # noqa: F811
    anna = someone_called(till, "Anna Kowalska")
    complaints.log(till, "said", anna, ComplaintForm(words="=Both burnt", theme="Other"))
    owner.show_page("voices")
    for week, holds in (("2026-11-16", False), ("2026-11-23", True)):
        owner.page().buttons["voices_csv"].click()
        (dialog,) = (one for one in owner.findChildren(QFileDialog) if one.isVisible())
        assert week in dialog.selectedFiles()[0]
        dialog.fileSelected.emit(str(tmp_path / "week.csv"))
        dialog.close()
        assert owner.message.message() == words.written("week.csv")
        header, *rows = lines(tmp_path / "week.csv")
        assert header == ["under", "words", "note"]
        assert any(row[1] == "'=Both burnt" for row in rows) is holds
        owner.page().wished.emit("later")
