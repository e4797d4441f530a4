"""An index built anew, person by person, without keeping the persons."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import repeat
from typing import Any

from counter.lookup.contacts import entries, phone_code, term_code
from counter.lookup.packed import Codes, Table, Texts
from counter.lookup.parts import Parts
from counter.lookup.rows import _FOREIGN, Rows, likely, mark, named, spelt, told
from counter.lookup.vocabulary import Vocabulary
from counter.records.lookup import Person

_STEP = 1000


class Gathered:
    """All persons as columns, in the order in which they were read."""

    def __init__(self, today: date) -> None:
        """`today` tells how long ago a last visit was."""
        self.today = today
        self.ids, self.marks = array("I"), array("I")
        self.own, self.named, self.prior = array("B"), array("B"), array("B")
        self.numbers: dict[str, int] = {}
        self.ends, self.flat = array("I", [0]), array("I")
        self.told: dict[int, bytes] = {}
        self.phones: list[tuple[int, int]] = []
        self.terms: list[tuple[int, int]] = []

    def take(self, person: Person) -> None:
        """One more person."""
        at, spelling = len(self.ids), spelt(person)
        self.ids.append(person.id)
        self.marks.append(mark(person))
        self.own.append(len(spelling.own) | (_FOREIGN if spelling.foreign else 0))
        self.named.append(named(spelling))
        days = (self.today - person.last_visit).days if person.last_visit else None
        self.prior.append(likely(person.visits, days))
        self.flat.extend([self.numbers.setdefault(key, len(self.numbers)) for key in spelling.all])
        self.ends.append(len(self.flat))
        if text := told(person):
            self.told[at] = text
            self.terms += [(term_code(term), at) for term in entries(person)]
        self.phones += [(code, at) for phone in person.phones if (code := phone_code(phone)) is not None]


def built(persons: Iterable[Person], today: date, progress: Callable[[int], None] | None = None) -> Parts:
    """The parts of an index of these persons; `progress` hears how many are in, every thousand."""
    gathered = Gathered(today)
    for at, person in enumerate(persons, 1):
        gathered.take(person)
        if progress is not None and at % _STEP == 0:
            progress(at)
    return parts_of(gathered)


def parts_of(all_: Gathered) -> Parts:
    """The parts of an index of all that were gathered."""
    by_id = sorted(range(len(all_.ids)), key=all_.ids.__getitem__)
    order = sorted(by_id, key=all_.prior.__getitem__, reverse=True)
    row_of = _places(order)
    keys = list(all_.numbers)
    table = Table.of(all_.flat[all_.ends[at] : all_.ends[at + 1]] for at in order)
    first = list(dict.fromkeys(table.flat))  # the words of the likeliest people
    table.flat = array("I", map(_places(first).__getitem__, table.flat))
    words = Vocabulary.of([keys[number] for number in first])
    phones, terms = (Codes.of((code, row_of[at]) for code, at in pairs) for pairs in (all_.phones, all_.terms))
    rows = _rows(all_, order, map(row_of.__getitem__, by_id), table)
    return Parts(words, rows, _holders(table, len(words)), phones, terms, all_.today)


def _rows(all_: Gathered, order: list[int], by_id: Iterable[int], table: Table) -> Rows:
    codes = (*Rows.CODES, *((name, "B") for name in Rows.SMALL))
    columns: dict[str, Any] = {name: array(code, map(getattr(all_, name).__getitem__, order)) for name, code in codes}
    columns |= {"by_id": array("I", by_id), "gone": array("I")}
    return Rows(columns, table, Texts.of(map(all_.told.get, order, repeat(b""))))


def _places(order: Sequence[int]) -> "array[int]":
    """By number where it stands in an order of all numbers."""
    places = array("I", bytes(4 * len(order)))
    for place, number in enumerate(order):
        places[number] = place
    return places


def _holders(words_of: Table, count: int) -> Table:
    """By word the rows that have it, in their order."""
    starts = array("I", bytes(4 * (count + 1)))
    for number in words_of.flat:
        starts[number + 1] += 1
    for number in range(count):
        starts[number + 1] += starts[number]
    at, flat = array("I", starts), array("I", bytes(4 * len(words_of.flat)))
    begin = 0
    for row in range(len(words_of)):
        end = words_of.ends[row + 1]
        for number in words_of.flat[begin:end]:
            flat[at[number]] = row
            at[number] += 1
        begin = end
    return Table(starts, flat)
