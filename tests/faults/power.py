"""The power fails: what was written and not yet forced to the disk is lost, comes in another order, or is torn.

A day at the counter is written down access by access, then cut at random points and poured into new files.
"""

import time
from functools import partial
from random import Random

import shim
from cashier import Day, Tally, in_child, look, open_till

from counter.models import database

SECTOR, COMMANDS, CUTS_A_DAY = 512, 70, 100
NAME = "power.counter"


def run(folder, n, seed=1, *, control=None):
    """Cut the power `n` times. The control names a setting of `synchronous` that is too careless, and so must lose."""
    tally, random, began = Tally("power cut: writes lost, reordered, torn"), Random(seed), time.monotonic()
    for day in range(0, n, CUTS_A_DAY):
        work = folder / f"day {day}"
        work.mkdir()
        in_child(partial(_prepare, work / NAME))
        before = (work / NAME).read_bytes()
        events = in_child(partial(_recorded, work / NAME, day + seed, control))
        for cut in range(min(CUTS_A_DAY, n - day)):
            _cut(work / f"cut {cut}", before, events[: random.randrange(1, len(events))], random, tally)
    tally.made, tally.seconds = n, time.monotonic() - began
    return tally


def _prepare(path):
    open_till(path).database.close()


def _recorded(path, seed, control):
    """All that reaches the disk in a day, with each operation where it was told."""
    disk = shim.Disk(log=[])
    standing = shim.Shim(disk)
    if control is not None:
        settings = dict(database.SETTINGS) | {"synchronous": control}
        database.SETTINGS = tuple(settings.items())
    till = open_till(path)
    day = Day(till, f"day {seed}", seed, lambda op: disk.note("told", op))
    for _ in range(COMMANDS):
        day.one()
    till.database.close()
    standing.unregister()
    return disk.log


def _cut(folder, before, events, random, tally):
    folder.mkdir()
    told = [event[1] for event in events if event[0] == "told"]
    for name, content in after_the_cut({NAME: before}, events, random).items():
        (folder / name).write_bytes(content)
    try:
        lost, wrong = in_child(partial(look, folder / NAME, told))
    except RuntimeError as fault:
        lost, wrong = [], [str(fault)]
    tally.add(told, lost, wrong)
    for file in folder.iterdir():
        file.unlink()


def after_the_cut(before, events, random):
    """The files as they are found: what was forced down, and a random part of the rest."""
    sure, loose = {name: bytearray(content) for name, content in before.items()}, {}
    for what, name, *rest in events:
        if what == shim.SYNC:
            content = sure.setdefault(name, bytearray())
            for access in loose.pop(name, []):
                _apply(content, access)
        elif what != "told":
            loose.setdefault(name, []).append((what, *rest))
    share = random.choice((0.0, 0.2, 0.5, 0.8, 1.0))
    for name, accesses in loose.items():
        for access in accesses:
            if random.random() < share:
                _apply(sure.setdefault(name, bytearray()), access, random)
    return {name: bytes(content) for name, content in sure.items()}


def _apply(content, access, random=None):
    """One access; with `random`, a write may come down in some of its sectors only."""
    if access[0] == shim.DELETE:
        del content[:]
    elif access[0] == shim.TRUNCATE:
        del content[access[1] :]
    else:
        _, offset, data = access
        torn = random is not None and random.random() < 0.3
        for start in range(0, len(data), SECTOR):
            if torn and random.random() < 0.5:
                continue
            part = data[start : start + SECTOR]
            _put(content, offset + start, part)


def _put(content, offset, part):
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(part)] = part
