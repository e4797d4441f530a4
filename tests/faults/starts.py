"""Several starts at once on one shop: one opens it, the others are told, and a killed one leaves no lock behind."""

import os
import signal
import time
from functools import partial

from cashier import Day, Ops, Tally, in_child, look, open_till
from counter_commands import anna

from counter.errors import Known
from counter.models import database
from counter.models.database import InUse

STARTS = 3


def run(folder, n, seed=1, *, control=False):
    """`n` rounds of three starts; whoever opened is killed at work. The control locks nothing: more than one opens."""
    tally, began, told = Tally("three starts at once"), time.monotonic(), []
    path = folder / "starts.counter"
    in_child(partial(_made, path))
    for number in range(n):
        answers, said = _round(path, number, control)
        told += said
        opened = answers.count("opened")
        tally.wrong += [f"{opened} opened the shop at once"] if opened != 1 else []
        for answer in answers:
            if answer != "opened":
                tally.hear(answer)
    lost, wrong = in_child(partial(look, path, told))
    tally.made, tally.saved, tally.lost, tally.which = n, len(told), len(lost), lost
    tally.wrong, tally.seconds = tally.wrong + wrong, time.monotonic() - began
    return tally


def _made(path):
    till = open_till(path)
    anna(till, Ops("before"))
    till.database.close()


def _round(path, number, control):
    gate, go = os.pipe()
    starts = [_start(path, (gate, go), f"round {number} start {one}", control) for one in range(STARTS)]
    os.close(gate)
    os.close(go)  # the gate opens for all at once
    answers = [pipe.readline().strip() for _, pipe in starts]
    told = []
    for (pid, pipe), answer in zip(starts, answers, strict=True):
        if answer == "opened":
            told.append(pipe.readline().strip())
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        pipe.close()
    return answers, told


def _start(path, gate, name, control):
    inlet, outlet = os.pipe()
    child = os.fork()
    if child:
        os.close(outlet)
        return child, os.fdopen(inlet, encoding="utf-8")
    try:
        os.close(gate[1])
        os.read(gate[0], 1)
        _open(path, name, lambda line: os.write(outlet, f"{line}\n".encode()), control)
    finally:
        os._exit(0)


def _open(path, name, say, control):
    if control:
        database.SETTINGS = tuple((dict(database.SETTINGS) | {"locking_mode": "normal"}).items())
    try:
        till = open_till(path)
    except InUse as told:
        say(told.sentence)
        return
    except Known as told:
        say(f"not told as in use: {told.sentence}")
        return
    say("opened")
    Day(till, name, 1, say).careful(Tally(""), lambda: None)
    while True:
        signal.pause()
