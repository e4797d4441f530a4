"""The first start: settings, logo, who stands at the counter and a printer, all in one step."""

from dataclasses import dataclass, replace

from counter.models import shop
from counter.models.journal import Writer
from counter.models.tables_people import EntryRow, StaffRow
from counter.office import shop as settings_kept
from counter.office.change import Change, Told
from counter.office.change import save as save_change
from counter.office.saying import apart
from counter.office.staff import KEYS
from counter.records.cleaning import clean_line
from counter.records.entries import Saved
from counter.records.people import Role
from counter.records.slips import PrinterWay
from counter.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What was answered: names in the order of their keys, a printer of this PC (empty: slips as PDF), a clean logo."""

    settings: Settings
    staff: tuple[str, ...] = ()
    printer: str = ""
    logo: bytes | None = None


def set_up(change: Change, beginning: Beginning) -> Saved:
    """Keep it all, or nothing; raises FieldRefused. The first name is the owner's."""
    settings_kept.check(beginning.settings)
    names = [name for typed in beginning.staff[:KEYS] if (name := clean_line(typed, "staff"))]

    def write(writer: Writer) -> Told:
        for number, name in enumerate(names):
            role = Role.CASHIER if number else Role.OWNER
            writer.insert(StaffRow, name=name, role=role, active=True)
        settings = replace(beginning.settings, set_up=True, printer_id=_printer(beginning.printer))
        shop.save_setting(settings_kept.NAME, settings.to_text())
        if beginning.logo:
            shop.save_logo(beginning.logo)
        return Told(sentence=f"{apart(settings.shop_name)} is open.", table=EntryRow, row=writer.entry_id)

    return save_change(change, write)


def _printer(name: str) -> int | None:
    return shop.add_printer(name, PrinterWay.SYSTEM.value, name, "roll80") if name else None
