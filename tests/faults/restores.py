"""A program that is killed while it backs up, and while it goes back to a backup: nothing it told is lost for good."""

import os
import select
import shutil
import signal
import time
from datetime import UTC, datetime
from functools import partial
from random import Random

import apsw
from cashier import Day, Tally, in_child, look, open_till

from counter.models import vetting
from counter.models.backup import unpack
from counter.models.database import connect
from counter.models.swap import beside, set_aside
from counter.office import backups, restoring
from counter.records.backups import Why

STRANGE = "strange"
FRESH, TURNS, AT = 10, 3, datetime(2026, 11, 26, 10, 42, tzinfo=UTC)


def run(folder, n, seed=1, *, control=False):
    """Kill `n` lives. The control swaps files without care for the log of new pages, and so must lose some."""
    tally, random, began = Tally("kill -9 in the middle of a backup or of going back"), Random(seed), time.monotonic()
    longest = TURNS * in_child(partial(_lasts, folder / "undisturbed.counter"))
    for number in range(n):
        if number % FRESH == 0:
            place = folder / f"restores {number}"
            place.mkdir()
            path, told = place / "shop.counter", []
            in_child(partial(_prepare, path))
        said = _life(path, number, random.uniform(0, longest), control)
        strange = [op for op in said if op.startswith(STRANGE)]
        told += [op for op in said if not op.startswith(("backup ", STRANGE))]
        named = {op.removeprefix("backup ") for op in said if op.startswith("backup ")}
        try:
            lost, wrong = in_child(partial(_next_start, path, told, named))
        except RuntimeError as fault:
            lost, wrong = [], [str(fault)]
        tally.add(said, lost, strange + wrong)
        told = [op for op in told if op not in lost]
    tally.made, tally.seconds = n, time.monotonic() - began
    return tally


def _prepare(path):
    till = open_till(path)
    Day(till, "before", 1, str).one()
    backups.make(till.database, Why.BY_ITSELF, AT)
    till.database.close()


def _lasts(path):
    """Seconds of a turn that nobody disturbs."""
    began = time.monotonic()
    _turn(path, "undisturbed", 1, str)
    return time.monotonic() - began


def _life(path, number, seconds, control):
    inlet, outlet = os.pipe()
    child = os.fork()
    if not child:
        os.close(inlet)
        try:
            _work(path, number, lambda op: os.write(outlet, f"{op}\n".encode()), control)
        finally:
            os._exit(0)
    os.close(outlet)
    if not control:  # that one ends by itself, right after its careless swap
        select.select([], [], [], seconds)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(inlet, encoding="utf-8") as pipe:
        return pipe.read().split("\n")[:-1]


def _work(path, number, tell, control):
    """Work, back up, work, go back to that backup, and again."""
    restoring.finish(path)
    restoring.tidy(path)
    for turn in range(99):
        _turn(path, f"life {number} {turn}", number * 100 + turn, tell, control)


def _turn(path, life, seed, tell, control=False):
    till = open_till(path)
    day = Day(till, life, seed, tell)
    for _ in range(3):
        day.one()
    made = backups.make(till.database, Why.BY_ITSELF, AT)
    tell(f"backup {made.path.name}")
    for _ in range(2):
        day.one()
    weighed = restoring.weigh(path, made.path)
    if control:
        shutil.copy(weighed.prepared, path)
        os._exit(0)
    if seed % 2:
        _untidied(till.database)
    till.database.close()
    restoring.put_in_place(weighed.prepared, path)
    if _entries(path) != weighed.entries:
        tell(f"{STRANGE}: {life} went back to something else")


def _entries(path):
    file = connect(path)
    found = file.execute_sql("SELECT count(*) FROM entry").fetchone()[0]
    file.close()
    return found


def _untidied(database):
    """As where the disk lets nothing be tidied up at the close: the newest pages stay in the log beside the file."""
    database.connection().config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)


def _next_start(path, told, named):
    """What the next start finds, with the files that were set aside; each backup that was told of holds."""
    restoring.finish(path)
    restoring.tidy(path)
    lost, wrong = look(path, told)
    ops = {op for aside in set_aside(path) for op in _ops(aside)}
    for backup in backups.shelf(path).backups:
        if backup.path.name in named:
            wrong += _broken(backup, path.with_name("looked at"))
    return [op for op in lost if op.removeprefix("draft ") not in ops], wrong


def _ops(aside):
    """Every operation in a file that was set aside, drafts included."""
    copy = aside.with_name("looked into.counter")
    shutil.copy(aside, copy)
    if beside(aside, "-wal").exists():
        shutil.copy(beside(aside, "-wal"), beside(copy, "-wal"))
    file = connect(copy)
    found = [row[0] for row in file.execute_sql("SELECT op_id FROM entry").fetchall()]
    found += [row[0] for row in file.execute_sql("SELECT json_extract(fields, '$.op') FROM draft").fetchall()]
    file.close()
    copy.unlink()
    return found


def _broken(backup, plain):
    for _ in unpack(backup.path, plain):
        pass
    vetting.inspect(plain, deep=True)
    plain.unlink()
    return [] if backup.verified else [f"{backup.path.name} is not verified"]
