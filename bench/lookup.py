"""How often the right person is found, and at what cost, ours beside what others do, on the same names in one run.

`--population` is a CSV `id,name,visits,days[,called]` (a .gz as well); without it one of `--people` is made from the
demo's names. `--variants` is a folder of CSV files `id,registered,query,...`: their people take the place of others.
Without it a hundred names are typed with one slip of the finger each. A hit is the right id or an equal name.
Each search runs in processes of its own, one to build and one to load and be asked. "x" is CPU in multiples of a probe.
"""

import argparse
import csv
import gzip
import importlib
import json
import multiprocessing
import random
import re
import sys
import tempfile
import time
import unicodedata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from lookup_peers import ENGINES, person  # noqa: E402

from counter.demo.names import draw_name  # noqa: E402

Rows = list[dict[str, str]]
FIELDS = ("id", "name", "visits", "days", "called")
NEVER = 99


def read(path: Path) -> Rows:
    """The rows of a CSV, packed or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def made_up(people: int) -> Rows:
    """Customers with the demo's names; a few come often, most came once or twice."""
    chance = random.Random(7)
    cultures = json.loads((ROOT / "resources" / "demo" / "names.json").read_text(encoding="utf-8"))
    return [
        {"id": str(at), "name": draw_name(chance, cultures).whole, "days": str(chance.randrange(700)),
         "visits": str(1 + int(chance.paretovariate(1.1)) % 300)}
        for at in range(people)
    ]


def slipped(people: Rows, count: int = 100) -> dict[str, Rows]:
    """One wrong, missing, doubled or swapped letter in a name."""
    chance = random.Random(8)
    found = []
    for row in chance.sample(people, min(count, len(people))):
        text, at = row["name"], chance.randrange(max(1, len(row["name"]) - 1))
        wrong = chance.choice((text[at + 1 :], "e" + text[at + 1 :], text[at] + text[at:],
                               text[at : at + 2][::-1] + text[at + 2 :]))
        found.append({"id": row["id"], "registered": row["name"], "query": text[:at] + wrong})
    return {"typos": found}


def moved_in(people: Rows, sets: dict[str, Rows]) -> Rows:
    """The population with everybody of the sets in place of as many others."""
    chance = random.Random(7)
    known = {row["id"]: row["registered"] for rows in sets.values() for row in rows}
    like = chance.choices(people, weights=[int(row["visits"]) for row in people], k=len(known))
    came = [{"id": key, "name": name, "visits": row["visits"], "days": row["days"]}
            for (key, name), row in zip(known.items(), like, strict=True)]
    everybody = [*people[: max(0, len(people) - len(known))], *came]
    chance.shuffle(everybody)
    return everybody


def probe() -> float:
    """CPU milliseconds of a fixed piece of work."""
    began, numbers = time.thread_time(), {at * 7919 % 10007: at for at in range(6000)}
    sum(sorted(numbers.values())[::3])
    return 1000 * (time.thread_time() - began)


def memory(kind: str = "VmRSS") -> float:
    """Megabytes this process holds, or as `VmHWM` the most that it held."""
    status = Path("/proc/self/status")
    found = re.search(kind + r":\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else float("nan")


def at(values: list[float], share: float) -> float:
    """The value below which a share of all lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else float("nan")


def plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", name).casefold()))


class Asked:
    """A search with the time of every question."""

    def __init__(self, search: Any, names: dict[str, str]) -> None:
        self.search, self.names = search, names
        self.cpu: dict[str, list[float]] = {"query": [], "key": [], "clean": []}
        self.wall: dict[str, list[float]] = {"query": [], "key": [], "clean": []}
        self.clock = getattr(search, "cpu", time.thread_time)
        self.probes: list[float] = []

    def place(self, kind: str, text: str, who: str) -> int:
        """Where the right one stands, from 1; NEVER when not among ten."""
        cpu, wall = self.clock(), time.perf_counter()
        ids = self.search(text, 10)
        self.cpu[kind].append(1000 * (self.clock() - cpu))
        self.wall[kind].append(1000 * (time.perf_counter() - wall))
        if len(self.cpu[kind]) % 10 == 1:
            self.probes.append(probe())
        right = plain(self.names[who])
        return next((n for n, one in enumerate(ids, 1) if one == who or plain(self.names[one]) == right), NEVER)

    def keys(self, text: str, who: str, kind: str = "key") -> int:
        """Keys until the right one is in the top five."""
        ends = (end for end in range(1, len(text) + 1) if text[end - 1] != " ")
        return next((end for end in ends if self.place(kind, text[:end], who) <= 5), NEVER)


def build(name: str, population: Path, folder: str) -> dict[str, float]:
    """Seconds of CPU and wall, megabytes on disk, and the most in memory beside the rows themselves."""
    rows, file = read(population), Path(folder) / name
    if (most := Path("/proc/self/clear_refs")).exists():
        most.write_text("5")  # from now on
    before = memory()
    cpu, wall = time.process_time(), time.perf_counter()
    ENGINES[name].build(rows, file)
    spent = time.process_time() - cpu, time.perf_counter() - wall
    return {"build cpu s": spent[0], "build wall s": spent[1], "disk MB": file.stat().st_size / 2**20,
            "build MB": memory("VmHWM") - before}


def ask(name: str, population: Path, folder: str, sets: dict[str, Rows], typed: int) -> dict[str, Any]:
    """All figures of one search that was built before."""
    names = {row["id"]: row["name"] for row in read(population)}
    before, wall = memory(), time.perf_counter()
    if name == "ours":
        importlib.import_module("counter.lookup")
    imported = time.perf_counter()
    search = ENGINES[name].load(Path(folder) / name)
    search("maria", 10)
    figures: dict[str, Any] = {"load ms": 1000 * (time.perf_counter() - imported), "imports s": imported - wall}
    figures["reading ms"] = getattr(search, "reading", 0.0)
    asked = Asked(search, names)
    for title, rows in sets.items():
        places = [asked.place("query", row["query"], row["id"]) for row in rows]
        figures[title] = [sum(place <= top for place in places) / len(places) for top in (1, 5, 10)]
    keys = [asked.keys(row["query"], row["id"]) for rows in sets.values() for row in rows[:typed]]
    figures |= {"memory MB": memory() - before, "keys": at(keys, 0.5), "probe": at(asked.probes, 0.5)}
    figures["clean keys"] = at([asked.keys(names[who], who, "clean") for who in regulars(population, 9 * typed)], 0.5)
    figures |= changes(search) if name == "ours" else {}
    for kind in ("query", "key"):
        figures[f"{kind} cpu"] = [at(asked.cpu[kind], share) for share in (0.5, 0.95, 0.99)]
        figures[f"{kind} wall"] = [at(asked.wall[kind], share) for share in (0.5, 0.95, 0.99)]
    return figures


def regulars(population: Path, count: int) -> list[str]:
    """Ids of customers as they come in: the more visits, the more often."""
    rows = read(population)
    found = random.Random(9).choices(rows, weights=[int(row["visits"]) for row in rows], k=count)
    return [row["id"] for row in found]


def changes(search: Any) -> dict[str, float]:
    """Milliseconds until somebody added or renamed is found, and somebody forgotten is not."""
    spent, index = [], search.index
    for number in range(60):
        began = time.thread_time()
        index.add(person(4_000_000 + number // 2, {"name": f"Zoe Quill{number:02}", "visits": "1", "days": "0"}))
        found = index.search(f"zoe quill{number:02}", 5)[0].person_id
        spent.append(1000 * (time.thread_time() - began))
        assert found == 4_000_000 + number // 2
    for number in range(30):
        index.remove(4_000_000 + number)
    assert all(match.person_id < 4_000_000 for match in index.search("zoe quill59", 5))
    return {"change ms p50": at(spent, 0.5), "change ms p99": at(spent, 0.99)}


def alone(work: Any, *values: Any) -> Any:
    """Done in a new process, so that memory and caches are its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, values)


def crossing(rows: Rows) -> bool:
    """Whether most names of a set are typed in other letters than they are kept in."""
    return sum(latin(row["registered"]) != latin(row["query"]) for row in rows) > len(rows) / 2


def latin(text: str) -> bool:
    return all(letter < "\u0250" for letter in text if letter.isalpha())


def show(name: str, figures: dict[str, Any], sets: dict[str, Rows]) -> None:
    mean = [sum(figures[title][top] for title in sets) / len(sets) for top in range(3)]
    print(f"\n{name}\n  found first {mean[0]:.3f}   in five {mean[1]:.3f}   in ten {mean[2]:.3f}   "
          f"median keys to five {figures['keys']}")
    for title in sets:
        print(f"    {title:12}" + "".join(f"{share:8.3f}" for share in figures[title]))
    if scripts := [figures[title] for title in sets if crossing(sets[title])]:
        first, five, _ = (sum(each[top] for each in scripts) / len(scripts) for top in range(3))
        print(f"    {len(scripts)} sets kept and typed in different scripts: first {first:.3f}   in five {five:.3f}")
    for kind in ("key", "query"):
        cpu, wall = figures[f"{kind} cpu"], figures[f"{kind} wall"]
        print(f"  {kind:6} ms  cpu p50 {cpu[0]:8.2f}  p95 {cpu[1]:8.2f}  p99 {cpu[2]:8.2f} "
              f"({cpu[2] / figures['probe']:.1f} x)   wall p50 {wall[0]:8.2f}  p95 {wall[1]:8.2f}  p99 {wall[2]:8.2f}")
    print(f"  build {figures['build cpu s']:.2f} s cpu ({1000 * figures['build cpu s'] / figures['probe']:.0f} x), "
          f"{figures['build wall s']:.2f} s wall, at most {figures['build MB']:.0f} MB   load and first answer "
          f"{figures['load ms']:.1f} ms   memory {figures['memory MB']:.0f} MB   disk {figures['disk MB']:.1f} MB   "
          f"probe {figures['probe']:.2f} ms   clean names: {figures['clean keys']} keys", flush=True)
    if "change ms p50" in figures:
        print(f"  added or renamed and found: p50 {figures['change ms p50']:.2f}, p99 {figures['change ms p99']:.2f} ms"
              f"   imports {1000 * figures['imports s']:.0f} ms   reading {figures['reading ms']:.1f} ms of the load")


def options() -> argparse.Namespace:
    wish = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wish.add_argument("--population", type=Path)
    wish.add_argument("--people", type=int, default=10_000)
    wish.add_argument("--variants", type=Path)
    wish.add_argument("--n", type=int, default=60, help="queries of each set, 0 for all")
    wish.add_argument("--typed", type=int, default=6, help="of them typed key by key")
    wish.add_argument("--engines", default=",".join(ENGINES))
    wish.add_argument("--json", type=Path, help="the figures as a file too")
    return wish.parse_args()


def main() -> int:
    wish = options()
    people = read(wish.population) if wish.population else made_up(wish.people)
    files = sorted(wish.variants.glob("*_*.csv")) if wish.variants else []
    sets = {file.stem: read(file) for file in files if not file.stem.startswith("pop_")}
    if wish.variants:
        people = moved_in(people, sets)
    sets = {title: rows[: wish.n or None] for title, rows in (sets or slipped(people)).items()}
    everything = {}
    with tempfile.TemporaryDirectory() as folder:
        population = Path(folder) / "population.csv"
        with population.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, FIELDS, restval="")
            writer.writeheader()
            writer.writerows(people)
        print(f"{len(people)} people, {sum(map(len, sets.values()))} queries in {len(sets)} sets")
        for name in wish.engines.split(","):
            if missing := ENGINES[name].missing():
                print(f"\n{name}: left out, it needs {missing}")
                continue
            figures = alone(build, name, population, folder)
            figures |= alone(ask, name, population, folder, sets, wish.typed)
            show(name, figures, sets)
            everything[name] = figures
    if wish.json:
        wish.json.write_text(json.dumps(everything, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
