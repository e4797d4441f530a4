"""Persons as bytes, the way the index is kept between two starts."""

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import astuple, fields
from datetime import date
from typing import Any

from counter.records.lookup import Person

VERSION = 1
_NAMES = [field.name for field in fields(Person)]


def dump(persons: Iterable[Person]) -> bytes:
    """Compressed JSON, the version first."""
    rows = [[v.isoformat() if isinstance(v, date) else v for v in astuple(person)] for person in persons]
    return zlib.compress(json.dumps([VERSION, rows], ensure_ascii=False).encode(), 1)


def load(data: bytes) -> Iterator[Person]:
    """The persons again; raises ValueError for another version or bytes that are no index."""
    try:
        version, rows = json.loads(zlib.decompress(data))
    except (zlib.error, UnicodeDecodeError, TypeError) as fault:
        raise ValueError("the kept index can't be read") from fault
    if version != VERSION:
        raise ValueError("the kept index is of another version")
    for row in rows:
        values: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in zip(_NAMES, row, strict=True)}
        last = values["last_visit"]
        values["last_visit"] = date.fromisoformat(last) if last else None
        yield Person(**values)
