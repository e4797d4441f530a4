"""From a slip code to the visit it stands for."""
from counter.errors import FieldRefused
from counter.models import answers, things
from counter.records.entries import PrintedSlip
from counter.voice import codes


def slip_of(text: str) -> PrintedSlip:
    """The slip with a typed code; raises FieldRefused on "code" with what may have been meant."""
    code = codes.read(text)
    if code is None:
        raise FieldRefused("code", codes.why_not(text) + _meant(text))
    slip = things.slip_by_code(code)
    if slip is None:
        raise FieldRefused("code", "No slip of ours carries this code." + _meant(text))
    if slip.void:
        raise FieldRefused("code", "That slip was taken back; its code no longer counts.")
    return slip


def is_whole(text: str) -> bool:
    """Whether it is a slip's code as it stands on paper, ours or not; a name of eight letters is none."""
    return codes.read(text) is not None and any(letter.isdigit() for letter in text)


def near(text: str) -> str:
    """The code of the one slip of ours that a slip of the finger away is meant; empty when none or several."""
    found = answers.live_slips(codes.neighbours(text))
    return next(iter(found)) if len(found) == 1 else ""


def behind(text: str, customer_id: int) -> str:
    """The code that was typed or meant, when it is one of this person's slips that counts; else an empty text."""
    code = codes.read(text) or near(text)
    slip = things.slip_by_code(code) if code else None
    return slip.code if slip is not None and slip.customer_id == customer_id and not slip.void else ""


def _meant(text: str) -> str:
    code = near(text)
    return f" Do you mean {codes.show(code)}?" if code else ""
