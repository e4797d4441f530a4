"""From a slip code to the visit it stands for."""
from datetime import timedelta

from counter.desk.till import Till
from counter.errors import FieldRefused
from counter.models import things
from counter.records.entries import PrintedSlip
from counter.voice import codes

LIVE_DAYS = 365


def slip_of(till: Till, text: str) -> PrintedSlip:
    """The slip with a typed code; raises FieldRefused on "code" with what may have been meant."""
    code = codes.read(text)
    if code is None:
        raise FieldRefused("code", codes.why_not(text) + _meant(till, text))
    slip = things.slip_by_code(code)
    if slip is None:
        raise FieldRefused("code", "No slip of ours carries this code." + _meant(till, text))
    if slip.void:
        raise FieldRefused("code", "That slip was taken back; its code no longer counts.")
    return slip


def behind(text: str, customer_id: int) -> str:
    """The code that was typed, when it is one of this person's slips that counts; else an empty text."""
    code = codes.read(text)
    slip = things.slip_by_code(code) if code else None
    return slip.code if slip is not None and slip.customer_id == customer_id and not slip.void else ""


def _meant(till: Till, text: str) -> str:
    live = things.live_codes(till.now - timedelta(days=LIVE_DAYS))
    near = codes.near(text, live)
    return f" Do you mean {codes.show(near[0])}?" if len(near) == 1 else ""
