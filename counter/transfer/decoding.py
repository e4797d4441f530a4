"""Bytes of a file as text, whatever encoding it was written in, even more than one."""

import codecs

from counter.errors import Refused

LARGEST = 20_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_SAMPLE = 4_000


def decode(data: bytes, encoding: str = "") -> str:
    """The text without NUL characters; a byte that no encoding has becomes a mark, and nothing is dropped.

    `encoding` is for an owner who sees that letters are wrong. Raises Refused above 20 MB.
    """
    if len(data) > LARGEST:
        raise Refused(f"This file has {len(data) // 1_000_000} MB; 20 MB can be read. Split it into smaller ones.")
    name = encoding or _marked(data) or _wide(data)
    text = data.decode(name, errors="replace") if name else _narrow(data)
    return text.removeprefix("\ufeff").replace("\0", "")


def _marked(data: bytes) -> str:
    return next((name for mark, name in _MARKS if data.startswith(mark)), "")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark has a NUL at every other place of plain Latin text."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) * 0.2:
        return ""
    if min(even, odd) * 4 > max(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _narrow(data: bytes) -> str:
    """UTF-8, or line by line what each line is: files that were pasted together mix them."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_line(line) for line in data.splitlines(keepends=True))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_western(byte) for byte in line)


def _western(byte: int) -> str:
    """Windows-1252, and Latin-1 for the five bytes that it leaves open."""
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)
