"""Queries about the extra gesture: today's suggestion, the budget's use, the log, the rhythm of the shop."""
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from peewee import Case, fn

from counter.models.prepared import Prepared
from counter.models.tables_gestures import GestureEventRow, GivenRow, SuggestionRow
from counter.models.tables_people import ChangeRow, CustomerRow, EntryRow, StaffRow, VisitRow
from counter.records.entries import EntryKind, Visit
from counter.records.gestures import Event, EventKind, Mark, Reaction
from counter.records.giving import Rhythm, Seen

S, G, E = SuggestionRow, GestureEventRow, EntryRow
RHYTHM_DAYS = 28
ENOUGH_DAYS = 5
R = GivenRow
LOGGED_AFTER = Prepared(lambda number: G.select().where(G.number > number).order_by(G.number))
TODAYS = Prepared(lambda who, day: S.live().where(S.customer_id == who, S.day == day).order_by(S.id.desc()).limit(1))
SWAPPED = Prepared(lambda who, day: S.live(S.gesture).where(S.customer_id == who, S.day == day, S.state == "swapped"))
USED = Prepared(
    lambda since: R.live(fn.SUM(R.cost), fn.SUM(R.minutes), fn.SUM(1 - R.restoring)).where(R.day >= since).tuples()
)
LEFT = Prepared(lambda day, why: S.live(S.gesture).where(S.day == day, S.state == "skipped", S.because == why))
NEAR_BY = timedelta(minutes=5)


def suggestion_today(customer_id: int, day: date) -> SuggestionRow | None:
    """The newest suggestion of a person and business day."""
    found: SuggestionRow | None = TODAYS.first(customer_id, day)
    return found


def suggestion(suggestion_id: int) -> SuggestionRow | None:
    """One suggestion."""
    found: SuggestionRow | None = S.live().where(S.id == suggestion_id).first()
    return found


def refused_today(customer_id: int, day: date) -> tuple[str, ...]:
    """Gestures swapped away today."""
    return tuple(row.gesture for row in SWAPPED(customer_id, day))


def left_because(day: date, why: str) -> frozenset[str]:
    """Gestures that were left for a day for that reason, whoever they were for."""
    return frozenset(row.gesture for row in LEFT(day, why))


def used(since: date) -> tuple[int, float, int]:
    """Money and minutes of all gestures since a day; the number of those that made nothing good."""
    money, minutes, count = USED.first(since)
    return int(money or 0), float(minutes or 0.0), int(count or 0)


def add_event(entry_id: int | None, event: Event) -> Event:
    """Put one event into the log; answers it with its number."""
    row = G.create(
        entry_id=entry_id, kind=event.kind.value, day=event.day, customer_id=event.customer, turn=event.turn,
        mark=event.mark, reaction=event.reaction.value if event.reaction else "", undoes=event.undoes,
    )
    return _event(row)


def events_of(entry_id: int) -> tuple[Event, ...]:
    """What an entry put into the log and nothing took back."""
    return _holding(G.select().where(G.entry_id == entry_id))


def events_about_given(given_id: int) -> tuple[Event, ...]:
    """What the log holds of a gesture that was given: that it was, and how it was received."""
    about = E.select(E.id).where(E.thing == GivenRow._meta.table_name, E.thing_id == given_id)
    return _holding(G.select().where(G.entry_id.in_(about), G.kind.in_([EventKind.GIVEN, EventKind.REACTION])))


def event_of_visit(customer_id: int, day: date) -> Event | None:
    """That a person's visit of that day was made, as the log holds it."""
    entries = E.select(E.id).where(E.day == day)
    who = (G.customer_id == customer_id) | (G.customer_id.is_null() & (G.turn == customer_id))
    found = _holding(G.select().where(G.entry_id.in_(entries), G.kind == EventKind.VISIT, who))
    return found[0] if found else None


def events_after(number: int) -> Iterator[Event]:
    """The log from there on."""
    return map(_event, LOGGED_AFTER.each(number))


def visits_between(first: date, last: date) -> tuple[Visit, ...]:
    """Everybody's visits of some days, in the order in which they came."""
    V = VisitRow
    query = V.live(V.id, V.customer_id, V.day, V.started_at, V.circumstances).where(V.day >= first, V.day <= last)
    return tuple(query.order_by(V.day, V.started_at, V.id).objects(Visit))


def visits_touched(entry_id: int) -> tuple[VisitRow, ...]:
    """Visits that an entry made, took away or brought back."""
    changed = ChangeRow.select(ChangeRow.row_id).where(
        ChangeRow.entry_id == entry_id, ChangeRow.table_name == VisitRow._meta.table_name
    )
    return tuple(VisitRow.select().where(VisitRow.id.in_(changed)))


def tick(visit_id: int, names: frozenset[str]) -> None:
    """What was ticked before the visit was made holds for it; it comes and goes with the visit."""
    VisitRow.update(circumstances=names).where(VisitRow.id == visit_id).execute()


def rhythm(now: datetime, today: date, customer_id: int) -> Rhythm:
    """How the counter goes just now beside how it usually does at this hour."""
    ago = (now - timedelta(minutes=10), now - timedelta(hours=1), now - NEAR_BY)
    first = today - timedelta(days=RHYTHM_DAYS)
    recent, then, days, staff, others = RHYTHM.first(*ago, now.strftime("%H"), today, first, customer_id)
    usual = (then or 0) / days / 6 if days >= ENOUGH_DAYS else 0.0
    return Rhythm(recent=int(recent or 0), usual=usual, staff=int(staff), others=bool(others))


def seen_since(since: date, zone: ZoneInfo) -> tuple[Seen, ...]:
    """Every visit since a day, with who gave them a plus one that day."""
    V, C, R = VisitRow, CustomerRow, GivenRow
    about = E.select(E.thing_id, StaffRow.name).join(StaffRow).where(
        E.thing == R._meta.table_name, E.kind == EntryKind.GESTURE, E.day >= since
    )
    by = dict(about.tuples())
    gifts = R.live(R.customer_id, R.day, R.id).where(R.day >= since, R.restoring == 0).order_by(R.id).tuples()
    given = {(customer_id, day): by.get(given_id, "") for customer_id, day, given_id in gifts}
    rows = V.live(V.customer_id, C.name, C.unnamed, V.day, V.started_at).join(C, on=(V.customer_id == C.id))
    return tuple(
        Seen(
            customer_id=who, name=name, unnamed=unnamed, day=day, hour=at.astimezone(zone).hour,
            given=(who, day) in given, by=given.get((who, day), ""),
        )
        for who, name, unnamed, day, at in rows.where(V.day >= since).order_by(V.day).tuples()
    )


def _rhythm(*given: Any) -> Any:
    ten, sixty, five, hour, today, first, who = given
    before = E.day < today
    return E.select(
        fn.SUM(E.at >= ten),
        fn.SUM(before & (fn.SUBSTR(E.at, 12, 2) == hour)),
        fn.COUNT(Case(None, [(before, E.day)]).distinct()),
        fn.COUNT(Case(None, [(E.at >= sixty, E.staff)]).distinct()),
        fn.SUM((E.at >= five) & (E.customer_id != who)),
    ).where(E.day >= first).tuples()


RHYTHM = Prepared(_rhythm)


def _holding(rows: Any) -> tuple[Event, ...]:
    """Those of the log's rows that nothing took back."""
    found = list(rows.order_by(G.number))
    if not found:
        return ()
    undone = {row.undoes for row in G.select(G.undoes).where(G.number > found[0].number, ~G.undoes.is_null())}
    return tuple(_event(row) for row in found if row.number not in undone and row.kind != EventKind.UNDONE)


def _event(row: GestureEventRow) -> Event:
    mark: Mark = row.mark
    return Event(
        number=row.number, kind=EventKind(row.kind), day=row.day, customer=row.customer_id, turn=row.turn, mark=mark,
        reaction=Reaction(row.reaction) if row.reaction else None, undoes=row.undoes,
    )
