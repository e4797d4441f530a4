"""Bringing people in and taking them back, a short step at a time, so that the counter can be used meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from counter.office import imports
from counter.office.imports import Answers, Run
from counter.records.imports import Fate
from counter.ui.owner.bring import BringPage
from counter.ui.owner.bring_reading import BringReading
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.following import Following
from counter.ui.texts import bring as words
from counter.ui.widgets.messages import MessageBar

Say = Callable[[float], str]


class BringControl(QObject):
    """`changed` when the counter has other people from now on."""

    changed = Signal()

    def __init__(self, page: BringPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        self._reading = BringReading(page, errands)
        self._reading.failed.connect(self._failed)
        self._following = Following(errands, self)
        self._stopping = False
        page.taken.connect(self._take)
        page.report_wanted.connect(self._report)
        page.taken_back.connect(self._take_back)
        page.stopped.connect(self._stop)

    @staticmethod
    def load() -> tuple[Run, ...]:
        """What was brought in before. Database lane."""
        return imports.runs()

    def take(self, runs: tuple[Run, ...]) -> None:
        """Onto the page."""
        self._page.start_part.show_runs(runs, ZoneInfo(self._errands.till.settings.zone))

    def close(self) -> None:
        """Nothing of a file that was read stays behind."""
        self._reading.put_away()

    def _take(self, answers: Answers) -> None:
        preview = self._reading.preview
        if preview is not None:
            rows = preview.count(Fate.NEW) + preview.count(Fate.SAME) + len(answers.people)
            sentences = (words.brought(preview.file, rows), words.stopped_half_way(preview.file))
            steps = imports.take(self._errands.stamp(), preview, answers)
            self._errands.backed_up(partial(self._begin, steps, words.taking, sentences), self._failed)

    def _take_back(self, run: Run) -> None:
        steps = imports.take_back(self._errands.stamp(), run.number)
        self._begin(steps, words.taking_back, (words.taken_back(run.file), words.half_taken_back(run.file)))

    def _begin(self, steps: Iterator[float], say: Say, sentences: tuple[str, str]) -> None:
        self._stopping = False
        self._page.set_busy(say(0.0))
        self._following.begin()
        self._step(steps, say, sentences)

    def _step(self, steps: Iterator[float], say: Say, sentences: tuple[str, str]) -> None:
        """One short step; the counter's own come between this one and the next."""
        self._errands.ask(partial(next, steps, None), partial(self._went_on, steps, say, sentences), self._failed)

    def _went_on(self, steps: Iterator[float], say: Say, sentences: tuple[str, str], share: float | None) -> None:
        self._following.follow()
        if share is None or self._stopping:
            self._done(sentences[0] if share is None else sentences[1])
        else:
            self._page.progress.step(share, say(share))
            self._step(steps, say, sentences)

    def _done(self, sentence: str) -> None:
        self._page.set_busy("", busy=False)
        self._reading.put_away()
        self._page.show_start()
        self._message.say(sentence, undoable=False)
        self._errands.ask(self.load, self.take, self._not_listed)
        self.changed.emit()

    def _stop(self) -> None:
        self._stopping = True

    def _report(self, path: str | Path) -> None:
        if self._reading.preview is not None:
            save = partial(imports.save_report, self._reading.preview, Path(path))
            self._errands.lanes.work(save, self._reported, self._failed)

    def _reported(self, _answer: Any) -> None:
        self._message.say(words.SAVED, undoable=False)

    def _failed(self, fault: Exception) -> None:
        """What came in before a step failed stands, and the list shows it."""
        self._page.set_busy("", busy=False)
        self._message.say_problem(told(fault)[0])
        self._errands.ask(self.load, self.take, self._not_listed)

    def _not_listed(self, fault: Exception) -> None:
        self._message.say_problem(told(fault)[0])
