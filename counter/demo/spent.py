"""What the made-up shop has given."""


class Spent:
    """What was given today and this week; a new day begins with nothing used."""

    def __init__(self) -> None:
        self.day = self.week = 0
        self.money = self.weekly = self.count = 0
        self.minutes = 0.0

    def begin(self, day: int) -> None:
        """A new day, by its ordinal; Monday begins a week."""
        self.day, self.money, self.count, self.minutes = day, 0, 0, 0.0
        week = (day - 1) // 7
        if week != self.week:
            self.week, self.weekly = week, 0

    def add(self, cost: int, minutes: float) -> None:
        """One more plus one."""
        self.money, self.weekly = self.money + cost, self.weekly + cost
        self.count, self.minutes = self.count + 1, self.minutes + minutes
