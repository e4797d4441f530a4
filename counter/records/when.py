"""Moments and days in the shop's zone, and how they are said at the counter."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAY_END = time(23, 59)  # what stands for a day without a time, and is not said
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def business_day(at: datetime, zone: tzinfo) -> date:
    """The shop's calendar day of a moment."""
    return at.astimezone(zone).date()


def moment(day: date, clock: time, zone: tzinfo) -> datetime:
    """That time of that day in the shop, in UTC; an hour that a clock change skips is told from before the change."""
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)


def is_whole_day(at: datetime, zone: tzinfo) -> bool:
    """Whether it stands for a day without a time."""
    return at.astimezone(zone).time().replace(second=0, microsecond=0) == DAY_END


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def start_of_day(day: date, zone: tzinfo) -> datetime:
    """Midnight in the shop, in UTC."""
    return moment(day, time(), zone)


def say_number(number: int) -> str:
    """One to twelve in words, else figures."""
    return _NUMBERS[number] if 0 < number < len(_NUMBERS) else f"{number}"


def say_count(number: int, thing: str) -> str:
    """As "1 day", "12 days"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def say_length(days: float) -> str:
    """How long something takes, as "5 hours" under a day, else as "3.4 days"."""
    return say_count(max(1, round(24 * days)), "hour") if days < 1 else f"{days:.1f} days"


def say_clock(at: datetime, zone: tzinfo) -> str:
    """As 9:05 or 16:00."""
    local = at.astimezone(zone)
    return f"{local.hour}:{local.minute:02d}"


def say_day(day: date, today: date) -> str:
    """As Sat 14 Nov; with the year where it isn't this one."""
    return f"{weekday(day)} {say_date(day, today)}"


def say_date(day: date, today: date) -> str:
    """As 14 Nov; with the year where it isn't this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1][:3]}{year}"


def say_whole_day(day: date) -> str:
    """As Thursday 26 November."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def say_long_date(day: date) -> str:
    """As 6 July 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """As Sat."""
    return DAYS[day.weekday()][:3]


def say_near(day: date, today: date) -> str:
    """A coming day, shortly: today, tomorrow, Sat 28, else 14 Dec."""
    ahead = (day - today).days
    if ahead in (0, 1):
        return ("today", "tomorrow")[ahead]
    return f"{weekday(day)} {day.day}" if 1 < ahead < 7 else say_date(day, today)


def say_ahead(day: date, today: date) -> str:
    """How far it is: today, tomorrow, in two days, in three weeks; a past day as `say_ago`."""
    days = (day - today).days
    if days < 0:
        return say_ago(day, today)
    if days < 2:
        return ("today", "tomorrow")[days]
    if days < 21:
        return f"in {say_number(days)} days"
    return f"in {say_number(days // 7)} weeks" if days < 70 else f"on {say_date(day, today)}"


def say_ago(day: date, today: date) -> str:
    """How long it is since: Mon 23 Nov, last week, 12 days ago, in May, a year ago, 3 years ago."""
    days = (today - day).days
    if days <= 1:
        return ("yesterday" if days else "today") if days >= 0 else say_day(day, today)
    if day.isocalendar()[:2] == today.isocalendar()[:2]:
        return say_day(day, today)
    if (day + timedelta(days=7)).isocalendar()[:2] == today.isocalendar()[:2]:
        return "last week"
    if days <= 31:
        return f"{days} days ago"
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if months < 11:
        return f"in {MONTHS[day.month - 1]}"
    years = months // 12
    return f"{years} years ago" if years > 1 else "a year ago" if years else "11 months ago"


def say_seen(at: datetime, now: datetime, zone: tzinfo) -> str:
    """When someone was last here: 10:12 today, else as `say_ago`."""
    day, today = business_day(at, zone), business_day(now, zone)
    return f"{say_clock(at, zone)} today" if day == today else say_ago(day, today)


def say_since(at: datetime, now: datetime, zone: tzinfo) -> str:
    """A point in time to wait from, shortly: 9:15, Tue, else 14 Nov."""
    day, today = business_day(at, zone), business_day(now, zone)
    if day == today:
        return say_clock(at, zone)
    return weekday(day) if 0 < (today - day).days < 7 else say_date(day, today)


def say_since_long(day: date, today: date) -> str:
    """Since when someone comes: June, or March 2024 for more than eleven months."""
    name = MONTHS[day.month - 1]
    return name if (today - day).days < 330 else f"{name} {day.year}"


def say_due(due: datetime, now: datetime, zone: tzinfo) -> str:
    """A promise, shortly: today 16:00, tomorrow, Sat 28 16:00, late since 9:15, late since Tue."""
    if due < now:
        return f"late since {say_since(due, now, zone)}"
    day = say_near(business_day(due, zone), business_day(now, zone))
    return day if is_whole_day(due, zone) else f"{day} {say_clock(due, zone)}"


def say_moment(at: datetime, now: datetime, zone: tzinfo) -> str:
    """In full, for a card or paper: Sat 28 Nov, 16:00, or the day alone where no time was typed."""
    day = say_day(business_day(at, zone), business_day(now, zone))
    return day if is_whole_day(at, zone) else f"{day}, {say_clock(at, zone)}"
