"""What a whole run of the tests writes into logs, and whether anybody of the demo is named in it.

Everything that the program says while it is tested goes through its own log's formatter into one file; the logs that
tests and the programs they start write in folders of their own are looked through with it when the run is over.
"""

import json
import logging
import re
from pathlib import Path

from counter.app.crash import Nameless

SUITE = "suite"
NAMES = Path(__file__).resolve().parent.parent / "resources" / "demo" / "names.json"
SHORTEST = 4
# What tests type as names and notes again and again.
TYPED = ("Anna", "Kowalska", "Lukas", "Meyer", "Collects on Fridays", "Waits for the rye", "candles were forgotten")
WORD = re.compile(r"[^\W\d_]+")


def listen(folder):
    """From now on everything that is logged in this process is written down as the program would."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(folder / f"{SUITE}.log", "a", "utf-8", delay=True)
    handler.setFormatter(Nameless())
    handler.setLevel(logging.INFO)
    logging.getLogger().addHandler(handler)
    logging.getLogger("counter").setLevel(logging.INFO)
    return handler


def names():
    """Each given and family name of the demo's people, but for those too short to mean anybody."""
    lists = [value for pool in json.loads(NAMES.read_text(encoding="utf-8")) for value in pool.values()]
    texts = {text for value in lists if isinstance(value, list) for text in value if isinstance(text, str)}
    return {part for text in texts for part in WORD.findall(text) if len(part) >= SHORTEST}


def logs(place):
    """Every log below a folder."""
    return sorted(file for file in place.rglob("*.log*") if file.is_file() and file.parent.name in ("logs", SUITE))


def named_in(files):
    """Where a name or a note stands: the file, and the line."""
    known, found = names(), []
    for file in files:
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            said = known.intersection(WORD.findall(line)) or any(text in line for text in TYPED)
            found += [f"{file}: {line}"] if said else []
    return found
