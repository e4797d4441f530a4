"""The report for whoever helps: versions, settings and logs in one file, and no customer."""
import logging
import platform
import zipfile
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6 import __version__ as qt_version

from counter.errors import Unavailable
from counter.models.disk import versions
from counter.records.about import VERSION

NO_REPORT = "The report could not be written to {folder}. Make room there, or allow Counter to write in it."


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
    system = {"Counter": VERSION, "Python": platform.python_version(), "Qt for Python": qt_version}
    return system | versions() | {"System": platform.platform()}
