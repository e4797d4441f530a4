"""Lines of a chat as WhatsApp exports or copies them: who wrote what, when."""

import re
from dataclasses import dataclass
from datetime import datetime

from counter.records.countries import DayOrder
from counter.records.here import Here
from counter.voice.notices import without_notices

_M = "[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]*"  # direction marks, that stand around and within days
_DAY = rf"(\d{{1,4}}){_M}[./-]{_M}(\d{{1,2}}){_M}[./-]{_M}(\d{{1,4}})"
_CLOCK = r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?[^\S\n]*([AaPp]\.?[^\S\n]?[Mm]\.?|[صم])?"
_WHO = r"(?:([^:\n]{1,80}):)?[ \t]?(.*)$"
# iPhone: [26/11/2026, 10:42:13] Name: text · Android: 26/11/2026, 10:42 - Name: text (in French “26/11/2026 à 10:42”)
_DAY_FIRST = re.compile(
    rf"^{_M}\[?{_M}{_DAY}{_M}[,،]?[^\S\n]+(?:à[^\S\n]+)?{_M}{_CLOCK}{_M}[^\S\n]*(?:\]|-|–)[^\S\n]*{_WHO}", re.M
)
# Copied in the browser: [10:42, 26/11/2026] Name: text
_CLOCK_FIRST = re.compile(rf"^{_M}\[{_CLOCK}[,،][^\S\n]*{_M}{_DAY}{_M}\][^\S\n]*{_WHO}", re.M)
_AROUND = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069~\u202f\u00a0 \t"


@dataclass(frozen=True, slots=True)
class Said:
    """One message: its words, who sent it, when (aware), and a mail's subject.

    `ends` are where in the text each message but the last one ends, when it was written as several.
    """

    text: str
    sender: str = ""
    at: datetime | None = None
    subject: str = ""
    ends: tuple[int, ...] = ()


def split_chats(text: str, here: Here) -> list[Said] | None:
    """The messages of a chat; None when the text is none. What nobody wrote is left out."""
    for pattern in (_DAY_FIRST, _CLOCK_FIRST):
        places = list(pattern.finditer(text))
        if places and not text[: places[0].start()].strip():
            return _said(text, places, here)
    return None


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
        words = without_notices((place[8] + text[place.end() : end]).strip("\n"))
        if words.strip():
            said.append(Said(words, place[7].strip(_AROUND), at))
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
        hour = hour % 12 + (12 if half in ("p", "م") else 0)
    try:
        return datetime(year + 2000 if year < 100 else year, month, number, hour, minute, tzinfo=here.zone)
    except ValueError:
        return None
