"""What the build leaves out, what it refuses, and what it says of the parts inside."""

import ast
import struct
import sys
from datetime import UTC, datetime

import pytest

from counter.paths import PROGRAM
from counter.records.about import VERSION

sys.path.append(str(PROGRAM / "build"))
import changelog  # noqa: E402
import icu  # noqa: E402
import notices  # noqa: E402
import trim  # noqa: E402

HEAD = struct.pack("<HBBIHBB4s", 32, 0xDA, 0x27, 20, 0, 0, 0, b"CmnD") + b"\0" * 16


def collection(items):
    """ICU's form of a collection, written here once more."""
    names = b"".join(name.encode() + b"\0" for name in items)
    start = 4 + 8 * len(items) + len(names)
    body, pairs, name_at = b"\0" * (-start % 16), b"", 4 + 8 * len(items)
    for name, data in items.items():
        pairs += struct.pack("<II", name_at, start + len(body))
        name_at += len(name) + 1
        body += data + b"\0" * (-len(data) % 16)
    return HEAD + struct.pack("<I", len(items)) + pairs + names + body


def test_what_qt_asks_icu_for_stays_as_it_was_and_the_rest_goes():
    kept = {"icudt73l/coll/root.res": b"sorting", "icudt73l/root.res": b"r" * 40, "icudt73l/ucase.icu": b"letters"}
    gone = {"icudt73l/lang/de.res": b"Deutsch", "icudt73l/unit/de.res": b"Meter", "icudt73l/sjis.cnv": b"s"}
    assert icu.filtered(collection(dict(sorted({**kept, **gone}.items())))) == collection(dict(sorted(kept.items())))


def test_a_file_that_is_no_collection_ends_the_build():
    with pytest.raises(SystemExit):
        icu.filtered(b"\0" * 64)


def test_nothing_of_ours_asks_for_what_is_left_out():
    asked = set()
    for file in [PROGRAM / "main.py", *sorted((PROGRAM / "counter").rglob("*.py"))]:
        for step in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(step, ast.Import):
                asked |= {one.name for one in step.names}
            elif isinstance(step, ast.ImportFrom) and step.module:
                asked |= {step.module, *(f"{step.module}.{one.name}" for one in step.names)}
    assert "reportlab.pdfgen.canvas" in asked
    assert not {name for name in asked for left_out in trim.MODULES if f"{name}.".startswith(f"{left_out}.")}


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Charts.so.6", "libQt6VirtualKeyboard.so.6", "Qt6DataVisualization.dll",
        "plugins/wayland-graphics-integration-server/libx.so", "libreadline.so.8", "reportlab/fonts/DarkGarden.pfb",
    ],
)  # fmt: skip
def test_what_only_the_gpl_allows_does_not_ship(name):
    assert notices.GPL_ONLY.search(name)


@pytest.mark.parametrize("name", ["libQt6Widgets.so.6", "libQt6WaylandClient.so.6", "libQt6Svg.so.6"])
def test_what_the_lgpl_allows_ships(name):
    assert not notices.GPL_ONLY.search(name)


def test_a_part_whose_licence_nobody_has_read_ends_the_build(tmp_path):
    owners = notices.Owners(tmp_path)
    with pytest.raises(SystemExit, match="nobody has read"):
        owners._part("left-pad", "1.0", "", ["Do as you like."])
    with pytest.raises(SystemExit, match="without the text"):
        owners._part("Qt", "6.11.3", "", [" "])


def test_the_program_reads_the_notices_that_the_build_writes():
    from counter.office.about import parts

    shared = "The one text of both."
    written = [
        notices.Part("Counter", "0.1.0", "", ["MIT"]), notices.Part("Qt", "6.11.3", "pkg:generic/qt", [shared]),
        notices.Part("Noto fonts", "", "", ["OFL"]), notices.Part("shiboken6", "6.11.3", "", [shared]),
    ]  # fmt: skip
    read = parts(notices.notices(written))
    assert [(part.name, part.version, part.licence) for part in read] == [
        ("Counter", "0.1.0", "MIT"), ("Qt", "6.11.3", "LGPL-3.0-only"), ("Noto fonts", "", "OFL-1.1"),
        ("shiboken6", "6.11.3", "LGPL-3.0-only"),
    ]  # fmt: skip
    assert read[1].text == shared
    assert "Qt 6.11.3" in read[3].text


def test_debians_changelog_says_what_ours_says():
    ours = (PROGRAM / "CHANGELOG.md").read_text(encoding="utf-8")
    debian = changelog.debian(ours, VERSION, datetime(2026, 11, 26, 12, tzinfo=UTC))
    assert debian.startswith(f"counter ({VERSION}) unstable; urgency=medium\n\n  * ")
    assert debian.count("  * ") == sum(len(points) for _, _, points in changelog.sections(ours))
    assert debian.count(f"counter ({VERSION})") == 1
    assert debian.endswith("Wed, 25 Nov 2026 00:00:00 +0000\n")


def test_what_is_not_released_yet_goes_by_the_version_that_is_packed():
    built = datetime(2026, 11, 26, 12, tzinfo=UTC)
    debian = changelog.debian("## [Unreleased]\n- New.\n\n## [0.9.0] - 2026-01-02\n- Old.\n", "1.0.0", built)
    assert debian.startswith("counter (1.0.0) unstable; urgency=medium\n\n  * New.")
    assert "Thu, 26 Nov 2026 12:00:00 +0000\n\ncounter (0.9.0)" in debian
