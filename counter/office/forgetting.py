"""Forgetting a customer who asks for it: erased, or made anonymous with counts kept; and again after a restore.

That somebody was forgotten stands beside the shop's file as well, by a mark that tells nothing about who: a backup from
before does not know of it.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from counter.errors import Refused, Unavailable
from counter.models import chairs, forgetting, journal, people
from counter.models.database import ShopDatabase
from counter.models.journal import Stamp, Writer
from counter.office.change import Change
from counter.page.spool import FOLDER
from counter.records.entries import EntryKind, Saved
from counter.records.when import say_count

LIST, REPORTS = "forgotten.json", "reports"
SENTENCE = {
    "erase": "Somebody was erased. Nothing about them is left.",
    "anonymous": "Somebody was made anonymous. Their visits still count, of nobody.",
}


class Way(StrEnum):
    """How somebody is forgotten."""

    ERASE = "erase"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class _Mark:
    """One line of the list: an id, and a hash by which it is known again as that very person."""

    id: int
    mark: str
    day: str
    way: Way


def forget(change: Change, customer_id: int, way: Way) -> Saved:
    """Forget them for good; it can't be undone. Raises Refused while they wait for an order, Unavailable.

    First the list beside the file is on disk, then the file: after a power cut the next start does the rest.
    """
    done = journal.already(change.op)
    if done is not None:
        return Saved(entry_id=done.id, customer_id=None, sentence=done.sentence)
    from counter.office import tablet_in  # each start looks for names to forget again, and seldom finds one

    waiting_words = replace(change, op=f"{change.op} answers")  # what they just told the tablet goes with them
    tablet_in.fetch(waiting_words, Path(change.database.database).with_name(FOLDER), os.urandom)
    ids = forgetting.whole_person(customer_id)
    if not ids:
        raise Refused("Nobody is here by that number any more.")
    waiting = forgetting.open_orders(ids)
    if waiting:
        raise Refused(f"{say_count(waiting, 'order')} of theirs is not collected yet. Finish or cancel it first.")
    return forget_all(change, ids, way)


def forget_all(change: Change, ids: tuple[int, ...], way: Way) -> Saved:
    """Forget everybody by these ids, whole persons that wait for nothing, in one go."""
    _keep(change.database, [_mark(one, made, change.day, way) for one, (made, _) in forgetting.made_at(ids).items()])
    staff = next((one.name for one in people.staff() if one.id == change.staff_id), "")
    with journal.atomic(change.database):
        writer = Writer(
            Stamp(op=change.op, kind=EntryKind.SETTING, at=change.at, day=change.day, staff_id=change.staff_id)
        )
        files = _out(change.database, ids, way)
        forgetting.note(ids, change.day, staff)
        writer.close(SENTENCE[way])
    forgetting.scour(change.database)
    _remove(files)
    return Saved(entry_id=writer.entry_id, customer_id=None, sentence=SENTENCE[way])


def again(database: ShopDatabase, today: date) -> int:
    """Forget again whoever a file from an older backup brought back; answers how many. For every start."""
    back: list[_Mark] = []
    listed = {one.id: one for one in _listed(database)}
    here = forgetting.made_at(listed)
    for customer_id, (made, named) in here.items():
        one = listed[customer_id]
        if one == _mark(customer_id, made, date.fromisoformat(one.day), one.way) and (named or one.way is Way.ERASE):
            back.append(one)
    if not back:
        return 0
    files: tuple[Path, ...] = ()
    with journal.atomic(database):
        for way in Way:
            ids = tuple(one.id for one in back if one.way is way)
            files += _out(database, ids, way) if ids else ()
        forgetting.note((one.id for one in back), today, "")
    forgetting.scour(database)
    _remove(files)
    return len(back)


def _out(database: ShopDatabase, ids: tuple[int, ...], way: Way) -> tuple[Path, ...]:
    since = chairs.first_week(ids)
    files = forgetting.blank(ids)
    if way is Way.ERASE:
        forgetting.erase(ids)
    return (*files, *_reports(database, since))


def _reports(database: ShopDatabase, since: date | None) -> tuple[Path, ...]:
    """The weekly reports kept as PDF that may speak of them; each can be made anew, without them."""
    folder = Path(database.database).with_name(REPORTS)
    return tuple(file for file in folder.glob("*.pdf") if since is not None and file.stem[-10:] >= since.isoformat())


def _mark(customer_id: int, made: str, day: date, way: Way) -> _Mark:
    """Ids may be given again after a restore, so when somebody was made belongs to it."""
    return _Mark(customer_id, sha256(f"{customer_id} {made}".encode()).hexdigest(), day.isoformat(), way)


def _path(database: ShopDatabase) -> Path:
    return Path(database.database).with_name(LIST)


def _listed(database: ShopDatabase) -> tuple[_Mark, ...]:
    """Everybody on the list; one that can't be read is as good as none."""
    try:
        kept: Any = json.loads(_path(database).read_text(encoding="utf-8"))
        return tuple(_Mark(int(i), str(mark), str(day), Way(way)) for i, mark, day, way in kept)
    except (OSError, ValueError, TypeError):
        return ()


def _keep(database: ShopDatabase, more: Iterable[_Mark]) -> None:
    """The list with these on it, whole or as it was before."""
    path = _path(database)
    lines = [[one.id, one.mark, one.day, one.way] for one in (*_listed(database), *more)]
    part = path.with_suffix(".part")
    try:
        if path.exists() and not _listed(database):
            path.replace(path.with_suffix(".damaged"))  # what can't be read now may be readable by somebody
        with part.open("w", encoding="utf-8") as file:
            json.dump(lines, file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as fault:
        raise Unavailable(f"The folder {path.parent} can't be written, so nobody was forgotten. Try again.") from fault


def _remove(files: Iterable[Path]) -> None:
    """Slips that were kept as PDF; one that is gone or held open elsewhere stops nothing."""
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError:
            continue
