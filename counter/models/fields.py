"""How records' values stand in the file: dates and instants as ISO text, sets and tuples as JSON."""
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from peewee import IntegerField, TextField, fn


class DayField(TextField):
    """A business day: `2026-11-26`."""

    def db_value(self, value: Any) -> str | None:
        """ISO text, or None."""
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: Any) -> date | None:
        """The date, or None."""
        return date.fromisoformat(value) if value else None


class InstantField(TextField):
    """A moment in UTC: `2026-11-26T10:42:00.000000Z`; text that sorts as time does."""

    def db_value(self, value: Any) -> str | None:
        """Fixed-width ISO text; a naive moment is a bug and raises ValueError."""
        return instant_text(value) if isinstance(value, datetime) else value

    def python_value(self, value: Any) -> datetime | None:
        """An aware moment in UTC, or None."""
        return datetime.fromisoformat(value) if value else None


class FlagField(IntegerField):
    """True or False as 1 or 0."""

    def db_value(self, value: Any) -> int | None:
        """1, 0 or None."""
        return None if value is None else int(bool(value))

    def python_value(self, value: Any) -> bool | None:
        """A real bool."""
        return None if value is None else bool(value)


class RareField(IntegerField):
    """An id, unique, that nearly every row is without.

    SQLite takes an index of unique values for the quickest way to anything, and would walk through all empty ones.
    """

    def is_null(self, is_null: bool = True) -> Any:  # noqa: FBT001, FBT002 - as peewee has it
        """Whether there is none."""
        return fn.ifnull(self, 0) == 0 if is_null else super().is_null(is_null=False)


class WordField(TextField):
    """One word of a fixed list."""

    def __init__(self, words: type[StrEnum], **options: Any) -> None:
        self.words = words
        super().__init__(**options)

    def db_value(self, value: Any) -> str | None:
        """The plain word; one that is not of the list raises ValueError."""
        return None if value is None else str(self.words(value).value)

    def python_value(self, value: Any) -> StrEnum | None:
        """The member."""
        return None if value is None else self.words(value)


class JsonField(TextField):
    """A small structure as JSON; `read` and `write` turn it into the record's own type and back."""

    def __init__(self, read: Callable[[Any], Any], write: Callable[[Any], Any], **options: Any) -> None:
        self.read, self.write = read, write
        super().__init__(**options)

    def db_value(self, value: Any) -> str | None:
        """JSON text, keys sorted, other scripts as they are."""
        if value is None or isinstance(value, str):
            return value
        return json.dumps(self.write(value), ensure_ascii=False, sort_keys=True)

    def python_value(self, value: Any) -> Any:
        """The record's type."""
        return None if value is None else self.read(json.loads(value))


def instant_text(moment: datetime) -> str:
    """Fixed-width UTC text of an aware moment; raises ValueError on a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
