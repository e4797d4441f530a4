"""The disk refuses single accesses, or all of them for a while: writing, forcing down, reading, opening, deleting."""

import shutil
import time
from functools import partial
from random import Random

import shim
from cashier import Day, Tally, in_child, look, open_till

from counter.errors import Known
from counter.models.database import ShopDatabase, sweep
from counter.models.tables_people import EntryRow

FULL = "The disk is full"
NOTES, TIMES, KINDS = 10, (1, 1, 1, 2, 6, 10**9), ("broken", "broken", "full", "short")


def run(folder, n, seed=1, *, control=False):
    """Make `n` faults, one a life. The control takes a refused save for a good one, and so must lose some."""
    tally, random, began = Tally("I/O error: refused, short, for a while"), Random(seed), time.monotonic()
    healthy = folder / "healthy.counter"
    in_child(partial(_healthy, healthy))
    steps = in_child(partial(_counted, healthy))
    for number in range(n):
        path = folder / f"io {number}.counter"
        shutil.copy(healthy, path)
        disk = shim.Disk(at=random.randrange(1, steps), times=random.choice(TIMES), kind=random.choice(KINDS))
        try:
            told, heard, odd = in_child(partial(_life, path, disk, number, control))
            lost, wrong = in_child(partial(look, path, told))
        except RuntimeError as fault:
            told, heard, odd, lost, wrong = [], {}, [], [], [f"{disk}: {fault}"]
        tally.add(told, lost, odd + wrong)
        for sentence, count in heard.items():
            tally.told[sentence] = tally.told.get(sentence, 0) + count
        path.unlink()
    tally.made, tally.seconds = n, time.monotonic() - began
    return tally


def _healthy(path):
    till = open_till(path)
    day = Day(till, "before", 1, str)
    for _ in range(4):
        day.one()
    till.database.close()


def _counted(healthy):
    """How many accesses one life needs."""
    copy, disk = healthy.with_name("counted.counter"), shim.Disk()
    shutil.copy(healthy, copy)
    _life(copy, disk, 0, False)
    return disk.steps


def _life(path, disk, number, control):
    """Open, save some, close; answers what was told as saved, the sentences heard, and what was no sentence."""
    heard, told, odd = Tally(""), [], []
    standing = shim.Shim(disk)
    if control:
        ShopDatabase.commit = _never_minds
    till = _open(path, disk, heard)
    day = Day(till, f"life {number}", number, told.append)
    for _ in range(NOTES):
        if not day.careful(heard, partial(_heal, disk)):
            odd.append(f"{disk}: a note was never saved")
    disk.times = 0
    till.database.close()
    standing.unregister()
    if disk.kind == "full":
        odd += [f"{disk}: a full disk was told as: {sentence}" for sentence in heard.told if sentence != FULL]
    return told, heard.told, odd


def _open(path, disk, heard):
    """A start, looked at as the program does; a person starts it again when it could not open."""
    for _ in range(7):  # six refusals may meet a start each
        try:
            till = open_till(path)
            sweep(till.database)
        except Known as told:
            heard.hear(told.sentence)
            _heal(disk)
            if EntryRow._meta.database is not None:  # none was ever opened
                EntryRow._meta.database.close()
        else:
            return till
    raise RuntimeError("the shop never opened")


def _heal(disk):
    """The cable is plugged in again when a fault would last for ever."""
    if disk.times > 100:
        disk.times = 0


def _never_minds(self):
    """A commit that tells of no fault."""
    try:
        self.cursor().execute("commit")
    except Known:
        self.rollback()
    return True
