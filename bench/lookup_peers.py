"""What others do when a name is typed, and ours: each builds a file of its own and searches with it alone."""

import gc
import importlib.util
import mmap
import os
import pickle
import re
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import lookup_others as others

TODAY = date(2026, 11, 26)
NAMES = Path(__file__).parent.parent / "resources" / "lookup" / "equivalents.bin"
ID_WIDTH = 64
Search = Callable[[str, int], list[str]]
Build = Callable[[list[dict[str, str]], Path], None]


@dataclass(frozen=True)
class Engine:
    """How one search makes its file from the rows of a population, and how it is opened again.

    `needs` names what must be installed beside Counter's own requirements. A search that works in another process too
    has an attribute `cpu`, a function that gives the CPU seconds of both.
    """

    build: Build
    load: Callable[[Path], Search]
    needs: str = ""

    def missing(self) -> str:
        """What is not installed here; empty when it can run."""
        if self.needs == "psycopg" and "PG_DSN" not in os.environ:
            return "PG_DSN, the connection string of a PostgreSQL with pg_trgm and unaccent"
        return "" if not self.needs or importlib.util.find_spec(self.needs) else f"the package {self.needs}"


def spelt(text: str) -> str:
    """Words without case."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def transliterated(text: str) -> str:
    """The same in Latin letters."""
    from anyascii import anyascii

    return spelt(anyascii(text)) or text


def build_ours(rows: list[dict[str, str]], file: Path) -> None:
    from counter.lookup import Index

    persons = (person(at, row) for at, row in enumerate(rows))
    file.write_bytes(Index.build(persons, equivalents(), TODAY).to_bytes())
    file.with_suffix(".ids").write_bytes(b"".join(row["id"].encode().ljust(ID_WIDTH) for row in rows))


def person(at: int, row: dict[str, str]) -> Any:
    """One row of a population as the look-up knows people."""
    from counter.records.lookup import Person

    return Person(
        id=at, name=row["name"], called=row.get("called") or "", visits=int(row["visits"]),
        last_visit=TODAY - timedelta(days=int(row["days"])),
    )


def load_ours(file: Path) -> Search:
    from counter.lookup import Index

    began = time.perf_counter()
    kept = file.read_bytes()
    reading = 1000 * (time.perf_counter() - began)
    index = Index.from_bytes(kept, equivalents(), TODAY)
    ids = file.with_suffix(".ids").open("rb", buffering=0)  # not mapped: its pages would count as memory of ours
    gc.freeze()  # as the program does once it is up

    def search(text: str, limit: int) -> list[str]:
        return [id_at(ids, match.person_id) for match in index.search(text, limit)]

    search.index, search.reading = index, reading  # type: ignore[attr-defined]
    return search


def id_at(ids: Any, number: int) -> str:
    ids.seek(number * ID_WIDTH)
    return str(ids.read(ID_WIDTH).decode().rstrip())


def equivalents() -> Any:
    """As the program opens them: where they lie in the file."""
    from counter.lookup import Equivalents

    return Equivalents(memoryview(mapped(NAMES)))


def mapped(file: Path) -> mmap.mmap:
    with file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)


def sqlite(table: str, fold: Callable[[str], str]) -> Build:
    """A builder of a table `c` with name, id and visits."""

    def build(rows: list[dict[str, str]], file: Path) -> None:
        with sqlite3.connect(file) as db:
            db.execute(table)
            values = ((fold(others.both(row)), row["id"], int(row["visits"])) for row in rows)
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
    file.write_bytes(pickle.dumps(([row["id"] for row in rows], [transliterated(others.both(row)) for row in rows])))


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
    "tantivy": Engine(others.build_tantivy, others.load_tantivy, "tantivy"),
    "pg_trgm": Engine(others.build_postgres, others.load_postgres, "psycopg"),
}
