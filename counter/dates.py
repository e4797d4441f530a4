"""Days worth knowing that are near: important dates with or without a year, and the years someone has been coming."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from counter.records.people import ImportantDate
from counter.records.when import say_ahead, say_date, say_day, say_number


@dataclass(frozen=True, slots=True)
class Policy:
    """How many days ahead a date is near."""

    near_days: int = 14


@dataclass(frozen=True, slots=True)
class Near:
    """A date that is near: the day on which it falls this time; `years` since its year, None when nobody said it."""

    known: ImportantDate
    on: date
    years: int | None


def falls_on(month: int, day: int, year: int) -> date:
    """That day of a year; 29 Feb is kept on the 28th where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)


def next_time(month: int, day: int, today: date) -> date:
    """When that day of the year comes next; today counts."""
    this_year = falls_on(month, day, today.year)
    return this_year if this_year >= today else falls_on(month, day, today.year + 1)


def near(dates: Iterable[ImportantDate], today: date, policy: Policy) -> list[Near]:
    """Those that come within the shop's number of days, soonest first; not before the year they began in."""
    found = []
    for known in dates:
        on = next_time(known.month, known.day, today)
        years = None if known.year is None else on.year - known.year
        if (on - today).days <= policy.near_days and (years is None or years >= 0):
            found.append(Near(known, on, years))
    return sorted(found, key=lambda n: (n.on, n.known.id))


def anniversary(first_visit: date, today: date, policy: Policy) -> tuple[date, int] | None:
    """The day and the number of years since someone's first visit, when that is near and at least one."""
    on = next_time(first_visit.month, first_visit.day, today)
    years = on.year - first_visit.year
    return (on, years) if years > 0 and (on - today).days <= policy.near_days else None


def say_near_date(found: Near, today: date) -> str:
    """As "Sat 28 Nov: the twins’ birthday, in two days."; a leap day says when it is kept."""
    leap = (found.known.month, found.known.day) == (2, 29) and found.on.day != 29
    of = " (the 29th)" if leap else ""
    return f"{say_day(found.on, today)}{of}: {found.known.label}, {say_ahead(found.on, today)}."


def say_anniversary(years: int) -> str:
    """As "Ten years a customer"."""
    return f"{say_number(years).capitalize()} {'year' if years == 1 else 'years'} a customer"


def say_known(known: ImportantDate) -> str:
    """A date on the card that isn't near: "14 Nov: wedding day", with its year where it was said."""
    day = falls_on(known.month, known.day, 2000)  # a leap year, so that 29 Feb stands
    said = say_date(day, day)
    return f"{said}: {known.label}" if known.year is None else f"{said} {known.year}: {known.label}"
