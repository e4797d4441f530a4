"""Clocks that are wrong, jump back, or live through the night when the hour comes twice."""

import time
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from cashier import Day, Tally, in_child, look, open_till
from counter_commands import anna

from counter.desk import notes
from counter.models import timeline
from counter.models.tables_people import EntryRow

NIGHT = datetime(2026, 10, 25, 0, 20, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Berlin")
CLOCKS = {
    "1970": datetime(1970, 1, 1, 0, 0, 5, tzinfo=UTC),
    "an hour back": datetime(2026, 11, 26, 9, 42, tzinfo=UTC),
    "2038": datetime(2038, 1, 19, 3, 14, 7, tzinfo=UTC),
    "2100": datetime(2100, 2, 28, 23, 59, 50, tzinfo=UTC),
    "the hour that comes twice": NIGHT,
}


def run(folder, n, seed=1, *, control=False):
    """`n` commands by each clock, in one shop. The control sorts by the clock on the wall, and so must mix them up."""
    tally, began, told = Tally("clock at 1970, an hour back, 2038, 2100, DST night"), time.monotonic(), []
    path = folder / "clocks.counter"
    clocks = dict(tuple(CLOCKS.items())[-1:]) if control else CLOCKS
    for number, (name, start) in enumerate(clocks.items()):
        said, wrong = in_child(partial(_works, path, start, n, (name, seed + number), control))
        told += said
        tally.wrong += wrong
    lost, wrong = in_child(partial(look, path, told))
    tally.add(told, lost, wrong)
    tally.made, tally.seconds = n * len(clocks), time.monotonic() - began
    return tally


def _works(path, start, n, life, control):
    told, wrong, clock = [], [], _Clock(start)
    till = open_till(path, clock)
    day = Day(till, life[0], life[1], told.append)
    who = anna(till, day.ops).who
    for _ in range(n):
        first = EntryRow.select().count()
        day.one()
        notes.add(till, day.ops(), who, "Collects on Fridays.")
        clock.now += timedelta(minutes=3)
        made = EntryRow.select().order_by(EntryRow.id).offset(first)
        wrong += [f"{life[0]}: {row.at} is not now" for row in made if abs(row.at - clock.now) > timedelta(minutes=4)]
    wrong += [f"{life[0]}: {said}" for said in _mixed_up(control)]
    till.database.close()
    return told, wrong


class _Clock:
    def __init__(self, now):
        self.now = now

    def __call__(self):
        return self.now


def _mixed_up(control):
    """Each card tells things in the order in which they were done, whatever the clock said."""
    for who in {row.customer_id for row in EntryRow.select(EntryRow.customer_id) if row.customer_id}:
        shown = [entry.id for entry in timeline.of_person(who)]
        if control:
            shown = [entry.id for entry in sorted(timeline.of_person(who), key=_by_the_wall, reverse=True)]
        if shown != sorted(shown, reverse=True):
            yield f"the card of {who} is out of order"


def _by_the_wall(entry):
    return entry.at.astimezone(ZONE).replace(tzinfo=None)
