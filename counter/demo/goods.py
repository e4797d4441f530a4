"""Goods that come back: with every outcome, with and without a receipt, some long after they were bought."""
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from counter.demo import papers
from counter.demo.world import Person, World
from counter.models.bulk import Row
from counter.models.tables_counter import CreditRow, ReturnRow
from counter.records.entries import EntryKind, ReturnItem, ReturnOutcome
from counter.records.slips import ForPaper
from counter.returns import say_items
from counter.slips import receipts

PAID = frozenset({ReturnOutcome.REFUND, ReturnOutcome.STORE_CREDIT})
OUTCOMES = (
    *(ReturnOutcome.REFUND,) * 5, *(ReturnOutcome.EXCHANGE,) * 3, *(ReturnOutcome.REPLACEMENT,) * 3,
    *(ReturnOutcome.STORE_CREDIT,) * 3, ReturnOutcome.REPAIR, ReturnOutcome.DECLINED,
)
BOUGHT_KNOWN, RECEIPT, LONG_AGO, STOPPED, ON_PAPER = 0.75, 0.45, 0.03, 0.01, 0.5


@dataclass(frozen=True, slots=True)
class Back:
    """What is already settled about a return; the rest is drawn."""

    outcome: ReturnOutcome | None = None
    item: str = ""
    receipt: str = ""


def come_back(world: World, person: Person, at: datetime, back: Back | None = None) -> None:
    """One return, with its credit and perhaps its paper."""
    back = back or Back()
    outcome: ReturnOutcome = back.outcome or world.draw("outcomes", OUTCOMES)
    told = world.draw("repairs" if outcome is ReturnOutcome.REPAIR else "returns")
    items = (ReturnItem(name=back.item or told["item"], quantity=world.random.choice((1, 1, 1, 2, 3, 6))),)
    writer = world.open(EntryKind.RETURN, person, at)
    paid = _price(world, items) if outcome in PAID else None
    columns = _known(world, back, at) | ({"amount": paid} if paid else {})
    if outcome is ReturnOutcome.DECLINED:
        columns["declined_because"] = world.draw("declined_because")
    row = writer.insert(
        ReturnRow, customer_id=person.id, items=items, reason=told["reason"], outcome=outcome.value,
        note=told["note"], stop_selling=world.chance(STOPPED), day=writer.stamp.day, **columns,
    )
    for item in items:
        world.items[item.name] = world.items.get(item.name, 0) + 1
    if outcome is ReturnOutcome.STORE_CREDIT and paid:
        person.credit += paid
        writer.insert(CreditRow, customer_id=person.id, amount=paid, why=say_items(items), at=at)
    writer.close(f"Return saved for {person.called}: {say_items(items)}.", row)
    if outcome is ReturnOutcome.STORE_CREDIT or world.chance(ON_PAPER):
        world.later(at + timedelta(minutes=1), _paper, person, (row, items, outcome))


def _known(world: World, back: Back, at: datetime) -> dict[str, Any]:
    """When it was bought and under which number, as far as anybody knows."""
    day = world.hours.day(at)
    ago = world.random.randrange(370, 500) if world.chance(LONG_AGO) else world.random.randrange(12)
    known: dict[str, Any] = {"bought_on": day - timedelta(days=ago)} if world.chance(BOUGHT_KNOWN) else {}
    if back.receipt or world.chance(RECEIPT):
        known["receipt_number"] = back.receipt or f"B-{world.random.randrange(10_000, 99_999)}"
    return known


def _price(world: World, items: tuple[ReturnItem, ...]) -> int:
    return sum(world.prices[item.name] * item.quantity for item in items)


def _paper(world: World, person: Person, what: tuple[Row, tuple[ReturnItem, ...], ReturnOutcome], at: datetime) -> None:
    """A store-credit note where there is credit, else a return receipt."""
    row, items, outcome = what
    money, name = world.settings.money, ForPaper(person.spoken)
    frame = papers.frame(world, person, world.hours.day(at))
    if outcome is ReturnOutcome.STORE_CREDIT:
        note = receipts.CreditNote(amount=row.columns["amount"], balance=person.credit, money=money, name=name)
        papers.hand_out(world, person, at, receipts.compose_credit_note(frame, note))
        return
    receipt = receipts.ReturnReceipt(
        items=items, outcome=outcome, money=money, amount=row.columns.get("amount"), name=name,
        receipt_number=ForPaper(row.columns.get("receipt_number", "")),
    )
    papers.hand_out(world, person, at, receipts.compose_return_receipt(frame, receipt))
