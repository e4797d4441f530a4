"""Bringing a shop's file up to today's tables, one transaction a step, after a verified copy."""
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw

from counter.errors import Damaged
from counter.models.backup import copy, drop, not_written, settle
from counter.models.database import CHECKSUM_VFS, ShopDatabase
from counter.models.migrations import STEPS

VERSION = len(STEPS)


def version_of(database: ShopDatabase) -> int:
    """The format of the file: 0 when empty."""
    return int(database.execute_sql("PRAGMA user_version").fetchone()[0])


def migrate(database: ShopDatabase, copy_to: Callable[[int], Path]) -> None:
    """Take every missing step; a file with content is first copied to `copy_to(version)` and the copy checked.

    Raises `Damaged` for a newer file, which stays byte for byte as it is.
    """
    found = version_of(database)
    if found > VERSION:
        raise Damaged(
            f"This shop file was made by a newer Counter (format {found}; this program knows {VERSION}). "
            "Update Counter, then start it again: nothing was changed."
        )
    if found and found < VERSION:
        verified_copy(database, copy_to(found))
    for step in range(found, VERSION):
        _take(database, step)


def verified_copy(database: ShopDatabase, target: Path) -> None:
    """Copy through SQLite's backup interface, open the copy, check it, and only then give it its name."""
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        for _ in copy(database, part):
            pass
        with closing(apsw.Connection(str(part), vfs=CHECKSUM_VFS)) as file:
            if file.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                raise Damaged(f"The safety copy {target.name} could not be verified. Nothing was changed.")
        with part.open("r+b") as whole:
            settle(whole)
        part.replace(target)
    except OSError as fault:
        raise not_written(fault, target) from fault
    finally:
        drop(part)


def _take(database: ShopDatabase, step: int) -> None:
    database.execute_sql("PRAGMA foreign_keys=0")
    try:
        with database.atomic():
            for statement in STEPS[step]:
                database.execute_sql(statement)
            broken = database.execute_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise Damaged("The shop's file could not be brought up to date. It was left as it was.")
            database.execute_sql(f"PRAGMA user_version={step + 1}")
    finally:
        database.execute_sql("PRAGMA foreign_keys=1")
