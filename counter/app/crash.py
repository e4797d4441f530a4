"""When it goes wrong: a log that names no person, and a word at the next start."""
import faulthandler
import logging
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

LOG, HARD, MARK = "counter.log", "crash.log", "running"
BYTES, KEPT = 500_000, 3
OURS, SHOWN_PARTS = "counter", 3
Error = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
log = logging.getLogger(__name__)


class Nameless(logging.Formatter):
    """Where a fault came from, and of what kind it is; never its words, which may hold what somebody typed."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """One record; of what other libraries say only that they said something."""
        if record.name.split(".")[0] != OURS:
            record = logging.makeLogRecord(record.__dict__ | {"msg": "(its words are left out)", "args": ()})
        record.exc_text = None
        return super().format(record)

    def formatException(self, ei: Error) -> str:
        """Kinds and places, the innermost cause last."""
        lines, fault = [], ei[1]
        while fault is not None:
            lines.append(type(fault).__name__)
            lines += _places(fault.__traceback__)
            fault = fault.__cause__ or fault.__context__
        return "\n".join(lines)


def _places(trace: TracebackType | None) -> list[str]:
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        place = "/".join(Path(code.co_filename).parts[-SHOWN_PARTS:])
        found.append(f"  {place}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return found


def _turn(hard: Path) -> None:
    """A full file makes room; the one before it goes."""
    with suppress(OSError):
        if hard.stat().st_size > BYTES:
            hard.replace(hard.with_name(f"{HARD}.1"))


class Watch:
    """Stands over one run of the program. `ended_badly` when the run before never came to its end."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._mark = folder, folder / MARK
        self._hard: IO[str] | None = None
        self._handler: logging.Handler | None = None
        self.ended_badly = False

    def begin(self) -> None:
        """No fault goes by from now on; a folder that can't be written is no reason not to start."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            _turn(self._folder / HARD)
            self._hard = (self._folder / HARD).open("a", encoding="utf-8")
            faulthandler.enable(self._hard)
        sys.excepthook = self._tell
        threading.excepthook = lambda ended: self._tell(ended.exc_type, ended.exc_value, ended.exc_traceback)

    def first(self) -> None:
        """This is the only program of the shop: log, see how the one before ended, and mark that this one runs."""
        self._open_log()
        try:
            self.ended_badly = self._mark.exists()
            self._mark.touch()
        except OSError:
            return
        if self.ended_badly:
            log.warning("the program before this one did not end by itself")

    def end(self) -> None:
        """It ends as it should."""
        if self._hard is not None:
            faulthandler.disable()
            self._hard.close()
        try:
            self._mark.unlink(missing_ok=True)
        except OSError:
            log.warning("the mark of a running program can't be taken away")
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__

    def _open_log(self) -> None:
        from logging.handlers import RotatingFileHandler  # the first picture of the window does not wait for it

        if self._handler is not None:
            return
        try:
            self._handler = RotatingFileHandler(self._folder / LOG, "a", BYTES, KEPT, "utf-8")
            self._handler.setFormatter(Nameless())
        except OSError:
            self._handler = logging.NullHandler()
        logging.getLogger().addHandler(self._handler)
        logging.getLogger().setLevel(logging.INFO)

    def _tell(self, kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None) -> None:
        """A bug that nobody caught."""
        self._open_log()
        if fault is not None:
            log.critical("a bug that nobody caught", exc_info=(kind, fault, trace))
