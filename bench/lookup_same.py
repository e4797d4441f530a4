"""How often a warning "may be the same person" is right, and how good the offered pairs of one person twice are.

`--population` and `--variants` as for bench/lookup.py; without them people are made from the demo's names, and typed
again with one slip of the finger.

Warning: everybody of the sets is a customer; their other names are typed as somebody new (how many are recognised),
and so are people who were left out of the index (how many are taken for somebody else, who has another name).
Pairs: three hundred of the sets are kept twice, under both names, every other one of them with the same phone. Pairs of
other people who have the very same name are left out: the sets hold some persons more than once.
"""

import argparse
import random
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from lookup import Rows, made_up, moved_in, plain, read, slipped  # noqa: E402
from lookup_peers import TODAY, equivalents, person  # noqa: E402

from counter.lookup import Index, Likely, duplicates  # noqa: E402
from counter.records.lookup import Person  # noqa: E402

STRANGERS = 1000
TWICE = 300


def warnings(index: Index, people: Rows, sets: dict[str, Rows], strangers: Rows) -> None:
    """Right and wrong warnings for those who are here and those who are not."""
    here = {row["id"]: at for at, row in enumerate(people)}
    names = [plain(row["name"]) for row in people]
    for title, rows in sets.items():
        warned = right = 0
        for row in rows:
            found = [match.person_id for match in duplicates(index, Person(id=-1, name=row["query"]))]
            warned += bool(found)
            right += any(one == here[row["id"]] or names[one] == plain(row["registered"]) for one in found)
        rightly = right / max(warned, 1)
        print(f"  {title:16} here already: warned {warned / len(rows):.3f}, of them rightly {rightly:.3f}")
    wrong = 0
    for row in strangers:
        found = [match.person_id for match in duplicates(index, Person(id=-1, name=row["name"]))]
        wrong += any(names[one] != plain(row["name"]) for one in found)
    print(f"  strangers taken for somebody of another name: {wrong / len(strangers):.3f}")


def pairs(people: Rows, sets: dict[str, Rows]) -> None:
    """Precision of the first 50, 100, 200 pairs, and how many of those kept twice are among all."""
    chance = random.Random(11)
    twice = chance.sample([row for rows in sets.values() for row in rows], TWICE)
    here = {row["id"]: at for at, row in enumerate(people)}
    phones = [f"07{chance.randrange(10**9):09}" for _ in people]
    everybody = [person_with(at, row, phones[at]) for at, row in enumerate(people)]
    true = set()
    for number, row in enumerate(twice):
        at, again = here[row["id"]], len(everybody)
        phone = phones[at] if number % 2 else f"07{chance.randrange(10**9):09}"
        everybody.append(Person(id=again, name=row["query"], phones=(phone,), visits=1, last_visit=TODAY))
        true.add((at, again))
    likely, began = Likely(Index.build(everybody, equivalents(), TODAY)), time.thread_time()
    longest = 0.0
    done = 0.0
    while done < 1:
        step = time.thread_time()
        done = likely.step()
        longest = max(longest, time.thread_time() - step)
    found = [(min(pair.one, pair.other), max(pair.one, pair.other)) for pair in likely.best(1000)]
    words = [sorted(plain(each.name).split()) for each in everybody]
    found = [pair for pair in found if pair in true or words[pair[0]] != words[pair[1]]]
    right = [pair in true for pair in found]
    shares = "   ".join(f"of the first {n}: {sum(right[:n]) / n:.2f}" for n in (50, 100, 200) if len(right) >= n)
    print(f"  pairs rightly offered: {shares}   found of {TWICE} kept twice: {sum(right)}, in {len(found)} offered")
    print(f"  {1000 * (time.thread_time() - began):.0f} ms in all, the longest step {1000 * longest:.0f} ms")


def person_with(at: int, row: dict[str, str], phone: str) -> Any:
    return replace(person(at, row), phones=(phone,))


def main() -> int:
    wish = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wish.add_argument("--population", type=Path)
    wish.add_argument("--people", type=int, default=10_000)
    wish.add_argument("--variants", type=Path)
    chosen = wish.parse_args()
    people = read(chosen.population) if chosen.population else made_up(chosen.people)
    people, strangers = people[:-STRANGERS], people[-STRANGERS:]
    files = sorted(chosen.variants.glob("*_*.csv")) if chosen.variants else []
    sets = {file.stem: read(file) for file in files if not file.stem.startswith("pop_")} or slipped(people, 500)
    if chosen.variants:
        people = moved_in(people, sets)
    index = Index.build((person(at, row) for at, row in enumerate(people)), equivalents(), TODAY)
    print(f"{len(people)} people")
    warnings(index, people, sets, strangers)
    pairs(people, sets)
    return 0


if __name__ == "__main__":
    sys.exit(main())
