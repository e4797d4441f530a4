"""How an index of names that is open learns of people who came, changed or went by another door than the counter's."""

from dataclasses import dataclass

from counter.desk.find import Finder
from counter.models import kept, people
from counter.records.lookup import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Everything about people that the journal tells up to the entry `seen`; `gone` can't be found any more."""

    seen: int
    here: tuple[Person, ...] = ()
    gone: tuple[int, ...] = ()


def begin() -> News:
    """Where the journal stands now."""
    return News(seen=kept.counter())


def news(since: News) -> News:
    """What is new since then; a short step on the shop's file."""
    now = kept.counter()
    touched = kept.changed_since(since.seen) or frozenset()
    here = tuple(Person(**row) for row in people.everyone(sorted(touched)))
    gone = touched - {person.id for person in here}
    return News(seen=now, here=here, gone=tuple(sorted(gone)))


def learn(finder: Finder, told: News) -> None:
    """Take it up; where the index is, on its own thread."""
    for person in told.here:
        finder.add(person)
    for customer_id in told.gone:
        finder.remove(customer_id)
