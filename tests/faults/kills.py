"""A counter that is killed at random moments, also while it opens its file, checkpoints or saves half a form."""

import os
import select
import signal
import time
from functools import partial
from random import Random

from cashier import Day, Tally, in_child, look, open_till

FRESH = 20


def run(folder, n, seed=1, *, control=False):
    """Kill `n` lives. The control tells each operation before it is saved, and so must lose some."""
    tally, random, began = Tally("kill -9 at a random moment"), Random(seed), time.monotonic()
    for number in range(n):
        if number % FRESH == 0:
            path, told = folder / f"kills {number}.counter", []
            in_child(partial(_prepare, path))
        lines = _life(path, number, random, control)
        said, bugs = [line for line in lines if line[0] != "!"], [line for line in lines if line[0] == "!"]
        told += said
        try:
            lost, wrong = in_child(partial(look, path, told))
        except RuntimeError as fault:
            lost, wrong = [], [str(fault)]
        wrong += bugs
        tally.add(said, lost, wrong)
        told = [op for op in told if op not in lost]
    tally.made, tally.seconds = n, time.monotonic() - began
    return tally


def _prepare(path):
    open_till(path).database.close()


def _life(path, number, random, control):
    """One life: works until it is killed; answers what it told.

    Each third one is killed so long after its start, the others after their first word: how busy the machine is then
    doesn't matter.
    """
    inlet, outlet = os.pipe()
    child = os.fork()
    if not child:
        os.close(inlet)
        _work(path, number, outlet, control)
    os.close(outlet)
    data = b"" if number % 3 == 0 else os.read(inlet, 65536)
    until = time.monotonic() + random.uniform(0.005, 0.18)
    while (left := until - time.monotonic()) > 0:
        ready, _, _ = select.select([inlet], [], [], left)
        if ready:
            more = os.read(inlet, 65536)
            data += more
            if not more:
                break
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(inlet, "rb") as rest:
        data += rest.read()
    return data.decode().split("\n")[:-1]


def _work(path, number, outlet, control):
    try:
        day = Day(open_till(path), f"life {number}", number, lambda op: os.write(outlet, f"{op}\n".encode()))
        if control:
            day.ops = _Early(day.ops, day.tell)
        while True:
            day.one()
    except Exception as bug:  # noqa: BLE001 - the parent is told that it did not live until it was killed
        os.write(outlet, f"! {type(bug).__name__}: {bug}\n".encode())
    finally:
        os._exit(1)


class _Early:
    """Tells an operation as soon as it is asked for."""

    def __init__(self, ops, tell):
        self._ops, self._tell, self.life = ops, tell, ops.life

    @property
    def count(self):
        return self._ops.count

    def __call__(self):
        op = self._ops()
        self._tell(op)
        return op
