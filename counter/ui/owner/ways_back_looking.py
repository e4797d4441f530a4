"""What was pasted or picked on the page of the ways back: read, shown, and kept a short step at a time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.office import feedback_in
from counter.office.feedback_in import Preview, Run
from counter.records.answers import FormFile
from counter.records.entries import Saved
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.following import Following
from counter.ui.owner.ways_back import WaysBackPage
from counter.ui.owner.ways_back_chat import ChatShown
from counter.ui.owner.ways_back_files import FilesReading
from counter.ui.texts import ways_back as words
from counter.ui.widgets.messages import MessageBar


class AnswersLooking(QObject):
    """`brought` when voices came in or were taken back; `left` when what was looked at was kept or put away."""

    brought = Signal()
    left = Signal()

    def __init__(self, page: WaysBackPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        self._preview: Preview | None = None
        self._form: FormFile | None = None
        self._keeping = AnswersKeeping(page, errands)
        self._keeping.ended.connect(self._done)
        self._keeping.failed.connect(self._failed)
        page.told_part.pasted.connect(self._look_at_text)
        page.told_part.taken_back.connect(self._take_back)
        self.files = FilesReading(page, errands)
        self.files.table.connect(self._look_at_form)
        self.files.looked.connect(self._show_file)
        self.files.failed.connect(self._not_a_file)
        page.preview.changed.connect(self._look_at_form)
        page.kept.connect(self._keep)
        page.put_away.connect(self._leave)

    def _look_at_text(self, text: str) -> None:
        till = self._errands.till
        look = partial(feedback_in.look_at_messages, text, till.here, till.settings.shop_name)
        self._form = None
        self._errands.ask(look, self._show, self._not_read)

    def _look_at_form(self, form: FormFile) -> None:
        self._form = form
        look = partial(feedback_in.look_at_form, form, self._errands.till.here)
        self._errands.ask(look, self._show, self._columns_wrong)

    def _show(self, preview: Preview) -> None:
        self._preview = preview
        self._page.show_preview(preview, self._form)

    def _show_file(self, preview: Preview, chat: ChatShown | None) -> None:
        self._form, self._preview = None, preview
        self._page.show_preview(preview, None, chat)

    def _columns_wrong(self, fault: Exception) -> None:
        self._preview = None
        if self._form is not None:
            self._page.show_form(self._form, told(fault)[0])

    def _keep(self) -> None:
        if self._preview is not None:
            self._keeping.begin(feedback_in.keep(self._errands.stamp(), self._preview))

    def _done(self, sentence: str) -> None:
        if self._preview is not None and not self._preview.name:
            self._page.told_part.clear()
        self._put_away()
        self._page.show_parts()
        self._message.say(sentence, undoable=False)
        self.brought.emit()
        self.left.emit()

    def _take_back(self, run: Run) -> None:
        self._errands.change(feedback_in.take_back, (self._taken_back, self._failed), run.number)

    def _taken_back(self, saved: Saved) -> None:
        self._message.say(saved.sentence, undoable=False)
        self.brought.emit()

    def _put_away(self) -> None:
        self._preview = self._form = None
        self.files.close()

    def _leave(self) -> None:
        self._put_away()
        self.left.emit()

    def _not_a_file(self, fault: Exception) -> None:
        """What was shown before stays."""
        self._message.say_problem(told(fault)[0])
        if self._page.preview.isHidden():
            self._page.show_parts()
            self.left.emit()

    def _not_read(self, fault: Exception) -> None:
        self._page.told_part.refuse(told(fault)[0])

    def _failed(self, fault: Exception) -> None:
        """What came in before a step failed stands, and the list shows it."""
        self._message.say_problem(told(fault)[0])
        self.brought.emit()


class AnswersKeeping(QObject):
    """Keeps answers while the counter can be used; `ended(sentence)` or `failed(fault)`."""

    ended = Signal(str)
    failed = Signal(object)

    def __init__(self, page: WaysBackPage, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._errands = page, errands
        self._following = Following(errands, self)
        self._stopping = False
        page.stopped.connect(self._stop)

    def begin(self, steps: Iterator[float]) -> None:
        """Step by step, until all is kept or it is stopped."""
        self._stopping = False
        self._page.set_busy(words.kept_so_far(0.0))
        self._following.begin()
        self._step(steps)

    def _step(self, steps: Iterator[float]) -> None:
        """One short step; the counter's own come between this one and the next."""
        self._errands.ask(partial(next, steps, None), partial(self._went_on, steps), self._end_badly)

    def _went_on(self, steps: Iterator[float], share: float | None) -> None:
        self._following.follow()
        if share is None or self._stopping:
            self._page.set_busy("", busy=False)
            self.ended.emit(words.KEPT if share is None else words.STOPPED)
        else:
            self._page.progress.step(share, words.kept_so_far(share))
            self._step(steps)

    def _stop(self) -> None:
        self._stopping = True

    def _end_badly(self, fault: Exception) -> None:
        self._page.set_busy("", busy=False)
        self.failed.emit(fault)
