"""By which words one person is meant and nobody else, to be looked for in what was written about others."""

import calendar
import re
from collections.abc import Iterator
from typing import Any

from counter.models.tables_people import ContactRow, CustomerRow, StaffRow
from counter.models.whole import tables

# Tables of the shop itself, in which the words of nobody else are looked for.
OURS = frozenset({"staff", "setting", "gesture", "boundary", "printer", "logo", "kept", "day_circumstance"})
NEVER_TOUCHED = frozenset({("entry", "op_id"), ("slip", "code"), ("customer", "name"), ("customer", "called")})
SHORTEST = 3
DAYS = frozenset(map(str.casefold, (*calendar.month_name, *calendar.day_name)))


def texts() -> Iterator[tuple[str, str]]:
    """Table and column of all text in which others may be spoken of."""
    for table in tables(CustomerRow._meta.database):
        for column in table.columns if table.name not in OURS else ():
            if column.kind == "TEXT" and (table.name, column.name) not in NEVER_TOUCHED:
                yield table.name, column.name


def words_of(ids: tuple[int, ...]) -> tuple[str, ...]:
    """Names and ways to reach them that belong to nobody else; one word alone only where it is surely a name here."""
    C, R = CustomerRow, ContactRow
    names = {row.name for row in C.select(C.name).where(C.id.in_(ids)) if row.name}
    called = {row.called for row in C.select(C.called).where(C.id.in_(ids)) if row.called}
    several = {name for name in names if len(name.split()) > 1}
    others = C.select(C.name).where(C.id.not_in(ids), C.name.in_(several))
    reached = {row.value for row in R.select(R.value).where(R.customer_id.in_(ids)) if len(row.value) > 5}
    shared = R.select(R.value).where(R.customer_id.not_in(ids), R.value.in_(reached))
    alone = {name for name in (names | called) - several if len(name.split()) == 1 and _only_theirs(name, ids)}
    return tuple(sorted((several - {row.name for row in others}) | (reached - {row.value for row in shared}) | alone))


def caseless(word: str) -> bool:
    """Whether it is of a script without capitals, in which names often stand between letters without a blank."""
    return word.lower() == word.upper() and any(letter.isalpha() for letter in word)


def _only_theirs(word: str, ids: tuple[int, ...]) -> bool:
    """One word: nobody else's name has it, it is no day or month, and nobody here ever writes it small."""
    if len(word) < SHORTEST or word.casefold() in DAYS:
        return False
    whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    C, S = CustomerRow, StaffRow
    rows = C.select(C.name, C.called).where(C.id.not_in(ids), (C.name != "") | (C.called != "")).tuples()
    if any(whole.search(f"{name} {called}") for name, called in rows.iterator()):
        return False
    if any(whole.search(name) for (name,) in S.select(S.name).tuples()):
        return False
    return caseless(word) or (not word.islower() and not _written_small(word.lower()))


def _written_small(word: str) -> bool:
    """An ordinary word that is a name too: Rose, Baker."""
    whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    for table, column in texts():
        sql = f'SELECT "{column}" FROM "{table}" WHERE instr("{column}", ?)'
        found: list[Any] = CustomerRow._meta.database.execute_sql(sql, (word,)).fetchall()
        if any(whole.search(text) for (text,) in found):
            return True
    return False
