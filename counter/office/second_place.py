"""The second place: where it is, when it was last seen, and a copy of the newest backup put there.

It belongs to this PC and not to the shop's file: it is written beside the backups.
"""
import json
import re
import shutil
from contextlib import suppress
from datetime import date
from pathlib import Path

from counter.errors import Refused, Unavailable
from counter.models.backup import drop, not_written, settle, settle_folder
from counter.records.backups import SecondPlace

KEPT = "second-place.json"
INSIDE = "Counter backups"
PART = ".part"
SAME_DISK = "This folder is on the same disk as the shop's file: it doesn't help when that fails. It is used anyway."
NOT_THERE = "There is no such folder. Plug the stick in, or choose another folder."
WORN_OUT = "The copy in {folder} is not what was written there. Is the stick worn out? Try another one."
OWN = "This is Counter's own folder. Choose one on a stick, on another disk or on the network."


def read(folder: Path) -> SecondPlace:
    """The place as it was chosen, and whether it can be reached now; `folder` is the one of the backups."""
    kept = _kept(folder)
    seen = date.fromisoformat(kept["seen"]) if kept.get("seen") else None
    return SecondPlace(folder=kept.get("folder", ""), seen=seen, here=inside(folder) is not None)


def inside(folder: Path) -> Path | None:
    """The folder in the second place that holds the backups; None where it isn't there, as with a stick pulled out."""
    kept = _kept(folder)
    if not kept.get("folder"):
        return None
    place = Path(kept["folder"]) / kept.get("name", INSIDE)
    with suppress(OSError):
        if place.is_dir():
            return place
    return None


def choose(folder: Path, place: str, shop_name: str) -> str:
    """From now on each backup goes there too; answers a warning or nothing. Raises Refused or Unavailable."""
    wanted = Path(place)
    try:
        if not wanted.is_absolute() or not wanted.is_dir():
            raise Refused(NOT_THERE)
        if wanted.resolve().is_relative_to(folder.parent.resolve()):
            raise Refused(OWN)
        name = f"{INSIDE}, {shop}" if (shop := re.sub(r"[^\w \-]", "", shop_name).strip()[:40]) else INSIDE
        (wanted / name).mkdir(exist_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        same = wanted.stat().st_dev == folder.stat().st_dev
        _keep(folder, {"folder": str(wanted), "name": name, "seen": ""})
    except OSError as fault:
        raise not_written(fault, wanted / INSIDE) from fault
    return SAME_DISK if same else ""


def owe(folder: Path) -> None:
    """The last backup was not carried for the place gave no answer; nothing where none was chosen. Raises OSError."""
    kept = _kept(folder)
    if kept.get("folder"):
        _keep(folder, {**kept, "owed": "yes"})


def is_owed(folder: Path) -> bool:
    """Whether the program ended before the place had answered; a backup that gets there ends it. Asks this PC only."""
    return _kept(folder).get("owed") == "yes"


def forget(folder: Path) -> None:
    """No second place any more; what lies there stays. Raises OSError."""
    (folder / KEPT).unlink(missing_ok=True)


def carry(backup: Path, named: str, today: date) -> None:
    """Put a copy of a backup there under that name, compared byte by byte, unless it is there; raises Unavailable."""
    place = inside(backup.parent)
    if place is None:
        raise Unavailable(NOT_THERE)
    part = place / (named + PART)
    try:
        if not (place / named).exists():
            _put(backup, part)
            part.replace(place / named)
            settle_folder(place)
        _keep(backup.parent, {**_kept(backup.parent), "seen": today.isoformat(), "owed": ""})
    except OSError as fault:
        raise not_written(fault, part) from fault
    finally:
        drop(part)


def _put(backup: Path, part: Path) -> None:
    with backup.open("rb") as source, part.open("wb") as target:
        shutil.copyfileobj(source, target, 1 << 20)
        settle(target)
    if not _same(backup, part):
        raise Unavailable(WORN_OUT.format(folder=part.parent))


def _same(one: Path, other: Path) -> bool:
    with one.open("rb") as first, other.open("rb") as second:
        while chunk := first.read(1 << 20):
            if second.read(len(chunk)) != chunk:
                return False
        return not second.read(1)


def _kept(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / KEPT).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    whole = isinstance(found, dict) and all(isinstance(value, str) for value in found.values())
    return _with_a_day(found) if whole else {}


def _with_a_day(kept: dict[str, str]) -> dict[str, str]:
    try:
        date.fromisoformat(kept.get("seen") or "2000-01-01")
    except ValueError:
        return {**kept, "seen": ""}
    return kept


def _keep(folder: Path, kept: dict[str, str]) -> None:
    part = folder / (KEPT + PART)
    with part.open("wb") as file:
        file.write(json.dumps(kept, ensure_ascii=False).encode())
        settle(file)
    part.replace(folder / KEPT)
