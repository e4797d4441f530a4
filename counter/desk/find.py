"""From matches of the look-up to rows that can be told apart; a slip code is found as well."""
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from counter.desk import codes as slip_codes
from counter.lookup import Equivalents, Index, Likely, duplicates
from counter.models import kept, people, things
from counter.records.lookup import Match, Person
from counter.records.people import Candidate, ContactKind, PersonForm
from counter.voice import codes

NAME = "names"
ANEW = 0.25
"""Above this share of people changed, an index built anew is ready sooner than one caught up."""


class Finder:
    """The name index as the window knows it; one thread only."""

    def __init__(self, index: Index, *, whole: bool = True) -> None:
        """`whole` is false while everybody is still being read."""
        self._index = index
        self.whole = whole

    @property
    def index(self) -> Index:
        """What is kept at close."""
        return self._index

    def adopt(self, index: Index, *, whole: bool = True) -> None:
        """From now on this index, which was built meanwhile; not `whole` when reading was stopped."""
        self._index, self.whole = index, whole

    def likely(self) -> Likely:
        """A look through everybody for pairs that may be one person."""
        return Likely(self._index)

    def change(self, changed: "Changed") -> None:
        """Persons as they are now, and those who are no more."""
        _change(self._index, changed)

    def search(self, text: str) -> list[Match]:
        """Who may be meant, best first."""
        return self._index.search(text)

    def same(self, person: Person) -> list[Match]:
        """Who somebody that is just typed may be already."""
        return duplicates(self._index, person)

    def add(self, person: Person) -> None:
        """Somebody new or corrected."""
        self._index.add(person)

    def remove(self, customer_id: int) -> None:
        """Somebody who is not to be found any more."""
        self._index.remove(customer_id)


def candidates(text: str, matches: list[Match]) -> tuple[Candidate, ...]:
    """Rows in the order of the matches; the person of a slip code stands first."""
    code = codes.read(text) or slip_codes.near(text)
    slip = things.slip_by_code(code) if code else None
    ids = ([slip.customer_id] if slip else []) + [match.person_id for match in matches]
    why = {match.person_id: match.why for match in matches}
    if slip:
        meant = "" if slip.code == codes.read(text) else "do you mean "
        why[slip.customer_id] = f"{meant}slip {codes.show(slip.code)}{'?' if meant else ''}"
    return people.candidates(tuple(dict.fromkeys(ids)), why)


def typed_person(form: PersonForm, customer_id: int) -> Person:
    """Somebody as the look-up sees them, as typed and not saved yet."""
    reach = {kind: tuple(value for k, value, _ in form.contacts if k is kind and value.strip()) for kind in ContactKind}
    return Person(
        id=customer_id, name=form.name, called=form.called, company=form.company, phones=reach[ContactKind.PHONE],
        emails=reach[ContactKind.EMAIL],
    )


def everybody() -> Iterator[Person]:
    """All that the name index needs."""
    return (Person(**row) for row in people.everyone())


def one(customer_id: int) -> Person | None:
    """The same of one person; None when they can't be found by name any more."""
    return next((Person(**row) for row in people.everyone((customer_id,))), None)


@dataclass(frozen=True, slots=True)
class Changed:
    """Persons as they are now, and the numbers of those who can't be found any more."""

    here: tuple[Person, ...]
    gone: tuple[int, ...]


def some(ids: Iterable[int]) -> tuple[Person, ...]:
    """What the name index needs of some persons."""
    return tuple(Person(**row) for row in people.everyone(ids))


def changed_since(seen: int) -> Changed:
    """Who changed by entries after `seen`."""
    changed = kept.changed_since(seen) or frozenset()
    here = tuple(person for part in _parts(changed) for person in some(part))
    return Changed(here, tuple(sorted(changed - {person.id for person in here})))


def keep_built(index_bytes: bytes, seen: int) -> None:
    """Keep an index that was built from what stood there at the entry `seen`."""
    kept.keep(NAME, seen, index_bytes)


def kept_index(equivalents: Equivalents, today: date) -> Index | None:
    """Everybody, from what was kept and what changed since; None where that can't be trusted or isn't there."""
    found = kept.read(NAME)
    changed = kept.changed_since(found[0]) if found is not None else None
    if found is None or changed is None:
        return None
    try:
        index = Index.from_bytes(found[1], equivalents, today)
    except ValueError:
        return None
    if len(changed) > ANEW * max(len(index), 100):
        return None
    _catch_up(index, changed)
    return index


def open_index(equivalents: Equivalents, today: date) -> Index:
    """Everybody, from what was kept and what changed since; built anew and kept where that can't be used."""
    index = kept_index(equivalents, today)
    return _anew(equivalents, today) if index is None or index.old(today) else index


def keep_index(index: Index) -> None:
    """Keep an index that `open_index` made, at close; whatever it was not told of is put right before."""
    seen, now = kept.seen(NAME), kept.counter()
    if seen == now:
        return
    changed = kept.changed_since(seen) if seen is not None else None
    if changed is not None:
        _catch_up(index, changed)
        kept.keep(NAME, now, index.to_bytes())


def _anew(equivalents: Equivalents, today: date) -> Index:
    now = kept.counter()
    index = Index.build(everybody(), equivalents, today)
    kept.keep(NAME, now, index.to_bytes())
    return index


def _catch_up(index: Index, changed: Iterable[int]) -> None:
    """Every person that changed as they are now, or no more."""
    for ids in _parts(changed):
        here = some(ids)
        _change(index, Changed(here, tuple(set(ids) - {person.id for person in here})))


def _change(index: Index, changed: Changed) -> None:
    for person in changed.here:
        index.replace(person)
    for customer_id in changed.gone:
        index.remove(customer_id)


def _parts(ids: Iterable[int]) -> Iterator[list[int]]:
    touched = sorted(ids)
    yield from (touched[at : at + 500] for at in range(0, len(touched), 500))
