"""Fills an empty shop file with made-up people and their last year."""
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from counter.models import shop
from counter.models.database import ShopDatabase
from counter.models.tables_counter import ComplaintRow, OrderRow
from counter.models.tables_people import ContactRow, CustomerRow, DateRow, EntryRow, FactRow, StaffRow, VisitRow
from counter.records.entries import ComplaintState, EntryKind, OrderState, Promise, Severity
from counter.records.people import ContactKind, FactKind, Role, Source
from counter.records.phones import digits
from counter.settings import Settings

YEAR = 365
OFTEN = 40


@dataclass(frozen=True, slots=True)
class Pools:
    """The texts to draw from, as `resources/demo` has them."""

    cultures: list[dict[str, Any]]
    people: Mapping[str, Any]
    shop: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """How many people, from which seed, up to which day."""

    customers: int
    seed: int
    today: date


def make(database: ShopDatabase, pools: Pools, plan: Plan) -> None:
    """The same plan gives the same shop, in one transaction."""
    random = Random(plan.seed)  # noqa: S311 - made-up people, no secret
    with database.atomic():
        settings = Settings(
            shop_name="Blue Door Bakery", phone="020 7946 0142", mail="hello@bluedoor.example", set_up=True,
            seed=plan.seed,
        )
        shop.save_setting("shop", settings.to_text())
        shop.add_printer("Slips as PDF", "pdf", "", "roll58")
        for member in pools.shop["staff"]:
            StaffRow.create(name=member["name"], role=Role(member["role"]), active=True)
        for _ in range(plan.customers):
            _person(random, pools, plan)


def _person(random: Random, pools: Pools, plan: Plan) -> None:
    culture = random.choices(pools.cultures, [c["weight"] for c in pools.cultures])[0]
    given, name = _name(random, culture)
    called = culture["called"].get(given, "") if random.random() < 0.5 else ""
    since = plan.today - timedelta(days=random.randrange(1, YEAR))
    person = CustomerRow.create(
        name=name, called=called, pronunciation=culture["say"].get(called or given, ""),
        language=culture["language"], created_at=_at(since, random),
    )
    if random.random() < 0.6:
        phone = random.choice(pools.shop["phones"]).format(
            n3=f"{random.randrange(1000):03d}", n4=f"{random.randrange(10000):04d}"
        )
        ContactRow.create(customer_id=person.id, kind=ContactKind.PHONE, value=phone, digits=digits(phone))
    _facts(random, pools, person.id, since)
    _visits(random, person.id, since, plan.today)
    if random.random() < 0.04:
        _complaint(random, pools, person.id, plan.today)
    if random.random() < 0.05:
        _order(random, pools, person.id, plan.today)


def _name(random: Random, culture: dict[str, Any]) -> tuple[str, str]:
    side = random.choice(("women", "men"))
    given = random.choice(culture[side])
    family = random.choice(culture[f"family_{side}"])
    return given, f"{given} {family}" if culture["order"] == "given_first" else f"{family} {given}"


def _facts(random: Random, pools: Pools, person: int, since: date) -> None:
    drawn = [(FactKind.RECOGNISE, random.choice(pools.people["hooks"]), ())]
    if random.random() < 0.6:
        drawn.append((FactKind.LIKES, random.choice(pools.people["likes"]), ()))
    if random.random() < 0.4:
        drawn.append((FactKind.MATTERS, random.choice(pools.people["matters"]), ()))
    if random.random() < 0.12:
        never = random.choice(pools.people["never"])
        drawn.append((FactKind.NEVER, never["text"], tuple(never["boundaries"])))
    for kind, text, boundaries in drawn:
        source = Source.SAID if random.random() < 0.6 else Source.NOTICED
        fact = FactRow.create(
            customer_id=person, kind=kind, text=text, source=source, boundaries=boundaries,
            staff_id=random.randrange(1, 4), at=_at(since, random),
        )
        _entry(random, (EntryKind.FACT, person, since), "fact", fact.id, text)
    if random.random() < 0.15:
        day = since + timedelta(days=random.randrange(YEAR))
        DateRow.create(
            customer_id=person, label=random.choice(pools.people["date_labels"]), month=day.month,
            day=min(day.day, 28), year=None, source=Source.SAID,
        )


def _visits(random: Random, person: int, since: date, today: date) -> None:
    wanted = min(OFTEN, 1 + int(random.paretovariate(0.9)))
    days = {since} | {since + timedelta(days=random.randrange((today - since).days)) for _ in range(wanted)}
    for day in sorted(days):
        visit = VisitRow.create(customer_id=person, day=day, started_at=_at(day, random))
        _entry(random, (EntryKind.VISIT, person, day), "visit", visit.id)


def _complaint(random: Random, pools: Pools, person: int, today: date) -> None:
    told = random.choice(pools.shop["complaints"])
    state = random.choice(tuple(ComplaintState))
    day = today - timedelta(days=random.randrange(1, 6))
    opened, done = _at(day, random), state is not ComplaintState.OPEN
    heard = state in (ComplaintState.TOLD, ComplaintState.NO_CONTACT)
    row = ComplaintRow.create(
        customer_id=person, words=told["words"], theme=told["theme"], severity=Severity(told["severity"]), state=state,
        remedy=told["remedy"] if done else "", cause=told["cause"] if heard else "", opened_at=opened,
        put_right_at=opened if done else None, told_at=opened if heard else None,
        told_how=told["told_how"] if state is ComplaintState.TOLD else "", apology_said=done,
    )
    _entry(random, (EntryKind.COMPLAINT, person, day), "complaint", row.id)


def _order(random: Random, pools: Pools, person: int, today: date) -> None:
    asked = random.choice(pools.shop["orders"])
    state = random.choice((OrderState.AGREED, OrderState.READY, OrderState.COLLECTED))
    day = today - timedelta(days=random.randrange(2, 9))
    made, due = _at(day, random), _at(today + timedelta(days=random.randrange(-1, 4)), random)
    row = OrderRow.create(
        customer_id=person, spec=asked["spec"], price=asked["price"], deposit=asked["deposit"], state=state,
        promises=(Promise(due=due, made_at=made),), due=due, created_at=made,
        collected_at=made if state is OrderState.COLLECTED else None,
    )
    _entry(random, (EntryKind.ORDER, person, day), "order_case", row.id)


def _entry(random: Random, what: tuple[EntryKind, int, date], thing: str, row: int, detail: str = "") -> None:
    kind, person, day = what
    EntryRow.create(
        op_id=f"demo {thing} {row}", kind=kind.value, customer_id=person, staff=random.randrange(1, 4),
        at=_at(day, random), day=day, thing=thing, thing_id=row, detail=detail,
    )


def _at(day: date, random: Random) -> datetime:
    return datetime.combine(day, time(random.randrange(9, 17), random.randrange(60)), UTC)
