"""The weekly report as a PDF in the shop's folder: made by itself once a week is over, and again on demand."""

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from counter.errors import Known
from counter.models import voices
from counter.office import report as office
from counter.paper.fonts import Fonts
from counter.paper.pdf import About, pdf
from counter.paper.report import set_report
from counter.paper.sheet import Sheet
from counter.printing.system import print_sheet
from counter.records.report import Decision, Report
from counter.records.when import say_long_date
from counter.settings import Settings
from counter.voice import wocas

TITLE = "What our customers are saying"


@dataclass(frozen=True, slots=True)
class Made:
    """The report of a week and where its PDF stands."""

    week: date
    path: Path


def next_due(settings: Settings, now: datetime, today: date, folder: Path) -> Report | None:
    """The report of the oldest week that is over and has none yet; None when all were made. Database lane.

    A week that was decided about before its file was made is still due, and so is the newest when its file is gone.
    """
    over = wocas.weeks_over(voices.first_day(), today)
    due = [week for week in over if voices.kept(week) is None]
    due += [week for week in over[-1:] if not path_of(folder, week).exists()]
    return office.weekly(due[0], settings, now) if due else None


def write(report: Report, folder: Path, families: tuple[str, ...]) -> Made:
    """Set it and write it whole or not at all; raises Known with a sentence. Takes up to a second: work lane."""
    data = pdf(sheet_of(report, families), About(f"{TITLE}, {say_long_date(report.week)}", "en"))
    path = path_of(folder, report.week)
    part = path.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as fault:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise Known(f"The report can't be written into {folder}. See that there is room, then try again.") from fault
    return Made(report.week, path)


def sheet_of(report: Report, families: tuple[str, ...]) -> Sheet:
    """The report in pages. Work lane."""
    return set_report(report, Fonts(families))


def hand_over(sheet: Sheet, printer: Any) -> str:
    """Paint the pages on a printer of the system; answers the sentence to say, raises Known when it can't begin."""
    if not print_sheet(sheet, printer):
        raise Known("The printer doesn't take the report now. See that it is on, then print again.")
    return "The report goes to the printer."


def path_of(folder: Path, week: date) -> Path:
    """Where the report of a week stands."""
    return folder / f"What customers say {week:%Y-%m-%d}.pdf"


def made(report: Report, now: datetime) -> None:
    """Keep that it was made, with the words in its empty chair; what was decided before stays. Database lane."""
    before = voices.kept(report.week) or Decision(made_at=now)
    if not before.chair and report.chair is not None:
        before = replace(before, chair=report.chair.words)
    voices.keep(report.week, before)
