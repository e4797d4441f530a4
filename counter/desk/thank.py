"""The slip: stored with its code and put into the print queue before anything is sent."""
from dataclasses import dataclass

from counter.desk import credit
from counter.desk.composing import WITH_LINE, SlipWish, compose, line_of, lines_for, orders_on_paper, wording_of
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.errors import Refused
from counter.models import printing, shop, things
from counter.models.journal import Writer
from counter.models.tables_counter import SlipRow
from counter.records.entries import ComplaintState, EntryKind, Saved
from counter.records.slip_text import slip_to_text
from counter.records.slips import PrinterWay, Slip, SlipKind
from counter.voice import codes

LINES_SHOWN = 4
PREVIEW_CODE = "00000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipChoices:
    """What may be chosen now, the usual first; `lined` are the kinds on which one of `lines` stands."""

    kinds: tuple[SlipKind, ...]
    lined: frozenset[SlipKind]
    lines: tuple[str, ...]
    languages: tuple[tuple[str, str], ...]
    preview: Slip


def choices(till: Till, customer_id: int, wish: SlipWish) -> SlipChoices:
    """Kinds that make sense now, lines that would be true today, languages, and the slip as it would print."""
    wording = wording_of(till, customer_id, wish)
    own = till.settings.language
    languages = {wording.language: wording.name} | {k: till.wordings[k].name for k in (own, "en") if k in till.wordings}
    return SlipChoices(
        kinds=_kinds(till, customer_id),
        lined=WITH_LINE,
        lines=tuple(line.text for line in lines_for(till, customer_id, wording)[:LINES_SHOWN]),
        languages=tuple(languages.items()),
        preview=compose(till, customer_id, wish, PREVIEW_CODE),
    )


def slip(till: Till, op: str, customer_id: int, wish: SlipWish) -> Saved:
    """Make the slip, keep it, and put it into the queue of the shop's printer."""
    printer_id = _printer(till)

    def write(writer: Writer) -> Done:
        code = codes.new_code(till.random_bytes)
        made = compose(till, customer_id, wish, code)
        slip_id = writer.insert(
            SlipRow, customer_id=customer_id, visit_id=writer.visit_id, code=code, kind=made.kind.value,
            language=made.language, line=line_of(till, customer_id, wish), content=slip_to_text(made), made_at=till.now,
        )
        printing.put_in(slip_id, printer_id, till.now)
        if made.ours:
            printing.put_in(slip_id, printer_id, till.now, ours=True)
        writer.about(SlipRow, slip_id)
        whose = f"{name_of(till.customer(customer_id))}'s slip"
        where = f"{_where(printer_id)}, with a copy for the shop" if made.ours else _where(printer_id)
        return Done(f"{whose} {where}: {codes.show(code)}.", slip_id)

    return save(till, Doing(op=op, kind=EntryKind.SLIP, customer_id=customer_id), write)


def reprint(till: Till, op: str) -> Saved:
    """The last slip once more, with the same code; receipts say that they are a copy."""
    last = things.last_slip()
    if last is None or last.content == "{}":
        raise Refused("No slip was made yet.")

    def write(writer: Writer) -> Done:
        printing.put_in(last.id, _printer(till), till.now, copy=True)
        whose = name_of(till.customer(last.customer_id)) if last.customer_id else "someone"
        return Done(f"Printed again, the slip of {whose}: {codes.show(last.code)}.", last.id)

    return save(till, Doing(op=op, kind=EntryKind.SETTING, customer_id=last.customer_id, visits=False), write)


def _kinds(till: Till, customer_id: int) -> tuple[SlipKind, ...]:
    """The kinds that have something to say, what happened today in front."""
    kinds = [SlipKind.THANK_YOU]
    waiting = [c for c in things.of_person("complaint", customer_id) if c.state is ComplaintState.PUT_RIGHT]
    back = [r for r in things.of_person("return_case", customer_id) if r.day == till.today]
    if waiting:
        kinds.insert(0, SlipKind.APOLOGY)
    if back:
        kinds.append(SlipKind.RETURN_RECEIPT)
    if credit.balance(till, customer_id) > 0:
        kinds.append(SlipKind.CREDIT_NOTE)
    orders = orders_on_paper(customer_id)
    if orders:
        kinds.append(SlipKind.ORDER_SLIP)
    if any(o.deposit for o in orders):
        kinds.append(SlipKind.DEPOSIT_RECEIPT)
    return tuple(kinds)


def _where(printer_id: int) -> str:
    """Where a slip goes, in words."""
    kept = any(p.id == printer_id and p.way is PrinterWay.PDF for p in shop.printers())
    return "is kept as a PDF" if kept else "goes to the printer"


def _printer(till: Till) -> int:
    found = [p.id for p in shop.printers()]
    if not found:
        raise Refused("No printer is set up. The owner's window, F10, has a page for it.")
    return till.settings.printer_id if till.settings.printer_id in found else found[0]
