"""When it goes wrong: a log that names no person, a word at the next start, a report for whoever helps."""
import faulthandler
import logging
import platform
import sys
import threading
import zipfile
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6 import __version__ as qt_version

from counter.errors import Unavailable
from counter.records.about import VERSION

LOG, HARD, MARK = "counter.log", "crash.log", "running"
BYTES, KEPT = 500_000, 3
NO_REPORT = "The report could not be written to {folder}. Make room there, or allow Counter to write in it."
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


class Watch:
    """Stands over one run of the program. `ended_badly` when the run before never came to its end."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._mark = folder, folder / MARK
        self._hard: IO[str] | None = None
        self._handler: logging.Handler = logging.NullHandler()
        self.ended_badly = False

    def begin(self) -> None:
        """Log from now on; a folder that can't be written is no reason not to start."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._handler = RotatingFileHandler(self._folder / LOG, "a", BYTES, KEPT, "utf-8")
            self._handler.setFormatter(Nameless())
            self._hard = (self._folder / HARD).open("a", encoding="utf-8")
            faulthandler.enable(self._hard)
        except OSError:
            self._handler = logging.NullHandler()
        logging.getLogger().addHandler(self._handler)
        logging.getLogger().setLevel(logging.INFO)
        sys.excepthook = _tell
        threading.excepthook = lambda ended: _tell(ended.exc_type, ended.exc_value, ended.exc_traceback)

    def first(self) -> None:
        """This is the only program of the shop: see how the one before ended, and mark that this one runs."""
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
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__


def _tell(kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None) -> None:
    """A bug that nobody caught."""
    if fault is not None:
        log.critical("a bug that nobody caught", exc_info=(kind, fault, trace))


def make_report(settings: str, target: Path, now: datetime) -> Path:
    """Versions, settings (JSON text) and logs in one file in the folder `target`; no customer is in it.

    Raises `Unavailable` where that can't be written. Answers the file.
    """
    try:
        return _write_report(settings, target, now)
    except OSError as fault:
        raise Unavailable(NO_REPORT.format(folder=target)) from fault


def _write_report(settings: str, target: Path, now: datetime) -> Path:
    target.mkdir(parents=True, exist_ok=True)
    report = target / f"Counter report {now:%Y-%m-%d %H%M}.zip"
    part = report.with_suffix(".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as into:
        into.writestr("versions.txt", "\n".join(f"{name} {number}" for name, number in _versions().items()))
        into.writestr("settings.json", settings)
        for file in _logs():
            into.write(file, f"logs/{file.name}")
    part.replace(report)
    return report


def _logs() -> list[Path]:
    """The logs of this program, wherever they are written."""
    handlers = [one for one in logging.getLogger().handlers if isinstance(one, RotatingFileHandler)]
    return [file for one in handlers for file in sorted(Path(one.baseFilename).parent.glob("*.log*"))]


def _versions() -> dict[str, str]:
    from counter.models.disk import versions  # the database, which the first picture of the window waits for in vain

    system = {"Counter": VERSION, "Python": platform.python_version(), "Qt for Python": qt_version}
    return system | versions() | {"System": platform.platform()}
