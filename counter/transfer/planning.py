"""What becomes of all rows of a file: planned one after the other, and counted as they go by."""

from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import heappop

from counter.records.imports import Fate, Incoming, Outlook, Plan
from counter.transfer.matching import Roll
from counter.transfer.nevers import proposed

SHOWN = 300
MOST_LOOKS = 2_000


def planned(people: Iterable[Incoming], refused: list[tuple[int, str]], roll: Roll) -> Iterator[Plan]:
    """A plan for each row, in the order of the file; `refused` is a heap that may grow as people are gone through."""
    for person in people:
        while refused and refused[0][0] < person.row:
            yield _refusal(*heappop(refused))
        yield roll.plan(person)
    while refused:
        yield _refusal(*heappop(refused))


def _refusal(row: int, sentence: str) -> Plan:
    return Plan(row=row, fate=Fate.REFUSED, why=sentence)


class Tally:
    """Counts plans that go by, and keeps those that the owner is asked about and the first of each fate."""

    def __init__(self) -> None:
        self._counts: Counter[Fate] = Counter()
        self._looks: list[Plan] = []
        self._warnings: list[tuple[int, str, tuple[str, ...]]] = []
        self._warned = 0
        self._shown: list[Plan] = []

    def add(self, plan: Plan) -> None:
        """One more row."""
        self._counts[plan.fate] += 1
        if plan.fate is Fate.LOOK:
            self._looks += [plan][: MOST_LOOKS - len(self._looks)]
        elif self._counts[plan.fate] <= SHOWN:
            self._shown.append(plan)
        for note in plan.person.notes if plan.person else ():
            boundaries = proposed(note)
            if boundaries is not None:
                self._warned += 1
                self._warnings += [(plan.row, note, boundaries)][: MOST_LOOKS - len(self._warnings)]

    def outlook(self) -> Outlook:
        """All that went by."""
        return Outlook(
            counts=dict(self._counts), looks=tuple(self._looks), warnings=tuple(self._warnings),
            warned=self._warned, shown=tuple(self._shown),
        )  # fmt: skip
