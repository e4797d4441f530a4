"""Every way in which the shop's file is tried, each to be run as a program of its own: a name, how often, a seed.

With a fourth word it is the control: the same harness on a product that is made careless, which must be noticed.
"""

import dataclasses
import importlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
MEMORY = Path("/dev/shm")
NAMES = ("kills", "power", "io_faults", "fills", "flips", "upgrades", "restores", "starts", "clocks")
CARELESS = dict.fromkeys(NAMES, "careless") | {"power": "0"}  # of `power` it is the setting of `synchronous`


def run(name, n, seed=1, control=None):
    """Run one suite in a process of its own, where no other thread lives; answers its `Tally`."""
    from cashier import Tally

    words = [sys.executable, str(Path(__file__)), name, str(n), str(seed), *([str(control)] if control else [])]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return Tally(**json.loads(done.stdout))


def main(name, n, seed, control=None):
    """One suite here and now; prints its tally as JSON."""
    sys.path.insert(0, str(HERE))
    module = importlib.import_module(name)
    words = {"0": 0, "1": 1, None: None if name == "power" else False}
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        tally = module.run(Path(folder), int(n), int(seed), control=words.get(control, control))
    json.dump(dataclasses.asdict(tally), sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
