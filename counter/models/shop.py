"""The shop's own data: settings, staff, catalogue, lines, drafts, printers, and what is kept to start fast."""
from collections.abc import Iterable
from datetime import date, datetime

from peewee import fn

from counter.models.prepared import Prepared
from counter.models.tables_people import StaffRow
from counter.models.tables_shop import (
    BoundaryRow,
    DayCircumstanceRow,
    DraftRow,
    GestureRow,
    KeptRow,
    LineRow,
    LogoRow,
    PrinterRow,
    SettingRow,
)
from counter.records.entries import Draft
from counter.records.people import Role
from counter.records.roll import roll_options
from counter.records.slips import Printer, PrinterWay

OPS = "ops"
"""Beside the fields of a draft: the operations that save it."""
DC, DR = DayCircumstanceRow, DraftRow
HOLDING_ON = Prepared(lambda day: DC.select(DC.name).where(DC.day == day))
EVERY_DRAFT = Prepared(
    lambda: DR.select(DR.form, DR.customer_id, DR.fields, DR.staff_id, DR.at).order_by(DR.at.desc()).tuples()
)


def setting(name: str) -> str | None:
    """A group's JSON text, or None before it was ever saved."""
    row = SettingRow.get_or_none(SettingRow.name == name)
    return row.text if row else None


def save_setting(name: str, text: str) -> None:
    """Keep a group's JSON text."""
    SettingRow.replace(name=name, text=text).execute()


def logo() -> bytes | None:
    """The shop's mark as the file that was given."""
    row = LogoRow.get_or_none()
    return bytes(row.image) if row else None


def save_logo(image: bytes | None) -> None:
    """Keep or take away the mark."""
    LogoRow.delete().execute()
    if image:
        LogoRow.insert(id=1, image=image).execute()


def add_staff(name: str, role: Role) -> int:
    """Somebody new at the counter."""
    return int(StaffRow.insert(name=name, role=role, active=True).execute())


def change_staff(staff_id: int, name: str, *, active: bool) -> None:
    """Another name, or gone from the counter."""
    StaffRow.update(name=name, active=active).where(StaffRow.id == staff_id).execute()


def gesture_texts() -> tuple[tuple[str, str, bool, bool], ...]:
    """The catalogue: key, JSON text, active, the shop's own."""
    G = GestureRow
    return tuple(G.select(G.key, G.text, G.active, G.own).order_by(G.key).tuples())


def gesture_row(key: str) -> tuple[str, bool, bool] | None:
    """One entry of the catalogue that was changed or is the shop's own: JSON text, active, own."""
    row = GestureRow.get_or_none(GestureRow.key == key)
    return (row.text, row.active, row.own) if row else None


def save_gesture(key: str, text: str, *, active: bool, own: bool) -> None:
    """Keep one entry of the catalogue."""
    GestureRow.replace(key=key, text=text, active=active, own=own).execute()


def boundary_rows() -> tuple[tuple[str, str, frozenset[str], int], ...]:
    """The shop's own or changed boundaries: key, label, blocked tags, place in the list."""
    B = BoundaryRow
    return tuple(B.select(B.key, B.label, B.blocks, B.position).order_by(fn.ABS(B.position), B.key).tuples())


def save_boundary(key: str, label: str, blocks: Iterable[str], position: int) -> None:
    """Keep one boundary."""
    BoundaryRow.replace(key=key, label=label, blocks=frozenset(blocks), position=position).execute()


def lines() -> tuple[tuple[int, str, str, str, bool], ...]:
    """The shop's own lines: id, language, occasion, text, active."""
    L = LineRow
    return tuple(L.select(L.id, L.language, L.occasion, L.text, L.active).order_by(L.id).tuples())


def save_line(line_id: int | None, language: str, occasion: str, text: str, *, active: bool = True) -> int:
    """Add or change a line; answers its id."""
    if line_id is None:
        return int(LineRow.insert(language=language, occasion=occasion, text=text, active=active).execute())
    LineRow.update(language=language, occasion=occasion, text=text, active=active).where(
        LineRow.id == line_id
    ).execute()
    return line_id


def day_circumstances(day: date) -> frozenset[str]:
    """What holds for everybody today."""
    return frozenset(row.name for row in HOLDING_ON(day))


def set_day_circumstances(day: date, names: Iterable[str]) -> None:
    """Replace what holds today."""
    D = DayCircumstanceRow
    D.delete().where(D.day == day).execute()
    for name in sorted(names):
        D.insert(day=day, name=name).execute()


def keep_draft(draft: Draft, staff_id: int | None, at: datetime) -> None:
    """Keep what was typed, one for each form and person."""
    drop_draft(draft.form, draft.customer_id)
    fields = draft.fields | ({OPS: "\n".join(draft.ops)} if draft.ops else {})
    DraftRow.insert(
        form=draft.form, customer_id=draft.customer_id, fields=fields, staff_id=staff_id, at=at
    ).execute()


def drop_draft(form: str, customer_id: int | None) -> None:
    """Saved or thrown away."""
    who = DraftRow.customer_id.is_null() if customer_id is None else DraftRow.customer_id == customer_id
    DraftRow.delete().where(DraftRow.form == form, who).execute()


def drop_drafts_before(moment: datetime) -> None:
    """Drafts do not live for ever."""
    DraftRow.delete().where(DraftRow.at < moment).execute()


def drafts() -> tuple[tuple[str, int | None, dict[str, str], int | None, datetime], ...]:
    """Form, person, fields (and `OPS`), staff and moment of every draft, newest first."""
    return tuple(EVERY_DRAFT())


def printers() -> tuple[Printer, ...]:
    """The ways to paper that the shop set up."""
    P = PrinterRow
    rows = P.select(P.id, P.name, P.way, P.target, P.paper, P.options).where(P.active == 1).order_by(P.id).tuples()
    return tuple(
        Printer(id=i, name=n, way=PrinterWay(w), target=t, paper=p, roll=roll_options(o)) for i, n, w, t, p, o in rows
    )


def add_printer(name: str, way: str, target: str, paper: str) -> int:
    """One more way to paper."""
    return int(PrinterRow.insert(name=name, way=way, target=target, paper=paper).execute())


def kept(name: str) -> tuple[int, bytes] | None:
    """Kept bytes and the last entry that they have seen."""
    row = KeptRow.get_or_none(KeptRow.name == name)
    return (row.seen, bytes(row.content)) if row else None


def keep(name: str, seen: int, content: bytes) -> None:
    """Keep bytes for the next start."""
    KeptRow.replace(name=name, seen=seen, content=content).execute()
