"""A thank-you slip for nobody: what the first start shows, and what a printer is tried with."""

from collections.abc import Mapping
from datetime import date

from counter.records.slips import NOTHING, ForPaper, Shop, Slip
from counter.settings import Settings
from counter.slips.frame import Frame
from counter.slips.lines import Occasion
from counter.slips.thanks import ThankYou, compose_thank_you
from counter.slips.trial import compose_trial
from counter.slips.wording import Word, Wording, wording_for
from counter.voice import codes, links

NAME = ForPaper("Ania")
CODE = "00000000"


def sample(settings: Settings, logo: bytes | None, wordings: Mapping[str, Wording], day: date) -> Slip:
    """As the shop's slips look, in its own language."""
    wording = wording_for(settings.language, settings.language, wordings)
    plain = next((line.text for line in wording.lines if line.occasion == Occasion.PLAIN), NOTHING)
    words = links.Wording(wording.say(Word.SLIP), wording.say(Word.ASK))
    frame = Frame(
        shop=shop_on_paper(settings, logo),
        wording=wording,
        code=codes.show(CODE),
        qr=links.qr_text(settings.reach, CODE, settings.land, words),
        day=day,
        designs=settings.designs,
    )
    return compose_thank_you(frame, ThankYou(line=plain, name=NAME))


def trial(settings: Settings, wordings: Mapping[str, Wording]) -> Slip:
    """What a printer is tried with: its width, darkness, cut and a QR code to hold a phone over."""
    wording = wording_for(settings.language, settings.language, wordings)
    words = links.Wording(wording.say(Word.SLIP), wording.say(Word.ASK))
    qr = links.qr_text(settings.reach, CODE, settings.land, words)
    return compose_trial(shop_on_paper(settings, None), codes.show(CODE), qr)


def shop_on_paper(settings: Settings, logo: bytes | None) -> Shop:
    """What of the shop stands on its slips."""
    ways = (settings.phone, settings.whatsapp, settings.mail, settings.address)
    phone, whatsapp, mail, address = map(ForPaper, ways)
    name = ForPaper(settings.shop_name)
    return Shop(name=name, logo=logo, phone=phone, whatsapp=whatsapp, mail=mail, address=address)
