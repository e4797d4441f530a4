"""Each check does one thing as the counter does it, and says what it saw; raises Known with what was wrong."""
from uuid import uuid4

from counter import outbox
from counter.desk import find, gestures, returns, thank
from counter.desk import open as opening
from counter.desk.composing import SlipWish
from counter.errors import Known
from counter.models import backup, shop, vetting
from counter.paper.paint import whole_raster
from counter.paper.qr import qr_rows
from counter.paper.sheet import Cells
from counter.records.card import SuggestionState
from counter.records.entries import Reason, ReturnOutcome
from counter.records.returns import ReturnForm
from counter.records.slip_text import slip_from_text
from counter.records.slips import Qr
from counter.selftest.bench import Bench

BREAD = ReturnForm(
    items=(("rye bread", "2"),), reason=Reason.NOT_FRESH, outcome=ReturnOutcome.STORE_CREDIT, amount="6"
)


def finds(bench: Bench) -> str:
    """Somebody is found by their name and by a name that was heard wrong, which asks for every part of the search."""
    for person in find.everybody():
        rows = find.candidates(person.name, bench.index.search(person.name))
        if not any(row.name == person.name for row in rows):
            raise Known(f"{person.name} was not found.")
        bench.person_id = bench.person_id or person.id
        misheard = person.name[:1] + person.name[2:]
        if len(misheard) > 8 and any(match.person_id == person.id for match in bench.index.search(misheard)):
            bench.person_id = person.id
            return f"“{misheard}” found {person.name}."
    raise Known("Nobody was found by a name that was heard wrong.")


def takes_back(bench: Bench) -> str:
    """A return is saved, stands in the timeline, and its store credit in the balance."""
    before = opening.card(bench.till, bench.person_id)
    saved = returns.log(bench.till, uuid4().hex, bench.person_id, BREAD)
    card = opening.card(bench.till, bench.person_id)
    if len(card.timeline) <= len(before.timeline) or card.credit <= before.credit:
        raise Known("The return was saved, and is not on the card.")
    return saved.sentence


def suggests(bench: Bench) -> str:
    """An extra is suggested to somebody, with its reason; nobody is asked twice on one day."""
    for person in find.everybody():
        view = gestures.today(bench.till, person.id)
        if view.state is SuggestionState.SUGGESTED:
            if not (view.title and view.because) or gestures.today(bench.till, person.id) != view:
                raise Known(f"The extra for {person.name} has no reason, or is another one when asked again.")
            return f"An extra for {person.name}: {view.title}"
    raise Known("Nobody of all these people was suggested an extra.")


def makes_a_slip(bench: Bench) -> str:
    """A thank-you slip waits in the printer's queue."""
    saved = thank.slip(bench.till, uuid4().hex, bench.person_id, SlipWish())
    (printer, *_) = shop.printers()
    bench.errand = outbox.take_next(printer, bench.till.now)
    if bench.errand is None:
        raise Known("No slip was waiting for the printer.")
    return saved.sentence


def compares_the_code(bench: Bench) -> str:
    """The slip printed to memory: each module of its QR code, as dots, is what the code's own matrix says."""
    errand = _errand(bench)
    outbox.send(errand, bench.printer, bench.fonts)
    slip = slip_from_text(errand.job.content, errand.logo)
    wanted = next((qr_rows(block.content) for block in slip.blocks if isinstance(block, Qr)), None)
    if wanted is None or not bench.printer.jobs:
        raise Known("The slip was not printed, or carries no QR code.")
    sheet = bench.printer.jobs[-1].sheet
    dots = whole_raster(sheet).cells()
    for cells in (item for item in sheet.items if isinstance(item, Cells) and len(item.rows) == len(wanted)):
        at = range(cells.side // 2, cells.side * len(wanted), cells.side)
        found = tuple(tuple(dots[cells.y + down][cells.x + along] for along in at) for down in at)
        if found == wanted:
            return f"The QR code of {slip.code} is right in all its {len(wanted) ** 2} modules."
    raise Known("The printed QR code differs from what it should say.")


def prints(bench: Bench) -> str:
    """The same slip as PDF on disk."""
    errand = _errand(bench)
    way = outbox.transport_of(errand.printer, bench.slips)
    done = outbox.record(errand, outbox.send(errand, way, bench.fonts), bench.till.now)
    kept = sorted(bench.slips.glob("*.pdf"))
    if done.state != "printed" or not kept or not kept[0].read_bytes().startswith(b"%PDF-"):
        raise Known(f"The slip is {done.state}: {done.reason}")
    return f"A typed name became a slip on disk: {kept[0].name}."


def backs_up(bench: Bench) -> str:
    """A backup is made of the open shop, packed, unpacked again and looked all through: the same rows in each table."""
    copied, packed, again = (bench.folder / f"backup.{ending}" for ending in ("copy", "gz", "again"))
    for step in (backup.copy(bench.till.database, copied), backup.pack(copied, packed), backup.unpack(packed, again)):
        for _done in step:
            pass
    made, found = vetting.inspect(copied), vetting.inspect(again)
    if made != found or not found.rows.get("entry"):
        raise Known("The backup holds something else than the shop.")
    size = packed.stat().st_size
    for file in (copied, packed, again):
        file.unlink()
    return f"A backup of {found.total} rows was made in {size // 1024} kB and checked."


def _errand(bench: Bench) -> outbox.Errand:
    if bench.errand is None:
        raise Known("There is no slip to print.")
    return bench.errand
