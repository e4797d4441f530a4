"""600 slips by a program that is killed 120 times while it prints, on a printer with faults of its own.

Lost and doubled are counted by the printer: slips whose code can be read from what it got and cut, not by the queue's
own table. Each asking stands with its reason: killed in the middle, or a fault of the printer.

`--slips N --kills N --seed N` for other sizes. Ends with 1 when a slip was lost, or doubled without a person's yes.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "faults")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from killing import run  # noqa: E402


def main() -> int:
    options = argparse.ArgumentParser()
    for name, usual in (("slips", 600), ("kills", 120), ("seed", 1)):
        options.add_argument(f"--{name}", type=int, default=usual)
    wish = options.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        night = run(Path(folder), slips=wish.slips, kills=wish.kills, seed=wish.seed)
    took = time.monotonic() - began
    print(f"slips {len(night.made)}   kills {night.kills}   torn papers {night.torn}   {took:.0f} s")
    print(f"asked {sum(night.answers.values())}: {dict(night.answers)}")
    for sentence, times in night.why.most_common():
        print(f"  {times:4} {sentence}")
    print(f"lost {len(night.lost)}   doubled without a yes {len(night.doubled)}")
    return 1 if night.lost or night.doubled else 0


if __name__ == "__main__":
    sys.exit(main())
