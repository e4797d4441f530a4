"""The disk fills up while the counter works, and goes on once there is room, without a restart."""

import time
from functools import partial
from random import Random

from cashier import Day, Tally, in_child, look, open_till
from counter_commands import anna
from small_disks import ROOT, Quota, Tmpfs

from counter.desk import open as opening

ROOM, FULL = 40 << 20, "The disk is full"


def run(folder, n, seed=1, *, control=False):
    """Fill the disk `n` times in one life. The control frees no room, and so nothing more may be saved."""
    tally, began = Tally("disk full, then room again"), time.monotonic()
    disk = Tmpfs(folder / "full", ROOM) if ROOT else Quota(folder / "full")
    try:
        said, told = in_child(partial(_life, disk, n, seed, control))
        lost, wrong = in_child(partial(look, disk.folder / "shop.counter", told))
    except RuntimeError as fault:
        tally.wrong.append(str(fault))
        return tally
    finally:
        disk.close()
    tally.made, tally.saved, tally.lost, tally.which = said.made, len(told), len(lost), lost
    other = [f"a full disk was told as: {sentence}" for sentence in said.told if sentence != FULL]
    tally.wrong, tally.told, tally.seconds = said.wrong + wrong + other, said.told, time.monotonic() - began
    return tally


def _life(disk, n, seed, control):
    told, heard, random = [], Tally(""), Random(seed)
    till = open_till(disk.folder / "shop.counter")
    day = Day(till, "life", seed, told.append)
    who = anna(till, day.ops).who
    for _ in range(n):
        disk.fill(leave=random.randrange(20_000, 120_000))
        heal = (lambda: None) if control else partial(_room, disk, till, who, heard)
        before = heard.made
        while heard.made == before:
            if not day.careful(heard, heal):
                heard.wrong.append("a note was never saved")
                return heard, told
    till.database.close()
    return heard, told


def _room(disk, till, who, heard):
    """Reading works while the disk is full; then room is made."""
    heard.made += 1
    if opening.card(till, who).customer.name != "Anna Kowalska":
        heard.wrong.append("the card could not be read")
    disk.make_room()
