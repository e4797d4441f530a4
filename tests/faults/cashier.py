"""A cashier who uses every command of the counter, and who looks afterwards whether all that was told is there."""

import os
import pickle
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]

import apsw  # noqa: E402
from counter_commands import COMMANDS  # noqa: E402
from counter_maker import open_till, resources  # noqa: E402

from counter.desk import drafts, notes  # noqa: E402
from counter.errors import DiskFault, Known, Refused  # noqa: E402
from counter.models import shop  # noqa: E402
from counter.models.database import sweep  # noqa: E402
from counter.models.tables_people import EntryRow  # noqa: E402
from counter.records.entries import Draft  # noqa: E402

resources()  # once, before any child begins
MADE = "SELECT c.row_id FROM change c WHERE c.table_name = ? AND c.before IS NULL"
UNTOLD = {"suggestion", "entry"}  # drawn when a card is opened; the journal itself
LONG = "The candles were forgotten. " * 9


@dataclass
class Tally:
    """What became of a fault: how often it was made, what was told as saved, and what was lost, doubled or wrong.

    `told` counts the sentences that a cashier saw.
    """

    fault: str
    made: int = 0
    saved: int = 0
    lost: int = 0
    which: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    told: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    def hear(self, sentence):
        """A sentence was told."""
        short = sentence.split(",")[0].split(".")[0]
        self.told[short] = self.told.get(short, 0) + 1

    def add(self, told, lost, wrong):
        """One fault more: what was told as saved until then, what of it is lost, and what is wrong."""
        self.saved, self.lost = self.saved + len(told), self.lost + len(lost)
        self.which, self.wrong = self.which + lost, self.wrong + wrong

    @property
    def well(self):
        """Nothing told as saved was lost, and nothing is doubled, halved or damaged."""
        return not self.lost and not self.wrong


class Ops:
    """Operations of one life of the program; `used` are those of commands that have answered."""

    def __init__(self, life):
        self.life, self.count = life, 0

    def __call__(self):
        self.count += 1
        return f"{self.life} {self.count}"


class Day:
    """Works at an open till. `tell(op)` is called for each operation once its use case has returned."""

    def __init__(self, till, life, seed, tell):
        self.till, self.ops, self.random, self.tell = till, Ops(life), Random(seed), tell
        till.random_bytes = os.urandom  # no code of a slip twice

    def one(self):
        """One command with what must happen before it, or a form that is half written and then saved."""
        first = self.ops.count + 1
        if self.random.random() < 0.15:
            self._form()
            return
        with suppress(Refused):  # the shop's rules may say no, and then nothing is saved
            before, command = COMMANDS[self.random.choice(WHAT)]
            story = before(self.till, self.ops)
            for number in range(first, self.ops.count + 1):
                self.tell(f"{self.ops.life} {number}")
            op = self.ops()
            command(story, op)
            self.tell(op)

    def _form(self):
        who = EntryRow.select(EntryRow.customer_id).where(EntryRow.customer_id.is_null(False)).first()
        if who is None:
            return
        op = self.ops()
        self._note(op, who.customer_id, LONG)
        self.tell(op)

    def _note(self, op, who, text):
        """As the window does it: on disk while it is typed, then saved and its draft let go in one transaction."""
        draft = Draft(form=f"note {op}", customer_id=who, fields={"op": op, "text": text}, ops=(op,))
        drafts.keep(self.till, draft)
        self.tell(f"draft {op}")
        drafts.finish(self.till, draft, lambda op: notes.add(self.till, op, who, text))

    def careful(self, tally, heal, limit=12):
        """A note that is tried until it is saved, as the window does; answers whether it was."""
        op = self.ops()
        for _ in range(limit):
            try:
                who = EntryRow.select(EntryRow.customer_id).where(EntryRow.customer_id.is_null(False)).first()
                self._note(op, who.customer_id, LONG * self.random.randrange(1, 12))
            except DiskFault as told:
                tally.hear(told.sentence)
                heal()
            except Known as told:
                tally.hear(told.sentence)
                heal()
                self.till.database.doubt()
            else:
                self.tell(op)
                return True
        return False


WHAT = tuple(COMMANDS)


def look(path, told):
    """Open the file as at a start and compare it with what was told; answers (lost, wrong)."""
    till = open_till(path)
    try:
        sweep(till.database)
        return _lost(told), [*_damage(till.database), *_halves(till.database)]
    finally:
        till.database.close()


def _lost(told):
    kept = {row.op_id for row in EntryRow.select(EntryRow.op_id)}
    half_written = {fields.get("op") for _, _, fields, _, _ in shop.drafts()}
    ops = {op for op in told if not op.startswith("draft ")}
    half = {op.removeprefix("draft ") for op in told if op.startswith("draft ")}
    return sorted(ops - kept) + sorted(f"draft {op}" for op in half - kept - half_written)


def _damage(database):
    found = [row[0] for row in database.execute_sql("PRAGMA integrity_check").fetchall() if row[0] != "ok"]
    return found + [f"reference {row}" for row in database.execute_sql("PRAGMA foreign_key_check").fetchall()]


def _halves(database):
    """Rows that the journal tells of and that are not there, and rows that no entry made."""
    wrong = []
    names = [row[0] for row in database.execute_sql("SELECT DISTINCT table_name FROM change").fetchall()]
    for name in names:
        made = [row[0] for row in database.execute_sql(MADE, (name,)).fetchall()]
        there = {row[0] for row in database.execute_sql(f'SELECT id FROM "{name}"').fetchall()}
        wrong += [f"{name} {row} was made twice" for row in {row for row in made if made.count(row) > 1}]
        wrong += [f"{name} {row} is missing" for row in set(made) - there]
        if name not in UNTOLD:
            wrong += [f"{name} {row} has no entry" for row in there - set(made)]
    unmade = "SELECT slip.id FROM slip LEFT JOIN print_job ON print_job.slip_id = slip.id WHERE print_job.id IS NULL"
    wrong += [f"slip {row[0]} never goes to a printer" for row in database.execute_sql(unmade).fetchall()]
    doubled = "SELECT fields FROM draft JOIN entry ON entry.op_id = json_extract(fields, '$.op')"
    return wrong + [f"a form is half written and saved: {row[0]}" for row in database.execute_sql(doubled).fetchall()]


def in_child(work):
    """Run `work` in a child of its own and answer what it answers, or the exception that ended it."""
    inlet, outlet = os.pipe()
    child = os.fork()
    if not child:
        os.close(inlet)
        with suppress(BaseException):
            _answer(work, outlet)
        os._exit(0)
    os.close(outlet)
    with os.fdopen(inlet, "rb") as pipe:
        data = pipe.read()
    os.waitpid(child, 0)
    if not data:
        raise RuntimeError("the child ended without an answer")
    good, answer = pickle.loads(data)
    if not good:
        raise RuntimeError(answer)
    return answer


def _answer(work, outlet):
    try:
        answer = (True, work())
    except Exception as fault:  # noqa: BLE001 - it is told to the parent
        answer = (False, f"{type(fault).__name__}: {fault}")
    with os.fdopen(outlet, "wb") as pipe:
        pipe.write(pickle.dumps(answer))


def version():
    """Which SQLite was tried."""
    return apsw.sqlitelibversion()
