"""ESC/POS, as roll printers speak it: a slip as raster, and what their status bytes mean.

Commands by Epson's ESC/POS reference. Text never goes as letters: no printer has the fonts for all names.
"""

from collections.abc import Iterator

from counter.paper.bitmap import Bitmap
from counter.records.roll import RollOptions

INIT = b"\x1b@\x1da\0"  # as switched on, and no status messages that nobody asked for
FEED = b"\x1bJ%c"
CUT = b"\x1dVB\0"  # feeds to the cutter, then cuts
DRAWER = b"\x1bp\0\x19\xfa"  # pin 2, 50 ms on
ASK_PRINTER, ASK_CAUSE, ASK_PAPER = b"\x10\x04\x01", b"\x10\x04\x02", b"\x10\x04\x04"
CONFIRM = b"\x1dr\x01"  # answered in order, after all that was sent before

_TOO_HIGH_FOR_SOME = 48  # POS-5890K prints rubbish for heights that are a multiple of it


def slip_bytes(bits: Bitmap, options: RollOptions) -> bytes:
    """All that prints one slip and nothing else."""
    end = (FEED % options.feed if options.feed else b"") + (CUT if options.cut else b"")
    return b"".join((DRAWER if options.drawer else b"", INIT, *_rasters(bits, options.chunk), end))


def _rasters(bits: Bitmap, chunk: int) -> Iterator[bytes]:
    """GS v 0 for each chunk of rows."""
    step = chunk * bits.stride
    for start in range(0, len(bits.data), step):
        data = bits.data[start : start + step]
        if (len(data) // bits.stride) % _TOO_HIGH_FOR_SOME == 0:
            data += bytes(bits.stride)
        size = bits.stride.to_bytes(2, "little") + (len(data) // bits.stride).to_bytes(2, "little")
        yield b"\x1dv0\0" + size + data


def is_status(answer: int) -> bool:
    """An answer to DLE EOT has these bits fixed."""
    return answer & 0x93 == 0x12


def is_confirmation(answer: int) -> bool:
    """An answer to GS r 1 has these bits fixed; an unasked status message has not."""
    return answer & 0x90 == 0


def offline(answer: int) -> bool:
    """From the answer to ASK_PRINTER."""
    return bool(answer & 0x08)


def cover_open(answer: int) -> bool:
    """From the answer to ASK_CAUSE."""
    return bool(answer & 0x04)


def paper_out(answer: int) -> bool:
    """From the answer to ASK_PAPER."""
    return bool(answer & 0x60)


def paper_low(answer: int) -> bool:
    """From the answer to ASK_PAPER."""
    return bool(answer & 0x0C)


def ran_out(answer: int) -> bool:
    """From the answer to CONFIRM."""
    return bool(answer & 0x0C)


def running_low(answer: int) -> bool:
    """From the answer to CONFIRM."""
    return bool(answer & 0x03)
