"""What clients ask us to make: promised, moved, made, collected; or declined, or cancelled."""
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from counter import orders as rules
from counter.demo import papers, tasks
from counter.demo.world import Case, Course, Person, Step, World
from counter.models.tables_counter import CreditRow, OrderRow
from counter.records.entries import DepositFate, EntryKind, Order, OrderState, Promise
from counter.records.orders import Ending
from counter.records.slips import ForPaper
from counter.slips import receipts

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ONLY_ASKED, CANCELLED, MOVED, LATE, DEARER, ON_PAPER = 0.15, 0.06, 0.15, 0.08, 0.06, 0.5
FATES = (DepositFate.RETURNED, DepositFate.STORE_CREDIT)


@dataclass(frozen=True, slots=True)
class Asked:
    """The promised moment (None: only asked for), what becomes of it, and whether there is a deposit in any case."""

    due: datetime | None
    course: Course = ()
    paid_ahead: bool = False


def take(world: World, person: Person, at: datetime, asked: Asked | None = None) -> None:
    """One order from the first word on."""
    asked = asked or _usual(world, at)
    wish = world.draw("orders")
    while asked.paid_ahead and not wish["deposit"]:
        wish = world.draw("orders")
    agreed = asked.due is not None
    writer = world.open(EntryKind.ORDER, person, at)
    now = Order(
        id=0, customer_id=person.id, spec=wish["spec"], price=wish["price"] if agreed else None, final_price=None,
        deposit=wish["deposit"] or None if agreed else None,
        state=OrderState.AGREED if agreed else OrderState.REQUESTED, deposit_fate=DepositFate.NONE, reason="",
        promises=(Promise(due=asked.due, made_at=at),) if asked.due else (), collected_at=None, created_at=at,
    )
    names = [name for name in now.__dataclass_fields__ if name != "id" and getattr(now, name) is not None]
    row = writer.insert(OrderRow, due=now.due, **{name: getattr(now, name) for name in names})
    writer.close(f"Order saved for {person.called}.", row)
    case = Case(person, row, now)
    if agreed and world.chance(ON_PAPER):
        world.later(at + timedelta(minutes=1), _paper, case)
    world.follow(case, asked.course)


def agree(world: World, case: Case, at: datetime) -> None:
    """Price and day are agreed."""
    price = 100 * world.random.randint(15, 90)
    due = world.hours.within(at + world.random.randint(2, 8) * DAY)
    writer = world.change(case, EntryKind.ORDER_STATE, at, rules.agree(case.now, price, due, at))
    writer.close(f"Agreed with {case.person.called}.", case.row)
    world.follow(case, made(world, due))


def move_on(world: World, case: Case, at: datetime) -> None:
    """The promise moves by a day or two."""
    move_to(world.hours.within((case.now.due or at) + world.random.choice((1, 1, 2)) * DAY), world, case, at)


def move_to(due: datetime, world: World, case: Case, at: datetime) -> None:
    """The promise moves; the old one is kept."""
    writer = world.change(case, EntryKind.ORDER_MOVED, at, rules.promise_again(case.now, due, at))
    writer.close(f"Promised anew to {case.person.called}. {world.draw('moved_because')}", case.row)


def start(world: World, case: Case, at: datetime) -> None:
    """It is being made."""
    writer = world.change(case, EntryKind.ORDER_STATE, at, rules.move(case.now, OrderState.IN_PROGRESS))
    writer.close(f"{case.person.called}'s order is being made.", case.row)


def finish(world: World, case: Case, at: datetime) -> None:
    """It is ready."""
    writer = world.change(case, EntryKind.ORDER_STATE, at, rules.move(case.now, OrderState.READY))
    writer.close(f"{case.person.called}'s order is ready to collect.", case.row)


def collect(world: World, case: Case, at: datetime) -> None:
    """They have it, and we shall ask how it was."""
    case.person.ticked = frozenset()
    dearer = round((case.now.price or 0) * 1.1) if world.chance(DEARER) else None
    now = rules.collect(case.now, at, dearer or None)
    ask = rules.follow_up(now, world.hours.day(at), world.settings.orders)
    writer = world.change(case, EntryKind.ORDER_STATE, at, now, visits=True)
    tasks.promise(world, writer, case.person, ask)
    writer.close(f"Collected by {case.person.called}.", case.row)


def decline(world: World, case: Case, at: datetime) -> None:
    """We can't make it."""
    _end(world, case, at, (OrderState.DECLINED, world.draw("order_declined_because")))


def cancel(world: World, case: Case, at: datetime) -> None:
    """They don't want it any more."""
    _end(world, case, at, (OrderState.CANCELLED, world.draw("cancelled_because")))


def made(world: World, due: datetime) -> Course:
    """Begun the day before, ready in time or a day late, and collected soon after."""
    random, begun, moved = world.random, due - 22 * HOUR, world.chance(MOVED)
    ready = due + random.randint(2, 26) * HOUR if world.chance(LATE) else due - random.randint(0, 3) * HOUR
    ready += DAY if moved else timedelta()
    steps: list[tuple[datetime, Step]] = [(begun, start)]
    if moved:
        steps.append((begun + HOUR, move_on))
    return (*steps, (ready, finish), (max(ready, due) + random.randint(1, 30) * HOUR, collect))


def _usual(world: World, at: datetime) -> Asked:
    if world.chance(ONLY_ASKED):
        when = at + world.random.randint(4, 50) * HOUR
        return Asked(None, ((when, world.draw("answers to what is asked", (agree, agree, agree, decline))),))
    due = world.hours.within(at + world.random.randint(2, 12) * DAY)
    if world.chance(CANCELLED):
        return Asked(due, ((at + 20 * HOUR, cancel),))
    return Asked(due, made(world, due))


def _end(world: World, case: Case, at: datetime, what: tuple[OrderState, str]) -> None:
    to, reason = what
    ending = Ending(reason, world.draw("fates", FATES) if case.now.deposit else DepositFate.NONE)
    now = rules.end(case.now, to, ending, world.settings.money)
    writer = world.change(case, EntryKind.ORDER_STATE, at, now)
    credit = rules.credit_from(now)
    if credit:
        writer.insert(CreditRow, customer_id=case.person.id, amount=credit, why=now.spec[:200], at=at)
        case.person.credit += credit
    writer.close(f"{case.person.called}'s order is {to.value}.", case.row)


def _paper(world: World, case: Case, at: datetime) -> None:
    """An order slip, or a receipt for the deposit."""
    now: Any = case.now
    frame = papers.frame(world, case.person, world.hours.day(at))
    paper = receipts.OrderPaper(
        spec=ForPaper(now.spec), money=world.settings.money, name=ForPaper(case.person.spoken), price=now.price,
        deposit=now.deposit, promised=world.hours.local(now.due),
    )
    for_deposit = bool(now.deposit) and world.draw("order papers", (True, False))
    compose = receipts.compose_deposit_receipt if for_deposit else receipts.compose_order_slip
    papers.hand_out(world, case.person, at, compose(frame, paper))
