"""Taking back what the owner changed today, newest first; the counter's own undo never does it."""

import json
from base64 import b64decode
from collections.abc import Callable
from typing import Any

from counter.errors import Refused
from counter.models import journal, shop
from counter.models.journal import Writer
from counter.models.tables_people import EntryRow
from counter.office import boundaries, catalogue, inbox, report_decisions
from counter.office.change import Change, Told, save
from counter.office.owners_entry import MARK
from counter.records.entries import EntryKind, Saved


def last(change: Change) -> Saved:
    """The newest change; raises Refused when there is none of today, or something was built on it since."""
    entry = _newest(change)
    if entry is None:
        raise Refused("Nothing was changed here today that can be taken back.")
    if entry.kind in MADE_HERE and len(journal.entries_about(entry.thing, entry.thing_id)) > 1:
        raise Refused("More was done about this at the counter since, so it stays.")

    def write(writer: Writer) -> Told:
        writer.take_back(entry.id)
        if entry.thing in PUT_BACK:
            PUT_BACK[entry.thing](json.loads(entry.detail))
        return Told(sentence=f"Undone: {entry.sentence}", table=EntryRow, row=entry.id)

    return save(change, write)


def _newest(change: Change) -> EntryRow | None:
    E = EntryRow
    mine = (E.kind == EntryKind.SETTING.value) & E.customer_id.is_null() & (E.day == change.day)
    standing = E.undone_by.is_null() & E.undoes.is_null()
    owners = (mine & E.thing.in_(UNDOABLE)) | (E.op_id.startswith(MARK) & (E.day == change.day))
    found: EntryRow | None = E.select().where(owners, standing).order_by(E.id.desc()).first()
    return found


def _put_setting(before: Any) -> None:
    shop.save_setting(*before)


def _put_gesture(before: Any) -> None:
    key, text, active, own = before
    catalogue.put_back(key, text, active=active, own=own)


def _put_logo(before: Any) -> None:
    shop.save_logo(b64decode(before) if before else None)


PUT_BACK: dict[str, Callable[[Any], None]] = {
    "setting": _put_setting,
    "gesture": _put_gesture,
    "boundary": boundaries.put_back,
    "logo": _put_logo,
    "report": report_decisions.put_back,
    "anonymous_answer": inbox.put_back,
}
MADE_HERE = ("complaint", "compliment")
UNDOABLE = (*PUT_BACK, "line", "staff", "printer")
