"""Goes through the checks one by one, and says of each how it went."""
import logging
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from counter.desk.till import Till
from counter.errors import Known
from counter.lookup import Index
from counter.paper.fonts import Fonts
from counter.paths import Folders, folders_in
from counter.selftest import checks, served
from counter.selftest.bench import Bench

log = logging.getLogger(__name__)
Compose = Callable[[Folders], tuple[Till, Index]]
REPORT = "self-test.txt"
CHECKS: tuple[Callable[[Bench], str], ...] = (
    checks.finds, checks.takes_back, checks.suggests, checks.makes_a_slip, checks.compares_the_code, checks.prints,
    checks.backs_up, served.serves_the_page,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the self-test works. `kept` is a folder that stays, with the slip and the report; None: nothing stays.

    `page` is the command that serves the tablet's page.
    """

    kept: Path | None
    page: tuple[str, ...]


@dataclass(slots=True)
class Report:
    """What was said, line by line."""

    lines: list[str] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        """Also to the output, where there is one, in the letters it has: on Windows few, or no output."""
        self.lines.append(sentence)
        if sys.stdout is not None:
            letters = sys.stdout.encoding or "utf-8"
            sys.stdout.write(sentence.encode(letters, "replace").decode(letters) + "\n")


def run(compose: Compose, fonts: Fonts, place: Place) -> int:
    """All checks; exit 0, or 1 with what went wrong. Where a folder is kept, the report is a file in it too."""
    report = Report()
    with ExitStack() as stack:
        folder = place.kept or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="counter-self-test-")))
        folder.mkdir(parents=True, exist_ok=True)
        passed = _checked(report, folder, compose, (fonts, place.page))
        report.say("The self-test passed." if passed else "The self-test did not pass.")
        if place.kept is not None:
            (folder / REPORT).write_text("\n".join(report.lines) + "\n", encoding="utf-8")
    return 0 if passed else 1


def _checked(report: Report, folder: Path, compose: Compose, rest: tuple[Fonts, tuple[str, ...]]) -> bool:
    """Whatever goes wrong is said and ends the test; the shop is closed in any case."""
    try:
        folders = folders_in(folder / "shop")
        till, index = compose(folders)
        report.say(f"A shop with {len(index)} made-up people is open.")
        bench = Bench(
            folder=folder, slips=folder / "slips", till=till, index=index, fonts=rest[0], page=rest[1],
        )
        try:
            for check in CHECKS:
                began = perf_counter()
                report.say(f"{check(bench)} ({(perf_counter() - began) * 1000:.0f} ms)")
        finally:
            till.database.close()
    except Known as fault:
        report.say(f"The self-test stopped: {fault.sentence}")
        return False
    except Exception as fault:
        log.exception("the self-test")
        report.say(f"The self-test stopped over a fault of the program: {type(fault).__name__}: {fault}")
        return False
    return True
