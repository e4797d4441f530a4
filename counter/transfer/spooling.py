"""People, plans and tables as lines of JSON, for the way between two processes: text that can make nothing run."""

import json
from collections.abc import Iterable
from typing import Any

from counter.records.countries import DayOrder
from counter.records.imports import Fate, Incoming, Known, Outlook, Part, Plan, Shape
from counter.records.people import ContactKind

_WORDS = ("name", "called", "pronunciation", "address_form", "company", "address", "language", "external_id")
_dump = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode


def row_line(line: int, cells: Iterable[str]) -> str:
    """A row of a table with its line in the file."""
    return _dump([line, *cells])


def read_row(text: str) -> tuple[int, tuple[str, ...]]:
    """Line and cells again."""
    line, *cells = json.loads(text)
    return line, tuple(cells)


def person_line(person: Incoming) -> str:
    """One person of a file."""
    return _dump(_of_person(person))


def read_person(text: str) -> Incoming:
    """The person again."""
    return _person(json.loads(text))


def known_line(one: Known) -> str:
    """Somebody who is here."""
    return _dump([one.id, one.name, one.called, one.company, one.address, one.phones, one.emails, one.birthday])


def read_known(text: str) -> Known:
    """Who it is, again."""
    number, name, called, company, address, phones, emails, born = json.loads(text)
    return Known(
        id=number, name=name, called=called, company=company, address=address, phones=tuple(phones),
        emails=tuple(emails), birthday=(born[0], born[1]) if born else None,
    )  # fmt: skip


def plan_line(plan: Plan) -> str:
    """What would become of a row."""
    return _dump(_of_plan(plan))


def read_plan(text: str) -> Plan:
    """The plan again."""
    return _plan(json.loads(text))


def shape_of(shape: Shape) -> list[Any]:
    """A shape as JSON takes it."""
    return [shape.key, shape.name, list(shape.parts), shape.order]


def read_shape(kept: list[Any]) -> Shape:
    """The shape again."""
    key, name, parts, order = kept
    return Shape(key=key, name=name, parts=tuple(map(Part, parts)), order=DayOrder(order) if order else None)


def outlook_of(outlook: Outlook) -> dict[str, Any]:
    """An outlook as JSON takes it."""
    return {
        "counts": outlook.counts, "looks": [_of_plan(plan) for plan in outlook.looks], "warnings": outlook.warnings,
        "warned": outlook.warned, "shown": [_of_plan(plan) for plan in outlook.shown],
    }  # fmt: skip


def read_outlook(kept: dict[str, Any]) -> Outlook:
    """The outlook again."""
    return Outlook(
        counts={Fate(fate): number for fate, number in kept["counts"].items()},
        looks=tuple(map(_plan, kept["looks"])), shown=tuple(map(_plan, kept["shown"])),
        warnings=tuple((row, note, tuple(boundaries)) for row, note, boundaries in kept["warnings"]),
        warned=kept["warned"],
    )  # fmt: skip


def _of_person(person: Incoming) -> list[Any]:
    words = [getattr(person, name) for name in _WORDS]
    return [person.row, words, person.contacts, person.birthday, person.notes, person.consents]


def _person(kept: list[Any]) -> Incoming:
    row, words, contacts, born, notes, consents = kept
    return Incoming(
        row=row, **dict(zip(_WORDS, words, strict=True)), notes=tuple(notes),
        contacts=tuple((ContactKind(kind), value) for kind, value in contacts),
        birthday=(born[0], born[1], born[2]) if born else None,
        consents=tuple((purpose, given) for purpose, given in consents),
    )  # fmt: skip


def _of_plan(plan: Plan) -> list[Any]:
    person = _of_person(plan.person) if plan.person else None
    return [plan.row, plan.fate, plan.why, person, plan.customer_id, plan.same_row, plan.maybe]


def _plan(kept: list[Any]) -> Plan:
    row, fate, why, person, customer_id, same_row, maybe = kept
    return Plan(
        row=row, fate=Fate(fate), why=why, person=_person(person) if person else None, customer_id=customer_id,
        same_row=same_row, maybe=tuple(maybe),
    )  # fmt: skip
