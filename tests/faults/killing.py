"""Prints many slips with a program that is killed again and again, on a printer with faults of its own.

Between two starts a careful person looks at the pile of paper and answers what is asked.
"""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import zxingcpp
from PIL import Image

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "printing")]

from fake_printer import Mood, Talk, read_slip  # noqa: E402

FONT = HERE.parents[1] / "resources" / "fonts" / "NotoSans-Regular.ttf"
CUT = b"\x1dVB\0"
FAULTS = (Mood.OUT, Mood.OFFLINE, Mood.MUTE, Mood.RESETS, Mood.NEVER_CONFIRMS, Mood.RUNS_OUT, Mood.HANGS_UP)


@dataclass
class Night:
    """What became of the slips by what the printer got; `answers` counts the person's words, `why` what asked them."""

    made: list[str]
    pile: Counter = field(default_factory=Counter)
    torn: int = 0
    kills: int = 0
    answers: Counter = field(default_factory=Counter)
    why: Counter = field(default_factory=Counter)
    left: int = 0

    @property
    def lost(self):
        return [code for code in self.made if not self.pile[code]]

    @property
    def doubled(self):
        return [code for code, count in self.pile.items() if count > 1]


class Printer:
    """Serves one slip a connection, one in four badly, and pulls the plug of the program in the middle of some."""

    def __init__(self, night, random, kills):
        self.night, self.random, self.kills = night, random, kills
        self.pid = None
        self._over = threading.Event()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self):
        self._over.set()
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        self._thread.join(5)
        self._server.close()

    def _serve(self):
        while not self._over.is_set():
            line, _ = self._server.accept()
            with line:
                line.settimeout(5)
                self._one(line)

    def _one(self, line):
        mood = self.random.choice(FAULTS) if self.random.random() < 0.25 else Mood.FINE
        self._dies_at = self.random.choice((3, 6, 4000, 20_000, 10**9)) if self.kills else None
        self._seen = 0
        talk = Talk(mood, lambda size: self._recv(line, size), lambda answer: self._answer(line, answer), self._over)
        with suppress(OSError):
            talk.run()
        self._keep(talk.received)

    def _recv(self, line, size):
        data = line.recv(size)
        self._seen += len(data)
        if self._dies_at is not None and self._seen >= self._dies_at:
            self._kill()
        return data

    def _answer(self, line, answer):
        """Sometimes the program dies just when the slip was confirmed, before it could write that down."""
        line.sendall(answer)
        if self._dies_at == 10**9 and self._seen > 1000:
            self._over.wait(self.random.uniform(0, 0.004))
            self._kill()

    def _kill(self):
        self._dies_at = None
        if self.kills and self.pid and self.random.random() < 0.5:
            pid, self.pid = self.pid, None
            self.kills -= 1
            self.night.kills += 1
            os.kill(pid, signal.SIGKILL)

    def _keep(self, received):
        """A slip is out when it was cut; what ends before is torn paper."""
        if CUT not in received:
            self.night.torn += b"\x1dv0" in received
            return
        rows, _ = read_slip(received)
        picture = Image.frombytes("1", (8 * len(rows[0]), len(rows)), bytes(255 - value for value in b"".join(rows)))
        (code,) = zxingcpp.read_barcodes(picture.convert("L"))
        self.night.pile[code.text[-9:]] += 1


def run(folder, *, slips, kills, seed):
    """The whole night; answers a `Night`."""
    file = folder / "shop.counter"
    night = Night(made=_make(file, slips))
    printer = Printer(night, Random(seed), kills)
    command = [sys.executable, str(HERE / "print_worker.py"), str(file), str(printer.port), str(FONT)]
    try:
        while True:
            with subprocess.Popen(command) as worker:
                printer.pid = worker.pid
                worker.wait(120)
            printer.pid = None
            night.left = _answer_all(file, night)
            if not night.left:
                return night
    finally:
        printer.close()


def _make(file, count):
    """Slips for as many people; answers their codes."""
    from counter_maker import open_till, someone_called

    from counter import outbox
    from counter.desk import thank
    from counter.desk.composing import SlipWish

    till = open_till(file)
    till.clock = lambda: datetime.now(UTC)
    with till.database.atomic():
        for number in range(count):
            person = someone_called(till, f"Person {number}")
            thank.slip(till, f"slip {number}", person, SlipWish())
    made = [f"{slip.code[:4]}-{slip.code[4:]}" for slip in outbox.waiting(till.now)]
    till.database.close()
    return made


def _answer_all(file, night):
    """The person looks at the pile: what lies there is done, what doesn't is printed again. Answers how many wait."""
    from counter_maker import open_file

    from counter import outbox

    database = open_file(file)
    outbox.recover()
    now = datetime.now(UTC)
    waiting = outbox.waiting(now)
    for slip in waiting:
        if slip.asks:
            out = night.pile[f"{slip.code[:4]}-{slip.code[4:]}"] > 0
            night.answers["it came out" if out else "print it again"] += 1
            night.why[slip.sentence] += 1
            outbox.came_out(slip.job_id, now) if out else outbox.print_it(slip.job_id, now)
    left = len(outbox.waiting(now))
    database.close()
    return left
