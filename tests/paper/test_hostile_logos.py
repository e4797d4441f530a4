"""Pictures that nobody should have to open: each is refused with a sentence, before anything large is unpacked."""

import struct
import tracemalloc
import zlib

import pytest

from counter.errors import Refused
from counter.office import logo

PNG = b"\x89PNG\r\n\x1a\n"


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width, height, *, depth=1, more=b"", rows=None):
    """A PNG in grey whose dots are all there."""
    head = struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0)
    line = b"\0" + bytes((width * depth + 7) // 8)
    data = zlib.compress(line * height if rows is None else rows, 9)
    return PNG + chunk(b"IHDR", head) + more + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def jpeg(width, height):
    """A JPEG whose head says so much, with nothing behind it."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame + b"\xff\xd9"


HOSTILE = {
    "a hundred megapixels, all there": png(10_000, 10_000),
    "a hundred megapixels, said only": png(10_000, 10_000, rows=b""),
    "a JPEG of four thousand megapixels": jpeg(65_500, 65_500),
    "a JPEG without an end": b"\xff\xd8\xff\xe1\xff\xff" + b"\xff" * 100,
    "no width": png(0, 100, rows=b""),
    "no height": png(100, 0, rows=b""),
    "a depth that is none": png(100, 100, depth=3, rows=b""),
    "rows of another size": png(100, 100, rows=bytes(7)),
    "an SVG that reads a file": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    "an SVG that swells": b"<!DOCTYPE s [<!ENTITY a 'aaaa'>]><svg>&a;&a;&a;</svg>",
    "a GIF": b"GIF89a\xff\xff\xff\xff\x00\x00\x00;",
    "a WebP": b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00/\xff\xff\xff\xff",
    "a TIFF": b"II*\x00\x08\x00\x00\x00\xff\xff",
    "a BMP": b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, 50_000, 50_000, 1, 32, 0, 0, 0, 0, 0, 0),
    "an XPM": b'/* XPM */\nstatic char *x[] = {"99999 99999 2 1",};',
    "a PDF": b"%PDF-1.7\n%%EOF",
    "nothing": b"",
    "a program": b"MZ" + bytes(1000),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_picture_is_refused_with_a_sentence_and_little_memory(qapp, what):
    tracemalloc.start()
    try:
        with pytest.raises(Refused) as refused:
            logo.clean(HOSTILE[what])
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert len(refused.value.sentence) > 20
    assert ("6,000 are the most" in refused.value.sentence) == ("megapixels" in what)


def test_words_in_a_picture_that_swell_are_never_unpacked(qapp):
    swelling = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(200_000_000), 9))
    with pytest.raises(Refused):
        logo.clean(png(200, 100, more=swelling))
