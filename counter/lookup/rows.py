"""The people of the index, a row each, the likeliest to come first: their words by number and texts."""

import json
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import exp, log1p
from typing import NamedTuple

from counter.lookup.packed import Code, Numbers, Table, Texts, copied
from counter.lookup.spelling import words
from counter.records.lookup import MatchKind, Person

_FOREIGN = 128
_OFTEN = log1p(100)
_FADES = 60.0
_WORDS = 24


class Spelt(NamedTuple):
    """The words of one person: of the name, then of other names and grown together, then of what they are called."""

    own: tuple[str, ...]
    more: tuple[str, ...]
    called: tuple[str, ...]
    foreign: bool

    @property
    def all(self) -> tuple[str, ...]:
        """Every word once, those of the name first."""
        return tuple(dict.fromkeys((*self.own, *self.more, *self.called)))[:_WORDS]


def spelt(person: Person) -> Spelt:
    """The words a person can be found by."""
    own = words(person.name)
    others = [word for text in person.names for word in words(text)]
    beside = [key for word in own + others for key in (word.joined, word.dropped) if key]
    return Spelt(
        tuple(dict.fromkeys([word.key for word in own])),
        (*[word.key for word in others], *beside),
        tuple([word.key for word in words(person.called)]) if person.called else (),
        True in [word.foreign for word in own],
    )


def texts(person: Person) -> list[tuple[str, MatchKind]]:
    """What a person can be found by besides names and phones, each with what it is."""
    return [
        *((mail, MatchKind.EMAIL) for mail in person.emails),
        *(((person.company, MatchKind.COMPANY),) if person.company else ()),
        *((text, MatchKind.WORDS) for text in person.words),
    ]


def likely(visits: int, days: int | None) -> int:
    """How likely somebody is to be here, from 0 to 255, by visits and the days since the last one."""
    if not visits or days is None:
        return 0
    return int(255 * (0.6 * min(1.0, log1p(visits) / _OFTEN) + 0.4 * exp(-max(0, days) / _FADES)))


def mark(person: Person) -> int:
    """A checksum of everything but the visits."""
    return zlib.crc32(
        repr((person.name, person.called, person.names, person.phones, person.emails, person.company,
              person.words)).encode("utf-8", "surrogatepass")
    )


class Column:
    """A number for each row; changed ones and those of new rows stand beside."""

    def __init__(self, base: Numbers) -> None:
        self._base = base
        self._changed: dict[int, int] = {}

    def __getitem__(self, row: int) -> int:
        found = self._changed.get(row)
        return self._base[row] if found is None else found

    def __setitem__(self, row: int, value: int) -> None:
        self._changed[row] = value

    def whole(self, code: Code) -> "array[int]":
        """All numbers in their order."""
        numbers = copied(code, self._base)
        for row in sorted(self._changed):
            if row < len(numbers):
                numbers[row] = self._changed[row]
            else:
                numbers.append(self._changed[row])
        return numbers


class Rows:
    """What is kept of each person; rows that are gone keep their number."""

    CODES: tuple[tuple[str, Code], ...] = (("ids", "I"), ("marks", "I"))
    SMALL = ("own", "named", "prior")

    def __init__(self, columns: Mapping[str, Numbers], words_of: Table, told: Texts) -> None:
        self._base, self._by_id = columns["ids"], columns["by_id"]
        self.ids, self.marks = (Column(columns[name]) for name, _ in self.CODES)
        self.own, self.named, self.prior = (copied("B", columns[name]) for name in self.SMALL)
        self.gone = set(columns["gone"])
        self.words, self.told = words_of, told
        self._new: dict[int, int] = {}

    def columns(self) -> "Iterator[tuple[str, Code, array[int]]]":
        """Every column by name with its array type."""
        yield from ((name, code, getattr(self, name).whole(code)) for name, code in self.CODES)
        yield from ((name, "B", getattr(self, name)) for name in self.SMALL)
        here = (row for row in range(len(self)) if row not in self.gone)
        by_id = array("I", sorted(here, key=self.ids.__getitem__)) if self._new else copied("I", self._by_id)
        yield "by_id", "I", by_id
        yield "gone", "I", array("I", sorted(self.gone))

    def __len__(self) -> int:
        return len(self.prior)

    def row_of(self, person_id: int) -> int | None:
        """The row of a person that can be found."""
        row = self._new.get(person_id)
        if row is None:
            at = bisect_left(self._by_id, person_id, key=self._base.__getitem__)
            there = at < len(self._by_id) and self._base[self._by_id[at]] == person_id
            row = self._by_id[at] if there else None
        return None if row is None or row in self.gone else row

    @property
    def here(self) -> int:
        """How many can be found."""
        return len(self.prior) - len(self.gone)

    def add(self, person: Person, numbers: Iterable[int], spelling: Spelt, today: date) -> int:
        """A new row."""
        row = len(self)
        self.ids[row], self.marks[row] = person.id, mark(person)
        self.prior.append(0)
        self.own.append(len(spelling.own) | (_FOREIGN if spelling.foreign else 0))
        self.named.append(named(spelling))
        self.told.add(told(person))
        for number in reversed(list(numbers)):
            self.words.add(row, number)
        self._new[person.id] = row
        self.came(row, person, today)
        return row

    def came(self, row: int, person: Person, today: date) -> None:
        """Visits counted anew."""
        days = (today - person.last_visit).days if person.last_visit else None
        self.prior[row] = likely(person.visits, days)

    def remove(self, row: int) -> None:
        """Nobody there any more."""
        self.gone.add(row)
        self._new.pop(self.ids[row], None)

    def likeliest(self, rows: Iterable[int], count: int) -> list[int]:
        """Of these rows the likeliest to be here, in their order.

        Sorting by one column is quick even for thousands; only those that may be among the first are put in full order.
        """
        prior, ids = self.prior, self.ids
        ordered = sorted(rows, key=prior.__getitem__, reverse=True)
        least = prior[ordered[count - 1]] if len(ordered) > count else 0
        near = [row for row in ordered if prior[row] >= least]
        return sorted(near, key=lambda row: (-prior[row], ids[row]))[:count]

    def foreign(self, row: int) -> bool:
        """Whether the name is written in letters other than Latin ones."""
        return self.own[row] >= _FOREIGN

    def size(self, row: int) -> int:
        """How many words the name itself has."""
        return self.own[row] & ~_FOREIGN

    def name_of(self, person_id: int) -> frozenset[int]:
        """The words of somebody's name itself, whatever their order."""
        row = self.row_of(person_id)
        return frozenset() if row is None else frozenset(self.words[row][: self.size(row)])

    def called(self, row: int) -> str:
        """What they like to be called."""
        return str(json.loads(self.told[row])[0]) if self.told[row] else ""

    def others(self, row: int) -> list[str]:
        """Further names."""
        return [str(name) for name in json.loads(self.told[row])[2]] if self.told[row] else []

    def texts(self, row: int) -> Iterator[tuple[str, MatchKind]]:
        """E-mails, company and what is known of them."""
        if self.told[row]:
            for text, kind in json.loads(self.told[row])[1]:
                yield text, MatchKind(kind)


def named(spelling: Spelt) -> int:
    """How many of all words are not only of what they like to be called."""
    return len(set(spelling.own) | set(spelling.more))


def told(person: Person) -> bytes:
    """What is shown when it was not the name that fits; nothing when there is nothing."""
    also = texts(person)
    if not also and not person.called and not person.names:
        return b""
    return json.dumps([person.called, also, person.names], ensure_ascii=True).encode("ascii")
