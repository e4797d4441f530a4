"""Connects the page on which data is taken out: the file is copied in short steps, and written from the copy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import rmtree

from PySide6.QtCore import QObject, Signal

from counter.errors import Refused
from counter.office import exports, passing, report_csv
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.stepping import Stepping
from counter.ui.owner.take_out import TakeOutPage
from counter.ui.texts import take_out as words
from counter.ui.widgets.messages import MessageBar


class TakeOutControl(QObject):
    """Nothing of it changes anything in the shop."""

    _share = Signal(float)

    def __init__(self, page: TakeOutPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        self._steps = Stepping(errands, self)
        self._steps.failed.connect(self._failed)
        self._stopped = False
        self._share.connect(self._show_share)
        page.everything.connect(self._everything)
        page.people.connect(self._people)
        page.listed.connect(self._list)
        page.stopped.connect(self._stop)

    def load(self) -> tuple[str, ...]:
        """The lists that there are."""
        return (*exports.lists(), report_csv.NAME)

    def take(self, names: tuple[str, ...]) -> None:
        """The page as it comes to the front."""
        self._page.show_lists(names)

    def _people(self, path: str) -> None:
        cards = path.casefold().endswith(".vcf")
        self._save(exports.customers_in_pieces(cards=cards), Path(path))

    def _list(self, name: str, path: str) -> None:
        till = self._errands.till
        if name == report_csv.NAME:
            self._save(report_csv.last_week_in_pieces(till.today, till.settings, till.now), Path(path))
            return
        self._save(exports.list_in_pieces(name, till.settings.here(till.now).country.money), Path(path))

    def _save(self, pieces: Iterator[str], path: Path) -> None:
        self._page.set_busy(words.WRITING)
        self._steps.run(exports.save_pieces(pieces, path), partial(self._ended, path))

    def _everything(self, folder: str) -> None:
        self._stopped = False
        self._page.set_busy(words.writing(0.0))
        place = partial(passing.place, self._errands.shop_file)
        self._errands.ask(place, partial(self._copy, Path(folder)), self._failed)

    def _copy(self, folder: Path, place: Path) -> None:
        copy = place / "shop.counter"
        self._steps.run(exports.copied(self._errands.till.database, copy), partial(self._copied, copy, folder))

    def _copied(self, copy: Path, folder: Path, whole: bool) -> None:  # noqa: FBT001
        if not whole:
            rmtree(copy.parent, ignore_errors=True)
            self._ended(folder, whole)
            return
        work = partial(self._write, copy, folder)
        self._errands.lanes.work(work, partial(self._ended, folder), self._failed)

    def _write(self, copy: Path, folder: Path) -> bool:
        """Answers that it is whole."""
        try:
            exports.everything_of(copy, folder, self._errands.till.now, self._tell)
        finally:
            rmtree(copy.parent, ignore_errors=True)
        return True

    def _tell(self, share: float) -> None:
        """On the work's thread."""
        if self._stopped:
            raise Refused(words.STOPPED_HALF_WAY)
        self._share.emit(share)

    def _show_share(self, share: float) -> None:
        self._page.progress.step(share, words.writing(share))

    def _ended(self, path: Path, whole: bool) -> None:  # noqa: FBT001
        self._page.set_busy("", busy=False)
        self._message.say(words.written(path.name) if whole else words.STOPPED, undoable=False)

    def _stop(self) -> None:
        self._stopped = True
        self._steps.stop()

    def _failed(self, fault: Exception) -> None:
        self._page.set_busy("", busy=False)
        self._message.say_problem(told(fault)[0])
