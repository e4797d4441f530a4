"""Learns the weights of counter/lookup/ranking.py: `python bench/lookup_learn.py population.csv folder-of-variants`.

Of each set every other row is learnt from, the others only measured. Besides whole queries it learns from beginnings of
them, and from customers' own names as they are typed (their beginnings, surname first, or with a slip of the finger),
each as often as its customer comes. The weights make the right one of an answer's best the likeliest (softmax over the
signs of all of them, L2 of 3). Needs numpy and scipy, which Counter itself does not.
"""

import random
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import numpy as np  # noqa: E402
from lookup import Rows, moved_in, plain, read  # noqa: E402
from lookup_peers import TODAY, equivalents, person  # noqa: E402
from scipy.optimize import minimize  # noqa: E402

from counter.lookup import Index  # noqa: E402
from counter.lookup.finding import Names  # noqa: E402
from counter.lookup.fitting import Fitting  # noqa: E402
from counter.lookup.heard import Ear  # noqa: E402
from counter.lookup.ranking import WEIGHTS, Ranking  # noqa: E402

BEST, CUSTOMERS, PENALTY = 24, 1500, 3.0
Case = tuple[str, str, str, bool, float]


def cases(people: Rows, sets: dict[str, Rows]) -> list[Case]:
    """Set, text, who is meant, whether it is learnt from, and how much it weighs."""
    chance, found = random.Random(5), []
    for title, rows in sets.items():
        for at, row in enumerate(rows):
            text, learnt = row["query"], at % 2 == 1
            found.append((title, text, row["id"], learnt, 1.0))
            if learnt and len(text) > 5:
                found.append((title, text[: chance.randrange(3, len(text))], row["id"], learnt, 0.5))
    for row in chance.choices(people, weights=[int(row["visits"]) for row in people], k=CUSTOMERS):
        words = row["name"].split()
        text = row["name"] if chance.random() < 0.65 else " ".join([words[-1], *words[:-1]])
        text = text[: chance.randrange(1, len(text) + 1)]
        if len(text) > 4 and chance.random() < 0.4:
            at = chance.randrange(len(text) - 1)
            text = text[:at] + chance.choice((text[at + 1 :], "e" + text[at + 1 :], text[at] + text[at:]))
        found.append(("customers", text, row["id"], chance.random() < 0.5, 1.0))
    return found


def signs(people: Rows, asked: list[Case]) -> list[tuple[Case, Any, Any]]:
    """For each case the signs of its best, and which of them are right."""
    index = Index.build((person(at, row) for at, row in enumerate(people)), equivalents(), TODAY)
    parts, found = index.parts, []
    told: list[Any] = []
    ranking = Ranking(parts.words, parts.rows, parts.holders)
    ear = Ear(parts.words, parts.holders, equivalents())
    names_only = Names(parts.rows, ear, Fitting(parts.words, parts.rows), Told(told))
    names = {row["id"]: plain(row["name"]) for row in people}
    for case in asked:
        told.clear()
        names_only.find(case[1])
        for fits, heard, total in told:
            rows = [people[parts.rows.ids[fit.row]] for fit in fits]
            right = [row["id"] == case[2] or names[row["id"]] == names[case[2]] for row in rows]
            found.append((case, np.array([ranking.signs(fit, heard, total) for fit in fits]), np.array(right)))
    return found


class Told:
    """In the place of the ranking: hears what is to be ranked, and leaves it."""

    def __init__(self, told: list[Any]) -> None:
        self.told = told

    def ranked(self, fits: list[Any], heard: Any, total: float) -> list[Any]:
        self.told.append((fits[:BEST], heard, total))
        return fits


def learn(seen: list[tuple[Case, Any, Any]]) -> Any:
    """The weights."""
    seen = [(case, each, right) for case, each, right in seen if case[3] and right.any()]
    count = len(WEIGHTS)
    table, there = np.zeros((len(seen), BEST, count)), np.full((len(seen), BEST), -1e9)
    rights, weigh = np.zeros((len(seen), BEST)), np.array([case[4] for case, _, _ in seen])
    for at, (_, each, right) in enumerate(seen):
        table[at, : len(each)], there[at, : len(each)], rights[at, : len(each)] = each, 0, right
    scale = table[there == 0].std(0) + 1e-6

    def loss(weights: Any) -> tuple[float, Any]:
        worth = (table / scale) @ weights + there
        power = np.exp(worth - worth.max(1, keepdims=True))
        share, right = power / power.sum(1, keepdims=True), (power * rights).sum(1)
        given = power * rights / right[:, None]
        value = -(weigh * np.log(right / power.sum(1))).sum() + 0.5 * PENALTY * (weights @ weights)
        slope = -np.einsum("i,ip,ipk->k", weigh, given - share, table / scale) + PENALTY * weights
        return value, slope

    return minimize(loss, np.zeros(count), jac=True, method="L-BFGS-B").x / scale


def show(title: str, seen: list[tuple[Case, Any, Any]], weights: Any) -> None:
    """The share found first and among five, of what was not learnt from, by set."""
    by_set: dict[str, list[tuple[bool, bool]]] = {}
    for case, each, right in seen:
        if not case[3]:
            order = right[np.argsort(-(each @ weights), kind="stable")] if len(each) else right
            by_set.setdefault(case[0], []).append((bool(order[:1].any()), bool(order[:5].any())))
    for name, found in by_set.items():
        print(f"  {title} {name:16} first {np.mean(found, 0)[0]:.3f}   in five {np.mean(found, 0)[1]:.3f}")


def main(population: str, variants: str) -> int:
    files = [file for file in sorted(Path(variants).glob("*_*.csv")) if not file.stem.startswith("pop_")]
    sets = {file.stem: read(file) for file in files}
    people = moved_in(read(Path(population)), sets)
    seen = signs(people, cases(people, sets))
    weights = learn(seen)
    show("now   ", seen, np.array(WEIGHTS))
    show("learnt", seen, weights)
    print("WEIGHTS =", tuple(round(float(each), 3) for each in weights))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
