"""Which backups are kept: by their number, which only grows, and never by the clock alone."""
from collections.abc import Callable, Iterable
from datetime import datetime

from counter.records.backups import Backup

NEWEST, VERIFIED = 5, 2
Bucket = Callable[[datetime], tuple[int, ...]]
EACH: tuple[tuple[int, Bucket], ...] = (
    (24, lambda at: (*at.timetuple()[:4],)),
    (14, lambda at: (*at.timetuple()[:3],)),
    (8, lambda at: (*at.isocalendar()[:2],)),
    (12, lambda at: (*at.timetuple()[:2],)),
)


def kept(backups: Iterable[Backup]) -> frozenset[int]:
    """The numbers to keep: the newest five, the two newest verified, and the newest of each of the last 24 hours,
    14 days, 8 weeks and 12 months that have one (UTC). A wrong clock may keep too many, never too few.
    """
    newest_first = sorted(backups, key=lambda backup: -backup.number)
    verified = [backup for backup in newest_first if backup.verified]
    keep = {*newest_first[:NEWEST], *verified[:VERIFIED]}
    for count, bucket in EACH:
        keep |= set(_first_of_each(verified, count, bucket))
    return frozenset(backup.number for backup in keep)


def _first_of_each(backups: Iterable[Backup], count: int, bucket: Bucket) -> list[Backup]:
    found: dict[tuple[int, ...], Backup] = {}
    for backup in backups:
        if backup.facts is not None:
            found.setdefault(bucket(backup.facts.at), backup)
    return list(found.values())[:count]
