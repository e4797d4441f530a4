"""Debian's form of CHANGELOG.md, dated by SOURCE_DATE_EPOCH: the same bytes for the same tree.

    python3 build/changelog.py VERSION < CHANGELOG.md
"""
import os
import re
import sys
import textwrap
from datetime import UTC, datetime
from email.utils import format_datetime

MAINTAINER = "The Counter authors <counter@localhost.localdomain>"


def sections(text: str) -> list[tuple[str, str, list[str]]]:
    """Version, day (empty while it is not released) and points of each section that has any, newest first."""
    found = []
    for block in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        head, _, body = block.partition("\n")
        title = re.match(r"\[(.+?)\](?: - (\d{4}-\d\d-\d\d))?", head)
        points = [" ".join(point.split()) for point in re.findall(r"^- (.*(?:\n  .*)*)", body, flags=re.MULTILINE)]
        if title and points:
            found.append((title[1], title[2] or "", points))
    return found


def debian(text: str, version: str, built: datetime) -> str:
    """The whole file; what stands under Unreleased goes by the version that is packed."""
    versions: dict[str, tuple[datetime, list[str]]] = {}
    for number, day, points in sections(text):
        when = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else built
        versions.setdefault(version if number == "Unreleased" else number, (when, []))[1].extend(points)
    blocks = []
    for name, (when, points) in versions.items():
        lines = [textwrap.fill(point, 78, initial_indent="  * ", subsequent_indent="    ") for point in points]
        head = f"counter ({name}) unstable; urgency=medium"
        blocks.append("\n".join([head, "", *lines, "", f" -- {MAINTAINER}  {format_datetime(when)}"]))
    return "\n\n".join(blocks) + "\n"


if __name__ == "__main__":
    moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    sys.stdout.write(debian(sys.stdin.read(), sys.argv[1], moment))
