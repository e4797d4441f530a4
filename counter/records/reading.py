"""Days and times as cashiers type them; what can't be read is refused with a sentence that says what can."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from counter.errors import FieldRefused
from counter.records.countries import DayOrder
from counter.records.here import Here
from counter.records.when import DAY_END, DAYS, MONTHS, business_day, is_whole_day, moment, say_clock, say_day

_FIGURES = re.compile(r"(\d{1,2})\s*[./\-\s]\s*(\d{1,2})(?:\s*[./\-\s]\s*(\d{4}|\d{1,2}))?\.?")
_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})\.?")
_NAMED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s*([a-z]{3,9})|([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?),?")
_STEP = re.compile(r"([+-])\s*(\d{1,4})(?:\s*(d|days?|w|weeks?))?|in (\d{1,3}) (days?|weeks?)|(\d{1,4}) days? ago")
_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|(?<=\d\d)(\d{2})|\s*h)?\s*(am|pm|a|p)?\b\.?")


class Lean(StrEnum):
    """Where a day without a year lies: behind us, as a day of purchase, or ahead, as a promise."""

    BEHIND = "behind"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a typed day is read by: the shop's today, its order of figures, and which way the field leans."""

    today: date
    order: DayOrder = DayOrder.DAY_MONTH
    lean: Lean = Lean.AHEAD


def read_day(text: str, calendar: Calendar, field: str = "day") -> date:
    """today, yesterday, tomorrow, +3, Sat, 14 Nov, 14.11., 14/11/26, 2026-11-14; raises FieldRefused."""
    typed = _plain(text, field)
    by_word = {"today": 0, "tod": 0, "now": 0, "yesterday": -1, "yes": -1, "tomorrow": 1, "tom": 1, "tmrw": 1}
    if typed in by_word:
        return calendar.today + timedelta(days=by_word[typed])
    day = _step(typed, calendar) or _weekday(typed, calendar)
    if day:
        return day
    month, number, year = _month_and_day(_without_weekday(typed), calendar.order, field)
    return _lean(month, number, calendar, field) if year is None else _checked(year, month, number, field)


def read_date_of_year(text: str, order: DayOrder, field: str = "date") -> tuple[int, int, int | None]:
    """Month, day and the year if one was typed, for days worth knowing; 29 Feb stands without a year."""
    typed = _plain(text, field)
    month, number, year = _month_and_day(_without_weekday(typed), order, field)
    _checked(2000 if year is None else year, month, number, field)
    return month, number, year


def read_time(text: str, field: str = "time") -> time:
    """16:00, 16.30, 1600, 16h, 4pm, 9, noon; raises FieldRefused, also for a bare 1 to 6, which may be either."""
    typed = _plain(text, field).replace("a.m", "am").replace("p.m", "pm").replace("o'clock", "").strip()
    if typed in ("noon", "midday", "midnight"):
        return time(0 if typed == "midnight" else 12)
    found = _CLOCK.fullmatch(typed)
    if not found:
        raise FieldRefused(field, "That can't be read as a time. Type it like 16:00 or 4pm.")
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    half = (found[4] or "")[:1]
    if not half and 1 <= hour <= 6 and len(found[1]) == 1:
        raise FieldRefused(field, f"Do you mean {hour}:{minute:02d}am or {hour + 12}:{minute:02d}?")
    if (half and not 1 <= hour <= 12) or hour > 23 or minute > 59:
        raise FieldRefused(field, "There is no such time. Type it like 16:00 or 4pm.")
    return time(hour % 12 + (12 if half == "p" else 0) if half else hour, minute)


def read_moment(text: str, here: Here, field: str = "due") -> datetime:
    """A day, a time or both, ahead of now, in UTC: "today 18:00", "Sat 4pm", "18:00"; a day alone is its end."""
    calendar = Calendar(here.today, here.country.order, Lean.AHEAD)
    words = text.replace(",", " ").replace(" at ", " ").split()
    for cut in range(len(words), -1, -1) if words else ():
        day_text, time_text = " ".join(words[:cut]), " ".join(words[cut:])
        day = _maybe_day(day_text, calendar) if cut else calendar.today
        if day is None:
            continue
        clock = read_time(time_text, field) if time_text else DAY_END
        return _not_gone(moment(day, clock, here.zone), here, field)
    raise FieldRefused(field, "When is it? Type it like Sat 16:00, 14 Nov or today 18:00.")


def _not_gone(at: datetime, here: Here, field: str) -> datetime:
    if at >= here.now:
        return at
    day = business_day(at, here.zone)
    said = "today" if day == here.today else say_day(day, here.today)
    when = said if is_whole_day(at, here.zone) else f"{say_clock(at, here.zone)} {said}"
    raise FieldRefused(field, f"{when} has gone by. Which day is meant?")


def _maybe_day(text: str, calendar: Calendar) -> date | None:
    try:
        return read_day(text, calendar)
    except FieldRefused:
        return None


def _plain(text: str, field: str) -> str:
    """Small letters, figures 0 to 9, single spaces; the letter O among figures is asked about."""
    shown = unicodedata.normalize("NFKC", text if len(text) <= 60 else "?").casefold()
    shown = "".join(str(int(c)) if c.isdecimal() else "-" if unicodedata.category(c) == "Pd" else c for c in shown)
    shown = " ".join(shown.replace("−", "-").split())
    if not shown:
        raise FieldRefused(field, "Nothing stands here yet. Type it like 14 Nov, Sat or +3.")
    meant = re.sub(r"(?<=\d)o(?!ct)|o(?=\d)", "0", shown)
    if meant != shown and re.fullmatch(r"[a-z0-9 ./:-]{1,20}", meant):
        raise FieldRefused(field, f"There is a letter O in it. Do you mean {meant.title()}?")
    return shown


_WHAT = "That can't be read as a day. Type it like 14 Nov, Sat or +3."


def _step(typed: str, calendar: Calendar) -> date | None:
    """So many days or weeks from today; 9,999 weeks at most, so that it is always a date."""
    found = _STEP.fullmatch(typed)
    if not found:
        return None
    number = int(found[2] or found[4] or found[6])
    unit = found[3] or found[5] or "days"
    days = number * (7 if unit.startswith("w") else 1)
    back = found[1] == "-" or found[6]
    return calendar.today + timedelta(days=-days if back else days)


def _weekday(typed: str, calendar: Calendar) -> date | None:
    """The nearest such day behind or ahead; today's own name is today, "last" and "next" say which way."""
    lean = calendar.lean
    for word, way in (("last ", Lean.BEHIND), ("next ", Lean.AHEAD)):
        if typed.startswith(word):
            typed, lean = typed.removeprefix(word), way
    number = _place(typed.rstrip("."), DAYS)
    if number is None:
        return None
    if lean is Lean.BEHIND:
        return calendar.today - timedelta(days=(calendar.today.weekday() - number) % 7)
    return calendar.today + timedelta(days=(number - calendar.today.weekday()) % 7)


def _without_weekday(typed: str) -> str:
    """ "sat 14 nov" as "14 nov"; the day of the week is not held against the date."""
    first, _, rest = typed.partition(" ")
    return rest if rest and _place(first.rstrip(".,"), DAYS) is not None else typed


def _place(word: str, names: tuple[str, ...]) -> int | None:
    """Where a name of at least two letters stands, shortened as one likes."""
    places = [at for at, name in enumerate(names) if len(word) > 1 and name.casefold().startswith(word)]
    return places[0] if len(places) == 1 else None


def _month_and_day(typed: str, order: DayOrder, field: str) -> tuple[int, int, int | None]:
    iso = _ISO.fullmatch(typed)
    if iso:
        return int(iso[2]), int(iso[3]), int(iso[1])
    named = re.fullmatch(_NAMED.pattern + r"(?:\s*(\d{4}|\d{2}))?", typed)
    if named:
        month = _place(named[2] or named[3], MONTHS)
        if month is not None:
            return month + 1, int(named[1] or named[4]), _year(named[5])
    found = _FIGURES.fullmatch(typed)
    if not found:
        raise FieldRefused(field, _WHAT)
    if order is DayOrder.YEAR_FIRST and found[3]:
        return int(found[2]), int(found[3]), _year(found[1])
    first, second = int(found[1]), int(found[2])
    month, number = (second, first) if order is DayOrder.DAY_MONTH else (first, second)
    if number <= 12 < month <= 31:  # can only be meant the other way round
        month, number = number, month
    return month, number, _year(found[3])


def _year(text: str | None) -> int | None:
    """Two figures are this century up to 49, else the last."""
    if not text:
        return None
    return int(text) if len(text) == 4 else int(text) + (2000 if int(text) < 50 else 1900)


def _checked(year: int, month: int, number: int, field: str) -> date:
    if not 1 <= month <= 12:
        raise FieldRefused(field, f"There is no month {month}. Type it like 14 Nov.")
    if not 1800 <= year <= 9999:
        raise FieldRefused(field, f"The year {year} is too far away.")
    last = monthrange(year, month)[1]
    if not 1 <= number <= last:
        raise FieldRefused(field, f"There is no {number} {MONTHS[month - 1]}: the month has {last} days.")
    return date(year, month, number)


def _lean(month: int, number: int, calendar: Calendar, field: str) -> date:
    """The year that puts a day on the side that the field leans to; today counts as both."""
    today = calendar.today
    _checked(2000, month, number, field)
    step = -1 if calendar.lean is Lean.BEHIND else 1
    years = [today.year + step * away for away in range(9)]  # 29 Feb may be eight years off
    days = [date(year, month, number) for year in years if number <= monthrange(year, month)[1]]
    return next(day for day in days if (day - today).days * step >= 0)
