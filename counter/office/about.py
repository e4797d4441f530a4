"""Reads the notices that are packed with the program."""
import re

from counter.records.about import Part

SECTION = re.compile(r"^={40,}\n(.+)\n(.+)\n(.+)\n={40,}\n", re.MULTILINE)
NO_VERSION = "-"


def parts(notices: str) -> tuple[Part, ...]:
    """Every part named in THIRD-PARTY-NOTICES.txt, in its order."""
    _head, *rest = SECTION.split(notices)
    fields = zip(rest[::4], rest[1::4], rest[2::4], rest[3::4], strict=True)
    return tuple(
        Part(name, "" if version == NO_VERSION else version, licence, text.strip())
        for name, version, licence, text in fields
    )
