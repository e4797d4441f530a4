"""Words of the panel in which a slip is looked at before it prints."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Slip"
PRINT: Final = "Print the slip"
WHICH: Final = "Which slip"
LINE: Final = "The line on it"
WRITE_ONE: Final = "Write one"
OWN_LINE: Final = "Your own line"
LANGUAGE: Final = "Language"
PRINTER: Final = "Printer"
STAYS_OFF: Final = "What staff wrote about them stays off paper."
FOOT: Final = "Esc goes back without a slip"
PREVIEW: Final = "The slip as it will print"
NOT_YET: Final = "The slip stands here in a moment."
WHOLE_LINE: Final = 40

KINDS: Final = {
    "thank_you": "Thank-you",
    "apology": "What we did",
    "return_receipt": "Return",
    "credit_note": "Store credit",
    "deposit_receipt": "Deposit",
    "order_slip": "Order",
}


def shortened(line: str) -> str:
    """A line on a chip; the whole of it stands in the preview."""
    if len(line) <= WHOLE_LINE:
        return line
    start = line[: WHOLE_LINE - 2]
    return f"{start.rsplit(' ', 1)[0] if ' ' in start else start} …"


def cannot_show(characters: str) -> str:
    """What no font of ours can put on paper."""
    return f"These can’t be printed: {characters}. Write them in other letters."
