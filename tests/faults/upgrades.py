"""A file of the first version is brought up to date by a program that is killed in the middle of it."""

import gzip
import os
import signal
import time
from functools import partial
from pathlib import Path
from random import Random

from cashier import Tally, in_child
from counter_maker import open_file

from counter.models import migrate
from counter.models.database import ShopDatabase, sweep

OLD = Path(__file__).parent.parent / "data" / "shop_v001.counter.gz"
MORE = """
WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 3000)
INSERT INTO customer (name, created_at) SELECT 'Anna ' || n, '2026-11-26T10:42:00.000000Z' FROM number
"""


def run(folder, n, seed=1, *, control=False):
    """Kill `n` upgrades, each in a folder of its own. The control upgrades without transactions, and so must fail."""
    tally, random, began = Tally("kill -9 in the middle of an upgrade"), Random(seed), time.monotonic()
    old = folder / "old.counter"
    rows = in_child(partial(_old, old))
    wanted, took, statements = in_child(partial(_upgraded, folder, old))
    for number in range(n):
        place = folder / f"upgrade {number}"
        place.mkdir()
        path = place / "shop.counter"
        path.write_bytes(old.read_bytes())
        at = (random.uniform(0, took), None) if number % 2 else (None, random.randrange(1, statements + 1))
        tally.made += _killed(path, at, control)
        try:
            schema, found = in_child(partial(_next_start, path))
        except RuntimeError as fault:
            tally.wrong.append(str(fault))
            continue
        tally.wrong += ["other tables than a new shop"] if schema != wanted else []
        tally.lost += sum(found[name] != count for name, count in rows.items())
        tally.saved += sum(rows.values())
        for file in place.iterdir():
            tally.wrong += [f"{file.name} is left over"] if file.suffix == ".part" else []
            file.unlink()
    tally.seconds = time.monotonic() - began
    return tally


def _old(path):
    """A shop of the first version with some thousand people; answers its rows by table."""
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    steps, migrate.STEPS = migrate.STEPS, migrate.STEPS[:1]
    migrate.VERSION = 1
    database = open_file(path)
    with database.atomic():
        database.execute_sql(MORE)
    counted = _rows(database)
    database.close()
    migrate.STEPS, migrate.VERSION = steps, len(steps)
    return counted


def _rows(database):
    names = [row[0] for row in database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    return {
        name: database.execute_sql(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for name in names if not name.startswith("sqlite_")
    }  # fmt: skip


def _schema(database):
    rows = database.execute_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return sorted((name, " ".join(sql.split())) for name, sql in rows)


def _upgraded(folder, old):
    """The tables of a new shop, how long an upgrade lasts, and how many statements it has."""
    path = folder / "undisturbed.counter"
    path.write_bytes(old.read_bytes())
    seen = _count_statements(None)
    began = time.monotonic()
    open_file(path).close()
    statements = len(seen)
    took = time.monotonic() - began
    new = open_file(folder / "new.counter")
    schema = _schema(new)
    new.close()
    return schema, took, statements


def _count_statements(last):
    """Count what is asked of the file; at the statement `last` the program dies."""
    plain, seen = ShopDatabase.execute_sql, []

    def counted(self, sql, params=None):
        seen.append(sql)
        if len(seen) == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return plain(self, sql, params)

    ShopDatabase.execute_sql = counted
    return seen


def _killed(path, at, control):
    """One upgrade, killed after some seconds or at a statement; answers whether it was still at it."""
    seconds, statement = at
    child = os.fork()
    if not child:
        try:
            if control:
                migrate._take = _careless
            _count_statements(statement)
            open_file(path)
        finally:
            os._exit(0)
    until = time.monotonic() + (seconds or 0)
    while time.monotonic() < until:
        pass
    if seconds is not None:
        os.kill(child, signal.SIGKILL)
    return int(os.WIFSIGNALED(os.waitpid(child, 0)[1]))


def _careless(database, step):
    for statement in migrate.STEPS[step]:
        database.execute_sql(statement)
    database.execute_sql(f"PRAGMA user_version={step + 1}")


def _next_start(path):
    database = open_file(path)
    sweep(database)
    answer = _schema(database), _rows(database)
    database.close()
    return answer
