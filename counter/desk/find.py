"""From matches of the look-up to rows that can be told apart; a slip code is found as well."""
from collections.abc import Iterator

from counter.lookup import Index
from counter.models import people, things
from counter.records.lookup import Match, Person
from counter.records.people import Candidate
from counter.voice import codes


class Finder:
    """The name index as the window knows it; one thread only."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def search(self, text: str) -> list[Match]:
        """Who may be meant, best first."""
        return self._index.search(text)

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


def everybody() -> Iterator[Person]:
    """All that the name index needs."""
    return (Person(**row) for row in people.everyone())


def one(customer_id: int) -> Person | None:
    """The same of one person; None when they can't be found by name any more."""
    return next((Person(**row) for row in people.everyone((customer_id,))), None)
