"""Ctrl+S in the owner's window: the list that a page shows, as CSV."""

import csv

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from test_bring_page import finder, owner, till  # noqa: F401

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
