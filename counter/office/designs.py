"""The owner's designs of slips: shown on a made-up slip, checked on every paper, kept with the settings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from counter.errors import FieldRefused
from counter.office import shop as settings_kept
from counter.office.change import Change
from counter.office.change import save as save_change
from counter.office.sample import CODE, NAME, shop_on_paper
from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.records.designs import Part, SlipDesign
from counter.records.entries import ReturnItem, ReturnOutcome, Saved
from counter.records.slips import NOTHING, PAPERS, ForPaper, Slip, SlipKind
from counter.settings import Settings
from counter.slips import design as rule
from counter.slips import receipts, thanks
from counter.slips.frame import Frame
from counter.slips.lines import Occasion
from counter.slips.wording import Word, Wording, wording_for
from counter.voice import codes, links

_EXTRA = ForPaper("A small extra, only for you.")
_DONE = ForPaper("We made it again, and brought it to your door.")
_GOODS = ("Rye bread", "A cake for twelve, with a name on it in blue")
_SAID = {
    SlipKind.THANK_YOU: "Thank-you slips",
    SlipKind.APOLOGY: "Slips after something went wrong",
    SlipKind.RETURN_RECEIPT: "Return receipts",
    SlipKind.CREDIT_NOTE: "Store-credit notes",
    SlipKind.DEPOSIT_RECEIPT: "Deposit receipts",
    SlipKind.ORDER_SLIP: "Order slips",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """What a made-up slip needs: the shop, its mark, the words of each language, a business day, a name to try."""

    settings: Settings
    wordings: Mapping[str, Wording]
    day: date
    logo: bytes | None = None
    name: ForPaper = NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """All parts that a kind of slip may have, and those that it can't do without."""

    kind: SlipKind
    design: SlipDesign
    parts: tuple[Part, ...]
    needed: tuple[Part, ...]
    usual: SlipDesign


def every(settings: Settings) -> tuple[Offer, ...]:
    """Each kind of slip as it is designed now."""
    return tuple(
        Offer(
            kind=kind, design=settings.designs.of(kind), parts=rule.parts_of(kind), needed=rule.needed(kind),
            usual=rule.usual(kind),
        )
        for kind in SlipKind
    )


def made_up(specimen: Specimen, kind: SlipKind, design: SlipDesign) -> Slip:
    """A slip for nobody in this design, also in one that could not be saved yet."""
    settings = specimen.settings
    language = design.language or settings.language
    wording = wording_for(language, settings.language, specimen.wordings)
    words = links.Wording(wording.say(Word.SLIP), wording.say(Word.ASK))
    frame = Frame(
        shop=shop_on_paper(settings, specimen.logo),
        wording=wording,
        code=codes.show(CODE),
        qr=links.qr_text(settings.reach, CODE, settings.land, words),
        day=specimen.day,
        designs=settings.designs.changed(kind, design),
    )
    return _MAKERS[kind](frame, specimen)


def save(change: Change, offer: Offer, specimen: Specimen, fonts: Fonts) -> Saved:
    """Keep a kind's design; raises FieldRefused for a broken one. `fonts` must belong to this thread."""
    design = rule.checked(offer.kind, offer.design)
    if design.language and design.language not in specimen.wordings:
        raise FieldRefused("language", "There are no words for this language yet. Choose another one.")
    _try_on_paper(specimen, offer.kind, design, fonts)
    kept = settings_kept.load()
    settings = replace(kept, designs=kept.designs.changed(offer.kind, design))
    sentence = f"{_SAID[offer.kind]} look like this from now on."
    return save_change(change, lambda _writer: settings_kept.put(settings, sentence))


def _try_on_paper(specimen: Specimen, kind: SlipKind, design: SlipDesign, fonts: Fonts) -> None:
    """On every paper it must stay one page, and the owner's words must have shapes."""
    slip = made_up(specimen, kind, design)
    for paper in PAPERS.values():
        sheet = lay_out(slip, paper, fonts)
        for name, words in (("header", design.header), ("closing", design.closing)):
            lost = [letter for letter in sheet.missing if letter in words]
            if lost:
                raise FieldRefused(name, f"These can’t be printed: {' '.join(lost)}. Write them in other letters.")
        if sheet.pages > 1:
            raise FieldRefused("parts", f"On {paper.name} this takes two pages. Leave something out.")


def _thank_you(frame: Frame, specimen: Specimen) -> Slip:
    wording = frame.wording
    line = next((line.text for line in wording.lines if line.occasion == Occasion.PLAIN), NOTHING)
    return thanks.compose_thank_you(frame, thanks.ThankYou(line=line, name=specimen.name, gesture=_EXTRA))


def _apology(frame: Frame, specimen: Specimen) -> Slip:
    return thanks.compose_apology(frame, thanks.Apology(what_we_did=_DONE, name=specimen.name))


def _return_receipt(frame: Frame, specimen: Specimen) -> Slip:
    items = (ReturnItem(name=_GOODS[0], quantity=2), ReturnItem(name=_GOODS[1], quantity=11))
    receipt = receipts.ReturnReceipt(
        items=items, outcome=ReturnOutcome.REFUND, money=specimen.settings.money, amount=222_050, name=specimen.name,
        bought_on=specimen.day - timedelta(days=4), receipt_number=ForPaper("R-2026-001183"),
    )
    return receipts.compose_return_receipt(frame, receipt)


def _credit_note(frame: Frame, specimen: Specimen) -> Slip:
    note = receipts.CreditNote(amount=50_000, balance=125_050, money=specimen.settings.money, name=specimen.name)
    return receipts.compose_credit_note(frame, note)


def _order(specimen: Specimen) -> receipts.OrderPaper:
    promised = datetime.combine(specimen.day + timedelta(days=2), time(16), ZoneInfo(specimen.settings.zone))
    return receipts.OrderPaper(
        spec=ForPaper(f"{_GOODS[1]}, {_GOODS[0]}"), money=specimen.settings.money, name=specimen.name, price=420_000,
        deposit=100_000, promised=promised,
    )


def _deposit_receipt(frame: Frame, specimen: Specimen) -> Slip:
    return receipts.compose_deposit_receipt(frame, _order(specimen))


def _order_slip(frame: Frame, specimen: Specimen) -> Slip:
    return receipts.compose_order_slip(frame, _order(specimen), for_shop=True)


_MAKERS: Mapping[SlipKind, Callable[[Frame, Specimen], Slip]] = {
    SlipKind.THANK_YOU: _thank_you,
    SlipKind.APOLOGY: _apology,
    SlipKind.RETURN_RECEIPT: _return_receipt,
    SlipKind.CREDIT_NOTE: _credit_note,
    SlipKind.DEPOSIT_RECEIPT: _deposit_receipt,
    SlipKind.ORDER_SLIP: _order_slip,
}
