"""The shop's days and hours: when it is open, and the next moment at which it is."""
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from random import Random

from counter.settings import Hours

DAY = timedelta(days=1)
RUSH = {7: 3, 8: 6, 9: 4, 10: 3, 11: 3, 12: 5, 13: 4, 14: 2, 15: 3, 16: 4, 17: 3}


class OpeningHours:
    """When the shop is open; moments are UTC."""

    def __init__(self, hours: Hours, zone: tzinfo) -> None:
        self._zone = zone
        self._open = [(_hour(pair[0]), _hour(pair[1])) if pair else None for pair in hours]

    def day(self, at: datetime) -> date:
        """The business day of a moment."""
        return at.astimezone(self._zone).date()

    def hour(self, at: datetime) -> int:
        """The hour on the shop's clock."""
        return at.astimezone(self._zone).hour

    def moment(self, day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
        """That time of that day on the shop's clock."""
        return datetime.combine(day, time(hour, minute, second), self._zone).astimezone(UTC)

    def is_open(self, day: date) -> bool:
        """Whether anybody comes on that day."""
        return self._open[day.weekday()] is not None

    def next_day(self, day: date) -> date:
        """That day, or the next on which the shop is open."""
        while not self.is_open(day):
            day += DAY
        return day

    def last_day(self, day: date) -> date:
        """That day, or the last before it on which the shop was open."""
        while not self.is_open(day):
            day -= DAY
        return day

    def of(self, day: date) -> tuple[int, int]:
        """First and last hour of an open day."""
        return self._open[day.weekday()] or (9, 17)

    def local(self, at: datetime) -> datetime:
        """The moment on the shop's clock."""
        return at.astimezone(self._zone)

    def within(self, at: datetime) -> datetime:
        """That moment; what falls between closing and opening is done in the first hour, in the same order."""
        day, hour = self.day(at), self.hour(at)
        opens, closes = self.of(day)
        if self.is_open(day) and opens <= hour < closes:
            return at
        early = self.is_open(day) and hour < opens
        before = self.last_day(day - DAY if early or not self.is_open(day) else day)
        after = day if early else self.next_day(day + DAY)
        shut, again = self.moment(before, self.of(before)[1]), self.moment(after, self.of(after)[0])
        return (again + (at - shut) / (again - shut) * timedelta(minutes=59)).replace(microsecond=0)

    def some_moment(self, day: date, random: Random, *, like: int | None = None) -> datetime:
        """A moment of an open day: in the shop's own rhythm, or within an hour of the one that somebody likes."""
        opens, closes = self.of(day)
        hour = random.choices(tuple(RUSH), tuple(RUSH.values()))[0] if like is None else like + random.randrange(-1, 2)
        return self.moment(day, min(closes - 1, max(opens, hour)), random.randrange(60), random.randrange(60))


def _hour(text: str) -> int:
    return int(text.partition(":")[0])
