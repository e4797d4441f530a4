"""Bringing people in from a file: a preview that writes nothing, then batch by batch, and taken back as a whole."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from counter.errors import Refused, Unavailable
from counter.models import imports, journal, taking_back
from counter.models.journal import Writer
from counter.models.people import candidates
from counter.models.tables_people import EntryRow
from counter.models.tables_shop import ImportRow
from counter.office.bringing import Bringing
from counter.office.change import Change, Told, save
from counter.office.saying import apart
from counter.records.countries import Country
from counter.records.imports import Fate, Known, Outlook, Plan
from counter.records.when import say_count
from counter.transfer.looking import Looked, people
from counter.transfer.matching import Roll
from counter.transfer.nevers import proposed
from counter.transfer.planning import Tally, planned
from counter.transfer.tables import write_table

BATCH = 100


PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Everybody:
    """Who is here, with their numbers in the program that the file is from."""

    country: Country
    known: tuple[Known, ...]
    ids: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would become of each row; nothing is written yet. `shape` is the program's name, empty for a guess.

    `plans` can be gone through again and again, and need not be in memory.
    """

    file: str
    shape: str
    source: str
    plans: Iterable[Plan]
    outlook: Outlook

    def count(self, fate: Fate) -> int:
        """How many rows have that fate."""
        return self.outlook.counts.get(fate, 0)

    def warnings(self) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
        """Row, note and boundaries to tick, for every note that may say what must never be done."""
        return self.outlook.warnings


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the owner decided. `people`: rows to be looked at → who it is, or None for somebody new.

    `nevers`: row and note → boundaries, for notes that are never-facts; with `unlisted`, those that warn beyond the
    ones listed are never-facts as proposed. `said` makes the notes *said*, not *noticed*.
    """

    people: Mapping[int, int | None] = field(default_factory=dict)
    nevers: Mapping[tuple[int, str], tuple[str, ...]] = field(default_factory=dict)
    unlisted: bool = False
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
    known = tuple(one for page in pages() for one in page)
    return Everybody(country=country, known=known, ids=numbers(looked.shape.key))


def pages() -> Iterator[tuple[Known, ...]]:
    """Everybody who is here, in short steps; between two of them the counter may work."""
    after = 0
    while page := imports.known(after, PAGE):
        after = page[-1].id
        yield page


def numbers(key: str) -> dict[str, int]:
    """Whose each number of that program is."""
    return imports.external_ids(key or "file")


def preview(looked: Looked, here: Everybody) -> Preview:
    """Hold every row against everybody who is here; raises Refused as `looking.people` does."""
    found = people(looked)
    tally = Tally()
    plans = tuple(planned(found.people, sorted(found.refused), Roll(here.country, here.known, here.ids)))
    for plan in plans:
        tally.add(plan)
    return Preview(
        file=looked.file, shape=looked.shape.name, source=found.source, plans=plans, outlook=tally.outlook()
    )


def report(preview: Preview) -> Iterator[str]:
    """A line for each row as CSV, safe from formulas; in pieces, the header first."""
    yield write_table(("line", "name", "what becomes of it", "why"), ())
    plans = iter(preview.plans)
    while part := list(islice(plans, PAGE)):
        rows = [(str(p.row), p.person.name if p.person else "", p.fate.value, p.why) for p in part]
        yield write_table((), rows)


def save_report(preview: Preview, path: Path) -> None:
    """The report as a file; raises Unavailable when it can't be written there."""
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            file.writelines(report(preview))
    except OSError as fault:
        raise Unavailable(f"The file {path.name} can't be written. Choose another place.") from fault


def who_is(ids: Iterable[int]) -> dict[int, str]:
    """Names by id, each with what one recognises them by, to tell namesakes apart."""
    found = candidates(tuple(ids), {})
    return {one.customer_id: " · ".join(filter(None, (apart(one.name), one.hook))) for one in found}


def take(change: Change, preview: Preview, answers: Answers) -> Iterator[float]:
    """Bring it in, a batch a step, each on disk when the share done is yielded; rows not decided are left out.

    Stopped half-way, what was brought in stands and can be taken back. The same `op` again goes on where it stopped.
    """
    decided = (_decided(plan, answers) for plan in preview.plans)
    ready = (plan for plan in decided if plan is not None)
    total = preview.count(Fate.NEW) + preview.count(Fate.SAME) + len(answers.people)
    run, done, by_row = 0, 0, dict[int, int]()
    while batch := list(islice(ready, BATCH)):
        step = replace(change, op=f"{change.op} {done}")
        saved = save(step, _writing(step, preview, answers, (run, by_row, batch)))
        run = saved.thing_id or run
        by_row |= {int(row): who for row, who in _detail(saved.entry_id)["rows"].items()}
        done += len(batch)
        yield min(1.0, done / total)
    if not done:
        raise Refused("No row of this file can be brought in.")


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
    nevers = {**_unlisted(preview, plans), **answers.nevers} if answers.unlisted else answers.nevers

    def write(writer: Writer) -> Told:
        number = run or imports.begin(preview.file, preview.shape, change.at, writer.entry_id)
        bringing = Bringing(writer, preview.source, f"As stated in {preview.file}", by_row)
        bringing.write(plans, nevers, said=answers.said)
        sentence = f"{say_count(len(plans), 'row')} of {apart(preview.file)} were brought in."
        before = {"ids": bringing.ids, "rows": bringing.rows}
        return Told(sentence=sentence, table=ImportRow, row=number, before=before)

    return write


def _unlisted(preview: Preview, plans: Iterable[Plan]) -> dict[tuple[int, str], tuple[str, ...]]:
    """Notes that warn and were too many to be listed, with what is proposed for them."""
    last = preview.warnings()[-1][0] if preview.warnings() else 0
    listed = {(row, note) for row, note, _ in preview.warnings() if row == last}
    notes = [(p.row, note) for p in plans if p.person and p.row >= last for note in p.person.notes]
    found = {key: proposed(key[1]) for key in notes if key not in listed}
    return {key: keys for key, keys in found.items() if keys is not None}


def _undoing(entry: EntryRow) -> Callable[[Writer], Told]:
    def write(writer: Writer) -> Told:
        stayed = taking_back.undo_part(writer, entry.id)
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
