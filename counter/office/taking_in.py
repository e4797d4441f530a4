"""A folder of everything taken in again: a new shop's file made of it, with nothing lost."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from counter.errors import Refused
from counter.models import whole
from counter.models.whole import NOT_OURS, TableShape
from counter.office.exports import MANIFEST
from counter.transfer.tables import read_own


def take_in(folder: Path, path: Path) -> None:
    """Make a new shop's file of such a folder; raises Refused when a file was changed or is missing, or `path` is."""
    manifest = _manifest(folder)
    sums = manifest["tables"]

    def content(table: TableShape) -> Iterable[list[str]]:
        text = _read(folder / f"{table.name}.csv")
        if sha256(text.encode("utf-8")).hexdigest() != sums.get(table.name):
            raise Refused(NOT_OURS.format(why=f"{table.name}.csv is another one"))
        return read_own(text)

    whole.rebuild(path, manifest["format"], content, manifest["numbers"])


def made_at(folder: Path) -> datetime | None:
    """When such a folder was written; None where it doesn't tell."""
    try:
        return datetime.fromisoformat(str(_manifest(folder).get("made_at"))).astimezone(UTC)
    except ValueError:
        return None


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as fault:
        raise Refused(NOT_OURS.format(why=f"{path.name} can't be read")) from fault
    except UnicodeDecodeError as fault:
        raise Refused(NOT_OURS.format(why=f"{path.name} is another one")) from fault


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: Any = json.loads(_read(folder / MANIFEST))
    except ValueError as fault:
        raise Refused(NOT_OURS.format(why=f"{MANIFEST} is no list of files")) from fault
    wanted = {"program": str, "format": int, "tables": dict, "numbers": dict}
    fits = isinstance(manifest, dict) and all(isinstance(manifest.get(name), kind) for name, kind in wanted.items())
    if not fits or manifest["program"] != "Counter":
        raise Refused(NOT_OURS.format(why=f"{MANIFEST} is no list of files"))
    checked: dict[str, Any] = manifest
    return checked
