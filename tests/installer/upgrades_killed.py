"""Kills the program again and again while it brings the file of an earlier version up to date, and counts what is lost.

    .venv/bin/python tests/installer/upgrades_killed.py [how often, 50]

Each time a file of an earlier version is opened by a process of its own that is killed at a moment within the time that
the same step took just before, uncut, so that a busy PC changes nothing; then it is opened once more to the end, and
compared: the rows of every table. Fails when something was lost, or when most kills came after the step.
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

LATE = "after the end"
OPEN = """
import sys
from pathlib import Path
from counter.app import shop
from counter.paths import folders_in
real = shop.migrate
def migrate(*what):
    real(*what)
    print("is up to date", flush=True)
shop.migrate = migrate
print("begins", flush=True)
opened = shop.open_shop(folders_in(Path(sys.argv[1])), shop.Start())
opened.till.database.close()
print("stands", flush=True)
"""


def begin(folder: Path) -> subprocess.Popen[str]:
    """A process that is about to open the shop in this folder; answers once it is about to."""
    process = subprocess.Popen(
        [sys.executable, "-c", OPEN, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    _next(process, "begins")
    return process


def to_the_end(folder: Path) -> float:
    """Seconds from the beginning until the file was up to date; the shop is opened and closed."""
    process = begin(folder)
    began = time.perf_counter()
    _next(process, "is up to date")
    took = time.perf_counter() - began
    said, fault = process.communicate(timeout=120)
    if said != "stands\n":
        raise SystemExit(f"the shop did not open: {fault}")
    return took


def _next(process: subprocess.Popen[str], wanted: str) -> None:
    if process.stdout is None or process.stdout.readline() != f"{wanted}\n":
        raise SystemExit(f"the program did not say that it {wanted}: {process.communicate()[1]}")


def killed(folder: Path, after: float) -> str:
    """The moment at which the process was killed, by what it had done."""
    process = begin(folder)
    time.sleep(after)
    process.kill()
    if "up to date" in process.communicate()[0]:
        return LATE
    with tempfile.TemporaryDirectory() as name:  # looked at in a copy: reading the file would mend it
        seen = shutil.copytree(folder, Path(name) / "seen") / "shop.counter"
        version = inspect(seen).version
    copied = bool(list(folder.glob("before-update*")))
    return f"format {version}, {'' if copied else 'no '}copy"


def differs(folder: Path, wanted: dict[str, int]) -> dict[str, tuple[int, int | None]]:
    """Tables with fewer rows than the earlier version's file had."""
    found = inspect(folder / "shop.counter").rows
    return {table: (rows, found.get(table)) for table, rows in wanted.items() if found.get(table, -1) < rows}


def main(rounds: int) -> int:
    """Exit 0 when nothing was ever lost, and most kills came midway."""
    random, moments, lost = Random(4), Counter[str](), 0
    earlier = [DATA / f"shop_v{number:03}.counter.gz" for number in range(1, VERSION)]
    with tempfile.TemporaryDirectory() as name:
        for number in range(rounds):
            kept = earlier[number % len(earlier)]
            uncut, cut = Path(name) / "uncut", Path(name) / "cut"
            for folder in (uncut, cut):
                folder.mkdir()
                (folder / "shop.counter").write_bytes(gzip.decompress(kept.read_bytes()))
            wanted = json.loads(kept.with_suffix("").with_suffix(".json").read_text(encoding="utf-8"))["rows"]
            moments[killed(cut, random.random() * to_the_end(uncut))] += 1
            to_the_end(cut)
            missing = differs(cut, wanted)
            if missing:
                lost += 1
                sys.stdout.write(f"round {number}: lost {missing}\n")
            shutil.rmtree(uncut)
            shutil.rmtree(cut)
    midway = rounds - moments[LATE]
    sys.stdout.write(
        f"{rounds} upgrades to format {VERSION}, {midway} killed midway: {dict(moments)}; data lost {lost} times\n"
    )
    return 0 if not lost and midway * 2 > rounds else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
