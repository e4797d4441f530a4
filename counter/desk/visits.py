"""Here today, and what holds today."""
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.models import people, shop
from counter.models.journal import Writer
from counter.models.tables_people import VisitRow
from counter.records.entries import EntryKind, Saved

WEATHER = frozenset({"rain", "heat", "cold", "holiday"})


def here(till: Till, op: str, customer_id: int) -> Saved:
    """The person was here today, nothing more."""

    def write(writer: Writer) -> Done:
        return Done(f"{name_of(till.customer(customer_id))} was here today.")

    return save(till, Doing(op=op, kind=EntryKind.VISIT, customer_id=customer_id), write)


def set_circumstances(till: Till, op: str, customer_id: int | None, names: frozenset[str]) -> Saved:
    """Weather and holidays hold for the day, the rest for this visit. A chip alone makes no visit: it waits for one."""
    weather = names & WEATHER

    def write(writer: Writer) -> Done:
        shop.set_day_circumstances(till.today, weather)
        if customer_id is not None:
            visit_id = writer.visit(customer_id)
            writer.for_whom(customer_id, visit_id)
            writer.update(VisitRow, visit_id, circumstances=names - WEATHER)
        return Done("")

    return save(till, Doing(op=op, kind=EntryKind.CIRCUMSTANCE, visits=False), write)


def circumstances(till: Till, customer_id: int) -> frozenset[str]:
    """Everything that is ticked for this person now."""
    visit = people.visit_on(customer_id, till.today)
    return shop.day_circumstances(till.today) | (visit.circumstances if visit else frozenset())
