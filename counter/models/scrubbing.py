"""Names and numbers taken out of what was written about others: an ellipsis stands there from now on."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from counter.models.naming import caseless, texts
from counter.models.tables_people import CustomerRow

NOTHING = "…"
FEW = 20
_TOKEN = re.compile(r"(?:\\[nrt])?(\w+)")  # in JSON, "n" after a backslash is the end of a line


def scrub(words: tuple[str, ...]) -> None:
    """Take these words out of every text. Few are looked for one by one, many in one walk through all texts."""
    alone = words if len(words) <= FEW else tuple(filter(caseless, words))
    found = _one_by_one(alone)
    for table, column, row_id, text, meant in found:
        _put(table, column, row_id, text, meant)
    if alone != words:
        for table, column, row_id, text, meant in _all_at_once(frozenset(words) - frozenset(alone)):
            _put(table, column, row_id, text, meant)


_Found = tuple[str, str, int, str, list[str]]


def _one_by_one(words: Iterable[str]) -> Iterator[_Found]:
    database = CustomerRow._meta.database
    for word in words:
        for table, column in texts():
            for form in _written(word):
                sql = f'SELECT rowid, "{column}" FROM "{table}" WHERE instr("{column}", ?)'
                for row_id, text in database.execute_sql(sql, (form,)).fetchall():
                    yield table, column, row_id, text, [word]


def _all_at_once(words: frozenset[str]) -> Iterator[_Found]:
    """Each word is known by the one of its parts that the fewest of them share."""
    often = Counter(part for word in words for part in set(_TOKEN.findall(word)))
    by_part: dict[str, list[str]] = {}
    for word in words:
        by_part.setdefault(min(_TOKEN.findall(word), key=often.__getitem__, default=""), []).append(word)
    database = CustomerRow._meta.database
    for table, column in texts():
        sql = f'SELECT rowid, "{column}" FROM "{table}" WHERE "{column}" <> \'\''
        for row_id, text in database.execute_sql(sql).fetchall():
            parts = set(_TOKEN.findall(text)).intersection(by_part)
            meant = [word for part in parts for word in by_part[part] if any(form in text for form in _written(word))]
            if meant:
                yield table, column, row_id, text, meant


def _put(table: str, column: str, row_id: int, text: str, words: Iterable[str]) -> None:
    for word in sorted(words, key=len, reverse=True):
        any_of = "|".join(map(re.escape, _written(word)))
        whole = any_of if caseless(word) else rf"(?:(?<!\w)|(?<=\\[nrt]))(?:{any_of})(?!\w)"
        text = re.sub(whole, NOTHING, text)
    change = f'UPDATE OR REPLACE "{table}" SET "{column}" = ? WHERE rowid = ?'
    CustomerRow._meta.database.execute_sql(change, (text, row_id))


def _written(word: str) -> list[str]:
    """As it is, and as JSON has it."""
    return sorted({word, json.dumps(word, ensure_ascii=False)[1:-1]})
