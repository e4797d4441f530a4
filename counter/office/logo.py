"""The shop's mark: any picture becomes a small one in black and white, as slips print it."""

import struct
import zlib
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

from counter.errors import Refused
from counter.models import shop
from counter.models.tables_shop import LogoRow
from counter.office.change import Change, Told
from counter.office.change import save as save_change
from counter.paper.bitmap import Bitmap
from counter.paper.logo import FIRM, LARGEST, black_and_white
from counter.records.entries import Saved

HEAVIEST = 10_000_000  # bytes of the file
WIDTH, HEIGHT = 570, 209  # dots that the largest paper has for it
BLACKEST = 0.95
USUAL, DARKEST, LIGHTEST = FIRM, 20, 250  # thresholds that may be chosen
ON_ROLL = (345, 126)  # dots that a roll of 80 mm has for it
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def source(path: Path) -> bytes:
    """The bytes of a file that may be a picture; raises Refused with what would work instead."""
    try:
        if path.stat().st_size > HEAVIEST:
            raise Refused("This file is larger than 10 MB. A picture of the logo alone is enough.")
        return path.read_bytes()
    except OSError:
        raise Refused("This file can’t be opened. Copy it to this PC, then choose it again.") from None


def clean(data: bytes, threshold: int = FIRM) -> bytes:
    """A PNG of one bit a dot, black where the picture is darker than `threshold` of 255; raises Refused.

    Its size is read before anything is unpacked.
    """
    width, height = _size(data)
    if max(width, height) > LARGEST:
        raise Refused(f"This picture is {width:,} × {height:,} dots; {LARGEST:,} are the most. Make it smaller.")
    mark = black_and_white(data, WIDTH, HEIGHT, threshold)
    black = sum(byte.bit_count() for byte in mark.data) / (mark.width * mark.height)
    if not black:
        raise WrongDarkness("Nothing of this picture would print: it is too light. Dark on white prints best.")
    if black > BLACKEST:
        raise WrongDarkness("This picture would print as a black patch. Dark on white prints best.")
    return png(mark)


def current() -> bytes | None:
    """The mark as it is kept."""
    return shop.logo()


def keep(change: Change, image: bytes | None) -> Saved:
    """Another mark, or none; it must have come through `clean`."""
    before = shop.logo()

    def write(_writer: object) -> Told:
        shop.save_logo(image)
        sentence = "The logo stands on slips from now on." if image else "Slips carry no logo from now on."
        return Told(sentence=sentence, table=LogoRow, before=b64encode(before).decode() if before else None)

    return save_change(change, write)


def png(mark: Bitmap) -> bytes:
    """The dots as a PNG file of one bit a dot."""
    rows = b"".join(b"\0" + bytes(byte ^ 255 for byte in row) for row in mark.rows())
    head = struct.pack(">IIBBBBB", mark.width, mark.height, 1, 0, 0, 0, 0)
    return _PNG + b"".join((_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(rows, 9)), _chunk(b"IEND", b"")))


class WrongDarkness(Refused):
    """A picture that would print as nothing or as a patch: another threshold may help."""


def as_printed(image: bytes) -> bytes:
    """The mark in the size in which a roll of 80 mm prints it."""
    return png(black_and_white(image, *ON_ROLL))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _size(data: bytes) -> tuple[int, int]:
    """Width and height as the file's head says; raises Refused for what is neither PNG nor JPEG."""
    if data.startswith(_PNG) and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    return next(_jpeg_sizes(data), None) or _no_picture()


def _jpeg_sizes(data: bytes) -> Iterator[tuple[int, int]]:
    """Goes from segment to segment, each with its length, up to the first that says a size."""
    at = 2 if data.startswith(b"\xff\xd8\xff") else len(data)
    while at + 9 <= len(data) and data[at] == 0xFF:
        kind, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if kind in _JPEG_SIZES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            yield width, height
        at += 2 + length


def _no_picture() -> tuple[int, int]:
    raise Refused("This file can’t be read as a picture. A PNG or JPEG of the logo works.")
