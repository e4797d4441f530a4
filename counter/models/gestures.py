"""Queries about the extra gesture: today's suggestion, the budget's use, the log, the rhythm of the shop."""
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from peewee import fn

from counter.models.tables_gestures import GestureEventRow, GivenRow, SuggestionRow
from counter.models.tables_people import CustomerRow, EntryRow
from counter.records.gestures import Event, EventKind, Mark, Reaction

S = SuggestionRow


def suggestion_today(customer_id: int, day: date) -> SuggestionRow | None:
    """The newest suggestion of a person and business day."""
    found: SuggestionRow | None = (
        S.live().where(S.customer_id == customer_id, S.day == day).order_by(S.id.desc()).first()
    )
    return found


def suggestion(suggestion_id: int) -> SuggestionRow | None:
    """One suggestion."""
    found: SuggestionRow | None = S.live().where(S.id == suggestion_id).first()
    return found


def refused_today(customer_id: int, day: date) -> tuple[str, ...]:
    """Gestures swapped away today."""
    rows = S.live(S.gesture).where(S.customer_id == customer_id, S.day == day, S.state == "swapped")
    return tuple(row.gesture for row in rows)


def used(since: date, *, restoring: bool = False) -> tuple[int, float, int]:
    """Money, minutes and number of gestures given since a day."""
    G = GivenRow
    row = G.live(fn.SUM(G.cost), fn.SUM(G.minutes), fn.COUNT(G.id)).where(G.day >= since, G.restoring == restoring)
    money, minutes, count = row.tuples().first()
    return int(money or 0), float(minutes or 0.0), int(count)


def turn_of(customer_id: int, day: date) -> int:
    """How many people without a name were made that day up to this one."""
    C = CustomerRow
    stamp = f"{day.isoformat()}T00"
    return int(C.select().where(C.unnamed == 1, C.id <= customer_id, C.created_at >= stamp).count())


def add_event(entry_id: int | None, event: Event) -> Event:
    """Put one event into the log; answers it with its number."""
    row = GestureEventRow.create(
        entry_id=entry_id, kind=event.kind.value, day=event.day, customer_id=event.customer, turn=event.turn,
        mark=event.mark, reaction=event.reaction.value if event.reaction else "", undoes=event.undoes,
    )
    return _event(row)


def events_of(entry_id: int) -> tuple[Event, ...]:
    """What an entry put into the log."""
    return tuple(_event(row) for row in GestureEventRow.select().where(GestureEventRow.entry_id == entry_id))


def events_after(number: int) -> Iterator[Event]:
    """The log from there on."""
    rows = GestureEventRow.select().where(GestureEventRow.number > number).order_by(GestureEventRow.number)
    return (_event(row) for row in rows.iterator())


def rhythm(now: datetime, days: int = 28) -> tuple[int, float, int]:
    """Actions of the last ten minutes, the usual ten minutes of this hour, staff seen in the last hour."""
    E = EntryRow
    recent = E.select().where(E.at >= now - timedelta(minutes=10)).count()
    hour = now.strftime("%H")
    then = E.select().where(E.at >= now - timedelta(days=days), fn.SUBSTR(E.at, 12, 2) == hour).count()
    staff = E.select(E.staff).where(E.at >= now - timedelta(hours=1), ~E.staff.is_null()).distinct().count()
    return int(recent), then / days / 6, int(staff)


def _event(row: GestureEventRow) -> Event:
    mark: Mark = row.mark
    return Event(
        number=row.number, kind=EventKind(row.kind), day=row.day, customer=row.customer_id, turn=row.turn, mark=mark,
        reaction=Reaction(row.reaction) if row.reaction else None, undoes=row.undoes,
    )
