"""Compare ways of choosing the extra gesture over simulated years: the same customers for all, several seeds.

    python bench/gestures.py                                   the worlds market, village and station, seeds 0-7
    python bench/gestures.py --world market --seeds 0:4 --only  ours beside uniform and the oracle
    python bench/gestures.py --world path/to/world.json         any world file of this form (see gestures_world/worlds)

For worlds of another simulator, gestures_world/adapter.py:Ours is a policy with suggest(ctx) and observe(event).
"""

import argparse
import importlib.util
import json
import math
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.gestures_world import figures, peers, people, play, shop  # noqa: E402
from bench.gestures_world.adapter import Ours  # noqa: E402

WORLDS = ("market", "village", "station")
FEW = ("uniform", "oracle")


def year(job: tuple[str, str, int]) -> dict[str, float]:
    """One policy's year in one world."""
    name, world, seed = job
    here = shop.Shop(people.load(world), seed)
    policy = Ours(here.catalogue, here.trade, seed) if name == "ours" else peers.PEERS[name](here, seed)
    played = play.Year(here, policy)
    started = time.process_time()
    played.play()
    return figures.figures(played) | {"cpu s": time.process_time() - started}


def mean(values: list[float]) -> float:
    """The mean of what is known."""
    known = [value for value in values if not math.isnan(value)]
    return sum(known) / len(known) if known else math.nan


def compare(world: str, names: list[str], seeds: range, workers: int) -> dict[str, dict[str, float]]:
    """The mean figures of each policy."""
    jobs = [(name, world, seed) for name in names for seed in seeds]
    with ProcessPoolExecutor(workers) as pool:
        done = dict(zip(jobs, pool.map(year, jobs), strict=True))
    found: dict[str, dict[str, float]] = {}
    for name in names:
        own = [done[name, world, seed] for seed in seeds]
        found[name] = {key: mean([each[key] for each in own]) for key in own[0]}
    for row in found.values():
        row["x uniform"] = row["net"] / found["uniform"]["net"] if "uniform" in found else math.nan
    return found


def show(world: str, found: dict[str, dict[str, float]]) -> None:
    """One line a policy."""
    columns = ["x uniform", *(key for key in next(iter(found.values())) if key != "x uniform")]
    print(f"\n{world}".ljust(20), *(column.rjust(10) for column in columns))
    for name, row in found.items():
        print(name.ljust(20), *(f"{row[column]:10.3f}" for column in columns), flush=True)


def main() -> None:
    """Read what is wanted, play, print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--world", action="append", help="market, village, station or a file; all three without")
    asked.add_argument("--seeds", default="0:8")
    asked.add_argument("--only", action="store_true", help="ours beside uniform and the oracle")
    asked.add_argument("--json", help="keep every figure in this file")
    asked.add_argument("--workers", type=int, default=2)
    wanted = asked.parse_args()
    low, high = map(int, wanted.seeds.split(":"))
    names = [name for name in peers.PEERS if not wanted.only or name in FEW] + ["ours"]
    if importlib.util.find_spec("vowpalwabbit") is None and "VowpalWabbit" in names:
        names.remove("VowpalWabbit")
    kept = {}
    for world in wanted.world or WORLDS:
        kept[world] = compare(world, names, range(low, high), wanted.workers)
        show(world, kept[world])
    if wanted.json:
        Path(wanted.json).write_text(json.dumps(kept, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
