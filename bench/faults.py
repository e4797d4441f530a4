"""Tries the shop's file in every way that a shop's PC knows, far more often than the tests, and prints one table.

It is the table of `docs/faults.md`: fault, how it is made, how often, what was told as saved, what of that was lost,
what was wrong, and what a cashier was told. `--share 0.1` does a tenth. Ends with 1 when anything was lost or wrong,
or when a control (the same on a program that is careless in one thing) was not noticed.
"""

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "faults")]

import suites  # noqa: E402
from cashier import version  # noqa: E402

HOW = {
    "kills": (1500, "a child at work with every command, forms and drafts; SIGKILL at a random moment of its life"),
    "power": (2000, "writes recorded by a layer under SQLite, cut at a random one, the unforced ones lost, out of "
                    "order or torn at 512 bytes"),
    "io_faults": (1000, "a layer under SQLite refuses writes, reads, syncs, opens, deletes: once or for a while"),
    "fills": (100, "a small file system is filled while notes are saved; reading goes on; then room is made"),
    "flips": (500, "one bit of the closed file is turned, then the program starts: that file is kept, a backup opened"),
    "upgrades": (120, "a file of the first version; SIGKILL at a statement of a step, or by time from the first step "
                       "on; beside n, each fourth life in the backup and the copy before"),
    "restores": (200, "a child at work that backs up and goes back again and again, every other time with its log left "
                      "beside the file; SIGKILL at a random moment"),
    "starts": (40, "three processes open one file; the one that has it is killed at work"),
    "clocks": (60, "the shop's clock at 1970, an hour back, 2038, 2100 and in the night when the hour comes twice"),
}
CONTROLS = (
    ("kills", "told before it is saved", 100, "careless"), ("power", "synchronous=OFF", 300, "0"),
    ("power", "synchronous=NORMAL", 300, "1"), ("io_faults", "refusals not minded", 100, "careless"),
    ("fills", "no room is made", 1, "careless"), ("flips", "no checksums", 200, "careless"),
    ("upgrades", "no transactions", 60, "careless"), ("restores", "copied over the file", 10, "careless"),
    ("starts", "no lock", 5, "careless"),
    ("clocks", "sorted by the clock on the wall", 20, "careless"),
)  # fmt: skip


def say(*cells: object) -> None:
    """A row of the table, as soon as it is known."""
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def plain(sentence: str) -> str:
    """A sentence without the name of this run's folder."""
    return " ".join("…" if word.startswith("/") else word for word in sentence.split())


def main() -> int:
    """Run, print, judge."""
    options = argparse.ArgumentParser()
    options.add_argument("--share", type=float, default=1.0)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", nargs="*", default=suites.NAMES)
    wish = options.parse_args()
    began, well = time.monotonic(), True
    print(f"SQLite {version()}, seed {wish.seed}\n")
    say("fault", "how it is made", "n", "told as saved", "lost", "wrong", "told (times)", "s")
    say(*["---"] * 8)
    for name in wish.only:
        often, how = HOW[name]
        tally = suites.run(name, max(1, round(often * wish.share)), wish.seed)
        well = well and tally.well
        told = ", ".join(f"“{plain(said)}” ({times})" for said, times in tally.told.items()) or "nothing to tell"
        say(tally.fault, how, tally.made, f"{tally.saved:,}", tally.lost, len(tally.wrong), told, round(tally.seconds))
        for which in (*tally.which[:5], *tally.wrong[:5]):
            print(f"!! {which}", file=sys.stderr, flush=True)
    print("\nControls, which must be noticed:\n")
    say("careless in", "n", "lost", "wrong", "noticed")
    say(*["---"] * 5)
    for name, what, often, control in CONTROLS:
        if name in wish.only:
            tally = suites.run(name, often, wish.seed, control)
            well = well and not tally.well
            say(f"{name}: {what}", tally.made, tally.lost, len(tally.wrong), "no" if tally.well else "yes")
    print(f"\n{time.monotonic() - began:.0f} s")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
