"""Writes equivalents.bin: `python make_equivalents.py names.csv persons.txt`, from the repository's folder.

short_forms.txt beside it is our own list of short forms, by language; names.csv is of the package nicknames 1.0.1,
persons.txt (name groups of Wikidata) of the wheel rigour 1.3.2.
Groups whose names the look-up finds alike anyhow are left out.
"""

import csv
import sys
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from counter.lookup.equivalents import written
from counter.lookup.sounds import blocks
from counter.lookup.spelling import words

NEAR = 0.86
"""Alike enough to be found without help."""

LONGEST = 60


def nicknames(path: Path) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            groups.setdefault(row["name1"], [row["name1"]]).append(row["name2"])
    return [keyed(group) for group in groups.values()]


def our_own() -> list[list[str]]:
    lines = Path(__file__).with_name("short_forms.txt").read_text(encoding="utf-8").splitlines()
    return [keyed(line.split()) for line in lines]


def wikidata(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [keyed(line.partition(" => ")[0].split(",")) for line in lines if " => " in line]


def keyed(names: list[str]) -> list[str]:
    keys = []
    for name in names:
        found = words(name.strip())
        if len(found) == 1 and len(found[0].key) > 1 and found[0].key not in keys:
            keys.append(found[0].key)
    return keys[:LONGEST]


def alike(one: str, other: str) -> float:
    return Levenshtein.normalized_similarity(blocks(one), blocks(other))


def useful(group: list[str]) -> bool:
    return any(alike(one, other) < NEAR for at, one in enumerate(group) for other in group[:at])


def main(names: str, persons: str) -> None:
    groups = our_own() + nicknames(Path(names)) + wikidata(Path(persons))
    kept = list(dict.fromkeys(tuple(sorted(group)) for group in groups if len(group) > 1 and useful(group)))
    data = written(kept)
    Path(__file__).with_name("equivalents.bin").write_bytes(data)
    print(len(kept), "groups,", len(data), "bytes")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
