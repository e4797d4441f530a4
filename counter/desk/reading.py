"""One person's rows, each read once for all that a step on the database lane wants to know of them."""
from functools import cached_property
from typing import Any

from counter.desk.till import Till
from counter.models import gestures, people, shop, things
from counter.models.tables_gestures import SuggestionRow
from counter.records.entries import Visit
from counter.records.people import Customer, Fact, ImportantDate


class Read:
    """For one step, in which nothing of it changes; later everything is read anew.

    Raises Unavailable when the person is no longer there.
    """

    def __init__(self, till: Till, customer_id: int) -> None:
        self.person: Customer = till.customer(customer_id)
        self._today = till.today
        self._things: dict[str, tuple[Any, ...]] = {}

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """All of theirs, oldest first."""
        return people.visits(self.person.id)

    @cached_property
    def visit_today(self) -> Visit | None:
        """Today's, if it was made already."""
        return next((visit for visit in self.visits if visit.day == self._today), None)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What is known of them, oldest first."""
        return people.facts(self.person.id)

    @cached_property
    def dates(self) -> tuple[ImportantDate, ...]:
        """Their days."""
        return people.important_dates(self.person.id)

    @cached_property
    def suggestion(self) -> SuggestionRow | None:
        """The newest of today, as it stood when it was first asked for."""
        return gestures.suggestion_today(self.person.id, self._today)

    @cached_property
    def day_circumstances(self) -> frozenset[str]:
        """What holds for everybody today."""
        return shop.day_circumstances(self._today)

    def things(self, name: str) -> tuple[Any, ...]:
        """What happened with them of one kind, oldest first."""
        if name not in self._things:
            self._things[name] = things.of_person(name, self.person.id)
        return self._things[name]
