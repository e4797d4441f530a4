"""What the owner's window and the first start share: the till, the lanes, and how a change is made and taken up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from counter.desk.find import Finder
from counter.desk.till import Till
from counter.errors import DiskFault, FieldRefused, Known
from counter.lanes import Lanes
from counter.office import boundaries, catalogue, shop, staff
from counter.office.change import Change
from counter.records.about import VERSION, About
from counter.records.entries import Saved
from counter.records.gestures import Boundary
from counter.ui.texts import counter as words
from counter.ui.unsure import Unsure

Then = Callable[[Any], None]


def _at_once(then: Callable[[], None], _failed: Then) -> None:
    """Where nobody makes backups."""
    then()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerErrands:
    """Steps on lanes. `starter` is the text of the catalogue that came with the program.

    Asking the system for its printers may take seconds. `reports` is the folder of the weekly reports, `families` are
    the fonts that paper is set in; `themes` is the text of the themes that came with the program. `program` starts this
    program once more; `finder` is the counter's index of names.
    `backed_up(then, failed)` calls `then` once a backup stands that holds everything up to now.
    `came_boundaries` are those that came with the program; `page_parts` reads the texts that the page for the shop's
    own web space is made of.
    """

    lanes: Lanes
    till: Till
    starter: str
    system_printers: Callable[[], tuple[str, ...]]
    reports: Path = Path("reports")
    families: tuple[str, ...] = ()
    themes: str = ""
    came_boundaries: Mapping[str, Boundary] = field(default_factory=dict)
    program: tuple[str, ...] = ()
    finder: Finder | None = None
    page_parts: Callable[[], Mapping[str, str]] = dict
    about: Callable[[], About] = partial(About, version=VERSION, data="")
    backed_up: Callable[[Callable[[], None], Then], None] = _at_once
    unsure: Unsure = field(default_factory=Unsure)

    @property
    def shop_file(self) -> Path:
        """The shop's file; what is its own lies beside it."""
        return Path(self.till.database.database)

    def ask(self, work: Callable[[], Any], then: Then, failed: Then) -> None:
        """A question on the database lane."""
        self.lanes.database(work, then, failed)

    def change(self, use_case: Callable[..., Saved], answers: tuple[Then, Then], *what: object) -> None:
        """A use case that saves, given an operation; `answers` are called when it is done and when it is not.

        It is a new one, but for what the disk refused a moment ago. What is on its way is not asked for again.
        """
        then, failed = answers
        wish = (use_case, what)
        if self.unsure.is_going(wish):
            return
        op = self.unsure.begun(wish, self.till.now)
        done, refused = partial(self._done, wish, then), partial(self._refused, (wish, op), failed)
        self.lanes.database(partial(self._do, op, use_case, *what), done, refused)

    def stamp(self, op: str = "") -> Change:
        """Who changes something, and when; a new operation each time unless one is given."""
        till = self.till
        op = op or uuid4().hex
        return Change(database=till.database, op=op, at=till.now, day=till.today, staff_id=till.staff_id)

    def _done(self, wish: object, then: Then, saved: Saved) -> None:
        self.unsure.answered(wish)
        then(saved)

    def _refused(self, what: tuple[object, str], failed: Then, fault: Exception) -> None:
        self.unsure.answered(what[0])
        if isinstance(fault, DiskFault):
            self.unsure.refused(*what, self.till.now)
        failed(fault)

    def _do(self, op: str, use_case: Callable[..., Saved], *what: object) -> Saved:
        saved = use_case(self.stamp(op), *what)
        self._take_up()
        return saved

    def _take_up(self) -> None:
        """What the counter goes by from now on; on the database lane, where it is read."""
        till, settings = self.till, shop.load()
        made = catalogue.load(self.starter, settings.coffee)
        till.boundaries = boundaries.load(self.came_boundaries or till.boundaries)
        before = (till.catalogue, till.settings.giving(), till.settings.seed)
        if before != (made, settings.giving(), settings.seed):
            till.engine = catalogue.renewed(till.engine, made, settings)
        till.settings, till.catalogue = settings, made
        here = [one.id for one in staff.everybody() if one.active]
        if till.staff_id not in here:
            till.staff_id = here[0] if here else None


def told(fault: Exception) -> tuple[str, str]:
    """What to say of a fault, and beside which field (none: at the foot)."""
    field = fault.field if isinstance(fault, FieldRefused) else ""
    return (fault.sentence if isinstance(fault, Known) else words.PROGRAM_FAULT), field
