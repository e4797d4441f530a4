"""The shop's file and everything that is read once at the start, on the database lane."""
import gzip
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from counter import outbox
from counter.demo.make import Plan, Pools, make
from counter.desk import find, learning
from counter.desk.till import Till
from counter.gestures import parse_boundaries
from counter.lookup import Equivalents, Index
from counter.models import people, shop
from counter.models.database import connect, sweep
from counter.models.migrate import migrate
from counter.office import catalogue
from counter.paths import Folders, resource
from counter.settings import Settings
from counter.slips.wording import Wording, read_wording

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
    """A shop that is open: its till and the index of its people."""

    till: Till
    index: Index


def open_shop(folders: Folders, start: Start, progress: Progress | None = None) -> Opened:
    """Open, bring up to date, check, fill the demo; raises Known with a sentence.

    `progress(done, total)` counts the days of a demo shop that is made.
    """
    folders.make()
    database = connect(folders.database)
    migrate(database, lambda version: folders.data / f"before-update-from-{version}.counter")
    sweep(database)
    if start.demo and shop.setting("shop") is None:
        plan = Plan(start.demo, 7, start.clock().date(), now=start.clock())
        make(database, _pools(), plan, progress)
    text = shop.setting("shop")
    settings = Settings.from_text(text) if text else Settings()
    if not shop.printers():
        shop.add_printer("Slips as PDF", "pdf", "", "roll58")
    outbox.recover()
    gestures = catalogue.load(starter(), settings.coffee)
    till = Till(
        database=database, settings=settings, clock=start.clock, random_bytes=os.urandom, catalogue=gestures,
        engine=learning.start(gestures, settings), wordings=_wordings(),
        boundaries=parse_boundaries(text_of("gestures", "boundaries.json")),
        staff_id=next((member.id for member in people.staff() if member.active), None),
    )
    equivalents = Equivalents.parse(gzip.decompress(resource("lookup", "equivalents.txt.gz").read_bytes()).decode())
    return Opened(till, Index.build(find.everybody(), equivalents, till.today))


def starter() -> str:
    """The catalogue of gestures that came with the program."""
    return text_of("gestures", "catalogue.json")


def text_of(*parts: str) -> str:
    """A text of `resources/`."""
    return resource(*parts).read_text(encoding="utf-8")


def _pools() -> Pools:
    return Pools(*(json.loads(text_of("demo", f"{name}.json")) for name in ("names", "people", "shop")))


def _wordings() -> dict[str, Wording]:
    files = sorted(resource("lines").glob("*.json"))
    return {wording.language: wording for wording in (read_wording(f.read_text(encoding="utf-8")) for f in files)}
