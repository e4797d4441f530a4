"""Leaves out of Qt's copy of ICU what Qt never asks for: names of units, currencies, languages, regions, zones, and how
text is spelt out, transliterated, converted from old character sets or broken into lines, all of which Qt does itself.

    python build/icu.py FOLDER    replaces FOLDER/libicudata.so.NN, from 32 MB to 8 MB

Kept: sorting, upper and lower case, time zones and calendars. Whoever wants the whole set back puts Qt's own file in
its place. Needs binutils.
"""
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

UNUSED = ("unit/", "curr/", "lang/", "region/", "zone/", "rbnf/", "translit/", "brkitr/")
CONVERTERS = ".cnv"  # Qt works in UTF-8 whatever the system says, and files are decoded by Python
ALIGNMENT = 16
SOURCE = """
    .section .note.GNU-stack,"",@progbits
    .section .rodata
    .balign {alignment}
    .globl {symbol}
    .type {symbol}, @object
    .size {symbol}, {size}
{symbol}:
    .incbin "{data}"
"""


def filtered(data: bytes) -> bytes:
    """The same collection without the unused items.

    The form is ICU's: a header that tells its own length, a count, pairs of offsets (name, item) that count from there,
    the names sorted and each ended by a zero, then the items, each on a multiple of 16.
    """
    head = struct.unpack_from("<H", data)[0]
    if data[2:4] != b"\xda\x27" or data[12:16] != b"CmnD":
        raise SystemExit("this is not ICU's collection of data")
    count = struct.unpack_from("<I", data, head)[0]
    pairs = [struct.unpack_from("<II", data, head + 4 + 8 * number) for number in range(count)]
    ends = [item for _, item in pairs[1:]] + [len(data) - head]
    kept = []
    for (name_at, item_at), end in zip(pairs, ends, strict=True):
        name = data[head + name_at : data.index(b"\0", head + name_at)]
        item = name.decode().partition("/")[2]
        if not item.startswith(UNUSED) and not item.endswith(CONVERTERS):
            kept.append((name, data[head + item_at : head + end]))
    return data[:head] + _collection(kept)


def _collection(items: list[tuple[bytes, bytes]]) -> bytes:
    names, name_at = b"", []
    for name, _ in items:
        name_at.append(4 + 8 * len(items) + len(names))
        names += name + b"\0"
    start = 4 + 8 * len(items) + len(names)
    body, item_at = b"\0" * (-start % ALIGNMENT), []
    for _, item in items:
        item_at.append(start + len(body))
        body += item + b"\0" * (-len(item) % ALIGNMENT)
    pairs = b"".join(struct.pack("<II", *pair) for pair in zip(name_at, item_at, strict=True))
    return struct.pack("<I", len(items)) + pairs + names + body


def replace(library: Path) -> tuple[int, int]:
    """Put the smaller library in the place of the whole one; the sizes before and after."""
    before, version = library.stat().st_size, library.name.rpartition(".")[2]
    with tempfile.TemporaryDirectory() as folder:
        data, source, object_file = (Path(folder) / name for name in ("icu.dat", "icu.s", "icu.o"))
        run("objcopy", "-O", "binary", "--only-section=.rodata", library, data)
        small = filtered(data.read_bytes())
        data.write_bytes(small)
        names = {"symbol": f"icudt{version}_dat", "size": len(small), "data": "icu.dat", "alignment": ALIGNMENT}
        source.write_text(SOURCE.format(**names), encoding="ascii")
        run("as", "icu.s", "-o", "icu.o", cwd=folder)
        made = Path(folder) / library.name
        run("ld", "-shared", "-z", "noexecstack", "-z", "separate-code", "--build-id=none", f"-soname={library.name}",
            object_file, "-o", made)
        run("strip", made)
        library.write_bytes(made.read_bytes())
    return before, library.stat().st_size


def run(*command: object, cwd: str | None = None) -> None:
    """A tool of binutils; a failure ends the build."""
    subprocess.run([str(part) for part in command], check=True, cwd=cwd)


if __name__ == "__main__":
    for found in sorted(Path(sys.argv[1]).glob("libicudata.so.*")):
        old, new = replace(found)
        print(f"{found.name}: {old / 1e6:.1f} MB, now {new / 1e6:.1f} MB")
