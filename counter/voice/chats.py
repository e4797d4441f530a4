"""Lines of a chat as WhatsApp exports or copies them: who wrote what, when."""

import re
from dataclasses import dataclass
from datetime import datetime

from counter.records.countries import DayOrder
from counter.records.here import Here

_DAY, _CLOCK = r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})", r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*([AaPp]\.?\s?[Mm]\.?)?"
_MARKS = "[\u200e\u200f\u202a-\u202e]*"
# iPhone: [26/11/2026, 10:42:13] Name: text · Android: 26/11/2026, 10:42 - Name: text
_DAY_FIRST = re.compile(rf"^{_MARKS}\[?{_DAY},?\s+{_CLOCK}\s*(?:\]|-|–)\s*(?:([^:\n]{{1,80}}):)?[ \t]?(.*)$", re.M)
# Copied in the browser: [10:42, 26/11/2026] Name: text
_CLOCK_FIRST = re.compile(rf"^{_MARKS}\[{_CLOCK},\s*{_DAY}\]\s*(?:([^:\n]{{1,80}}):)?[ \t]?(.*)$", re.M)


@dataclass(frozen=True, slots=True)
class Said:
    """One message: its words, who sent it, when (aware), and a mail's subject."""

    text: str
    sender: str = ""
    at: datetime | None = None
    subject: str = ""


def split_chats(text: str, here: Here) -> list[Said]:
    """The messages of a chat; empty when the text is none. Lines that nobody wrote are left out."""
    for pattern in (_DAY_FIRST, _CLOCK_FIRST):
        places = list(pattern.finditer(text))
        if places and not text[: places[0].start()].strip():
            return _said(text, places, here)
    return []


def _said(text: str, places: list[re.Match[str]], here: Here) -> list[Said]:
    day_at, clock_at = ((1, 4) if places[0].re is _DAY_FIRST else (4, 1))
    days = [place.group(day_at, day_at + 1, day_at + 2) for place in places]
    order = _order(days, here.country.order)
    said = []
    for number, place in enumerate(places):
        end = places[number + 1].start() if number + 1 < len(places) else len(text)
        if place[7] is None:  # the program wrote it, not a person
            continue
        at = _moment(days[number], place.group(clock_at, clock_at + 1, clock_at + 2), order, here)
        said.append(Said((place[8] + text[place.end() : end]).strip("\n"), place[7].strip(), at))
    return said


def _order(days: list[tuple[str, ...]], usual: DayOrder) -> DayOrder:
    """As the days themselves tell, else as the country writes them."""
    if any(len(first) > 2 for first, _, _ in days):
        return DayOrder.YEAR_FIRST
    if any(int(first) > 12 for first, _, _ in days):
        return DayOrder.DAY_MONTH
    if any(int(second) > 12 for _, second, _ in days):
        return DayOrder.MONTH_DAY
    return DayOrder.DAY_MONTH if usual is DayOrder.YEAR_FIRST else usual


def _moment(day: tuple[str, ...], clock: tuple[str, ...], order: DayOrder, here: Here) -> datetime | None:
    places = {DayOrder.YEAR_FIRST: (0, 1, 2), DayOrder.DAY_MONTH: (2, 1, 0), DayOrder.MONTH_DAY: (2, 0, 1)}[order]
    year, month, number = (int(day[place]) for place in places)
    hour, minute, half = int(clock[0]), int(clock[1]), (clock[2] or "").casefold()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return datetime(year + 2000 if year < 100 else year, month, number, hour, minute, tzinfo=here.zone)
    except ValueError:
        return None
