"""The made-up shop while it lives: its people, its clock, and the journal in which everything is written down."""
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from heapq import heappop, heappush
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from counter.demo.hours import OpeningHours
from counter.demo.plan import Plan, Pools
from counter.demo.shelf import Shelf
from counter.demo.spent import Spent
from counter.desk.said import END, ISOLATE
from counter.gestures import Engine
from counter.models.bulk import Bulk, BulkWriter, Row
from counter.models.journal import Stamp
from counter.models.tables_people import VisitRow
from counter.records.entries import EntryKind
from counter.records.gestures import Given, NearDate, Trouble
from counter.settings import Settings

Deed = Callable[[datetime], None]
Step = Callable[["World", "Case", datetime], None]
Course = tuple[tuple[datetime, Step], ...]
Progress = Callable[[int, int], None]
BATCH = 4000
NOTHING: Mapping[Any, Any] = {}  # one for all: whoever learns something gets a new one
MINUTE = timedelta(minutes=1)


@dataclass(slots=True, kw_only=True)
class Person:
    """What the shop needs to know of somebody to go on with them; everything else stands in the file."""

    id: int
    name: str = ""
    spoken: str = ""
    language: str = ""
    gap: int = 0
    weekday: int | None = None
    hour: int = 12
    turn: int = 0
    visits: int = 0
    first: date | None = None
    last: date | None = None
    before: date | None = None
    visit_id: int | None = None
    ticked: frozenset[str] = frozenset()
    credit: int = 0
    slip: Row | None = None
    never_unresolved: bool = False
    blocked: frozenset[str] = frozenset()
    said: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    dates: tuple[NearDate, ...] = ()
    troubles: Mapping[int, Trouble] = field(default_factory=lambda: NOTHING)
    given: tuple[Given, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """How sentences name them."""
        return f"{ISOLATE}{self.spoken}{END}" if self.spoken else "someone"

    @property
    def unnamed(self) -> bool:
        """Whether this is somebody without a name."""
        return not self.name


@dataclass(slots=True)
class Case:
    """Something that goes on for days: whose it is, its row, and how it stands."""

    person: Person
    row: Row
    now: Any


class World:
    """Deeds wait here for their moment and are done in the order of time; what lies after the last moment never is."""

    def __init__(self, bulk: Bulk, pools: Pools, plan: Plan, settings: Settings) -> None:
        self.bulk, self.pools, self.plan, self.settings = bulk, pools, plan, settings
        self.random = Random(plan.seed)  # noqa: S311 - made-up people, no secret
        self.shelf = Shelf.of(settings)
        self.policy = settings.giving()
        self.engine = Engine(self.shelf.catalogue, self.policy, settings.seed)
        self.hours = OpeningHours(settings.opening_hours, ZoneInfo(settings.zone))
        opens, _ = self.hours.of(plan.today)
        self.until = plan.now or self.hours.moment(plan.today, opens)
        self.start = plan.today - timedelta(days=plan.days)
        self.dawn = self.hours.moment(self.start, 0)
        self.prices: dict[str, int] = {ware["name"]: ware["price"] for ware in pools.shop["products"]}
        self.complaints: dict[str, dict[str, str]] = {told["words"]: told for told in pools.shop["complaints"]}
        self.people: list[Person] = []
        self.staff: dict[str, int] = {}
        self.printer = 0
        self.codes: set[str] = set()
        self.anonymous: list[tuple[date, str, tuple[int, ...], str]] = []
        self.items: dict[str, int] = {}
        self.spent = Spent()
        self.weather: frozenset[str] = frozenset()
        self.weight = 0.3
        self.came: Callable[[World, BulkWriter, Person], None] | None = None
        self._deeds: list[tuple[datetime, int, Deed]] = []
        self._count = 0
        self._owed: dict[str, float] = {}
        self._decks: dict[str, list[Any]] = {}

    def draw(self, name: str, among: Iterable[Any] = ()) -> Any:
        """The next card of a deck, by default that of a pool; all of them come before one comes again."""
        deck = self._decks.setdefault(name, [])
        if not deck:
            deck += among or self.pools.shop.get(name) or self.pools.people[name]
            self.random.shuffle(deck)
        return deck.pop()

    def chance(self, share: float) -> bool:
        """Whether something that happens this often happens now."""
        return self.random.random() < share

    def share(self, name: str, of_all: float) -> bool:
        """As `chance`, but evenly: a few people show what many do."""
        owed = self._owed.get(name, self.random.random()) + of_all
        self._owed[name] = owed % 1
        return owed >= 1

    def later(self, at: datetime, deed: Callable[..., None], *what: Any) -> None:
        """Do it at that moment: `deed(world, *what, at)`."""
        if at <= self.until:
            self._count += 1
            done: Deed = partial(deed, self, *what)
            heappush(self._deeds, (at, self._count, done))

    def follow(self, case: Case, course: Course) -> None:
        """Take the steps of a case one after the other, each when the shop is open."""
        before = self.dawn
        for wished, step in course:
            before = max(self.hours.within(wished), before + MINUTE)
            self.later(before, step, case)

    def run(self, progress: Progress) -> None:
        """Do everything up to the last moment; says after each day how many of how many are done."""
        day = self.start
        while self._deeds:
            at, _, deed = heappop(self._deeds)
            deed(at)
            self.bulk.flush(least=BATCH)
            if at.date() > day:
                day = at.date()
                progress(min((day - self.start).days, self.plan.days), self.plan.days)
        self.bulk.flush()
        progress(self.plan.days, self.plan.days)

    def somebody(self) -> Person:
        """One of the people known by now."""
        return self.random.choice(self.people)

    def open(self, kind: EntryKind, person: Person | None, at: datetime, *, visits: bool = True) -> BulkWriter:
        """Begin an entry; the first one of a day for which the person is here makes their visit."""
        day = self.hours.day(at)
        self._count += 1
        who = person.id if person else None
        stamp = Stamp(
            op=f"demo {self._count:010d}", kind=kind, at=at, day=day, staff_id=self._on_duty(day), customer_id=who
        )
        writer = self.bulk.entry(stamp)
        if person is not None and visits:
            self.visit(writer, person, at)
        return writer

    def visit(self, writer: BulkWriter, person: Person, at: datetime) -> None:
        """The person is here: one visit a day, made under the entry that is being written."""
        day = writer.stamp.day
        if person.last != day:
            ticked = {"circumstances": person.ticked} if person.ticked else {}
            row = writer.insert(VisitRow, customer_id=person.id, day=day, started_at=at, **ticked)
            person.visit_id, person.before, person.last = row.id, person.last, day
            person.first = person.first or day
            person.visits += 1
            if self.came is not None:
                self.came(self, writer, person)
        writer.visit_id = person.visit_id

    def change(self, case: Case, kind: EntryKind, at: datetime, now: Any, *, visits: bool = False) -> BulkWriter:
        """Begin an entry about a case that stands otherwise now; columns that stay the same are left alone."""
        writer = self.open(kind, case.person, at, visits=visits)
        names = [name for name in now.__dataclass_fields__ if name not in ("id", "customer_id")]
        changed = {name: getattr(now, name) for name in names if getattr(now, name) != getattr(case.now, name)}
        if "promises" in changed:
            changed["due"] = now.due
        writer.update(case.row, **changed)
        case.now = now
        return writer

    def _on_duty(self, day: date) -> int:
        """Two of the staff share a day."""
        first = day.toordinal() % max(1, len(self.staff))
        return (first + self.random.randrange(2)) % max(1, len(self.staff)) + 1
