"""Ctrl+S on a page of the owner's window that shows a list: the list as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counter.office import exports
from counter.ui.owner.actions import ask_place
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.page import Page
from counter.ui.owner.window import OwnerWindow
from counter.ui.texts import take_out as words
from counter.ui.widgets.entries import EntryRow
from counter.ui.widgets.table import Table

Listed = tuple[Sequence[str], Sequence[Sequence[str]]]


class ListOut(QObject):
    """Answers `list_wanted` of the window with a place to save to; where there is no list it says so."""

    def __init__(self, window: OwnerWindow, errands: OwnerErrands) -> None:
        super().__init__(window)
        self._window, self._errands = window, errands
        window.list_wanted.connect(self._ask)

    def _ask(self) -> None:
        page = self._window.page()
        listed = list_on(page)
        if listed is None:
            self._window.message.note(words.NO_LIST_HERE)
        else:
            ask_place(self._window, words.LIST_BUTTON, f"{page.name}.csv", partial(self._save, listed))

    def _save(self, listed: Listed, path: str) -> None:
        save = partial(exports.save_list, *listed, Path(path))
        self._errands.lanes.work(save, partial(self._saved, Path(path).name), self._failed)

    def _saved(self, name: str, _answer: Any) -> None:
        self._window.message.say(words.written(name), undoable=False)

    def _failed(self, fault: Exception) -> None:
        self._window.message.say_problem(told(fault)[0])


def list_on(page: Page) -> Listed | None:
    """Header and rows of the list that a page shows, in full; None where it shows none."""
    tables = [table for table in _shown(page, Table) if table.model().rowCount()]
    if tables:
        return tables[0].columns(), tables[0].cells()
    entries = _shown(page, EntryRow)
    return (words.ENTRY_HEADS, [(row.line.name, row.line.text, row.line.tag) for row in entries]) if entries else None


def _shown(page: QWidget, kind: type[Any]) -> list[Any]:
    return [part for part in page.findChildren(kind) if part.isVisibleTo(page)]
