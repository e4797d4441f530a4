"""The tablet's page under attack, as the shop runs it: a process of its own on this machine's loopback.

1,000 slow connections from one address while visitors come, 6,000 mutated requests, 1,200 answers with 6 hard kills.
Prints each figure beside its goal. Ends with 1 when a goal is missed.
"""

import os
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from counter_maker import open_till  # noqa: E402
from page_attacks import fuzz, told_while_killed, visits_under_slow_fire  # noqa: E402
from page_maker import GENEROUS, WORDS, Child, setup  # noqa: E402
from uvicorn import Config, Server  # noqa: E402

from counter.models.tables_counter import FeedbackRow  # noqa: E402
from counter.office import tablet_in  # noqa: E402
from counter.office.change import Change  # noqa: E402
from counter.page import look, serve  # noqa: E402
from counter.page.setup import Limits, PageSetup  # noqa: E402
from counter.page.spool import Spool  # noqa: E402
from counter.page.web import Web  # noqa: E402

PEER = "--plain-uvicorn"


def memory_mb(process: int) -> float:
    """Resident memory, where the system tells it."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def slow_fire(folder: Path) -> list[tuple[str, str, bool]]:
    """Visitors before, and under 1,000 slow connections."""
    begun = time.perf_counter()
    with Child(folder, setup(limits=replace(Limits(), look_rate=1e6, look_burst=10**6))) as child:
        ready = time.perf_counter() - begun
        calm = []
        for _ in range(200):
            since = time.perf_counter()
            child.ask()
            calm.append(time.perf_counter() - since)
        under = visits_under_slow_fire(child, connections=1000, visits=3000)
        size = memory_mb(child.process.pid)
    calm_ms, under_ms = sorted(1000 * one for one in calm), sorted(1000 * one for one in under)
    return [
        ("ready after", f"{ready:.2f} s, {size:.0f} MB", True),
        ("a visit in peace, median and worst of 200", f"{calm_ms[100]:.1f} ms, {calm_ms[-1]:.1f} ms", True),
        (
            "a visit under 1,000 slow connections, median and worst of 3,000 (goal: 100 ms)",
            f"{under_ms[1500]:.1f} ms, {under_ms[-1]:.1f} ms", under_ms[-1] < 100 and len(under) == 3000,
        ),
    ]


def slow_fire_on_uvicorn(folder: Path) -> list[tuple[str, str, bool]]:
    """The peer: the same page behind uvicorn's own limit, which counts all connections and not by address."""
    command = (sys.executable, __file__, PEER)
    with Child(folder, setup(limits=replace(Limits(), look_rate=1e6, look_burst=10**6)), command) as child:
        under = sorted(1000 * one for one in visits_under_slow_fire(child, connections=1000, visits=100))
    worst = f", worst {under[-1]:.1f} ms" if under else ""
    return [("the same with uvicorn's own limit of 200 connections: served of 100", f"{len(under)}{worst}", True)]


def serve_by_uvicorn() -> None:
    """The peer's process."""
    told = PageSetup.from_line(sys.stdin.readline())
    listening = serve.listen(told.address, told.port)
    port = listening.getsockname()[1]
    web = Web(replace(told, port=port), Spool(Path.cwd(), time.monotonic))
    sys.stdout.write(f"ready {port}\n")
    sys.stdout.flush()
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    Server(
        Config(web, ws="none", lifespan="off", log_config=None, access_log=False, limit_concurrency=200)
    ).run(sockets=[listening])


def mutations(folder: Path) -> list[tuple[str, str, bool]]:
    """6,000 requests with something wrong in each."""
    child = Child(folder, setup(limits=GENEROUS))
    answered = fuzz(child, 6000)
    lives = child.ask()[0] == 200 and child.process.poll() is None
    said = child.end()
    return [
        ("6,000 mutated requests: page lives, bytes on its standard error (goal: 0)", f"{lives}, {len(said)}",
         lives and not said),
        ("of them answered with some sentence", f"{answered}", True),
    ]


def kills(folder: Path) -> list[tuple[str, str, bool]]:
    """1,200 answers from 8 guests, 6 hard kills."""
    till = open_till(folder / "shop.counter")
    count = 0

    def fetch(*, ended: bool = False) -> None:
        nonlocal count
        count += 1
        change = Change(database=till.database, op=f"fetch {count}", at=till.now, day=till.today)
        tablet_in.fetch(change, folder / "tablet", till.random_bytes, ended=ended)

    thanked = told_while_killed(folder / "tablet", kills=6, guests=8, each=150, fetch=fetch)
    fetch(ended=True)
    book = Counter(row.words for row in FeedbackRow.live())
    till.database.close()
    lost, doubled = len(set(thanked) - set(book)), sum(number > 1 for number in book.values())
    return [
        ("1,200 answers, 6 hard kills: thanked, lost, doubled (goal: 0, 0)", f"{len(thanked)}, {lost}, {doubled}",
         len(thanked) == 1200 and not lost and not doubled),
    ]


def sizes() -> list[tuple[str, str, bool]]:
    """The page in each of its languages."""
    found = {name: len(look.form(setup(name), "0" * 64, {}).encode()) for name in WORDS}
    largest = max(found, key=lambda name: found[name])
    return [("largest page (goal: 6 KB)", f"{found[largest]} bytes ({largest})", found[largest] <= 6 * 1024)]


def main() -> int:
    """All of it, one after the other."""
    missed = 0
    with tempfile.TemporaryDirectory() as place:
        for number, part in enumerate((slow_fire, slow_fire_on_uvicorn, mutations, kills)):
            folder = Path(place) / str(number)
            folder.mkdir()
            missed += tell(part(folder))
    return 1 if missed + tell(sizes()) else 0


def tell(figures: list[tuple[str, str, bool]]) -> int:
    """Print some figures; answers how many miss their goal."""
    for what, figure, good in figures:
        print(f"{what}: {figure}{'' if good else '   MISSED'}", flush=True)
    return sum(not good for _, _, good in figures)


if __name__ == "__main__":
    sys.exit(serve_by_uvicorn() if PEER in sys.argv else main())
