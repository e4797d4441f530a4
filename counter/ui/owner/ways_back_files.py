"""Files with what customers wrote: read by a child, and shown as they would be kept, without the window waiting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter.office import feedback_in
from counter.office.feedback_in import Preview
from counter.office.reading_voices import FromFile, Heard, VoicesReader, Which
from counter.ui.owner.errands import OwnerErrands, Then
from counter.ui.owner.ways_back import WaysBackPage
from counter.ui.owner.ways_back_chat import ChatShown
from counter.ui.texts import ways_back as words

Work = Callable[[], object]


class FilesReading(QObject):
    """`table(FormFile)` when it is a form's; `looked(Preview, ChatShown or None)`; `failed(fault)`."""

    table = Signal(object)
    looked = Signal(object, object)
    failed = Signal(object)

    def __init__(self, page: WaysBackPage, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._errands = page, errands
        self._reader = VoicesReader(errands.program, errands.shop_file)
        self._senders: tuple[str, ...] = ()
        self._live: frozenset[str] = frozenset()
        self._ours: str | None = None
        self._which = Which.ALL
        self._found: FromFile | None = None
        self._busy = False
        self._next: tuple[Work, Then] | None = None
        page.files_picked.connect(self._read)
        page.preview.chat.ours_said.connect(self._say_ours)
        page.preview.chat.which_said.connect(self._say_which)
        page.stopped.connect(self._reader.stop)

    def close(self) -> None:
        """Nothing of a file that was read stays behind."""
        self._reader.close()

    def _read(self, paths: list[str]) -> None:
        if paths:
            self._page.set_busy(words.READING)
            look = partial(self._reader.look, [Path(path) for path in paths], self._errands.till.here)
            self._work(look, self._heard)

    def _work(self, work: Work, then: Then) -> None:
        """The reader does one thing at a time; of what is wanted meanwhile, the last comes next."""
        if self._busy:
            self._next = (work, then)
        else:
            self._busy = True
            self._errands.lanes.work(work, partial(self._ended, then), partial(self._ended, self._fail))

    def _ended(self, then: Then, answer: object) -> None:
        wanted, self._busy, self._next = self._next, False, None
        if wanted is None:
            then(answer)
        else:
            self._work(*wanted)

    def _heard(self, heard: Heard) -> None:
        if heard.form is not None:
            self._page.set_busy("", busy=False)
            self.table.emit(heard.form)
            return
        self._senders, self._which = heard.senders, Which.ALL
        self._errands.ask(feedback_in.before_reading, self._guess_ours, self._fail)

    def _guess_ours(self, known: tuple[frozenset[str], str]) -> None:
        """As the shop is called in chats that came in before, or by its name."""
        self._live, before = known
        names = {name.casefold() for name in (before, self._errands.till.settings.shop_name) if name}
        self._ours = next((one for one in self._senders if one.casefold() in names), None)
        self._tell()

    def _tell(self) -> None:
        settings = self._errands.till.settings
        others = [settings.shop_name, settings.mail]
        tell = partial(self._reader.answers, self._live, self._ours or "", others)
        self._work(tell, self._told)

    def _told(self, found: FromFile) -> None:
        self._found = found
        self._look()

    def _look(self) -> None:
        if self._found is not None:
            look = partial(feedback_in.look_at_file, self._found, self._which, self._errands.till.here)
            self._errands.ask(look, self._show, self._fail)

    def _show(self, preview: Preview) -> None:
        self._page.set_busy("", busy=False)
        chat = ChatShown(senders=self._senders, ours=self._ours, which=self._which) if self._senders else None
        self.looked.emit(preview, chat)

    def _say_ours(self, name: str) -> None:
        """Nothing can be kept before it was read anew."""
        self._ours = name
        self._page.preview.row.buttons["keep_answers"].setEnabled(False)
        self._tell()

    def _say_which(self, which: Which) -> None:
        self._which = which
        self._look()

    def _fail(self, fault: Exception) -> None:
        self._page.set_busy("", busy=False)
        self.failed.emit(fault)
