"""What was read of a damaged file, waiting beside the backups until somebody brings it in or says it isn't needed."""
import json
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from counter.models import backup as files
from counter.office import backups
from counter.records.backups import Hanging, Salvaged, ToCheck

WAITING = "to-check.json"


def keep(shop_file: Path, found: Salvaged) -> None:
    """Have it on the disk, if there is anything; raises OSError."""
    if not found.entries and not found.rows:
        return
    entries = [{**asdict(one), "at": one.at.isoformat()} for one in found.entries]
    whole = {"entries": entries, "rows": [asdict(row) for row in found.rows], "people": found.people}
    part = _place(shop_file).with_name(WAITING + ".new")
    with part.open("wb") as file:
        file.write(json.dumps(whole, ensure_ascii=False).encode())
        files.settle(file)
    part.replace(_place(shop_file))


def read(shop_file: Path) -> Salvaged:
    """What waits; nothing where the file is not there or holds something else."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        whole: Any = json.loads(_place(shop_file).read_text(encoding="utf-8"))
        entries = tuple(ToCheck(**{**one, "at": datetime.fromisoformat(one["at"])}) for one in whole["entries"])
        people = {int(number): dict(columns) for number, columns in whole["people"].items()}
        return Salvaged(entries=entries, rows=tuple(Hanging(**row) for row in whole["rows"]), people=people)
    return Salvaged()


def forget(shop_file: Path) -> None:
    """It waits no longer."""
    files.drop(_place(shop_file))


def _place(shop_file: Path) -> Path:
    return backups.folder_of(shop_file) / WAITING
