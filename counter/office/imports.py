"""Bringing people in from a file: a preview that writes nothing, then batch by batch, and taken back as a whole."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from counter.errors import Refused
from counter.models import imports, journal
from counter.models.journal import Writer
from counter.models.tables_people import EntryRow
from counter.models.tables_shop import ImportRow
from counter.office.bringing import Bringing
from counter.office.change import Change, Told, save
from counter.office.saying import apart
from counter.records.countries import Country
from counter.records.imports import Fate, Known, Plan
from counter.records.when import say_count
from counter.transfer.looking import Looked, people
from counter.transfer.matching import Roll
from counter.transfer.nevers import proposed
from counter.transfer.tables import write_table

BATCH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Everybody:
    """Who is here, with their numbers in the program that the file is from."""

    country: Country
    known: tuple[Known, ...]
    ids: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would become of each row; nothing is written yet. `shape` is the program's name, empty for a guess."""

    file: str
    shape: str
    source: str
    plans: tuple[Plan, ...]

    def count(self, fate: Fate) -> int:
        """How many rows have that fate."""
        return Counter(plan.fate for plan in self.plans)[fate]

    def warnings(self) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
        """Row, note and boundaries to tick, for every note that may say what must never be done."""
        notes = [(plan.row, note) for plan in self.plans if plan.person for note in plan.person.notes]
        return tuple((row, note, found) for row, note in notes if (found := proposed(note)) is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the owner decided. `people`: rows to be looked at → who it is, or None for somebody new.

    `nevers`: row and note → boundaries, for notes that are never-facts. `said` makes the notes *said*, not *noticed*.
    """

    people: Mapping[int, int | None] = field(default_factory=dict)
    nevers: Mapping[tuple[int, str], tuple[str, ...]] = field(default_factory=dict)
    said: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A file that was brought in; `standing` is False once it was taken back."""

    number: int
    file: str
    shape: str
    at: datetime
    standing: bool


def everybody(looked: Looked, country: Country) -> Everybody:
    """Who is here to hold the file's people against; asks the database, `preview` does not."""
    source = looked.shape.key or "file"
    return Everybody(country=country, known=imports.known(country), ids=imports.external_ids(source))


def preview(looked: Looked, here: Everybody) -> Preview:
    """Hold every row against everybody who is here; raises Refused as `looking.people` does."""
    found = people(looked)
    roll = Roll(here.country, here.known, here.ids)
    plans = [roll.plan(person) for person in found.people]
    plans += [Plan(row=row, fate=Fate.REFUSED, why=sentence) for row, sentence in found.refused]
    plans.sort(key=lambda plan: plan.row)
    return Preview(file=looked.file, shape=looked.shape.name, source=found.source, plans=tuple(plans))


def report(preview: Preview) -> str:
    """A line for each row as CSV, safe from formulas."""
    rows = [(str(p.row), p.person.name if p.person else "", p.fate.value, p.why) for p in preview.plans]
    return write_table(("line", "name", "what becomes of it", "why"), rows)


def take(change: Change, preview: Preview, answers: Answers) -> Iterator[float]:
    """Bring it in, a batch a step, each on disk when the share done is yielded; rows not decided are left out.

    Stopped half-way, what was brought in stands and can be taken back. The same `op` again goes on where it stopped.
    """
    ready = [plan for plan in (_decided(plan, answers) for plan in preview.plans) if plan is not None]
    if not ready:
        raise Refused("No row of this file can be brought in.")
    run, by_row = 0, dict[int, int]()
    for start in range(0, len(ready), BATCH):
        step = replace(change, op=f"{change.op} {start}")
        saved = save(step, _writing(step, preview, answers, (run, by_row, ready[start : start + BATCH])))
        run = saved.thing_id or run
        by_row |= {int(row): who for row, who in _detail(saved.entry_id)["rows"].items()}
        yield min(1.0, (start + BATCH) / len(ready))


def runs() -> tuple[Run, ...]:
    """Every file that was brought in, newest first."""
    return tuple(
        Run(number=number, file=file, shape=shape, at=at, standing=standing)
        for number, file, shape, at, standing in imports.runs()
    )


def take_back(change: Change, run: int) -> Iterator[float]:
    """Take a whole file back, a batch a step; what was changed or built on since stays. Raises Refused when it was."""
    standing = imports.parts(run)
    if not standing and not any(journal.already(f"{change.op} {entry}") for entry in imports.all_parts(run)):
        raise Refused("This file was taken back already.")
    for done, entry in enumerate(standing, 1):
        save(replace(change, op=f"{change.op} {entry.id}"), _undoing(entry))
        yield done / len(standing)


def _decided(plan: Plan, answers: Answers) -> Plan | None:
    """A row as the owner decided; None when it is not to be written."""
    if plan.fate in (Fate.NEW, Fate.SAME):
        return plan
    if plan.fate is Fate.REFUSED or plan.row not in answers.people:
        return None
    who = answers.people[plan.row]
    return replace(plan, fate=Fate.SAME if who else Fate.NEW, customer_id=who)


_Part = tuple[int, dict[int, int], list[Plan]]


def _writing(change: Change, preview: Preview, answers: Answers, part: _Part) -> Callable[[Writer], Told]:
    run, by_row, plans = part

    def write(writer: Writer) -> Told:
        number = run or imports.begin(preview.file, preview.shape, change.at, writer.entry_id)
        bringing = Bringing(writer, preview.source, f"As stated in {preview.file}", by_row)
        bringing.write(plans, answers.nevers, said=answers.said)
        sentence = f"{say_count(len(plans), 'row')} of {apart(preview.file)} were brought in."
        before = {"ids": bringing.ids, "rows": bringing.rows}
        return Told(sentence=sentence, table=ImportRow, row=number, before=before)

    return write


def _undoing(entry: EntryRow) -> Callable[[Writer], Told]:
    def write(writer: Writer) -> Told:
        stayed = imports.undo_part(writer, entry.id)
        for source, numbers in _numbers(json.loads(entry.detail)["ids"]).items():
            imports.put_ids(source, numbers)
        kept = f" {say_count(stayed, 'person')} of it stay: more was noted for them since." if stayed else ""
        return Told(sentence=f"Taken back: {entry.sentence}{kept}", table=EntryRow, row=entry.id)

    return write


def _numbers(ids: list[tuple[str, str, int | None]]) -> dict[str, dict[str, int | None]]:
    """Whose each number was before, by program."""
    found: dict[str, dict[str, int | None]] = {}
    for source, value, before in ids:
        found.setdefault(source, {})[value] = before
    return found


def _detail(entry_id: int) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = json.loads(EntryRow.get_by_id(entry_id).detail)
    return found
