"""The owner's mirror: who never got an extra, which group gets its due, and which of us gives to whom."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from statistics import median
from zoneinfo import ZoneInfo

from counter.gestures.gate import groups as groups_of
from counter.models import gestures as log
from counter.records.gestures import Situation
from counter.records.giving import Giver, Group, Mirror, NeverGiven, Seen
from counter.settings import Settings

OFTEN_HERE = 5
ORDER = ("known", "walk-in", "often", "rare", "morning", "noon", "evening")


def mirror(since: date, settings: Settings) -> Mirror:
    """All visits since a day, and what they brought; goodwill is left out, as it isn't chosen but owed."""
    seen = log.seen_since(since, ZoneInfo(settings.zone))
    belongs = _belonging(seen, settings)
    given = [visit for visit in seen if visit.given]
    by = defaultdict(list)
    for visit in given:
        by[visit.by].append(visit)
    return Mirror(
        since=since, visits=len(seen), given=len(given),
        groups=_groups(seen, belongs, len(given) / max(1, len(seen))),
        givers=tuple(
            Giver(name=name, given=len(theirs), groups=_given_to(theirs, seen, belongs))
            for name, theirs in sorted(by.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        ),
        never=_never(seen),
    )


def _belonging(seen: Iterable[Seen], settings: Settings) -> dict[tuple[int, date], tuple[str, ...]]:
    """The groups of each visit, as the choice of gestures sees them."""
    days = defaultdict(list)
    for visit in seen:
        days[visit.customer_id].append(visit.day)
    gaps = {who: _usual_gap(theirs) for who, theirs in days.items()}
    policy = settings.giving()
    return {
        (v.customer_id, v.day): groups_of(
            Situation(
                day=v.day, customer=None if v.unnamed else v.customer_id, hour=v.hour, usual_gap=gaps[v.customer_id]
            ),
            policy,
        )
        for v in seen
    }


def _usual_gap(days: list[date]) -> int | None:
    gaps = [(later - earlier).days for earlier, later in zip(days, days[1:], strict=False)]
    return round(median(gaps)) if gaps else None


def _groups(
    seen: Collection[Seen], belongs: dict[tuple[int, date], tuple[str, ...]], evenly: float
) -> tuple[Group, ...]:
    """Each group's visits and gifts beside what evenly would be."""
    visits, given = dict.fromkeys(ORDER, 0), dict.fromkeys(ORDER, 0)
    for visit in seen:
        for name in belongs[visit.customer_id, visit.day]:
            visits[name] += 1
            given[name] += visit.given
    return tuple(
        Group(name=name, visits=visits[name], given=given[name], of_its_due=_due(given[name], visits[name], evenly))
        for name in ORDER
        if visits[name]
    )


def _given_to(
    theirs: Collection[Seen], seen: Collection[Seen], belongs: dict[tuple[int, date], tuple[str, ...]]
) -> tuple[Group, ...]:
    """To which groups one of us gave, beside how often those came to the shop."""
    came = {group.name: group.visits for group in _groups(seen, belongs, 1.0)}
    gave = {group.name: group.given for group in _groups(theirs, belongs, 1.0)}
    share = len(theirs) / max(1, len(seen))
    return tuple(
        Group(name=name, visits=visits, given=gave.get(name, 0), of_its_due=_due(gave.get(name, 0), visits, share))
        for name, visits in came.items()
    )


def _due(given: int, visits: int, evenly: float) -> float:
    return given / visits / evenly if visits and evenly else 0.0


def _never(seen: Iterable[Seen]) -> tuple[NeverGiven, ...]:
    """Who was here often and got nothing, the most often here first."""
    days, got = defaultdict(list), set()
    for visit in seen:
        if not visit.unnamed:
            days[visit.customer_id, visit.name].append(visit.day)
            got |= {visit.customer_id} if visit.given else set()
    found = (
        NeverGiven(customer_id=who, name=name, visits=len(theirs), last=max(theirs))
        for (who, name), theirs in days.items()
        if len(theirs) >= OFTEN_HERE and who not in got
    )
    return tuple(sorted(found, key=lambda each: (-each.visits, each.name, each.customer_id)))
