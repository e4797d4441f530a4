"""The slip that a printer is tried with: what to look at, in the words of the screen. It is for nobody."""

from counter.records.gauges import Gauge, Measure
from counter.records.slips import NOTHING, Flow, ForPaper, Qr, Shop, Size, Slip, SlipKind, Words

_TITLE = ForPaper("Test slip")
_WIDTH = ForPaper("Both ends of the ruler must be there. Else choose another paper.")
_DARKNESS = ForPaper("The first patch must be black, and the lines must stand apart. Else set how dark it prints.")
_QR = ForPaper("Hold a phone over it. It must open at once.")
_CUT = ForPaper("The printer cuts below this line, and nothing of it is missing.")


def compose_trial(shop: Shop, code: str, qr: str) -> Slip:
    """Width, darkness, a QR code and the cut. `code` is shown as XXXX-XXXX, `qr` is what the QR code says."""
    blocks = (
        Words(shop.name, Size.SHOP),
        Words(_TITLE, Size.TITLE),
        Gauge(Measure.WIDTH),
        Words(_WIDTH, Size.SMALL),
        Gauge(Measure.DARKNESS),
        Words(_DARKNESS, Size.SMALL),
        Qr(qr),
        Words(ForPaper(code), Size.CODE),
        Words(_QR, Size.SMALL),
        Words(_CUT, Size.SMALL),
        Gauge(Measure.CUT),
    )
    return Slip(
        kind=SlipKind.THANK_YOU, code=code, language="en", flow=Flow.LTR, title=_TITLE, blocks=blocks, copy_mark=NOTHING
    )
