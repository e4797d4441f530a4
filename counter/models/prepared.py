"""Questions whose SQL is written once, when first asked: writing it takes peewee longer than SQLite takes to answer."""
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from peewee import SQL, Value

from counter.models.fields import instant_text


class Place:
    """Where a value goes that is only known when the question is asked."""

    def __init__(self, number: int) -> None:
        self.number = number


class Prepared:
    """A question: called with its values, in the order of its parameters, it answers the rows.

    Dates, moments and lists of ids (see `among`) go in as they are; everything else as the column keeps it.
    """

    def __init__(self, build: Callable[..., Any]) -> None:
        self._build = build
        self._made: tuple[Any, str, list[Any]] | None = None

    def __call__(self, *values: Any) -> list[Any]:
        """Ask it of the shop's file that is open now."""
        return list(self._asked(values))

    def each(self, *values: Any) -> Iterator[Any]:
        """The rows one by one, none kept: for answers too long to hold."""
        rows: Iterator[Any] = self._asked(values).iterator()
        return rows

    def first(self, *values: Any) -> Any:
        """The first row, or None."""
        return next(iter(self(*values)), None)

    def _asked(self, values: tuple[Any, ...]) -> Any:
        query, sql, params = self._made or self._make(len(values))
        kept = [_kept(values[each.number]) if isinstance(each, Place) else each for each in params]
        return query._get_cursor_wrapper(query.model._meta.database.execute_sql(sql, kept))

    def _make(self, count: int) -> tuple[Any, str, list[Any]]:
        query = self._build(*(Value(Place(number), converter=False) for number in range(count)))
        self._made = (query, *query.sql())
        return self._made


def among(ids: Any) -> Any:
    """For `in_`: one of a list of ids that is handed over when the question is asked."""
    return SQL("(SELECT value FROM json_each(?))", (ids.value,))


def _kept(value: Any) -> Any:
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(list(value)) if isinstance(value, Iterable) and not isinstance(value, str) else value
