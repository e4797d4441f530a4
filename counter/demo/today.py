"""What makes today look alive whatever chance did: one thing of every kind, each at its place before today."""
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from counter.demo import asked, goods, known, papers, tasks, visits, wrongs
from counter.demo.asked import Asked
from counter.demo.goods import Back
from counter.demo.known import Day
from counter.demo.world import Person, World
from counter.demo.wrongs import HOUR, Fate
from counter.models.tables_shop import DraftRow
from counter.records.entries import ReturnOutcome

Deed = Callable[[World, Person, datetime], None]
TOLD = ((2 * HOUR, wrongs.put_right), (26 * HOUR, wrongs.tell))
SAME_RECEIPT = "B-20417"


class Stage:
    """Puts deeds on the days before today, each for somebody who is known by then."""

    def __init__(self, world: World) -> None:
        self._world, self.today = world, world.plan.today
        self.hours = world.hours

    def ago(self, days: int) -> date:
        """The open day so many days ago, or the last before it."""
        return self.hours.last_day(self.today - timedelta(days=days))

    def at(self, days: int, hour: int) -> datetime:
        """That hour of an open day."""
        return self.hours.moment(self.ago(days), hour, (days * 7 + hour) % 60)

    def put(self, days: int, hour: int, deed: Callable[..., None], **what: object) -> None:
        """Have it done for somebody."""
        at = self.at(days, hour)
        if days == 0 and not self.hours.is_open(self.today):
            return
        if at >= self.hours.moment(self._world.start, 0):
            self._world.later(at, _for_somebody, partial(deed, **what) if what else deed)


def stage(world: World) -> None:
    """Everything that Today and the owner's day should have to show."""
    play = Stage(world)
    _goods(play)
    _wrongs(play)
    _orders(play)
    _tasks(play)
    _known(play)
    _already_today(play)


def keep_drafts(world: World) -> None:
    """A few forms that somebody was called away from."""
    if not world.people:
        return
    day = world.hours.day(world.until)
    past = world.hours.moment(day, 16) <= world.until
    last = world.hours.last_day(day if past else day - timedelta(days=1))
    for number, draft in enumerate(world.pools.shop["drafts"]):
        world.bulk.add(
            DraftRow, form=draft["form"], customer_id=world.somebody().id, fields=draft["fields"],
            staff_id=1 + number % len(world.staff), at=world.hours.moment(last, 15, 12 + 7 * number),
        )


def _goods(play: Stage) -> None:
    for number, outcome in enumerate(ReturnOutcome, 1):
        play.put(4 * number, 10, goods.come_back, back=Back(outcome=outcome))
    for days in (1, 2, 3):
        play.put(days, 11, goods.come_back, back=Back(item="Dark rye"))
    for days in (5, 2):
        play.put(days, 12, goods.come_back, back=Back(item="Cinnamon bun", receipt=SAME_RECEIPT))
    play.put(20, 14, _half_used)


def _wrongs(play: Stage) -> None:
    closing = play.hours.moment(play.today, play.hours.of(play.today)[1] - 1)
    known_cause = (*TOLD, (27 * HOUR, wrongs.find_cause))
    fates = {
        (16, 11): Fate((*known_cause, (180 * HOUR, wrongs.reopen))),
        (12, 10): Fate(known_cause),
        (9, 14): Fate(((HOUR, wrongs.put_right), (20 * HOUR, wrongs.no_way), (21 * HOUR, wrongs.find_cause))),
        (7, 9): Fate((*TOLD, (50 * HOUR, wrongs.ask_why))),
        (6, 12): Fate(TOLD),
        (4, 15): Fate(),
        (3, 10): Fate(((20 * HOUR, wrongs.tell),), at_once=True),
        (2, 13): Fate(((3 * HOUR, wrongs.put_right),)),
        (1, 14): Fate((), closing),
    }
    for (days, hour), fate in fates.items():
        play.put(days, hour, wrongs.hear, fate=fate)


def _orders(play: Stage) -> None:
    hours, at = play.hours, play.at
    evening = hours.moment(play.today, hours.of(play.today)[1] - 1)
    moved = partial(asked.move_to, evening)
    courses = {
        (8, 9): Asked(at(1, 15), ((at(2, 10), asked.start),)),
        (5, 10): Asked(evening, ((at(1, 11), asked.start),)),
        (6, 11): Asked(at(1, 12), ((at(2, 14), moved), (at(1, 8), asked.start))),
        (7, 12): Asked(at(1, 15), ((at(2, 9), asked.start), (at(1, 13), asked.finish))),
        (1, 13): Asked(None),
        (9, 13): Asked(at(4, 12), ((at(5, 9), asked.start), (at(4, 10), asked.finish), (at(3, 12), asked.collect))),
        (11, 8): Asked(None, ((at(9, 9), asked.decline),)),
        (14, 9): Asked(at(6, 12), ((at(12, 10), asked.cancel),), paid_ahead=True),
        (15, 10): Asked(at(5, 12), ((at(13, 10), asked.cancel),), paid_ahead=True),
        (3, 14): Asked(hours.moment(hours.next_day(play.today + timedelta(days=4)), 12)),
    }
    for (days, hour), course in courses.items():
        play.put(days, hour, asked.take, asked=course)


def _tasks(play: Stage) -> None:
    for days, ahead in ((6, -2), (3, 0), (4, 0), (2, 2), (1, 6)):
        play.put(days, 15, tasks.follow_up, due=play.today + timedelta(days=ahead))
    play.put(3, 9, tasks.praised)
    play.put(2, 10, tasks.praise)
    play.put(5, 9, tasks.note_undone)


def _already_today(play: Stage) -> None:
    """What has happened since the door was opened, as far as it is that late."""
    for hour, deed in ((8, visits.here), (8, papers.thank), (9, tasks.praised), (9, visits.here), (10, tasks.note)):
        play.put(0, hour, deed)


def _known(play: Stage) -> None:
    days = (("birthday", 0, None), ("wedding day", 1, 12), ("her birthday", 4, 40), ("his birthday", 10, None))
    for number, (label, ahead, years) in enumerate(days, 3):
        day = Day(label, play.today + timedelta(days=ahead), years)
        play.put(7 * number, 9, known.remember_day, day=day)
    play.put(8, 10, known.never)


def _half_used(world: World, person: Person, at: datetime) -> None:
    """Store credit of which half is left."""
    goods.come_back(world, person, at, Back(outcome=ReturnOutcome.STORE_CREDIT))
    world.later(world.hours.within(at + 50 * HOUR), _use_half, person)


def _use_half(world: World, person: Person, at: datetime) -> None:
    if person.credit:
        tasks.use_credit(world, person, at, 0.5)


def _for_somebody(world: World, deed: Deed, at: datetime) -> None:
    if world.people:
        deed(world, world.somebody(), at)
