"""Ways to paper: set up, corrected, made the usual one, tried with a slip for nobody."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path

from counter.errors import FieldRefused, Refused
from counter.models import printing, shop
from counter.models.journal import Writer
from counter.models.tables_counter import SlipRow
from counter.models.tables_people import CustomerRow
from counter.models.tables_shop import PrinterRow
from counter.office import shop as settings_kept
from counter.office.change import Change, Told
from counter.office.change import save as save_change
from counter.office.sample import CODE, trial
from counter.office.saying import apart
from counter.office.usual import usual as usual
from counter.printing.ways import plugged_in, warning_of, way_to
from counter.records.cleaning import clean_line
from counter.records.entries import Saved
from counter.records.printers import FoundPrinter
from counter.records.slip_text import slip_to_text
from counter.records.slips import PAPERS, Printer, PrinterWay
from counter.slips.wording import Wording

TRIED = "test"


def every() -> tuple[Printer, ...]:
    """All that are set up."""
    return shop.printers()


def found() -> tuple[FoundPrinter, ...]:
    """What is plugged into this PC; the system's own queues are asked elsewhere, for that may take seconds."""
    return plugged_in()


def warning(printer: Printer) -> str:
    """What is worth knowing of a way that works but slowly; empty also for one that names no printer."""
    try:
        return warning_of(printer)
    except Refused:
        return ""


def save(change: Change, printer: Printer) -> Saved:
    """A new printer (id 0) or a corrected one; raises FieldRefused."""
    wanted = _checked(printer)

    def write(writer: Writer) -> Told:
        row = wanted.id or add(wanted)
        values = {"name": wanted.name, "way": wanted.way.value, "target": wanted.target, "paper": wanted.paper}
        writer.update(PrinterRow, row, **values, options=asdict(wanted.roll), active=True)
        sentence = f"{apart(wanted.name)} is set up. A test slip shows whether it prints."
        return Told(sentence=sentence, table=PrinterRow, row=row)

    return save_change(change, write)


def add(printer: Printer) -> int:
    """A row that is not in use yet: undo has something to go back to."""
    row = shop.add_printer(printer.name, printer.way.value, printer.target, printer.paper)
    PrinterRow.update(active=False).where(PrinterRow.id == row).execute()
    return row


def make_usual(change: Change, printer_id: int) -> Saved:
    """Slips go there from now on."""
    printer = _known(printer_id)
    settings = replace(settings_kept.load(), printer_id=printer.id)
    sentence = f"Slips go to {apart(printer.name)} from now on."
    return save_change(change, lambda _writer: settings_kept.put(settings, sentence))


def try_out(change: Change, printer_id: int, wordings: Mapping[str, Wording]) -> Saved:
    """Put a slip for nobody into the printer's queue."""
    printer = _known(printer_id)
    slip = trial(settings_kept.load(), wordings)

    def write(_writer: Writer) -> Told:
        row = _row_for_tests(change, slip_to_text(slip))
        printing.put_in(row, printer.id, change.at)
        return Told(sentence=f"A test slip goes to {apart(printer.name)}.", table=SlipRow, row=row)

    return replace(save_change(change, write), undoable=False)


def _row_for_tests(change: Change, content: str) -> int:
    """The one slip that is for nobody: void, of a customer who is gone, so that nothing counts or finds it."""
    found = SlipRow.get_or_none(SlipRow.code == CODE)
    if found is not None:
        SlipRow.update(content=content).where(SlipRow.id == found.id).execute()
        return int(found.id)
    nobody = CustomerRow.create(name="", unnamed=True, created_at=change.at)
    entry = SlipRow.create(
        customer_id=nobody.id, code=CODE, kind=TRIED, content=content, made_at=change.at, void=True
    )
    return int(entry.id)


def _known(printer_id: int) -> Printer:
    found = next((printer for printer in shop.printers() if printer.id == printer_id), None)
    if found is None:
        raise Refused("That printer is no longer set up.")
    return found


def _checked(printer: Printer) -> Printer:
    name = clean_line(printer.name, "name")
    target = clean_line(printer.target, "target", 1000)
    if not name:
        raise FieldRefused("name", "Give it a name, like “Counter printer”.")
    if printer.way is PrinterWay.PDF and target and not Path(target).is_absolute():
        raise FieldRefused("target", "Type the whole way to the folder, as in /home/shop/slips or C:\\Slips.")
    if printer.paper not in PAPERS:
        raise FieldRefused("paper", "Choose a paper.")
    return _reachable(replace(printer, name=name, target=target))


def _reachable(printer: Printer) -> Printer:
    """Whether what was typed can name such a printer; whether it answers, a test slip shows."""
    try:
        way_to(printer)
    except Refused as refused:
        raise FieldRefused("target", refused.sentence) from None
    return printer
