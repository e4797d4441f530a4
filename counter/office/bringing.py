"""Writing rows of a file: somebody new, or what a known person lacks. Blank cells and consent given wipe nothing."""

from collections.abc import Mapping
from typing import Any

from counter.models import imports
from counter.models.imports import COLUMNS, Held
from counter.models.journal import Writer
from counter.models.tables_people import ConsentRow, ContactRow, CustomerRow, DateRow, FactRow, Table
from counter.records.cleaning import TEXT_LIMIT, clean_text
from counter.records.imports import Incoming, Plan
from counter.records.people import ContactKind, FactKind, Source
from counter.records.phones import digits

BIRTHDAY = "Birthday"
Nevers = Mapping[tuple[int, str], tuple[str, ...]]


class Bringing:
    """One batch. `ids` are numbers of the other program that were kept, with whose each was; `rows` who each row is."""

    def __init__(self, writer: Writer, source: str, wording: str, by_row: Mapping[int, int]) -> None:
        self._writer, self._source, self._wording = writer, source, wording
        self._by_row = dict(by_row)
        self._held: dict[int, Held] = {}
        self._last = imports.last_customer()
        self._fresh: dict[int, dict[str, Any]] = {}
        self._numbers: dict[str, int | None] = {}
        self._rows: list[tuple[type[Table], dict[str, Any]]] = []
        self.ids: list[tuple[str, str, int | None]] = []
        self.rows: dict[int, int] = {}

    def write(self, plans: list[Plan], nevers: Nevers, *, said: bool) -> None:
        """Write every row; those who are known are read in one go before."""
        self._held = imports.held(filter(None, map(self._who, plans)))
        source = Source.SAID if said else Source.NOTICED
        for plan in plans:
            if plan.person is None:
                continue
            customer_id = self._who(plan)
            if customer_id is None:
                customer_id = self._new(plan.person)
            elif customer_id in self._held:
                self._fill(customer_id, plan.person)
            else:
                continue
            self.rows[plan.row] = self._by_row[plan.row] = customer_id
            self._hang_on(customer_id, plan.person)
            self._facts(customer_id, plan.person, nevers, source)
        imports.insert_all(self._writer, self._rows)
        self.ids = [(self._source, *changed) for changed in imports.put_ids(self._source, self._numbers)]

    def _put(self, table: type[Table], customer_id: int, **values: Any) -> None:
        self._rows.append((table, {"customer_id": customer_id, **values}))

    def _who(self, plan: Plan) -> int | None:
        return plan.customer_id or (self._by_row.get(plan.same_row) if plan.same_row is not None else None)

    def _new(self, person: Incoming) -> int:
        columns = {name: getattr(person, name) for name in COLUMNS}
        self._last += 1
        self._fresh[self._last] = {"id": self._last, "created_at": self._writer.stamp.at, **columns}
        self._rows.append((CustomerRow, self._fresh[self._last]))
        self._held[self._last] = Held(1, columns)
        return self._last

    def _fill(self, customer_id: int, person: Incoming) -> None:
        """What is blank here is filled; what stands here changes only where a file wrote it last."""
        held = self._held[customer_id]
        told = {name: getattr(person, name) for name in COLUMNS if getattr(person, name)}
        new = {name: text for name, text in told.items() if not held.columns[name]}
        other = {name: text for name, text in told.items() if held.columns[name] and held.columns[name] != text}
        if other:
            ours = frozenset(COLUMNS) if customer_id in self._fresh else imports.brought_in(customer_id)
            new |= {name: text for name, text in other.items() if name in ours}
        held.columns |= new
        if customer_id in self._fresh:
            self._fresh[customer_id] |= new
        elif new:
            held.version += 1
            self._writer.update(CustomerRow, customer_id, version=held.version, **new)

    def _hang_on(self, customer_id: int, person: Incoming) -> None:
        held = self._held[customer_id]
        for kind, value in person.contacts:
            figures = digits(value) if kind is ContactKind.PHONE else ""
            if (figures or value.casefold()) not in held.contacts:
                held.contacts.add(figures or value.casefold())
                self._put(ContactRow, customer_id, kind=kind, value=value, digits=digits(value))
        if person.birthday and BIRTHDAY.casefold() not in held.days:
            held.days.add(BIRTHDAY.casefold())
            month, day, year = person.birthday
            self._put(
                DateRow, customer_id, label=BIRTHDAY, month=month, day=day, year=year,
                source=Source.NOTICED,
            )
        for purpose, given in person.consents:
            self._consent(customer_id, purpose, given=given)
        if person.external_id:
            self._numbers[person.external_id] = customer_id

    def _consent(self, customer_id: int, purpose: str, *, given: bool) -> None:
        """A file may take consent away, and give it where nobody was ever asked; it opts nobody back in."""
        answers = self._held[customer_id].consents
        if answers.get(purpose) is given or (given and purpose in answers):
            return
        answers[purpose] = given
        self._put(
            ConsentRow, customer_id, purpose=purpose, given=given, wording=self._wording[:TEXT_LIMIT],
            day=self._writer.stamp.day,
        )

    def _facts(self, customer_id: int, person: Incoming, nevers: Nevers, source: Source) -> None:
        held = self._held[customer_id]
        for note in person.notes:
            ticked = nevers.get((person.row, note))
            kind = FactKind.MATTERS if ticked is None else FactKind.NEVER
            for text in _pieces(clean_text(note, "note", 20 * TEXT_LIMIT)):
                if (True, text) in held.facts or (ticked is None and (False, text) in held.facts):
                    continue
                held.facts.add((ticked is not None, text))
                self._put(
                    FactRow, customer_id, kind=kind, text=text, source=source, boundaries=ticked or (),
                    staff_id=self._writer.stamp.staff_id, at=self._writer.stamp.at,
                )


def _pieces(text: str) -> list[str]:
    """A long note in parts that fit, cut between words where it can be."""
    pieces: list[str] = []
    while len(text) > TEXT_LIMIT:
        cut = text.rfind(" ", TEXT_LIMIT // 2, TEXT_LIMIT)
        cut = TEXT_LIMIT if cut < 0 else cut
        pieces.append(text[:cut].strip())
        text = text[cut:].strip()
    return [piece for piece in (*pieces, text) if piece]
