"""A strange file read by a process of its own: the window never waits for it and never dies with it."""

import json
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import Any
from weakref import finalize

from counter.errors import Refused
from counter.office import passing
from counter.office import reading_child as child
from counter.office.imports import Preview
from counter.records.countries import Country, DayOrder
from counter.records.imports import Known, Plan, Shape
from counter.transfer import spooling

LOOK_SECONDS, PLAN_SECONDS = 60, 600
TOO_LONG = "Reading this file took too long, so it was stopped. Save it as CSV in the program it comes from."
DIED = "This file can't be read: it is damaged, or not what it says it is. Save it as CSV in the program it comes from."
STOPPED = "Stopped. Nothing was brought in."


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What the window shows of a file that was read: `rows` are the first of `count`, under `header`.

    For cards the header is empty and each row a name, ways to reach them, and notes. As long as `example` is not empty
    and `order` is None, the order of days has to be asked.
    """

    file: str
    shape: Shape
    cards: bool
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int
    refused: int
    order: DayOrder | None = None
    example: str = ""


@dataclass(frozen=True, slots=True)
class Spooled:
    """Plans that wait in a file, to be gone through again and again."""

    path: Path

    def __iter__(self) -> Iterator[Plan]:
        with self.path.open(encoding="ascii") as lines:
            yield from map(spooling.read_plan, lines)


class Apart:
    """Reads in a process of its own; what it keeps between two steps lies in a folder that goes with it.

    `command` starts the child (`--read-file` and a folder are added). The folder lies beside the shop's file, so that
    the next start finds what a power cut left. Not for the window's thread: each step waits.
    """

    too_long, died = TOO_LONG, DIED

    def __init__(self, command: tuple[str, ...], shop_file: Path) -> None:
        self._command, self._shop_file = command, shop_file
        self._kept: tuple[Path, Callable[[], object]] | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        """End what is being read; whoever waits for it hears `STOPPED`. From any thread."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()

    def close(self) -> None:
        """Nothing of the file stays behind."""
        self.stop()
        if self._kept is not None:
            self._kept[1]()
            self._kept = None

    @property
    def folder(self) -> Path:
        """Where what was read waits; gone with this reader, or with the program."""
        if self._kept is None:
            made = passing.place(self._shop_file)
            self._kept = made, finalize(self, rmtree, made, ignore_errors=True)
        return self._kept[0]

    def ask(self, asked: dict[str, Any], seconds: float) -> None:
        """Have the child do something; raises Refused with its sentence, or when it dies, is stopped, takes longer."""
        (self.folder / child.ASKED).write_text(json.dumps(asked), encoding="utf-8")
        (self.folder / child.SAID).unlink(missing_ok=True)
        command = (*self._command, "--read-file", str(self.folder))
        quiet = subprocess.DEVNULL
        no_console: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, creationflags=no_console)
        self._process = process
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Refused(self.too_long) from None
        finally:
            process.kill()
            process.wait()
        stopped, self._process = self._process is None, None
        if stopped:
            raise Refused(STOPPED)
        if code == child.REFUSED:
            raise Refused((self.folder / child.SAID).read_text(encoding="utf-8"))
        if code != child.DONE:
            raise Refused(self.died)


class Reader(Apart):
    """Reads one file of people after the other."""

    def __init__(
        self, command: tuple[str, ...], shop_file: Path, limits: tuple[float, float] = (LOOK_SECONDS, PLAN_SECONDS)
    ) -> None:
        super().__init__(command, shop_file)
        self._limits = limits
        self._glance: Glance | None = None

    def look(self, path: Path, encoding: str = "") -> Glance:
        """What the file is; raises Refused with a sentence for anything that can't be read."""
        self.ask({"do": "look", "path": str(path), "encoding": encoding}, self._limits[0])
        kept = json.loads((self.folder / child.LOOKED).read_text(encoding="utf-8"))
        self._glance = Glance(
            file=kept["file"], shape=spooling.read_shape(kept["shape"]), cards=kept["cards"], count=kept["count"],
            header=tuple(kept["header"]), rows=tuple(map(tuple, kept["rows"])), refused=len(kept["refused"]),
            order=DayOrder(kept["order"]) if kept["order"] else None, example=kept["example"],
        )  # fmt: skip
        return self._glance

    def note_known(self, page: Iterable[Known], *, first: bool = False) -> None:
        """Some of the people who are here, for `plan` to hold the file against; the `first` ones begin anew."""
        with (self.folder / child.KNOWN).open("w" if first else "a", encoding="ascii") as file:
            file.writelines(f"{spooling.known_line(one)}\n" for one in page)

    def note_numbers(self, numbers: dict[str, int]) -> None:
        """Whose each number in the other program is."""
        (self.folder / child.NUMBERS).write_text(json.dumps(numbers), encoding="utf-8")

    def plan(self, shape: Shape, order: DayOrder | None, country: Country) -> Preview:
        """What would become of each row; raises Refused as `looking.answered` does."""
        glance = self._glance
        assert glance is not None
        example = glance.example if glance.order is None else ""
        asked = {"do": "plan", "shape": spooling.shape_of(shape), "order": order, "example": example}
        try:
            self.ask({**asked, "country": country.key}, self._limits[1])
        finally:
            (self.folder / child.KNOWN).unlink(missing_ok=True)  # all our people: no longer than needed
        outlook = spooling.read_outlook(json.loads((self.folder / child.OUTLOOK).read_text(encoding="utf-8")))
        return Preview(
            file=glance.file, shape=shape.name, source=shape.key or "file", plans=Spooled(self.folder / child.PLANS),
            outlook=outlook,
        )  # fmt: skip
