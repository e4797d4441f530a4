"""Kills the program again and again while it brings the file of an earlier version up to date, and counts what is lost.

    .venv/bin/python tests/installer/upgrades_killed.py [how often, 50]

Each time a file of each earlier version is opened by a process of its own that is killed at a moment between its first
and its last step, opened once more to the end, and compared: the rows of every table, the people, and the safety copy.
"""
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
sys.path[:0] = [str(ROOT)]

from counter.models.migrate import VERSION  # noqa: E402 - the path is set above
from counter.models.vetting import inspect  # noqa: E402

OPEN = """
import sys
from pathlib import Path
from counter.app.shop import Start, open_shop
from counter.paths import folders_in
print("begins", flush=True)
opened = open_shop(folders_in(Path(sys.argv[1])), Start())
opened.till.database.close()
print("stands", flush=True)
"""


def begin(folder: Path) -> subprocess.Popen[str]:
    """A process that is about to open the shop in this folder; answers once it is about to."""
    process = subprocess.Popen(
        [sys.executable, "-c", OPEN, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    if process.stdout is None or process.stdout.readline() != "begins\n":
        raise SystemExit(f"the program did not start: {process.communicate()[1]}")
    return process


def to_the_end(folder: Path) -> float:
    """Seconds that opening took."""
    began = time.perf_counter()
    process = begin(folder)
    said, fault = process.communicate(timeout=120)
    if said != "stands\n":
        raise SystemExit(f"the shop did not open again: {fault}")
    return time.perf_counter() - began


def differs(folder: Path, wanted: dict[str, int]) -> dict[str, tuple[int, int | None]]:
    """Tables with fewer rows than the earlier version's file had."""
    found = inspect(folder / "shop.counter").rows
    return {table: (rows, found.get(table)) for table, rows in wanted.items() if found.get(table, -1) < rows}


def main(rounds: int) -> int:
    """Exit 0 when nothing was ever lost."""
    random, moments = Random(4), Counter()
    earlier = sorted(DATA.glob("shop_v*.counter.gz"))
    lost = 0
    with tempfile.TemporaryDirectory() as name:
        for number in range(rounds):
            kept = earlier[number % len(earlier)]
            folder = Path(name) / str(number)
            folder.mkdir()
            (folder / "shop.counter").write_bytes(gzip.decompress(kept.read_bytes()))
            wanted = json.loads(kept.with_suffix("").with_suffix(".json").read_text(encoding="utf-8"))["rows"]
            process = begin(folder)
            time.sleep(random.random() * 0.25)
            process.kill()
            said = process.communicate()[0]
            version = int.from_bytes((folder / "shop.counter").read_bytes()[60:64], "big")
            copied = bool(list(folder.glob("before-update*")))
            moments["after the end" if "stands" in said else f"format {version}, {'' if copied else 'no '}copy"] += 1
            to_the_end(folder)
            missing = differs(folder, wanted)
            if missing:
                lost += 1
                sys.stdout.write(f"round {number}: lost {missing}\n")
            shutil.rmtree(folder)
    sys.stdout.write(f"{rounds} upgrades to format {VERSION} killed: {dict(moments)}; data lost {lost} times\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
