"""Searches that must be installed beside Counter's own requirements: tantivy, and PostgreSQL with pg_trgm."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Search = Callable[[str, int], list[str]]


def both(row: dict[str, str]) -> str:
    """The name and what they like to be called."""
    return f"{row['name']} {row.get('called') or ''}".strip()


ID_WIDTH = 24


def build_tantivy(rows: list[dict[str, str]], file: Path) -> None:
    import tantivy

    folder = file.with_suffix(".tantivy")
    folder.mkdir()
    index = tantivy_index(folder)
    writer = index.writer(128_000_000, num_threads=1)
    for row in rows:
        writer.add_document(tantivy.Document(id=[row["id"]], name=[both(row)]))
    writer.commit()
    writer.wait_merging_threads()
    file.write_bytes(bytes(sum(part.stat().st_size for part in folder.iterdir())))


def tantivy_index(folder: Path) -> Any:
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw")
    schema.add_text_field("name", tokenizer_name="fold")
    index = tantivy.Index(schema.build(), path=str(folder))
    index.register_tokenizer("fold", tantivy_fold())
    return index


def tantivy_fold() -> Any:
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    return TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase()).filter(Filter.ascii_fold()).build()


def load_tantivy(file: Path) -> Search:
    """Every word exact (twice as dear) or as a fuzzy prefix, any of them."""
    import tantivy

    index, fold = tantivy_index(file.with_suffix(".tantivy")), tantivy_fold()
    index.reload()
    schema, searcher, should = index.schema, index.searcher(), tantivy.Occur.Should

    def search(text: str, limit: int) -> list[str]:
        wanted = []
        for word in fold.analyze(text)[:8]:
            exact = tantivy.Query.term_query(schema, "name", word)
            wanted.append((should, tantivy.Query.boost_query(exact, 2.0)))
            for wrong in range(1 + (len(word) > 2) + (len(word) > 5)):
                like = tantivy.Query.fuzzy_term_query(
                    schema, "name", word, distance=wrong, transposition_cost_one=True, prefix=True
                )
                wanted.append((should, like))
        if not wanted:
            return []
        found = searcher.search(tantivy.Query.boolean_query(wanted), limit).hits
        return [searcher.doc(place)["id"][0] for _, place in found]

    return search


def build_postgres(rows: list[dict[str, str]], file: Path) -> None:
    import psycopg

    with psycopg.connect(os.environ["PG_DSN"], autocommit=True) as db:
        for statement in (
            "create extension if not exists pg_trgm", "create extension if not exists unaccent",
            "drop table if exists names_bench", "create table names_bench(id text, name text, visits int, folded text)",
        ):
            db.execute(statement)
        with db.cursor().copy("copy names_bench(id, name, visits) from stdin") as copy:
            for row in rows:
                copy.write_row((row["id"], both(row), int(row["visits"])))
        db.execute("update names_bench set folded = lower(unaccent(name))")
        db.execute("create index on names_bench using gin(folded gin_trgm_ops)")
        db.execute("vacuum analyze names_bench")
        size = db.execute("select pg_total_relation_size('names_bench')").fetchone()
    file.write_bytes(bytes(size[0] if size else 0))


def load_postgres(_file: Path) -> Search:
    import psycopg

    db = psycopg.connect(os.environ["PG_DSN"], autocommit=True)
    db.execute("set pg_trgm.similarity_threshold = 0.3")
    db.execute("set max_parallel_workers_per_gather = 0")
    sql = "select id from names_bench, (select lower(unaccent(%s)) q) x where folded %% q " \
        "order by similarity(folded, q) desc, visits desc limit %s"

    def search(text: str, limit: int) -> list[str]:
        return [row[0] for row in db.execute(sql, (text.replace("\x00", ""), limit)).fetchall()]

    server = Path(f"/proc/{db.info.backend_pid}/schedstat")
    if server.exists():  # on this machine: its CPU counts too
        search.cpu = lambda: time.thread_time() + int(server.read_text().split()[0]) / 1e9  # type: ignore[attr-defined]
    return search
