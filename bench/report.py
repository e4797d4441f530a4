"""How long the weekly report of a demo year takes from the shop's file to a PDF, and how large it is.

Prints the first of a running program and the slowest of the last 26 weeks, wall and processor time. With
`weeks 200`: so many random weeks, each voice looked for in the PDF's text. Ends with 1 when a goal is missed.
"""

import json
import os
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db*=false")

from counter_maker import Clock, open_file  # noqa: E402
from PySide6.QtGui import QFontDatabase, QGuiApplication  # noqa: E402
from report_pages import Talk  # noqa: E402

from counter.demo.make import Plan, Pools, make  # noqa: E402
from counter.models import shop  # noqa: E402
from counter.office import report as office  # noqa: E402
from counter.paper.fonts import Fonts  # noqa: E402
from counter.paper.pdf import About, pdf  # noqa: E402
from counter.paper.report import set_report  # noqa: E402
from counter.settings import Settings  # noqa: E402

TODAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 15, 30, tzinfo=UTC)
PEOPLE = int(sys.argv[1]) if sys.argv[1:] and sys.argv[1].isdecimal() else 1000
WEEKS = int(sys.argv[2]) if sys.argv[1:2] == ["weeks"] else 0
SECONDS, BYTES = 1.0, 200_000


def loaded() -> Fonts:
    """The bundled fonts as the program loads them."""
    folder = ROOT / "resources" / "fonts"
    table = json.loads((folder / "families.json").read_text(encoding="utf-8"))
    for files in table["files"].values():
        for file in files:
            QFontDatabase.addApplicationFont(str(folder / file))
    return Fonts(tuple(table["sans"]))


def demo(folder: Path) -> Settings:
    """A year of a made-up shop, open."""
    files = (ROOT / "resources" / "demo" / f"{name}.json" for name in ("names", "people", "shop"))
    pools = Pools(*(json.loads(file.read_text(encoding="utf-8")) for file in files))
    make(open_file(folder / "shop.counter"), pools, Plan(PEOPLE, 7, TODAY, now=NOW))
    return Settings.from_text(shop.setting("shop") or "")


def one(week: date, settings: Settings, fonts: Fonts) -> tuple[float, int, int, int, float]:
    """Seconds, bytes, pages and voices of one week, and the processor's seconds."""
    begun, worked = time.perf_counter(), time.process_time()
    sheet = set_report(office.weekly(week, settings, NOW), fonts)
    data = pdf(sheet, About("What our customers are saying", "en"))
    took, work = time.perf_counter() - begun, time.process_time() - worked
    return took, len(data), sheet.pages, len(office.all_voices(week, settings)), work


def random_weeks(folder: Path) -> int:
    """Weeks of the talk in which a voice is missing or stands twice."""
    talk, fonts = Talk(folder / "shop.counter", Clock(), seed=8), loaded()
    found = [talk.missing(week, fonts) for week in [talk.week() for _ in range(WEEKS)]]
    wrong = sum(bool(missing) for missing, _ in found)
    print(f"{WEEKS} random weeks with {sum(count for _, count in found)} voices: wrong in {wrong} (goal: 0)")
    return wrong


def main() -> int:
    """Measure, print, judge."""
    _application = QGuiApplication([])
    with tempfile.TemporaryDirectory() as folder:
        if WEEKS:
            return int(random_weeks(Path(folder)) > 0)
        settings, fonts = demo(Path(folder)), loaded()
        found = [one(TODAY - timedelta(days=7 * ago), settings, fonts) for ago in range(1, 27)]
    print(f"{PEOPLE} people; first report {found[0][0]:.2f} s, slowest of 26 weeks {max(f[0] for f in found):.2f} s,")
    print(f"on the processor {found[0][4]:.2f} s and {max(f[4] for f in found):.2f} s; goal {SECONDS} s, {BYTES} bytes")
    print(f"largest {max(f[1] for f in found)} bytes; pages and voices: {sorted({(f[2], f[3]) for f in found})}")
    return int(max(f[0] for f in found) > SECONDS or max(f[1] for f in found) > BYTES)


if __name__ == "__main__":
    sys.exit(main())
