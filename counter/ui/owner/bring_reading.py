"""A file that was picked: looked at by a child, and held against those who are here, without the window waiting."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter.office import imports
from counter.office.imports import Preview
from counter.office.reading import Glance, Reader
from counter.records.countries import DayOrder
from counter.records.imports import Known, Shape
from counter.ui.owner.bring import BringPage
from counter.ui.owner.bring_decisions import Asked
from counter.ui.owner.errands import OwnerErrands
from counter.ui.texts import bring as words

Pages = Iterator[tuple[Known, ...]]
Wanted = tuple[Shape, DayOrder | None]


class BringReading(QObject):
    """`failed(fault)` when a file can't be read. `preview` is what is shown, until it is put away."""

    failed = Signal(object)

    def __init__(self, page: BringPage, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._errands = page, errands
        self._reader = Reader(errands.program, errands.shop_file)
        self._path, self._encoding = Path(), ""
        self._stopping = False
        self.preview: Preview | None = None
        page.picked.connect(self._pick)
        page.encoding_chosen.connect(self._look)
        page.looked.connect(self._plan)
        page.stopped.connect(self._stop)
        page.put_away.connect(self.put_away)

    def put_away(self) -> None:
        """The file is done with, and nothing of it stays behind."""
        self.preview = None
        self._reader.close()

    def _pick(self, path: str | Path) -> None:
        self._path = Path(path)
        self._look("")

    def _look(self, encoding: str) -> None:
        self._encoding = encoding
        self._page.set_busy(words.READING)
        self._errands.lanes.work(partial(self._reader.look, self._path, encoding), self._looked, self.failed.emit)

    def _looked(self, glance: Glance) -> None:
        self._page.set_busy("", busy=False)
        self._page.show_glance(glance, self._encoding)

    def _plan(self, shape: Shape, order: DayOrder | None) -> None:
        self._stopping = False
        self._page.set_busy(words.PLANNING)
        self._reader.note_known((), first=True)
        self._errands.ask(partial(imports.numbers, shape.key), self._reader.note_numbers, self.failed.emit)
        self._next_page(imports.pages(), (shape, order))

    def _next_page(self, pages: Pages, wanted: Wanted) -> None:
        self._errands.ask(partial(next, pages, ()), partial(self._note, pages, wanted), self.failed.emit)

    def _note(self, pages: Pages, wanted: Wanted, page: tuple[Known, ...]) -> None:
        if self._stopping:
            self._page.set_busy("", busy=False)
        elif page:
            self._reader.note_known(page)
            self._next_page(pages, wanted)
        else:
            till = self._errands.till
            plan = partial(self._reader.plan, *wanted, till.settings.here(till.now).country)
            self._errands.lanes.work(plan, self._planned, self.failed.emit)

    def _planned(self, preview: Preview) -> None:
        self.preview = preview
        ids = {who for plan in preview.outlook.looks for who in plan.maybe}
        self._errands.ask(partial(imports.who_is, ids), self._show, self.failed.emit)

    def _show(self, names: dict[int, str]) -> None:
        self._page.set_busy("", busy=False)
        if self.preview is not None:
            boundaries = {key: one.label for key, one in self._errands.till.boundaries.items()}
            self._page.show_preview(Asked(preview=self.preview, names=names, boundaries=boundaries))

    def _stop(self) -> None:
        self._stopping = True
        self._reader.stop()
