"""QR codes: level M, whole dots, as large as the paper takes."""

from counter.paper.sheet import Cells

QUIET = 4
_SIDES = (8, 7, 6, 5, 4, 3)


def qr_rows(content: str) -> tuple[tuple[bool, ...], ...]:
    """The modules without the quiet zone, True for black."""
    import qrcode  # loads for 40 ms: not while the program starts

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    code.add_data(content)
    code.make(fit=True)
    return tuple(tuple(bool(cell) for cell in row) for row in code.modules)


def place_qr(content: str, left: int, width: int, top: int) -> Cells:
    """In the middle of a column, at 8 dots a module or what fits with the quiet zone; `top` is the first black row."""
    rows = qr_rows(content)
    whole = len(rows) + 2 * QUIET
    side = next((side for side in _SIDES if side * whole <= width), 0)
    if not side:
        raise ValueError(f"a QR code of {len(rows)} modules has no room on {width} dots")
    return Cells(x=left + (width - side * len(rows)) // 2, y=top, side=side, rows=rows)
