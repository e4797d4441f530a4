"""A counter on a real shop file, opened through the product's own doors; needs no Qt."""

import json
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

from counter.desk.till import Till
from counter.gestures import Engine, parse_boundaries, parse_catalogue
from counter.models import gestures, people, shop
from counter.models.database import connect
from counter.models.migrate import migrate
from counter.records.people import PersonForm, Role
from counter.settings import Settings
from counter.slips.wording import read_wording

RESOURCES = Path(__file__).parent.parent / "resources"
MORNING = datetime(2026, 11, 26, 10, 42, tzinfo=UTC)


class Clock:
    """The shop's clock, set by the test."""

    def __init__(self, now=MORNING):
        self.now = now

    def __call__(self):
        return self.now

    def go_on(self, **time):
        self.now += timedelta(**time)


@cache
def resources():
    """Catalogue, wordings and boundaries as the program ships them."""
    catalogue = parse_catalogue((RESOURCES / "gestures" / "catalogue.json").read_text(encoding="utf-8"), 300)
    english = read_wording((RESOURCES / "lines" / "en.json").read_text(encoding="utf-8"))
    boundaries = parse_boundaries((RESOURCES / "gestures" / "boundaries.json").read_text(encoding="utf-8"))
    return catalogue, {english.language: english}, boundaries


def open_file(path):
    """The shop's file with all its tables."""
    database = connect(path)
    migrate(database, lambda version: path.with_name(f"before-{version}.counter"))
    return database


def open_till(path, clock=None):
    """The counter of a small bakery, whether the file is new or has been open before."""
    database = open_file(path)
    if shop.setting("shop") is None:
        furnish(database)
    settings = Settings.from_text(shop.setting("shop"))
    catalogue, wordings, boundaries = resources()
    engine = Engine.replay(catalogue, settings.giving(), settings.seed, gestures.events_after(0))
    return Till(
        database=database, settings=settings, clock=clock or Clock(), random_bytes=Random(1).randbytes,
        catalogue=catalogue, engine=engine, wordings=wordings, boundaries=boundaries, staff_id=people.staff()[0].id,
    )


def furnish(database):
    """Name, printer and two people at the counter."""
    with database.atomic():
        settings = Settings(shop_name="Blue Door Bakery", phone="020 7946 0142", set_up=True)
        shop.save_setting("shop", json.dumps(json.loads(settings.to_text())))
        shop.add_printer("Slips as PDF", "pdf", "", "roll58")
        shop.add_staff("Maya", Role.OWNER)
        shop.add_staff("Tom", Role.CASHIER)


class Ops:
    """A new operation id for every command, the way the window gives one to every press of a key."""

    def __init__(self):
        self.count = 0

    def __call__(self):
        self.count += 1
        return f"op {self.count}"


def someone_called(till, name, op=None):
    """A person by that name, made at this counter."""
    from counter.desk import people as desk

    return desk.new(till, op or f"new {name}", PersonForm(name=name)).customer_id
