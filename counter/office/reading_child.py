"""The reading of a strange file, in a process of its own that may die: answers are left as files in one folder.

What a file does to its reader (a bomb, a fault in a library) then ends here, within limits of time and memory.
"""

import ctypes
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from heapq import heapify
from pathlib import Path
from typing import Any

from counter.errors import Refused
from counter.office import voices_child
from counter.records.countries import COUNTRIES, DayOrder
from counter.records.imports import Incoming
from counter.transfer import spooling
from counter.transfer.decoding import LARGEST
from counter.transfer.looking import Looked, answered, look
from counter.transfer.matching import Roll
from counter.transfer.planning import Tally, planned
from counter.transfer.rows import Columns, people_in

ASKED, SAID, PLANS, LOOKED, OUTLOOK = "asked.json", "refused.txt", "plans.jsonl", "looked.json", "outlook.json"
ROWS, PEOPLE, KNOWN, NUMBERS = "rows.jsonl", "people.jsonl", "known.jsonl", "numbers.json"
DONE, REFUSED = 0, 3
MEMORY = 700_000_000
SAMPLE = 40


def run(folder: Path) -> int:
    """Do what `asked.json` in the folder asks; a refusal's sentence is left beside it."""
    _limit_memory()
    asked = json.loads((folder / ASKED).read_text(encoding="utf-8"))
    try:
        _TASKS[asked["do"]](folder, asked)
    except Refused as refused:
        (folder / SAID).write_text(refused.sentence, encoding="utf-8")
        return REFUSED
    return DONE


def _limit_memory() -> None:
    """Where the system will not, the size limits of the readers are left."""
    if sys.platform == "win32":
        from counter.office import windows_memory

        windows_memory.limit(MEMORY, ctypes.WinDLL("kernel32"))
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _look(folder: Path, asked: dict[str, Any]) -> None:
    """Rows or people one a line, and what the window shows of them."""
    path = Path(asked["path"])
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise Refused(f"This file has {size // 1_000_000} MB; 20 MB can be read. Split it into smaller ones.")
        looked = look(path.name, path.read_bytes(), asked["encoding"])
    except OSError as fault:
        raise Refused("This file can't be opened. Copy it to this PC, then choose it again.") from fault
    shown = {
        "file": looked.file, "shape": spooling.shape_of(looked.shape), "order": looked.order,
        "example": looked.example, **_shown(folder, looked),
    }
    (folder / LOOKED).write_text(json.dumps(shown), encoding="utf-8")


def _shown(folder: Path, looked: Looked) -> dict[str, Any]:
    if looked.cards is not None:
        people = looked.cards.people
        _write(folder / PEOPLE, map(spooling.person_line, people))
        refused = looked.cards.refused
        return {"cards": True, "header": [], "rows": [_card(one) for one in people[:SAMPLE]], "count": len(people),
                "refused": refused}  # fmt: skip
    grid = looked.grid
    assert grid is not None
    _write(folder / ROWS, (spooling.row_line(line, row) for line, row in zip(grid.lines, grid.rows, strict=True)))
    return {"cards": False, "header": grid.header, "rows": grid.rows[:SAMPLE], "count": len(grid.rows),
            "refused": grid.refused}  # fmt: skip


def _card(person: Incoming) -> list[str]:
    return [person.name, ", ".join(value for _, value in person.contacts), " · ".join(person.notes)]


def _plan(folder: Path, asked: dict[str, Any]) -> None:
    """A plan a line for every row, and the outlook over them."""
    looked = json.loads((folder / LOOKED).read_text(encoding="utf-8"))
    refused = [(row, sentence) for row, sentence in looked["refused"]]
    heapify(refused)
    if looked["cards"]:
        people: Iterable[Incoming] = map(spooling.read_person, _lines(folder / PEOPLE))
    else:
        shape = spooling.read_shape(asked["shape"])
        order = answered(shape, DayOrder(asked["order"]) if asked["order"] else None, asked["example"])
        rows = map(spooling.read_row, _lines(folder / ROWS))
        people = people_in(rows, Columns(tuple(looked["header"]), shape, order), refused)
    known = map(spooling.read_known, _lines(folder / KNOWN))
    numbers = json.loads((folder / NUMBERS).read_text(encoding="utf-8"))
    tally = Tally()

    def counted() -> Iterator[str]:
        for plan in planned(people, refused, Roll(COUNTRIES[asked["country"]], known, numbers)):
            tally.add(plan)
            yield spooling.plan_line(plan)

    _write(folder / PLANS, counted())
    (folder / OUTLOOK).write_text(json.dumps(spooling.outlook_of(tally.outlook())), encoding="utf-8")


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="ascii") as file:
        yield from file


def _write(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="ascii") as file:
        file.writelines(f"{line}\n" for line in lines)


_TASKS: dict[str, Callable[[Path, dict[str, Any]], None]] = {
    "look": _look, "plan": _plan, "hear": voices_child.look, "answers": voices_child.answers,
}  # fmt: skip
