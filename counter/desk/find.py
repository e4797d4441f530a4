"""From matches of the look-up to rows that can be told apart; a slip code is found as well."""
from collections.abc import Iterable, Iterator
from datetime import date

from counter.lookup import Equivalents, Index, duplicates
from counter.models import kept, people, things
from counter.records.lookup import Match, Person
from counter.records.people import Candidate, PersonForm
from counter.voice import codes

NAME = "names"
ANEW = 0.25
"""Above this share of people changed, an index built anew is ready sooner than one caught up."""


class Finder:
    """The name index as the window knows it; one thread only."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def search(self, text: str) -> list[Match]:
        """Who may be meant, best first."""
        return self._index.search(text)

    def same(self, person: Person) -> list[Match]:
        """Who somebody that is just typed may be already."""
        return duplicates(self._index, person)

    def add(self, person: Person) -> None:
        """Somebody new or corrected."""
        self._index.add(person)


def candidates(text: str, matches: list[Match]) -> tuple[Candidate, ...]:
    """Rows in the order of the matches; the person of a slip code stands first."""
    code = codes.read(text)
    slip = things.slip_by_code(code) if code else None
    ids = ([slip.customer_id] if slip else []) + [match.person_id for match in matches]
    why = {match.person_id: match.why for match in matches}
    if slip:
        why[slip.customer_id] = f"slip {codes.show(slip.code)}"
    return people.candidates(tuple(dict.fromkeys(ids)), why)


def typed_person(form: PersonForm, customer_id: int) -> Person:
    """Somebody as the look-up sees them, as typed and not saved yet."""
    return Person(id=customer_id, name=form.name, called=form.called, company=form.company)


def everybody() -> Iterator[Person]:
    """All that the name index needs."""
    return (Person(**row) for row in people.everyone())


def one(customer_id: int) -> Person | None:
    """The same of one person; None when they can't be found by name any more."""
    return next((Person(**row) for row in people.everyone((customer_id,))), None)


def open_index(equivalents: Equivalents, today: date) -> Index:
    """Everybody, from what was kept and what changed since; built anew and kept where that can't be trusted."""
    found = kept.read(NAME)
    if found is not None and (changed := kept.changed_since(found[0])) is not None:
        try:
            index = Index.from_bytes(found[1], equivalents, today)
        except ValueError:
            return _anew(equivalents, today)
        if len(changed) <= ANEW * max(len(index), 100):
            _catch_up(index, changed)
            return index
    return _anew(equivalents, today)


def keep_index(index: Index) -> None:
    """Keep an index that `open_index` made, at close; whatever it was not told of is put right before."""
    found, now = kept.read(NAME), kept.counter()
    if found is not None and found[0] == now:
        return
    changed = kept.changed_since(found[0]) if found is not None else None
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
    touched = sorted(changed)
    for ids in (touched[at : at + 500] for at in range(0, len(touched), 500)):
        here = {row["id"]: Person(**row) for row in people.everyone(ids)}
        for customer_id in ids:
            if customer_id in here:
                index.replace(here[customer_id])
            else:
                index.remove(customer_id)
