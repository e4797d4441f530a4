"""The weekly report as CSV: figures, themes, then every line under its heading, in the order in which it is read."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from counter.office.exports import save_list
from counter.office.report import weekly
from counter.records.report import Report
from counter.settings import Settings
from counter.transfer.tables import write_table

NAME = "what customers said last week"
_TO_WRITE_ON = "____"
HEADER = ("under", "words", "note")


def last_week_in_pieces(today: date, settings: Settings, now: datetime) -> Iterator[str]:
    """The report of the last week that is over; asks the database once."""
    monday = today - timedelta(days=today.weekday() + 7)
    yield write_table(HEADER, ())
    yield write_table((), rows(weekly(monday, settings, now)))


def save(report: Report, path: Path) -> None:
    """The report of any week as a file; raises Unavailable when it can't be written there."""
    save_list(HEADER, rows(report), path)


def rows(report: Report) -> Iterator[tuple[str, str, str]]:
    """A row for each figure, theme and line."""
    for tile in report.tiles:
        yield "figures", tile.label, " · ".join(filter(None, (tile.figure, tile.detail)))
    if report.chair is not None:
        yield "the empty chair", report.chair.words, report.chair.note
    for bar in report.themes:
        yield "themes", bar.theme, " · ".join(filter(None, (f"{bar.now} now, {bar.usual:.1f} usually", bar.says)))
    for section in report.sections:
        for line in section.lines:
            if _TO_WRITE_ON not in line.note:
                yield section.title, line.words, line.note
