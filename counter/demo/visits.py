"""Somebody comes in: what happens at a visit, and when they will come again."""
from collections.abc import Callable
from datetime import date, datetime, timedelta

from counter.demo import asked, extras, goods, known, papers, tasks, wrongs
from counter.demo.hours import DAY
from counter.demo.world import MINUTE, Person, World
from counter.models.tables_people import CustomerRow
from counter.models.tables_shop import DayCircumstanceRow
from counter.records.entries import EntryKind

Happening = Callable[..., None]
CIRCUMSTANCES = ("with_child", "with_dog", "heavy", "gift_purchase", "long_wait", "bad_day", "no_purchase")
TICKED, CREDIT, EXTRA, SLIP, LEARNT, OWN_IDEA = 0.15, 0.35, 0.16, 0.14, 0.03, 0.004
SOMEONE = 0.3

# How often each thing happens at a visit, and the word by which lines and gestures know it.
HAPPENINGS: tuple[tuple[float, Happening, str], ...] = (
    (0.025, goods.come_back, "return_today"),
    (0.010, wrongs.hear, "went_wrong"),
    (0.015, asked.take, ""),
    (0.015, tasks.praised, "compliment_received"),
    (0.015, tasks.praise, ""),
    (0.025, tasks.note, ""),
    (0.008, tasks.follow_up, ""),
    (0.001, tasks.note_undone, ""),
)
LINE_WORDS = {
    "return_today": "return", "compliment_received": "compliment", "long_wait": "waited",
    "no_purchase": "bought_nothing",
}


def come(world: World, person: Person, at: datetime) -> None:
    """One visit; the next is settled at once."""
    person.ticked = frozenset({world.random.choice(CIRCUMSTANCES)}) if world.chance(TICKED) else frozenset()
    slip = world.chance(SLIP)
    papers.answer(world, person, at)
    happened = _happens(world, person, at)
    if person.credit and world.chance(CREDIT):
        tasks.use_credit(world, person, at)
    if world.chance(LEARNT):
        known.learn(world, person, at)
    extra = world.chance(EXTRA)
    if extra:
        world.later(at + 2 * MINUTE, _extra, person, happened)
    if slip:
        world.later(at + 3 * MINUTE, _slip, person, happened)
    elif not extra:
        here(world, person, at)
    _again(world, person, at)


def here(world: World, person: Person, at: datetime) -> None:
    """They were here, nothing more; what was done for them today says it already."""
    if person.last == world.hours.day(at):
        return
    world.open(EntryKind.VISIT, person, at).close(f"{person.called} was here today.")


def open_day(world: World, day: date, at: datetime) -> None:
    """The day's weather, a fresh budget, and those who come without a name."""
    world.spent.begin(day.toordinal())
    world.weather = frozenset() if day == world.plan.today else _weather(world, day)
    for name in sorted(world.weather):
        world.bulk.add(DayCircumstanceRow, day=day, name=name)
    share = min(SOMEONE, world.plan.customers / 2000)
    strangers = sum(world.chance(share) for _ in range(3))
    moments = sorted(world.hours.some_moment(day, world.random) for _ in range(strangers))
    for turn, when in enumerate(moments, 1):
        world.later(when, _someone, turn)
    following = world.hours.next_day(day + DAY)
    world.later(world.hours.moment(following, world.hours.of(following)[0]), open_day, following)


def _someone(world: World, turn: int, at: datetime) -> None:
    """A record and a visit of their own, told apart by the turn of the day."""
    writer = world.open(EntryKind.PERSON, None, at)
    row = writer.insert(CustomerRow, name="", unnamed=True, created_at=at)
    person = Person(id=row.id, turn=turn)
    writer.customer_id = row.id
    world.visit(writer, person, at)
    writer.close("Someone without a name is here.", row)
    known.recognise(world, person, at, world.draw("someone"))
    happened = _happens(world, person, at)
    if world.chance(EXTRA):
        world.later(at + 2 * MINUTE, _extra, person, happened)
    if world.chance(2 * SLIP):
        world.later(at + 3 * MINUTE, _slip, person, happened)


def _happens(world: World, person: Person, at: datetime) -> frozenset[str]:
    draw = world.random.random()
    for share, happening, word in HAPPENINGS:
        draw -= share
        if draw < 0:
            happening(world, person, at)
            return frozenset({word} - {""})
    return frozenset()


def _extra(world: World, person: Person, happened: frozenset[str], at: datetime) -> None:
    """While the day's budget lasts; after a complaint only what makes good is given, and that always may."""
    waits = any(trouble.told is None for trouble in person.troubles.values())
    if world.spent.count >= world.policy.count_day and not waits:
        here(world, person, at)
    elif world.chance(OWN_IDEA / EXTRA):
        extras.own_idea(world, person, at)
    else:
        extras.offer(world, person, at, happened - {"went_wrong"})
        here(world, person, at)  # where nothing came of it


def _slip(world: World, person: Person, happened: frozenset[str], at: datetime) -> None:
    holds = happened | person.ticked | world.weather
    papers.thank(world, person, at, frozenset(LINE_WORDS.get(name, name) for name in holds))


def _again(world: World, person: Person, at: datetime) -> None:
    """By their own rhythm: some always on the same day of the week, some after a while, some for the last time."""
    random, day = world.random, world.hours.day(at)
    ahead = max(1, round(random.gauss(person.gap, person.gap / 4))) if person.weekday is None else person.gap
    coming = day + timedelta(days=ahead)
    if person.weekday is not None:
        coming += timedelta(days=(person.weekday - coming.weekday()) % 7) if random.random() < 0.9 else DAY
    coming = world.hours.next_day(coming)
    world.later(world.hours.some_moment(coming, random, like=person.hour), come, person)


def _weather(world: World, day: date) -> frozenset[str]:
    names = {"rain"} if world.chance(0.25) else set()
    if day.month in (12, 1, 2) and world.chance(0.35):
        names.add("cold")
    if day.month in (6, 7, 8) and world.chance(0.25):
        names.add("heat")
    if (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 2):
        names.add("holiday")
    return frozenset(names)
