"""QR codes: level M, whole dots, as large as the paper takes."""

from counter.paper.sheet import Cells
from counter.records.slips import Paper

QUIET = 4
LARGEST, SMALLEST = 8, 5  # dots; below 5 every second one is not read


def qr_rows(content: str) -> tuple[tuple[bool, ...], ...]:
    """The modules without the quiet zone, True for black."""
    import qrcode  # loads for 40 ms: not while the program starts

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    code.add_data(content)
    code.make(fit=True)
    return tuple(tuple(bool(cell) for cell in row) for row in code.modules)


def place_qr(content: str, paper: Paper) -> Cells:
    """At the top of the column's middle, at 8 dots a module (more on a large page) or what fits with the quiet zone.

    Raises ValueError where fewer than 5 would: what slips say is kept shorter than that.
    """
    rows = qr_rows(content)
    largest = LARGEST if paper.page is None else round(LARGEST * paper.scale)
    side = min(largest, paper.column // (len(rows) + 2 * QUIET))
    if side < SMALLEST:
        raise ValueError(f"a QR code of {len(rows)} modules has no room on {paper.column} dots")
    return Cells(x=paper.left + (paper.column - side * len(rows)) // 2, y=0, side=side, rows=rows)
