"""What others do when a name is typed, and ours: each builds a file of its own and searches with it alone."""

import gzip
import pickle
import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from counter.lookup import Equivalents, Index
from counter.records.lookup import Person

TODAY = date(2026, 11, 26)
NAMES = Path(__file__).parent.parent / "resources" / "lookup" / "equivalents.txt.gz"
Search = Callable[[str, int], list[str]]
Build = Callable[[list[dict[str, str]], Path], None]


@dataclass(frozen=True)
class Engine:
    """How one search makes its file from the rows of a population, and how it is opened again."""

    build: Build
    load: Callable[[Path], Search]


def spelt(text: str) -> str:
    """Words without case."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def transliterated(text: str) -> str:
    """The same in Latin letters."""
    from anyascii import anyascii

    return spelt(anyascii(text)) or text


def both(row: dict[str, str]) -> str:
    """The name and what they like to be called."""
    return f"{row['name']} {row.get('called') or ''}".strip()


def build_ours(rows: list[dict[str, str]], file: Path) -> None:
    persons = [
        Person(
            id=at, name=row["name"], called=row.get("called") or "", visits=int(row["visits"]),
            last_visit=TODAY - timedelta(days=int(row["days"])),
        )
        for at, row in enumerate(rows)
    ]
    file.write_bytes(Index.build(persons, equivalents(), TODAY).to_bytes())
    file.with_suffix(".ids").write_text("\n".join(row["id"] for row in rows), encoding="utf-8")


def load_ours(file: Path) -> Search:
    index = Index.from_bytes(file.read_bytes(), equivalents(), TODAY)
    ids = file.with_suffix(".ids").read_text(encoding="utf-8").split("\n")
    return lambda text, limit: [ids[match.person_id] for match in index.search(text, limit)]


def equivalents() -> Equivalents:
    return Equivalents.parse(gzip.decompress(NAMES.read_bytes()).decode())


def sqlite(table: str, fold: Callable[[str], str]) -> Build:
    """A builder of a table `c` with name, id and visits."""

    def build(rows: list[dict[str, str]], file: Path) -> None:
        with sqlite3.connect(file) as db:
            db.execute(table)
            values = ((fold(both(row)), row["id"], int(row["visits"])) for row in rows)
            db.executemany("insert into c(name, id, visits) values(?, ?, ?)", values)
        db.close()

    return build


def load_like(file: Path) -> Search:
    db = sqlite3.connect(file)
    sql = "select id from c where name like '%' || ? || '%' order by visits desc limit ?"
    return lambda text, limit: [row[0] for row in db.execute(sql, (text, limit))]


def load_prefix(file: Path) -> Search:
    db = sqlite3.connect(file)

    def search(text: str, limit: int) -> list[str]:
        wanted = " ".join(f'"{word}"*' for word in spelt(text).split())
        return matching(db, wanted, limit) if wanted else []

    return search


def load_trigram(fold: Callable[[str], str]) -> Callable[[Path], Search]:
    def load(file: Path) -> Search:
        db = sqlite3.connect(file)

        def search(text: str, limit: int) -> list[str]:
            text = fold(text)
            threes = dict.fromkeys(text[at : at + 3] for at in range(len(text) - 2))
            if threes:
                return matching(db, " OR ".join(f'"{three}"' for three in threes), limit)
            return [row[0] for row in db.execute("select id from c where name like ? limit ?", (text + "%", limit))]

        return search

    return load


def matching(db: sqlite3.Connection, wanted: str, limit: int) -> list[str]:
    return [row[0] for row in db.execute("select id from c where c match ? order by rank limit ?", (wanted, limit))]


def build_folded(rows: list[dict[str, str]], file: Path) -> None:
    file.write_bytes(pickle.dumps(([row["id"] for row in rows], [transliterated(both(row)) for row in rows])))


def load_rapidfuzz(file: Path) -> Search:
    from rapidfuzz import fuzz, process

    ids, names = pickle.loads(file.read_bytes())

    def search(text: str, limit: int) -> list[str]:
        found = process.extract(transliterated(text), names, scorer=fuzz.WRatio, limit=limit)
        return [ids[at] for _, _, at in found]

    return search


PREFIX = "create virtual table c using fts5(name, id unindexed, visits unindexed, " \
    "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
TRIGRAM = "create virtual table c using fts5(name, id unindexed, visits unindexed, tokenize='trigram')"
ENGINES = {
    "ours": Engine(build_ours, load_ours),
    "like": Engine(sqlite("create table c(name, id, visits)", str), load_like),
    "fts5-prefix": Engine(sqlite(PREFIX, str), load_prefix),
    "fts5-trigram": Engine(sqlite(TRIGRAM, str), load_trigram(spelt)),
    "fts5-trigram-latin": Engine(sqlite(TRIGRAM, transliterated), load_trigram(transliterated)),
    "rapidfuzz": Engine(build_folded, load_rapidfuzz),
}
