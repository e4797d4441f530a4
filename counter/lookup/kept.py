"""The parts of an index as bytes and back: arrays as they lie in memory, so that loading rebuilds nothing."""

import json
import sys
import zlib
from array import array
from collections.abc import Iterator

from counter.lookup.packed import Codes, Keyed, Numbers, Table, Texts, numbers
from counter.lookup.parts import Parts
from counter.lookup.rows import Rows
from counter.lookup.vocabulary import Vocabulary

VERSION = f"names 6 {sys.byteorder} {array('I').itemsize}"
_MARK = b"INDEX\n"
_HEAD = len(_MARK) + 4 + 4
_STEP = 8


def dump(parts: Parts) -> bytes:
    """All parts, with a checksum in front."""
    table, pieces, at = [], [], 0
    for name, code, data in _arrays(parts):
        size = len(data) * data.itemsize if isinstance(data, array) else len(data)
        table.append((name, code, at, size))
        pieces += [data.tobytes() if isinstance(data, array) else data, bytes(-size % _STEP)]
        at += size + -size % _STEP
    head = json.dumps([VERSION, table]).encode("ascii")
    head += b" " * (-(_HEAD + len(head)) % _STEP)
    body = b"".join([head, *pieces])
    return _MARK + zlib.crc32(body).to_bytes(4, "little") + len(head).to_bytes(4, "little") + body


def load(data: bytes) -> Parts:
    """The parts again, on top of these bytes; raises ValueError when they were damaged or made by another version."""
    view = memoryview(data)
    checksum = zlib.crc32(view[_HEAD:]).to_bytes(4, "little")
    if bytes(view[: _HEAD - 4]) != _MARK + checksum:
        raise ValueError("the kept index is damaged")
    length = int.from_bytes(view[_HEAD - 4 : _HEAD], "little")
    try:
        version, table = json.loads(bytes(view[_HEAD : _HEAD + length]))
    except TypeError as fault:
        raise ValueError("the kept index can't be read") from fault
    if version != VERSION:
        raise ValueError("the kept index is of another version")
    body = view[_HEAD + length :]
    return _parts({name: numbers(code, body[at : at + size]) for name, code, at, size in table})


def _arrays(parts: Parts) -> "Iterator[tuple[str, str, array[int] | bytes]]":
    words, rows = parts.words, parts.rows
    for name, texts in (("keys", words.keys), ("symbols", words.symbols), ("told", rows.told)):
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


def _parts(found: dict[str, Numbers]) -> Parts:
    keys, symbols, told = (Texts(found[f"{name} ends"], bytes(found[name])) for name in ("keys", "symbols", "told"))
    begun, sounding, words_of, holders = (
        Table(found[f"{name} ends"], found[name]) for name in ("begun", "sounding", "words", "holders")
    )
    keyed = Keyed(found["sounding codes"], sounding), Keyed(found["begun codes"], begun)
    words = Vocabulary(keys, symbols, *keyed, (found["order"], found["hashes"], found["by_hash"]))
    return Parts(words, Rows(found, words_of, told), holders, Codes(found["phones"]), Codes(found["terms"]))
