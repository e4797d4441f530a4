"""The shop's file and everything that is read once at the start, on the database lane."""
import json
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from mmap import ACCESS_READ, mmap

from counter import outbox
from counter.desk import find, learning
from counter.desk.till import Till
from counter.errors import Known
from counter.gestures import parse_boundaries
from counter.lookup import Equivalents, Index
from counter.models import kept, people, shop, torn_log
from counter.models.database import ShopDatabase, connect, sweep
from counter.models.migrate import VERSION, migrate, version_of
from counter.office import backups, boundaries, catalogue, forgetting
from counter.paths import Folders, resource
from counter.records.backups import Rescued, Why
from counter.records.gestures import Boundary
from counter.settings import Settings
from counter.slips.wording import Wording, read_wording

AT_ONCE = 3000
"""People whose index is built before the window is used; with more of them it is built meanwhile."""

log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Start:
    """How a program starts: with how many made-up customers (0: none), by which clock (aware UTC)."""

    demo: int = 0
    clock: Callable[[], datetime] = _now


@dataclass(frozen=True, slots=True)
class Opened:
    """A shop that is open: its till and the index of its people; `rescued` when its file had been damaged, `torn` when
    the log of what was saved last had been.

    `unread` stands when nobody is in the index yet, and it is to be built while the counter is used.
    """

    till: Till
    index: Index
    equivalents: Equivalents
    unread: bool = False
    rescued: Rescued | None = None
    torn: bool = False


def open_shop(folders: Folders, start: Start, progress: Progress | None = None) -> Opened:
    """Open, bring up to date, check, fill the demo; raises Known with a sentence.

    `progress(done, total)` counts the days of a demo shop that is made; what it raises ends that, and none is made.
    """
    folders.make()
    database = connect(folders.database)
    try:
        torn = torn_log.look(database)
        if 0 < version_of(database) < VERSION:
            backups.make(database, Why.UPDATE, start.clock())
        migrate(database, lambda version: folders.data / f"before-update-from-{version}.counter")
        sweep(database)
        forgetting.again(database, start.clock().date())
        if start.demo and shop.setting("shop") is None:
            _make_demo(database, start, progress)
    except Known:
        database.close()
        raise
    text = shop.setting("shop")
    settings = _settings_of(text)
    if not shop.printers():
        shop.add_printer("Slips as PDF", "pdf", "", "roll58")
    outbox.recover()
    gestures = catalogue.load(starter(), settings.coffee)
    till = Till(
        database=database, settings=settings, clock=start.clock, random_bytes=os.urandom, catalogue=gestures,
        engine=learning.start(gestures, settings), wordings=_wordings(),
        boundaries=boundaries.load(came_boundaries()),
        staff_id=next((member.id for member in people.staff() if member.active), None),
    )
    equivalents = _equivalents()
    index = find.kept_index(equivalents, till.today)
    if (index is None or index.old(till.today)) and len(kept.everybody()) <= AT_ONCE:
        index = find.open_index(equivalents, till.today)
    found = Index.build((), equivalents, till.today) if index is None else index
    return Opened(till, found, equivalents, unread=index is None, torn=torn)


def _equivalents() -> Equivalents:
    with resource("lookup", "equivalents.bin").open("rb") as file:
        return Equivalents(memoryview(mmap(file.fileno(), 0, access=ACCESS_READ)))


def _settings_of(text: str | None) -> Settings:
    """What the owner set; the usual where it can't be read, until it is saved again."""
    try:
        return Settings.from_text(text) if text else Settings()
    except Known:
        log.error("the shop's settings can't be read")
        return Settings()


def starter() -> str:
    """The catalogue of gestures that came with the program."""
    return text_of("gestures", "catalogue.json")


def came_boundaries() -> Mapping[str, Boundary]:
    """What a never-fact may forbid, as it came with the program."""
    return parse_boundaries(text_of("gestures", "boundaries.json"))


def text_of(*parts: str) -> str:
    """A text of `resources/`."""
    return resource(*parts).read_text(encoding="utf-8")


def _make_demo(database: ShopDatabase, start: Start, progress: Progress | None) -> None:
    from counter.demo.make import Plan, Pools, make  # a shop that was made once needs none of it

    pools = Pools(*(json.loads(text_of("demo", f"{name}.json")) for name in ("names", "people", "shop")))
    make(database, pools, Plan(start.demo, 7, start.clock().date(), now=start.clock()), progress)


def _wordings() -> dict[str, Wording]:
    files = sorted(resource("lines").glob("*.json"))
    return {wording.language: wording for wording in (read_wording(f.read_text(encoding="utf-8")) for f in files)}
