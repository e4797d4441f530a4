"""Single bits that turn on the disk: each is noticed by the program's own start, and everything told is there after it.

A start opens the file, looks all through it, keeps a damaged one and opens the newest whole backup in its place.
"""

import time
from functools import partial
from random import Random

from cashier import Day, Tally, in_child, look, open_till
from counter_maker import Clock

from counter.app.rescue import open_or_rescue
from counter.app.shop import Start
from counter.errors import Damaged
from counter.models import database
from counter.office import backups
from counter.paths import folders_in
from counter.records.backups import Why

COMMANDS = 60


def run(folder, n, seed=1, *, control=False):
    """Flip `n` bits, each before a start. The control keeps no checksums, and so must overlook some."""
    tally, random, began = Tally("a flipped bit in the file"), Random(seed), time.monotonic()
    shop = folders_in(folder / "flips")
    shop.make()
    told = in_child(partial(_made, shop, control))
    healthy = {path.name: path.read_bytes() for path in _content(shop)}
    for _ in range(n):
        flip = random.randrange(len(healthy[shop.database.name])), 1 << random.randrange(8)
        for path in _content(shop):
            path.unlink()
        for name, content in healthy.items():
            (shop.data / name).write_bytes(content if name != shop.database.name else _flipped(content, flip))
        sentence, lost, wrong = _start(shop, flip, told, control)
        if sentence:
            tally.hear(sentence)
        tally.add(told, lost, wrong)
    tally.made, tally.seconds = n, time.monotonic() - began
    return tally


def _content(shop):
    """The files of the shop, without the backups: they stay as they are."""
    return [path for path in shop.data.iterdir() if path.is_file()]


def _flipped(content, flip):
    at, bit = flip
    return content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :]


def _plain():
    """Files as SQLite makes them by itself."""
    import apsw

    database.CHECKSUM_VFS, database.CHECKSUM_BYTES = apsw.vfs_names()[0], 0


def _made(shop, control):
    if control:
        _plain()
    told = []
    till = open_till(shop.database)
    day = Day(till, "day", 1, told.append)
    for _ in range(COMMANDS):
        day.one()
    if not control:
        backups.make(till.database, Why.CLOSE, till.now)
    till.database.close()
    return told


def _start(shop, flip, told, control):
    """What the start said of it, what of that which was told before is lost now, and what is wrong."""
    before = shop.database.read_bytes()
    try:
        sentence, aside = in_child(partial(_opened, shop, control))
    except RuntimeError as fault:
        return "", [], [f"bit {flip}: {fault}"]
    if not sentence:
        return "", [], [f"bit {flip} was overlooked"]
    if control:
        return sentence, [], []
    kept = aside or shop.database
    changed = [] if kept.read_bytes() == before else [f"bit {flip}: the damaged file was changed"]
    lost, wrong = in_child(partial(look, shop.database, told)) if aside else ([], [])
    return sentence, lost, wrong + changed


def _opened(shop, control):
    if control:
        _plain()
    try:
        opened = open_or_rescue(shop, Start(clock=Clock()), _nobody, _nobody)
    except Damaged as refused:  # the window shows the backups then
        return refused.sentence, None
    opened.till.database.close()
    return ("The shop’s file was damaged", opened.rescued.aside) if opened.rescued is not None else ("", None)


def _nobody(*_done):
    """Progress that nobody looks at."""
