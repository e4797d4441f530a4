"""How long a slip takes from its words to a printer's bytes and to a PDF: the first of a running program, and warm.

Others make the same slip in the same run (`make peers` installs them):

    .venv/bin/python bench/slips.py [--rounds N]

Prints CPU and wall milliseconds. Ends with 1 when a goal is missed (wall times are judged by their median).
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_DISABLE_EMOJI_SEGMENTER", "1")
os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db*=false")

import slip_makers as make  # noqa: E402
from PySide6.QtGui import QFontDatabase, QGuiApplication  # noqa: E402
from slips_peers import Wish, others  # noqa: E402

from counter.paper.fonts import Fonts  # noqa: E402
from counter.paper.layout import lay_out  # noqa: E402
from counter.paper.paint import picture, raster  # noqa: E402
from counter.paper.pdf import About, pdf  # noqa: E402
from counter.printing.escpos import slip_bytes  # noqa: E402
from counter.records.roll import RollOptions  # noqa: E402
from counter.records.slips import PAPERS, Slip  # noqa: E402

NAMES = ("Ania", "Zoë Müller-Łukasiewicz", "عبد الرحمن الهاشمي", "Nguyễn Thị Ánh Tuyết",
         "श्रीमती त्रिवेदी", "王小明", "김민수")
GOALS = {"bytes cpu": 15.0, "bytes wall": 50.0, "first wall": 250.0, "pdf cpu": 20.0}


def loaded() -> Fonts:
    """The bundled fonts as the program loads them."""
    table = json.loads((ROOT / "resources" / "fonts" / "families.json").read_text(encoding="utf-8"))
    for file in (file for files in table["files"].values() for file in files):
        QFontDatabase.addApplicationFont(str(ROOT / "resources" / "fonts" / file))
    return Fonts(tuple(table["sans"]))


def to_bytes(slip: Slip, paper: str, fonts: Fonts) -> bytes:
    """What a roll printer gets."""
    return slip_bytes(raster(lay_out(slip, PAPERS[paper], fonts)), RollOptions())


def to_pdf(slip: Slip, paper: str, fonts: Fonts) -> bytes:
    """What the folder gets."""
    return pdf(lay_out(slip, PAPERS[paper], fonts), About(slip.title, slip.language))


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """CPU and wall milliseconds of one call."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return 1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)


def many(work: Callable[[Slip], object], rounds: int) -> tuple[float, float, float]:
    """Median CPU, median wall and 95th percentile of wall over slips with names in many scripts, none made before."""
    slips = [make.thank_you(f"{name} {n}", gesture=f"Two stars, {n}.") for n in range(rounds + 1) for name in NAMES]
    for slip in slips[: len(NAMES)]:
        work(slip)
    cpu, wall = zip(*(timed(lambda slip=slip: work(slip)) for slip in slips[len(NAMES) :]), strict=True)
    return statistics.median(cpu), statistics.median(wall), statistics.quantiles(wall, n=20)[-1]


def beside(peers: Path, fonts: Fonts, rounds: int) -> None:
    """The same slip by others."""
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder) / "slip.png"
        picture(lay_out(make.thank_you(), PAPERS["roll80"], fonts)).save(str(image))
        lines = (make.SHOP.name, "Thank you for coming by in this rain.", make.CODE, make.SHOP.phone)
        same = Wish(names=NAMES, lines=lines, qr=make.QR, picture=image, rounds=rounds)
        for told in others(peers, same):
            lost = f"   {told.lost} of {len(NAMES)} names lost" if told.lost else ""
            print(f"{told.who:36} cpu {told.cpu:6.1f}   wall {told.wall:6.1f}{lost}")


def main() -> int:
    """Measure, print, judge."""
    options = argparse.ArgumentParser()
    options.add_argument("--peers", type=Path, default=ROOT / ".venv" / "others")
    options.add_argument("--rounds", type=int, default=30)
    wish = options.parse_args()
    application = QGuiApplication([])
    fonts = loaded()
    found: dict[str, float] = {}
    cpu, found["first wall"] = timed(lambda: to_bytes(make.thank_you(), "roll80", fonts))
    print(f"first slip, 80 mm      cpu {cpu:6.1f}   wall {found['first wall']:6.1f}")
    for paper in ("roll58", "roll80"):
        cpu, wall, late = many(lambda slip, paper=paper: to_bytes(slip, paper, fonts), wish.rounds)
        print(f"{paper} to bytes        cpu {cpu:6.1f}   wall {wall:6.1f}   p95 {late:6.1f}")
        found["bytes cpu"] = max(cpu, found.get("bytes cpu", 0))
        found["bytes wall"] = max(wall, found.get("bytes wall", 0))
    for paper in ("roll58", "a6"):
        cpu, wall, late = many(lambda slip, paper=paper: to_pdf(slip, paper, fonts), wish.rounds)
        print(f"{paper:6} to PDF          cpu {cpu:6.1f}   wall {wall:6.1f}   p95 {late:6.1f}")
        found["pdf cpu"] = max(cpu, found.get("pdf cpu", 0))
    beside(wish.peers, fonts, wish.rounds)
    missed = [f"{name} {found[name]:.1f} > {goal:.0f}" for name, goal in GOALS.items() if found[name] > goal]
    print("all goals met" if not missed else f"missed: {'; '.join(missed)}")
    application.quit()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
