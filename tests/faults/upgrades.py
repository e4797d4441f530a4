"""A file of the first version is brought up to date by the program's own start, which is killed in the middle of it."""

import gzip
import os
import shutil
import signal
import time
from functools import partial
from pathlib import Path
from random import Random

from cashier import Tally, in_child
from counter_maker import Clock, open_file

from counter.app.rescue import open_or_rescue
from counter.app.shop import Start
from counter.models import migrate
from counter.models.database import ShopDatabase, sweep
from counter.paths import folders_in

BEFORE = 4  # each fourth life is killed at any moment from its start on, and so mostly in the backup and the copy
OLD = Path(__file__).parent.parent / "data" / "shop_v001.counter.gz"
MORE = """
WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 3000)
INSERT INTO customer (name, created_at) SELECT 'Anna ' || n, '2026-11-26T10:42:00.000000Z' FROM number
"""


def run(folder, n, seed=1, *, control=False):
    """Kill `n` upgrades between their first and their last statement, each in a folder of its own.

    The control upgrades without transactions, and so must fail.
    """
    tally, random, began = Tally("kill -9 in the middle of an upgrade"), Random(seed), time.monotonic()
    old = folder / "old.counter"
    rows = in_child(partial(_old, old))
    wanted, times, statements = in_child(partial(_upgraded, folder, old))
    for number in range(3 * n):
        place = folders_in(folder / f"upgrade {number}")
        place.make()
        place.database.write_bytes(old.read_bytes())
        tally.made += _killed(place, _moment(number, random, times, statements), control)
        try:
            schema, found = in_child(partial(_next_start, place))
        except RuntimeError as fault:
            schema, found = wanted, rows
            tally.wrong.append(str(fault))
        tally.wrong += ["other tables than a new shop"] if schema != wanted else []
        tally.lost += sum(found[name] != count for name, count in rows.items())
        tally.saved += sum(rows.values())
        tally.wrong += [f"{file.name} is left over" for file in place.data.rglob("*.part")]
        shutil.rmtree(place.data)
        if tally.made == n:
            break
    tally.seconds = time.monotonic() - began
    return tally


def _moment(number, random, times, statements):
    """When a life is killed: at a statement of a step, or so long after its first one, or after its start."""
    if number % BEFORE == 0:
        return "start", random.uniform(0, times[0])
    if number % 2:
        return "statement", random.randrange(1, statements + 1)
    return "step", random.uniform(0, times[1])


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
    """The tables of a new shop, how long an upgrade lasts (s: until its first step, its steps), its statements."""
    place = folders_in(folder / "undisturbed")
    place.make()
    place.database.write_bytes(old.read_bytes())
    told = []
    seen = _watch(None, lambda what: told.append(time.monotonic()))
    began = time.monotonic()
    _start(place).close()
    statements = len(seen)
    new = open_file(folder / "new.counter")
    schema = _schema(new)
    new.close()
    return schema, (told[0] - began, told[1] - told[0]), statements


def _watch(last, tell):
    """Tell when the first step begins ("step") and the last one is done ("done"); list the statements of the steps.

    At the statement `last` the program dies.
    """
    ask, take, seen, steps = ShopDatabase.execute_sql, migrate._take, [], []

    def asked(self, sql, params=None):
        if len(steps) % 2:
            seen.append(sql)
            if len(seen) == last:
                os.kill(os.getpid(), signal.SIGKILL)
        return ask(self, sql, params)

    def taken(database, step):
        if not steps:
            tell("step")
        steps.append("begun")
        take(database, step)
        steps.append("done")
        if step + 1 == migrate.VERSION:
            tell("done")

    ShopDatabase.execute_sql, migrate._take = asked, taken
    return seen


def _killed(place, moment, control):
    """One upgrade, killed at a moment; answers whether it was between its first and its last statement then."""
    after, value = moment
    inlet, outlet = os.pipe()
    child = os.fork()
    if not child:
        try:
            if control:
                migrate._take = _careless
            _watch(value if after == "statement" else None, lambda what: os.write(outlet, what[:1].encode()))
            _start(place)
        finally:
            os._exit(0)
    os.close(outlet)
    said = b""
    if after == "step":
        said = os.read(inlet, 1)
    if after != "statement":
        until = time.monotonic() + value
        while time.monotonic() < until:
            pass
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(inlet, "rb") as pipe:
        return int(said + pipe.read() == b"s")


def _careless(database, step):
    for statement in migrate.STEPS[step]:
        database.execute_sql(statement)
    database.execute_sql(f"PRAGMA user_version={step + 1}")


def _start(place):
    """The program's own start; answers its file."""
    opened = open_or_rescue(place, Start(clock=Clock()), _nobody, _nobody)
    if opened.rescued is not None:
        raise RuntimeError("the file was taken for damaged")
    return opened.till.database


def _next_start(place):
    database = _start(place)
    sweep(database)
    answer = _schema(database), _rows(database)
    database.close()
    return answer


def _nobody(*_done):
    """Progress that nobody looks at."""
