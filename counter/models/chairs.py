"""What the weekly reports hold of a person who is forgotten: their words in an empty chair, and its card."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from peewee import chunked, fn

from counter.models.tables_counter import ComplaintRow, ComplimentRow, FeedbackRow, SlipRow
from counter.models.tables_people import ChangeRow, CustomerRow, EntryRow, Table
from counter.models.tables_shop import PrintJobRow, ReportRow

_SAID: tuple[type[Table], ...] = (ComplaintRow, ComplimentRow, FeedbackRow)


def card_code(week: date) -> str:
    """Under which the card of a week's chair stands among the slips; its letters make no code of a slip."""
    return f"L{week:%y%m%d}L"


def forget(ids: Iterable[int]) -> tuple[Path, ...]:
    """Their words stand in no chair and on no card any more; answers the cards that lie as PDF somewhere.

    Comes before their words are taken out of the other rows, and runs in the transaction of its caller.
    """
    words = _words(tuple(ids))
    files: tuple[Path, ...] = ()
    for part in chunked(sorted(words), 400):
        weeks = [row.week for row in ReportRow.select(ReportRow.week).where(ReportRow.empty_chair.in_(part))]
        ReportRow.update(empty_chair="").where(ReportRow.week.in_(weeks)).execute()
        for week in weeks:
            files += _forget_card(week)
    return files


def first_week(ids: Iterable[int]) -> date | None:
    """The Monday of the week from which on a report may speak of them; None for nobody."""
    ids = tuple(ids)
    day = EntryRow.select(fn.MIN(EntryRow.day)).where(EntryRow.customer_id.in_(ids)).scalar()
    made = CustomerRow.select(fn.MIN(CustomerRow.created_at)).where(CustomerRow.id.in_(ids)).scalar()
    known = [date.fromisoformat(str(found)[:10]) for found in (day, made) if found]
    first = min(known, default=None)
    return first - timedelta(days=first.weekday()) if first else None


def _words(ids: tuple[int, ...]) -> set[str]:
    """Everything they said, as it stands and as it stood before it was corrected."""
    found: set[str] = set()
    for table in _SAID:
        fields = table._meta.fields
        rows = list(table.select(table.id, fields["words"]).where(fields["customer_id"].in_(ids)).tuples())
        found |= {words for _, words in rows}
        for part in chunked([row_id for row_id, _ in rows], 400):
            changes = ChangeRow.select(ChangeRow.before).where(
                ChangeRow.table_name == table._meta.table_name, ChangeRow.row_id.in_(part),
                ~ChangeRow.before.is_null(),
            )
            found |= {row.before["words"] for row in changes if "words" in row.before}
    return found - {""}


def _forget_card(week: date) -> tuple[Path, ...]:
    card = SlipRow.get_or_none(SlipRow.code == card_code(week))
    if card is None:
        return ()
    jobs = list(PrintJobRow.select().where(PrintJobRow.slip_id == card.id))
    PrintJobRow.delete().where(PrintJobRow.slip_id == card.id).execute()
    SlipRow.update(content="{}").where(SlipRow.id == card.id).execute()
    return tuple(Path(job.place) for job in jobs if job.place.casefold().endswith(".pdf"))
