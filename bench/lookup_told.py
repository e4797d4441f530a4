"""How often a person is found by a part of the name beside what else is known of them, and how long odd texts take.

`--population` as for bench/lookup.py; without it people are made from the demo's names. Everybody gets two facts from
the demo's, an e-mail of their name, a phone, and one in six a company. A customer (the more visits, the more often) is
asked for by the last word of their name with a word of a fact, of the company, or the phone's last four figures; "as
asked" counts answers of which the first row has all that was typed, whoever it is. Hostile texts are asked whole, and
key by key.
"""

import argparse
import gc
import json
import random
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from lookup import at, made_up, probe, read  # noqa: E402
from lookup_peers import TODAY, equivalents, person  # noqa: E402

from counter.lookup import Index  # noqa: E402
from counter.lookup.spelling import terms, words  # noqa: E402
from counter.records.lookup import Person  # noqa: E402

COMPANIES = ("Bakery", "Garden", "Books", "Physio", "Garage", "Law", "Joinery", "Flowers")
KINDS = ("a fact", "the company", "four figures")
HOSTILE = {
    "10,000 letters": "anna" * 2500,
    "3,400 words": "anna ko jan " * 1134,
    "every script": "".join(chr(code) for code in range(0x20, 0x3000, 7)),
    "six words in six scripts": "Αλέξανδρος محمد Иванов 王小明 דוד 김철수",
    "six first letters": "a b c d e f",
    "six beginnings": "ann mar jan kow nov ali",
    "words that many have": "example phone anna maria the of",
    "marks": "*\"%_'\\;--()[]{}^~$|&" * 40,
    "controls": "".join(map(chr, range(32))) * 20,
    "figures": "0123456789" * 100,
}


def told(people: list[Person], chance: random.Random) -> list[Person]:
    """The same people with all that may be known of them."""
    pools = json.loads((ROOT / "resources" / "demo" / "people.json").read_text(encoding="utf-8"))
    facts = [text for name in ("hooks", "looks", "habits", "likes", "matters") for text in pools[name]]
    found = []
    for one in people:
        mail = ".".join(terms(one.name)) or "nobody"
        shop = f"{chance.choice(people).name.split()[-1]} {chance.choice(COMPANIES)}" if chance.random() < 1 / 6 else ""
        found.append(replace(
            one, words=tuple(chance.sample(facts, 2)), emails=(f"{mail}@mail{one.id % 50}.example",), company=shop,
            phones=(f"07{chance.randrange(10**9):09}",),
        ))  # fmt: skip
    return found


def question(who: Person, kind: str, chance: random.Random) -> str:
    """A part of the name and a word of something else; empty when there is none."""
    hint = who.phones[0][-4:]
    if kind != "four figures":
        known = " ".join(who.words) if kind == "a fact" else who.company
        long = [word for word in terms(known) if len(word) > 3]
        hint = chance.choice(long) if long else ""
    return f"{who.name.split()[-1]} {hint}" if hint and who.name.split() else ""


def fits(who: Person, text: str) -> bool:
    """Whether all that was typed begins a word of somebody's name or of what is known, or ends their phone."""
    known = {*terms(" ".join((*who.words, who.company, *who.emails))), *(word.key for word in words(who.name))}
    typed = [*(word.key for word in words(text))]
    return all(who.phones[0].endswith(each) or any(word.startswith(each) for word in known) for each in typed)


def timed(index: Index, text: str, spent: list[float]) -> list[int]:
    began = time.thread_time()
    found = [match.person_id for match in index.search(text)]
    spent.append(1000 * (time.thread_time() - began))
    return found


def hints(index: Index, people: list[Person], count: int) -> None:
    """Each kind of hint beside a name."""
    chance = random.Random(12)
    for kind in KINDS:
        spent: list[float] = []
        keys: list[float] = []
        places, asked = [], 0
        for who in chance.choices(people, weights=[one.visits for one in people], k=count):
            text = question(who, kind, chance)
            if not text:
                continue
            asked += 1
            found = timed(index, text, spent)
            places.append((bool(found) and fits(people[found[0]], text), who.id in found[:1], who.id in found[:5]))
            for end in range(1, len(text)):
                timed(index, text[:end], keys)
        shares = [sum(each) / max(asked, 1) for each in zip(*places, strict=True)]
        print(f"  name and {kind:13} {asked:4} asked   as asked {shares[0]:.3f}   first {shares[1]:.3f}, in five "
              f"{shares[2]:.3f}", flush=True)
        print(f"    cpu ms: whole p99 {at(spent, 0.99):.1f}, a keystroke p99 {at(keys, 0.99):.1f}", flush=True)


def hostile(index: Index) -> None:
    """The longest of five times, whole; and the longest keystroke within the first hundred."""
    for title, text in HOSTILE.items():
        whole: list[float] = []
        keys: list[float] = []
        for number in range(5):
            index.search(f"another {number}")
            timed(index, text, whole)
        for end in range(1, min(100, len(text))):
            timed(index, text[:end], keys)
        print(f"  {title:26} whole {max(whole):6.1f} ms   keystroke {max(keys):6.1f} ms", flush=True)


def main() -> int:
    wish = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wish.add_argument("--population", type=Path)
    wish.add_argument("--people", type=int, default=10_000)
    wish.add_argument("--asked", type=int, default=300, help="questions of each kind")
    chosen = wish.parse_args()
    rows: Any = read(chosen.population) if chosen.population else made_up(chosen.people)
    people = told([person(number, row) for number, row in enumerate(rows)], random.Random(11))
    index = Index.from_bytes(Index.build(people, equivalents(), TODAY).to_bytes(), equivalents(), TODAY)
    gc.freeze()  # as the program does once it is up
    print(f"{len(people)} people; probe {min(probe() for _ in range(9)):.2f} ms")
    hints(index, people, chosen.asked)
    hostile(index)
    return 0


if __name__ == "__main__":
    sys.exit(main())
