"""Who somebody may be already: very nearly the same name, or the same phone or e-mail with a name that is like it."""

from collections.abc import Iterator

from counter.lookup.index import Index
from counter.records.lookup import Match, MatchKind, Person

_SAME_NAME = 0.93
_LIKE_NAME = 0.6
_REACHED = 20


def duplicates(index: Index, person: Person, limit: int = 3) -> list[Match]:
    """Those that this person may be already, best first; never themselves."""
    named = {match.person_id: match for match in index.named(person.name, _REACHED)}
    found = {match.person_id: match for match in named.values() if match.score > _SAME_NAME}
    for match in _reached(index, person):
        name = named.get(match.person_id)
        if name is not None and name.score >= _LIKE_NAME:
            found[match.person_id] = match
    found.pop(person.id, None)
    return sorted(found.values(), key=lambda match: (-match.score, match.person_id))[:limit]


def _reached(index: Index, person: Person) -> Iterator[Match]:
    for text, kind in (*((p, MatchKind.PHONE) for p in person.phones), *((m, MatchKind.EMAIL) for m in person.emails)):
        yield from (match for match in index.search(text, _REACHED) if match.kind is kind)
