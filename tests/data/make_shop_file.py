"""Writes today's shop file, with one of everything in it, as `shop_vNNN.counter.gz` and what it holds as JSON.

Run once when a version is released, and kept for ever: `python tests/data/make_shop_file.py`.
"""

import gzip
import json
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]

from counter_commands import COMMANDS  # noqa: E402 - the path is set above
from counter_maker import MORNING, Ops, open_till  # noqa: E402

from counter.desk import drafts, undo  # noqa: E402
from counter.models import kept, shop  # noqa: E402
from counter.models.database import TABLES  # noqa: E402
from counter.models.migrate import VERSION  # noqa: E402
from counter.models.people import everyone  # noqa: E402
from counter.models.tables_people import ConsentRow  # noqa: E402
from counter.models.tables_shop import AnonymousRow, ExternalIdRow, ForgottenRow, ImportRow, ReportRow  # noqa: E402
from counter.records.entries import Draft  # noqa: E402

DAY = MORNING.date()
WRITTEN_BY_NOBODY_HERE = {
    ConsentRow: {"customer_id": 1, "purpose": "reminders", "given": True, "wording": "Yes, do.", "day": DAY},
    AnonymousRow: {"week": DAY, "words": "Warm in here.", "scores": (9, None, 8)},
    ImportRow: {"file": "people.csv", "shape": "csv", "at": MORNING},
    ExternalIdRow: {"source": "till", "value": "17", "customer_id": 1},
    ForgottenRow: {"customer_id": 99, "day": DAY, "staff": "Maya"},
    ReportRow: {"week": DAY, "change_text": "More rye on Fridays.", "empty_chair": "So kind!", "made_at": MORNING},
}


def fill(till):
    ops = Ops()
    for before, command in COMMANDS.values():
        command(before(till, ops), ops())
    undo.last(till, ops())
    with till.database.atomic():
        shop.save_logo(b"a picture")
        shop.save_line(None, "en", "regular", "It is good to see you again.")
        shop.set_day_circumstances(till.today, {"rain"})
        shop.save_boundary("durian", "durian", {"eaten"}, 1)
        kept.keep("names", kept.counter(), b"an index")
        shop.save_gesture("own", "{}", active=True, own=True)
        for table, columns in WRITTEN_BY_NOBODY_HERE.items():
            table.insert(**columns).execute()
    drafts.keep(till, Draft(form="return", customer_id=None, fields={"item": "rye"}))


def holds():
    """Rows by table, and the names of the people."""
    rows = {table._meta.table_name: table.select().count() for table in TABLES}
    return {"rows": rows, "names": sorted({person["name"] for person in everyone()})}


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shop.counter"
        till = open_till(path)
        fill(till)
        told = holds()
        till.database.close()
        packed = gzip.compress(path.read_bytes(), 9, mtime=0)
    (HERE / f"shop_v{VERSION:03d}.counter.gz").write_bytes(packed)
    text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)
    (HERE / f"shop_v{VERSION:03d}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
