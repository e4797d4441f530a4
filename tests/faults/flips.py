"""Single bits that turn on the disk: each is noticed at the next start, before anybody builds on it."""

import time
from functools import partial
from random import Random

from cashier import Day, Tally, in_child, open_till

from counter.errors import Broken, Damaged
from counter.models import database

COMMANDS = 60


def run(folder, n, seed=1, *, control=False):
    """Flip `n` bits, one a file. The control keeps no checksums, and so must overlook some."""
    tally, random, began = Tally("a flipped bit in the file"), Random(seed), time.monotonic()
    path = folder / "flips.counter"
    tally.saved = len(in_child(partial(_made, path, control)))
    answer = in_child(partial(_starts, path, n, random, control))
    tally.made, tally.told, tally.wrong = n, answer.told, answer.wrong
    tally.seconds = time.monotonic() - began
    return tally


def _plain():
    """Files as SQLite makes them by itself."""
    import apsw

    database.CHECKSUM_VFS, database.CHECKSUM_BYTES = apsw.vfs_names()[0], 0


def _made(path, control):
    if control:
        _plain()
    told = []
    till = open_till(path)
    day = Day(till, "day", 1, told.append)
    for _ in range(COMMANDS):
        day.one()
    till.database.close()
    return told


def _starts(path, n, random, control):
    if control:
        _plain()
    heard, healthy = Tally(""), path.read_bytes()
    for _ in range(n):
        at, bit = random.randrange(len(healthy)), 1 << random.randrange(8)
        path.write_bytes(healthy[:at] + bytes([healthy[at] ^ bit]) + healthy[at + 1 :])
        try:
            _start(path)
        except Damaged as told:
            heard.hear(told.sentence if isinstance(told, Broken) else f"{told.sentence} (no backup offered)")
        else:
            heard.wrong.append(f"bit {bit} of byte {at} was overlooked")
    return heard


def _start(path):
    """Opened and looked through, as at every start."""
    opened = database.connect(path)
    try:
        database.sweep(opened)
    finally:
        opened.close()
