"""What has been kept for longer than it is needed: counted, and let go by kind."""

from datetime import date
from typing import Any

from counter.models.database import ShopDatabase
from counter.models.forgetting import whole_person
from counter.models.scrubbing import NOTHING
from counter.models.tables_people import CustomerRow

# kind: table, which rows are older than a day, and what becomes of them (None: they go)
OLD: dict[str, tuple[str, str, str | None]] = {
    "answers": ("feedback", "at < ? AND words <> ''", "words = ''"),
    "complaints": (
        "complaint", f"told_at < ? AND words <> '{NOTHING}'",
        f"words = '{NOTHING}', remedy = '{NOTHING}', cause = '{NOTHING}', told_how = ''",
    ),
    "noticed": ("fact", "at < ? AND source <> 'said'", None),
}  # fmt: skip


def people_before(day: date) -> tuple[int, ...]:
    """Whole persons of whom nothing was noted and who were not here since that day, and who wait for no order."""
    rows = _ask(
        "SELECT c.id FROM customer c WHERE c.gone_by IS NULL AND c.merged_into IS NULL AND c.unnamed = 0 "
        "AND c.created_at < ? AND NOT EXISTS (SELECT 1 FROM order_case o WHERE o.customer_id = c.id "
        "AND o.gone_by IS NULL AND o.state NOT IN ('collected', 'declined', 'cancelled'))",
        day.isoformat(),
    )  # fmt: skip
    found: list[int] = []
    for (customer_id,) in rows:
        if not _came_since(customer_id, day):
            ids = whole_person(customer_id)
            found += ids if not any(_came_since(one, day) for one in ids[1:]) else ()
    return tuple(found)


def first_day() -> date | None:
    """The business day of the shop's first entry."""
    found = _ask("SELECT day FROM entry ORDER BY id LIMIT 1")
    return date.fromisoformat(found[0][0]) if found else None


def older(kind: str, day: date) -> int:
    """How many rows of a kind are older."""
    table, which, _ = OLD[kind]
    return int(_ask(f'SELECT count(*) FROM "{table}" WHERE gone_by IS NULL AND {which}', day.isoformat())[0][0])


def let_go(kind: str, day: date) -> None:
    """Take their words away, in the journal too; `forgetting.scour` is to follow."""
    table, which, becomes = OLD[kind]
    moment = day.isoformat()
    _ask(
        f'DELETE FROM change WHERE table_name = ? AND row_id IN (SELECT id FROM "{table}" WHERE {which})', table, moment
    )
    rows = f'SELECT id FROM "{table}" WHERE {which}'
    _ask(f"UPDATE entry SET sentence = '', detail = '' WHERE thing = ? AND thing_id IN ({rows})", table, moment)
    _ask("DELETE FROM kept")
    if becomes is None:
        _ask(f'DELETE FROM "{table}" WHERE {which}', moment)
    else:
        _ask(f'UPDATE "{table}" SET {becomes} WHERE {which}', moment)


def _came_since(customer_id: int, day: date) -> bool:
    found = _ask(
        "SELECT EXISTS (SELECT 1 FROM entry WHERE customer_id = ?1 AND day >= ?2) "
        "OR EXISTS (SELECT 1 FROM visit WHERE customer_id = ?1 AND day >= ?2 AND gone_by IS NULL)",
        customer_id, day.isoformat(),
    )  # fmt: skip
    return bool(found[0][0])


def _ask(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    database: ShopDatabase = CustomerRow._meta.database
    found: list[tuple[Any, ...]] = database.execute_sql(sql, values).fetchall()
    return found
