"""A printer that keeps what it got, for tests and previews."""

from collections.abc import Iterable

from counter.printing.job import Job, printed
from counter.records.slips import PrintOutcome


class Memory:
    """Prints all, unless told beforehand how the next jobs end; `jobs` are those that came out."""

    def __init__(self, outcomes: Iterable[PrintOutcome] = ()) -> None:
        self.jobs: list[Job] = []
        self._outcomes = iter(outcomes)

    def send(self, job: Job) -> PrintOutcome:
        """Keep it."""
        outcome = next(self._outcomes, printed())
        if not outcome.reason:
            self.jobs.append(job)
        return outcome
