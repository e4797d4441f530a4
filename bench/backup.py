"""How long a backup takes, how long a save waits meanwhile, and how long going back takes, beside other ways to copy.

`--people N` (5000 and 100000 by default): each has ten entries, each with a note. Ends with 1 when a step of the copy
took longer than 50 ms, or a copy was not the same.
"""

import argparse
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from counter_maker import MORNING, open_till  # noqa: E402

from counter.desk import people  # noqa: E402
from counter.desk.till import Till  # noqa: E402
from counter.models import backup, vetting  # noqa: E402
from counter.models.database import ShopDatabase  # noqa: E402
from counter.office import backups, restoring  # noqa: E402
from counter.office.backups import Making  # noqa: E402
from counter.records.backups import Why  # noqa: E402
from counter.records.people import PersonForm  # noqa: E402

STEP = 0.050
MANY = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
INSERT INTO {table} SELECT {values} FROM n
"""
AT = "'2026-11-26T10:42:00.000000Z'"


def fill(database: ShopDatabase, count: int) -> None:
    """People with ten entries and ten notes each, as many changes as entries."""
    rows = {
        "customer (name, created_at)": (count, f"'Anna Kowalska ' || i, {AT}"),
        "entry (op_id, kind, customer_id, at, day, sentence)": (
            10 * count, f"hex(randomblob(16)), 'note', i % {count} + 1, {AT}, '2026-11-26', 'Note kept for Anna ' || i"
        ),
        "note (customer_id, text)": (10 * count, f"i % {count} + 1, 'Collects on Fridays, ' || hex(randomblob(20))"),
        "change (entry_id, table_name, row_id, after)": (
            10 * count, "i, 'note', i, json_object('text', hex(randomblob(20)))"
        ),
    }
    with database.atomic():
        for table, (many, values) in rows.items():
            database.execute_sql(MANY.format(count=many, table=table, values=values)).fetchall()
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds, and what came of it."""
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def drain(steps: Iterator[float]) -> list[float]:
    """Works through steps; answers how long each took."""
    took, began = [], time.perf_counter()
    for _ in steps:
        took.append(time.perf_counter() - began)
        began = time.perf_counter()
    return [*took, time.perf_counter() - began]


def copy_while_saving(till: Till, making: Making) -> tuple[list[float], list[float]]:
    """A copy with a person saved between any two steps: seconds of each step and of each save."""
    steps, saves, number = [], [], 0
    copying = backups.copying(till.database, making)
    while True:
        took, done = timed(lambda: next(copying, None))
        steps.append(took)
        if done is None:
            return steps, saves
        number += 1
        saves.append(timed(lambda: people.new(till, f"meanwhile {number}", PersonForm(name=f"Zoe {number}")))[0])  # noqa: B023


def at(times: list[float], share: float) -> float:
    """The time below which that share lies, in ms."""
    return sorted(times)[min(int(len(times) * share), len(times) - 1)] * 1000


def bench(folder: Path, count: int) -> bool:
    """One size; answers whether all was well."""
    path = folder / "shop.counter"
    till = open_till(path)
    fill(till.database, count)
    print(f"\n{count:,} people, {10 * count:,} entries, {path.stat().st_size / 1e6:.0f} MB")
    making = backups.begin(path, Why.ASKED, MORNING)
    whole, (steps, saves) = timed(lambda: copy_while_saving(till, making))
    print(f"  copy beside {len(saves):4d} saves       {whole:6.2f} s")
    for name, times in (("a step", steps), ("a save", saves)):
        print(f"    {name}: p50 {at(times, 0.5):.1f}, p99 {at(times, 0.99):.1f}, most {max(times) * 1000:.1f} ms")
    packing, made = timed(lambda: backups.finish(making))
    print(f"  look through, pack, read back {packing:6.2f} s   {made.path.stat().st_size / 1e6:.0f} MB")
    going, weighed = timed(lambda: restoring.weigh(path, made.path))
    print(f"  unpack and look all through   {going:6.2f} s")
    same = weighed.rows == made.facts.rows and vetting.common(weighed.prepared) == made.facts.newest
    others(till.database, path, folder)
    till.database.close()
    swapping, _ = timed(lambda: restoring.put_in_place(weighed.prepared, path))
    print(f"  put in place                  {swapping:6.2f} s   most memory "
          f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return same and max(steps) <= STEP


def others(database: ShopDatabase, path: Path, folder: Path) -> None:
    """What else copies an open file: all at once, by SQL, and by the system (which is wrong while it is open)."""
    once, _ = timed(lambda: drain(backup.copy(database, folder / "plain")))
    print(f"  (the same copy, nothing saved {once:6.2f} s)")
    vacuum, _ = timed(lambda: database.execute_sql(f"VACUUM INTO '{folder / 'vacuum'}'").fetchall())
    print(f"  (VACUUM INTO                  {vacuum:6.2f} s, in one step)")
    system, _ = timed(lambda: shutil.copyfile(path, folder / "system"))
    print(f"  (copied by the system         {system:6.2f} s, without what is in the log)")
    for name in ("plain", "vacuum", "system"):
        (folder / name).unlink()


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--people", type=int, nargs="*", default=[5_000, 100_000])
    well = True
    for count in options.parse_args().people:
        with tempfile.TemporaryDirectory() as folder:
            well &= bench(Path(folder), count)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
