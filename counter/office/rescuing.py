"""A shop's file that is damaged at the start: kept aside, the newest whole backup in its place, the rest to check.

What was read of the damaged file waits beside the backups until somebody brings it in or says that it isn't needed.
"""
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from counter.errors import Damaged
from counter.models import backup as files
from counter.models import journal, kept, salvage, salvage_rows, vetting
from counter.models.database import ShopDatabase
from counter.models.tables_people import ChangeRow, CustomerRow
from counter.office import backups, restoring, salvage_kept
from counter.office.backups import Progress, nobody_asks
from counter.office.bringing_back import Bringing
from counter.office.change import Change
from counter.records.backups import Rescued, Salvaged

SCRATCH, REBUILT = "reading.counter", "rebuilt.counter"


def rescue(shop_file: Path, progress: Progress = nobody_asks) -> Rescued:
    """Put the newest whole backup, or what can be read of the damaged file itself, in its place; nothing is deleted.

    Where there is neither, the damaged file is only set aside, and the shop begins with an empty one. Raises
    `Unavailable` when the disk doesn't take it; then all is as it was.
    """
    try:
        backup, weighed = restoring.newest_whole(shop_file, progress)
    except Damaged:
        return _from_itself(shop_file)
    aside = restoring.put_in_place(weighed.prepared, shop_file) or shop_file
    return Rescued(aside=aside, source=backup)


def _from_itself(shop_file: Path) -> Rescued:
    rebuilt = restoring.place_for(shop_file, REBUILT)
    try:
        readable = salvage.rebuild(shop_file, rebuilt.with_name(SCRATCH), rebuilt)
        vetting.inspect(rebuilt)
    except OSError as fault:
        raise files.not_written(fault, rebuilt) from fault
    except Damaged:
        files.drop(rebuilt)
        rebuilt.touch()
        readable = 0
    aside = restoring.put_in_place(rebuilt, shop_file) or shop_file
    return Rescued(aside=aside, source=None, readable=readable)


def look_for_newer(database: ShopDatabase, rescued: Rescued) -> Rescued:
    """Read in the damaged file what the opened backup doesn't hold, and keep it to be brought in; database lane."""
    if rescued.source is None:
        return rescued
    shop_file = Path(database.database)
    scratch = backups.folder_of(shop_file) / SCRATCH
    with suppress(OSError, Damaged, ValueError), salvage.opened(rescued.aside, scratch) as file:
        entries = salvage.newer(file, kept.counter(), _last_change())
        found = Salvaged(
            entries=tuple(replace(one, known=_is_known(one.customer_id)) for one in entries),
            rows=salvage_rows.hanging(file, salvage_rows.newest(database)),
        )
        about = {one.customer_id for one in found.entries} | {row.customer_id for row in found.rows}
        strangers = sorted(who for who in about if not _is_known(who))
        found = replace(found, people={who: salvage_rows.person(file, who) for who in strangers})
        salvage_kept.keep(shop_file, found)
        return replace(rescued, readable=found.count)
    return rescued


def waiting(shop_file: Path) -> Salvaged:
    """What was read and not brought in yet."""
    return salvage_kept.read(shop_file)


def bring_in(change: Change, shop_file: Path) -> tuple[int, tuple[int, ...]]:
    """People, and what hangs on them, stand where they belong; each entry becomes something to do today: to check.

    Answers how much, and the people who were made or can be found by more now. Done twice, it changes nothing
    more.
    """
    found = salvage_kept.read(shop_file)
    bringing = Bringing(change, found)
    with journal.atomic(change.database):
        for one in found.entries:
            bringing.entry(one)
        for row in found.rows:
            bringing.row(row)
    leave(shop_file)
    return found.count, bringing.touched


def leave(shop_file: Path) -> None:
    """It isn't needed; the damaged file itself stays."""
    salvage_kept.forget(shop_file)


def _is_known(customer_id: int) -> bool:
    return bool(CustomerRow.select().where(CustomerRow.id == customer_id).exists())


def _last_change() -> int:
    row = ChangeRow.select(ChangeRow.id).order_by(ChangeRow.id.desc()).first()
    return int(row.id) if row else 0
