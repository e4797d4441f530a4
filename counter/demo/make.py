"""Fills an empty shop file with made-up people and what happened with them, day by day."""
import json
from typing import Any

from counter.demo import extras, papers, people, today, visits
from counter.demo.plan import Plan, Pools
from counter.demo.world import Progress, World
from counter.models import shop
from counter.models.bulk import Bulk
from counter.models.database import ShopDatabase
from counter.models.tables_counter import ItemRow
from counter.records.people import Role
from counter.settings import Settings

__all__ = ["Plan", "Pools", "make"]


def make(database: ShopDatabase, pools: Pools, plan: Plan, progress: Progress | None = None) -> None:
    """The same plan gives the same shop, in one transaction; `progress(done, total)` counts days and may raise."""
    with database.atomic():
        settings = _settings(pools.shop["shop"], plan.seed)
        shop.save_setting("shop", settings.to_text())
        for name in ("themes", "sold"):
            shop.save_setting(name, json.dumps(pools.shop[name], ensure_ascii=False))
        printer = shop.add_printer("Slips as PDF", "pdf", "", "roll58")
        staff = {member["name"]: shop.add_staff(member["name"], Role(member["role"])) for member in pools.shop["staff"]}
        world = World(Bulk(database), pools, plan, settings)
        world.printer, world.staff, world.came = printer, staff, extras.came
        _begin(world)
        world.run(progress or _silently)
        _end(world)


def _settings(told: dict[str, Any], seed: int) -> Settings:
    hours = tuple(tuple(pair) if pair else None for pair in told["opening_hours"])
    return Settings(
        shop_name=told["name"], country=told["country"], language=told["language"], zone=told["zone"],
        opening_hours=hours, phone=told["phone"], mail=told["mail"], address=told["address"], coffee=told["coffee"],
        set_up=True, seed=seed,
    )


def _begin(world: World) -> None:
    """Nothing has happened yet; what will, waits for its moment."""
    first = world.hours.next_day(world.start)
    world.later(world.hours.moment(first, world.hours.of(first)[0]), visits.open_day, first)
    people.arrive(world)
    today.stage(world)


def _end(world: World) -> None:
    """What is counted and kept apart until the last day is over."""
    today.keep_drafts(world)
    papers.keep_anonymous(world)
    for name, used in sorted(world.items.items()):
        world.bulk.add(ItemRow, name=name, used=used)
    world.bulk.flush()


def _silently(_done: int, _total: int) -> None:
    """Nobody watches."""
