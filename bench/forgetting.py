"""Where somebody's name and words lie, and what is found there once they are forgotten: a table, counted.

    .venv/bin/python bench/forgetting.py

One customer is put into every place that there is, by the counter's own commands; then they are forgotten both ways.
Rows are those in which any of their names, ways to reach them or words stands; hits are counted in the bytes of files.
"""

import gzip
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "models")]

from counter_commands import every_row  # noqa: E402
from counter_maker import Clock, Ops, open_till  # noqa: E402
from test_forgetting import ALL, change, furnish  # noqa: E402

from counter.desk import complaints, find  # noqa: E402
from counter.models import kept  # noqa: E402
from counter.models.tables_gestures import GestureEventRow, SuggestionRow  # noqa: E402
from counter.models.tables_shop import PrintJobRow  # noqa: E402
from counter.office import backups, exports, forgetting, report, restoring  # noqa: E402
from counter.office import report_decisions as decisions  # noqa: E402
from counter.office.forgetting import Way  # noqa: E402
from counter.records.backups import Why  # noqa: E402
from counter.records.complaints import ComplaintForm  # noqa: E402
from counter.records.when import monday  # noqa: E402

SAID = "the heliotrope loaf was grey"
WORDS = (*ALL, SAID)


def hits(files: Iterable[Path]) -> int:
    """How often any of the words stands in these files, backups unpacked."""
    total = 0
    for file in files:
        data = gzip.decompress(file.read_bytes()) if file.name.endswith(".gz") else file.read_bytes()
        total += sum(data.count(word.encode()) for word in WORDS)
    return total


def in_tables() -> Counter[str]:
    rows = {f"table {name}": sum(any(w in row for w in WORDS) for row in rows) for name, rows in every_row().items()}
    return Counter({name: count for name, count in rows.items() if count})


def of_learnt(who: int) -> int:
    events = GestureEventRow.select().where(GestureEventRow.customer_id == who).count()
    return int(events + SuggestionRow.select().where(SuggestionRow.customer_id == who).count())


def in_export(till: Any, folder: Path) -> int:
    shutil.rmtree(folder, ignore_errors=True)
    list(exports.everything(till.database, folder, till.now))
    return hits(folder.iterdir())


def places(till: Any, who: int, folder: Path) -> Counter[str]:
    """Every place with its count, zeros left out."""
    path = Path(till.database.database)
    found = in_tables()
    found["the choice of extras: rows that are theirs"] = of_learnt(who)
    found["the kept index of names"] = int(kept.read(find.NAME) is not None)
    found["print jobs"] = PrintJobRow.select().count()
    found["slips, chair cards and reports kept as PDF"] = len(list(folder.rglob("*.pdf")))
    found["a folder with everything, written now: hits"] = in_export(till, folder / "out")
    found["bytes of the shop's file: hits"] = hits([path])
    log = path.with_name(f"{path.name}-wal")
    found["bytes of its log: hits"] = hits([log] if log.exists() else [])
    found["the list of the forgotten beside it: hits"] = hits(filter(Path.exists, [path.with_name(forgetting.LIST)]))
    found["backups from before: hits"] = hits(backups.folder_of(path).glob("*.gz"))
    return +found


def sit_in_the_chair(till: Any, who: int, folder: Path, clock: Clock) -> None:
    complaints.log(till, "said", who, ComplaintForm(words=SAID))
    week = monday(till.today)
    clock.go_on(days=7)
    decisions.choose_chair(change(till, "chair"), week, SAID)
    decisions.print_card(change(till, "card"), report.weekly(week, till.settings, till.now))
    (folder / "card.pdf").write_bytes(b"%PDF")
    PrintJobRow.update(state="printed", place=str(folder / "card.pdf")).where(PrintJobRow.place == "").execute()
    reports = folder / "reports"
    reports.mkdir()
    for weeks in (0, 1):
        (reports / f"What customers say {week + timedelta(days=7 * weeks)}.pdf").write_bytes(b"%PDF")


def counted(way: Way, tell: Callable[[str], None]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Before, after, and after the backup from before was put back and the shop opened."""
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), Clock()
        path = folder / "shop.counter"
        till = open_till(path, clock)
        who, _ = furnish(till, Ops(), folder)
        sit_in_the_chair(till, who, folder, clock)
        backup = backups.make(till.database, Why.ASKED, till.now)
        before = places(till, who, folder)
        forgetting.forget(change(till), who, way)
        after = places(till, who, folder)
        find_again = in_tables()
        assert not find_again, find_again
        till.database.close()
        restoring.put_in_place(restoring.weigh(path, backup.path).prepared, path)
        again = open_till(path, clock)
        tell(f"{way}: the backup put back brings {sum(in_tables().values())} rows with it; the start forgets "
             f"{forgetting.again(again.database, again.today)}")  # fmt: skip
        last = places(again, who, folder)
        again.database.close()
        return before, after, +last


def main() -> None:
    told: list[str] = []
    found = {way: counted(way, told.append) for way in Way}
    (before, erased, erased_again), (_, nameless, nameless_again) = found[Way.ERASE], found[Way.ANONYMOUS]
    every = sorted({place for columns in found.values() for column in columns for place in column})
    print("| place | before | erased | anonymous | erased, old backup back | anonymous, old backup back |")
    print("|---|---|---|---|---|---|")
    for place in every:
        cells = (column[place] for column in (before, erased, nameless, erased_again, nameless_again))
        print(f"| {place} | {' | '.join(map(str, cells))} |")
    print("\n".join(told))


if __name__ == "__main__":
    main()
