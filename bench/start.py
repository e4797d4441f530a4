"""How long until the window stands and somebody is found in it, and what it holds in memory, against a bare Qt window.

    .venv/bin/python bench/start.py [rounds] [--bundle build/dist/counter/counter] [--cold] [--small]

Everything is seen from outside, on an X server whose screen is a file: a program is started, the first of its pixels is
waited for, a name is typed the moment it is there, and the first line of what was found is waited for. The programs
take turns, round by round; medians are shown. Shops of 2,000 and 100,000 people (`--small`: the first alone) are made
once, in `build/.work/bench-start`, with their index of names kept. `--cold` has the system forget all files before each
start; it needs root, and is felt by every other program.
"""

import argparse
import mmap
import os
import shutil
import statistics
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT)]
WORK = ROOT / "build" / ".work" / "bench-start"
WIDTH, HEIGHT, DEPTH = 1366, 768, 4
BARE = (
    "from PySide6.QtWidgets import QApplication, QWidget; a = QApplication([]); w = QWidget(); w.resize(1366, 768);"
    " w.show(); a.exec()"
)
TYPED = "anna"
CHOSEN = (21, range(140, 200))  # the mark at the start of the first line, once somebody was found
SETTLED_SECONDS = 4
PATIENCE = 60


class Screen:
    """An X server of our own; `lit` and `found` look at the pixels that a person would see."""

    def __init__(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.name = f":{300 + os.getpid() % 5000}"
        size = f"{WIDTH}x{HEIGHT}x24"
        self._server = subprocess.Popen(
            ["Xvfb", self.name, "-screen", "0", size, "-fbdir", str(folder), "-nolisten", "tcp"],
            stderr=subprocess.DEVNULL,
        )
        file = folder / "Xvfb_screen0"
        while not file.exists() or file.stat().st_size < WIDTH * HEIGHT * DEPTH:
            time.sleep(0.02)
        time.sleep(0.5)
        with file.open("rb") as opened:
            self._pixels = mmap.mmap(opened.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(">25I", self._pixels[:100])
        self._start = head[0] + head[19] * 12
        self._empty = self._dot()

    def _dot(self) -> bytes:
        at = self._start + (HEIGHT // 2 * WIDTH + WIDTH // 2 - 80) * DEPTH
        return self._pixels[at : at + DEPTH]

    def lit(self) -> bool:
        """Something stands near the middle of the screen."""
        return self._dot() != self._empty

    def found(self) -> bool:
        """The dark mark of the chosen person stands in the column of people."""
        x, rows = CHOSEN
        return any(self._pixels[self._start + (y * WIDTH + x) * DEPTH + 2] < 64 for y in rows)

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()


def until(happened: Callable[[], bool], what: str) -> float:
    """The moment at which it had happened."""
    last = time.perf_counter() + PATIENCE
    while not happened():
        if time.perf_counter() > last:
            raise SystemExit(f"waited {PATIENCE} s for {what}")
        time.sleep(0.0005)
    return time.perf_counter()


def memory(pid: int) -> tuple[float, float]:
    """Resident and proportional megabytes of a process."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    sizes = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in rollup[1:]}
    return sizes["Rss"], sizes["Pss"]


def worked(pid: int) -> float:
    """Milliseconds of a processor that the process has had, which a busy machine lengthens less than the clock's."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((thread / "schedstat").read_text(encoding="ascii").split()[0]) for thread in threads) / 1e6


def forget_files() -> None:
    subprocess.run(["sync"], check=True)
    Path("/proc/sys/vm/drop_caches").write_text("3", encoding="ascii")


def started(screen: Screen, command: list[str], shop: Path | None, *, cold: bool) -> dict[str, float]:
    """One start of one program: milliseconds to the first paint and from there to the first person found; memory."""
    quiet = {key: value for key, value in os.environ.items() if not key.startswith(("COUNTER", "QT_", "PYTHON"))}
    quiet |= {"DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
    if shop is not None:
        quiet["COUNTER_DATA_DIR"] = str(shop)
        (shop / "logs" / "counter.log").unlink(missing_ok=True)
    if cold:
        forget_files()
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=quiet, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        painted = until(screen.lit, "the window")
        seen = {"paint": (painted - begun) * 1000, "work": worked(process.pid)}
        if shop is not None:
            into = ["search", "--onlyvisible", "--name", "^Counter$", "windowfocus"]
            subprocess.run(["xdotool", *into, "type", "--delay", "1", TYPED], env=quiet, check=True)
            found = until(screen.found, "somebody to be found")
            seen["found"] = (found - painted) * 1000
        time.sleep(SETTLED_SECONDS)
        seen["rss"], seen["pss"] = memory(process.pid)
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
        process.kill()
        process.wait()
    until(lambda: not screen.lit(), "the window to go")
    return seen


# Made as the program makes its demo shop, filled up with more people, and its index of names kept as after a first day.
MAKE = """
import sys
from pathlib import Path
from random import Random
from counter.app import shop
from counter.desk import find
from counter.models.tables_people import CustomerRow
from counter.models.tables_shop import KeptRow
from counter.paths import folders_in
opened = shop.open_shop(folders_in(Path(sys.argv[1])), shop.Start(2000))
rows = [row.__data__ for row in CustomerRow.live().where(CustomerRow.unnamed == 0)]
words = [row["name"].split() for row in rows]
firsts, lasts = [word[0] for word in words], [word[-1] for word in words]
random, more = Random(5), []
for number in range(len(rows), int(sys.argv[2])):
    row = {key: value for key, value in rows[number % len(rows)].items() if key != "id"}
    more.append({**row, "name": f"{random.choice(firsts)} {random.choice(lasts)}", "called": ""})
with opened.till.database.atomic():
    for at in range(0, len(more), 500):
        CustomerRow.insert_many(more[at : at + 500]).execute()
    KeptRow.delete().execute()
find.open_index(shop._equivalents(), opened.till.today)
opened.till.database.close()
"""


def shop_of(people: int) -> Path:
    """A shop of so many people, made when it is not there yet; settled, as after a good end."""
    folder = WORK / f"shop-{people}"
    if not (folder / "shop.counter").exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-c", MAKE, str(folder), str(people)], cwd=ROOT, check=True)
    return folder


def contestants(bundle: str, shops: list[Path]) -> dict[str, tuple[list[str], Path | None]]:
    """Each with its command and its shop."""
    found: dict[str, tuple[list[str], Path | None]] = {"bare window": ([sys.executable, "-c", BARE], None)}
    programs = {"from the tree": [sys.executable, str(ROOT / "main.py")]}
    if Path(bundle).exists():
        programs["packed"] = [str(Path(bundle).resolve())]
    for name, command in programs.items():
        for shop in shops:
            found[f"{name}, {int(shop.name.split('-')[1]):,} people"] = (command, shop)
    return found


def main() -> int:
    """Print medians, and how often the bare window's first paint."""
    asked = argparse.ArgumentParser()
    asked.add_argument("rounds", nargs="?", type=int, default=7)
    asked.add_argument("--bundle", default=str(ROOT / "build" / "dist" / "counter" / "counter"))
    asked.add_argument("--cold", action="store_true")
    asked.add_argument("--small", action="store_true")
    wanted = asked.parse_args()
    shops = [shop_of(people) for people in ((2000,) if wanted.small else (2000, 100_000))]
    programs = contestants(wanted.bundle, shops)
    seen: dict[str, list[dict[str, float]]] = {name: [] for name in programs}
    with closing(Screen(WORK / "screen")) as screen:
        for number in range(wanted.rounds + 1):
            for name, (command, shop) in programs.items():
                one = started(screen, command, shop, cold=wanted.cold and number > 0)
                if number:  # the first round only wakes the files
                    seen[name].append(one)
    tell(seen, wanted.cold)
    return 0


def tell(seen: dict[str, list[dict[str, float]]], cold: bool) -> None:
    middle = {
        name: {key: statistics.median(one[key] for one in ones) for key in ones[0]} for name, ones in seen.items()
    }
    bare = middle["bare window"]
    rounds, load = len(seen["bare window"]), os.getloadavg()[0]
    print(f"{'cold' if cold else 'warm'}, medians of {rounds}, load {load:.1f}")
    heads = f"{'paint ms':>10}{'x bare':>8}{'CPU ms':>8}{'x bare':>8}{'found ms after':>16}"
    print(f"{'':32}{heads}{'RSS MB':>9}{'over bare':>11}{'PSS MB':>9}")
    for name, one in middle.items():
        times, work = (
            statistics.median(mine[key] / its[key] for mine, its in zip(seen[name], seen["bare window"], strict=True))
            for key in ("paint", "work")
        )
        found = f"{one['found']:.0f}" if "found" in one else ""
        over = one["rss"] - bare["rss"]
        print(f"{name:32}{one['paint']:>10.0f}{times:>8.2f}{one['work']:>8.0f}{work:>8.2f}{found:>16}"
              f"{one['rss']:>9.0f}{over:>11.0f}{one['pss']:>9.0f}")


if __name__ == "__main__":
    sys.exit(main())
