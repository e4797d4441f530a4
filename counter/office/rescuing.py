"""A shop's file that is damaged at the start: kept aside, the newest whole backup in its place, the rest to check.

What was read of the damaged file waits beside the backups until somebody brings it in or says that it isn't needed.
"""
import json
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from counter.errors import Damaged
from counter.models import backup as files
from counter.models import journal, kept, salvage, vetting
from counter.models.database import ShopDatabase
from counter.models.journal import Stamp, Writer
from counter.models.tables_counter import FollowUpRow
from counter.models.tables_people import ChangeRow, CustomerRow
from counter.office import backups, restoring
from counter.office.backups import Progress, nobody_asks
from counter.office.change import Change
from counter.records.backups import Rescued, ToCheck
from counter.records.entries import EntryKind

WAITING = "to-check.json"
SCRATCH, REBUILT = "reading.counter", "rebuilt.counter"
LONGEST = 1000


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
    with suppress(OSError, Damaged, ValueError):
        found = salvage.newer(rescued.aside, scratch, kept.counter(), _last_change())
        _keep(shop_file, tuple(replace(one, known=_is_known(one)) for one in found))
        return replace(rescued, readable=len(found))
    return rescued


def waiting(shop_file: Path) -> tuple[ToCheck, ...]:
    """What was read and not brought in yet."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        found: Any = json.loads(_kept(shop_file).read_text(encoding="utf-8"))
        return tuple(ToCheck(**{**one, "at": datetime.fromisoformat(one["at"])}) for one in found)
    return ()


def bring_in(change: Change, shop_file: Path) -> tuple[int, tuple[int, ...]]:
    """Each entry becomes something to do today, for its person: to be checked, entered anew and ticked off.

    Answers how many, and the people made for it. Done twice, it changes nothing more.
    """
    made: dict[int, int] = {}
    found = waiting(shop_file)
    with journal.atomic(change.database):
        for one in found:
            if journal.already(f"check {one.op}") is None:
                _write(change, one, made)
    leave(shop_file)
    return len(found), tuple(made.values())


def leave(shop_file: Path) -> None:
    """It isn't needed; the damaged file itself stays."""
    files.drop(_kept(shop_file))


def _write(change: Change, one: ToCheck, made: dict[int, int]) -> None:
    stamp = Stamp(
        op=f"check {one.op}", kind=EntryKind.FOLLOW_UP, at=change.at, day=change.day, staff_id=change.staff_id
    )
    writer = Writer(stamp)
    who = _person(writer, one, made)
    writer.for_whom(who, None)
    what = f"To check: {one.sentence} {one.words}".strip()[:LONGEST]
    row = writer.insert(FollowUpRow, customer_id=who, what=what, due=change.day)
    writer.about(FollowUpRow, row)
    writer.close(what)


def _person(writer: Writer, one: ToCheck, made: dict[int, int]) -> int:
    """Whom it is about: somebody the backup knew, else somebody new of that name."""
    if one.known:
        return one.customer_id
    if one.customer_id not in made:
        row = writer.insert(CustomerRow, name=one.name, unnamed=not one.name, created_at=writer.stamp.at)
        made[one.customer_id] = row
    return made[one.customer_id]


def _is_known(one: ToCheck) -> bool:
    return bool(CustomerRow.select().where(CustomerRow.id == one.customer_id).exists())


def _last_change() -> int:
    row = ChangeRow.select(ChangeRow.id).order_by(ChangeRow.id.desc()).first()
    return int(row.id) if row else 0


def _keep(shop_file: Path, found: tuple[ToCheck, ...]) -> None:
    if not found:
        return
    text = json.dumps([{**asdict(one), "at": one.at.isoformat()} for one in found], ensure_ascii=False)
    part = _kept(shop_file).with_name(WAITING + ".new")
    with part.open("wb") as file:
        file.write(text.encode())
        files.settle(file)
    part.replace(_kept(shop_file))


def _kept(shop_file: Path) -> Path:
    return backups.folder_of(shop_file) / WAITING
