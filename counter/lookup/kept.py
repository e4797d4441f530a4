"""The parts of an index as bytes and back: arrays as they lie in memory, so that loading rebuilds nothing."""

import json
import sys
import zlib
from array import array
from collections.abc import Iterator
from datetime import date

from counter.lookup.keyed import Keyed
from counter.lookup.packed import Codes, Numbers, Table, Texts, numbers
from counter.lookup.parts import Parts
from counter.lookup.rows import Rows
from counter.lookup.vocabulary import Vocabulary

VERSION = f"names 11 {sys.byteorder} {array('I').itemsize}"
_MARK = b"INDEX\n"
_HEAD = len(_MARK) + 4
_BODY = 4096
"""Where the arrays begin; the list of them stands before."""
_STEP = 8
_TEXTS = ("keys", "symbols", "told")


def dump(parts: Parts) -> bytes:
    """All parts, with a checksum in front."""
    pieces: list[array[int] | bytes] = []
    table, at = [], _BODY
    for name, code, data in _arrays(parts):
        if name in _TEXTS:
            _moved(pieces[-2], at)
        size = len(data) * data.itemsize if isinstance(data, array) else len(data)
        table.append((name, code, at, size))
        pieces += [data, bytes(-size % _STEP)]
        at += size + -size % _STEP
    head = json.dumps([VERSION, parts.built.toordinal(), table]).encode("ascii").ljust(_BODY - _HEAD)
    body = b"".join([head, *pieces])
    return _MARK + zlib.crc32(body).to_bytes(4, "little") + body


def _moved(ends: "array[int] | bytes", by: int) -> None:
    """Places in a text as places in the whole, so that its pieces are taken from there and it isn't copied."""
    if isinstance(ends, array):
        for at, end in enumerate(ends):
            ends[at] = end + by


def load(data: bytes) -> Parts:
    """The parts again, on top of these bytes; raises ValueError when they were damaged or made by another version."""
    view = memoryview(data)
    if bytes(view[:_HEAD]) != _MARK + zlib.crc32(view[_HEAD:]).to_bytes(4, "little"):
        raise ValueError("the kept index is damaged")
    try:
        version, *rest = json.loads(bytes(view[_HEAD:_BODY]))
    except TypeError as fault:
        raise ValueError("the kept index can't be read") from fault
    if version != VERSION:
        raise ValueError("the kept index is of another version")
    built, table = rest
    found = {name: numbers(code, view[at : at + size]) for name, code, at, size in table}
    return _parts(data, found, date.fromordinal(built))


def _arrays(parts: Parts) -> "Iterator[tuple[str, str, array[int] | bytes]]":
    words, rows = parts.words, parts.rows
    for name, texts in zip(_TEXTS, (words.keys, words.symbols, rows.told), strict=True):
        ends, blob = texts.whole()
        yield from ((f"{name} ends", "I", ends), (name, "B", blob))
    for name, table in (("words", rows.words), ("holders", parts.holders)):
        ends, flat = table.whole()
        yield from ((f"{name} ends", "I", ends), (name, "I", flat))
    for name, keyed in (("begun", words.begun), ("sounding", words.sounding)):
        codes, ends, flat = keyed.whole()
        yield from ((f"{name} codes", "I", codes), (f"{name} ends", "I", ends), (name, "I", flat))
    yield from ((name, "I", each) for name, each in zip(("order", "hashes", "by_hash"), words.places(), strict=True))
    yield from ((name, code, each) for name, code, each in rows.columns())
    yield from (("phones", "Q", parts.phones.whole()), ("terms", "Q", parts.terms.whole()))


def _parts(data: bytes, found: dict[str, Numbers], built: date) -> Parts:
    keys, symbols, told = (Texts(found[f"{name} ends"], data) for name in _TEXTS)
    begun, sounding, words_of, holders = (
        Table(found[f"{name} ends"], found[name]) for name in ("begun", "sounding", "words", "holders")
    )
    keyed = Keyed(found["sounding codes"], sounding), Keyed(found["begun codes"], begun)
    words = Vocabulary(keys, symbols, *keyed, (found["order"], found["hashes"], found["by_hash"]))
    return Parts(words, Rows(found, words_of, told), holders, Codes(found["phones"]), Codes(found["terms"]), built)
