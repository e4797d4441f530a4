"""What every use case at the counter is given, and the one way to save."""
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime

from counter.desk import learning
from counter.errors import DiskFault, Unavailable
from counter.gestures import Catalogue, Engine
from counter.models import journal, people
from counter.models.database import ShopDatabase
from counter.models.journal import Stamp, Writer
from counter.models.tables_people import EntryRow
from counter.records.countries import MoneyStyle
from counter.records.entries import EntryKind, Saved
from counter.records.gestures import Boundary
from counter.records.here import Here
from counter.records.people import Customer
from counter.settings import Settings
from counter.slips.wording import Wording


@dataclass(slots=True, kw_only=True)
class Till:
    """One counter: the open shop file, what the owner set, who stands here, and a clock (aware UTC)."""

    database: ShopDatabase
    settings: Settings
    clock: Callable[[], datetime]
    random_bytes: Callable[[int], bytes]
    catalogue: Catalogue
    engine: Engine
    wordings: Mapping[str, Wording]
    boundaries: Mapping[str, Boundary] = field(default_factory=dict)
    staff_id: int | None = None

    @property
    def now(self) -> datetime:
        """This moment, UTC."""
        return self.clock()

    @property
    def here(self) -> Here:
        """This moment at this shop."""
        return self.settings.here(self.now)

    @property
    def today(self) -> date:
        """The business day."""
        return self.here.today

    @property
    def hour(self) -> int:
        """The hour of the shop's clock."""
        return self.now.astimezone(self.here.zone).hour

    @property
    def money(self) -> MoneyStyle:
        """How amounts are read and said."""
        return self.settings.money

    def customer(self, customer_id: int) -> Customer:
        """The person; raises Unavailable when they are no longer there."""
        found = people.customer(customer_id)
        if found is None:
            raise Unavailable("This person is no longer there. Search again.")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What is about to be saved: the operation, its kind, for whom, and whether it makes a visit."""

    op: str
    kind: EntryKind
    customer_id: int | None = None
    visits: bool = True


@dataclass(frozen=True, slots=True)
class Done:
    """What the writing answers: the sentence for the message bar, and the thing it was about."""

    sentence: str
    thing_id: int | None = None
    warning: str = ""


def save(till: Till, doing: Doing, write: Callable[[Writer], Done]) -> Saved:
    """Write one entry and its rows in one transaction; the same operation again answers what it answered before."""
    with journal.atomic(till.database):
        before = journal.already(doing.op)
        if before is not None:
            return answered(before)
        writer = Writer(_stamp(till, doing))
        visit_id = writer.visit(doing.customer_id) if doing.visits and doing.customer_id else None
        if visit_id is not None and doing.customer_id is not None:
            writer.for_whom(doing.customer_id, visit_id)
        done = write(writer)
        writer.close(done.sentence)
        learning.log_visits(writer, till.hour)
    catch_up(till)
    return Saved(
        entry_id=writer.entry_id, customer_id=writer.customer_id, sentence=done.sentence, warning=done.warning,
        thing_id=done.thing_id,
    )


def answered(entry: EntryRow) -> Saved:
    """What was answered when it was saved."""
    return Saved(
        entry_id=entry.id, customer_id=entry.customer_id, sentence=entry.sentence, thing_id=entry.thing_id
    )


def catch_up(till: Till) -> None:
    """Have the choice of gestures learn from what is on disk; what can't be read now is learnt with the next save."""
    if till.database.in_transaction():
        return
    with suppress(DiskFault):
        till.engine = learning.follow(till.engine)


def _stamp(till: Till, doing: Doing) -> Stamp:
    return Stamp(
        op=doing.op, kind=doing.kind, at=till.now, day=till.today, staff_id=till.staff_id,
        customer_id=doing.customer_id,
    )
