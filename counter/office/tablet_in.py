"""Answers from the counter's tablet into the shop's file: each once, whatever ends when."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from counter.models import answers as stored
from counter.models import journal
from counter.models.journal import Stamp, Writer
from counter.office.change import Change
from counter.office.feedback_in import counts
from counter.page.spool import SpoolFile, close_all, waiting
from counter.records.answers import NO_SCORES, Answer, LiveSlip
from counter.records.entries import EntryKind
from counter.records.when import monday

WAY = "tablet"
MOST_WRONG = 30
REMEMBERED = timedelta(days=2)  # longer than a form of the page is good for


def fetch(change: Change, folder: Path, random_bytes: Callable[[int], bytes], *, ended: bool = False) -> int:
    """Copy what waits in the page's folder, and delete the files that are closed and copied; answers how many came.

    `ended` when no process writes there any more: then what it left open is closed.
    """
    if ended:
        close_all(folder)
    files = waiting(folder)
    if not files:
        return 0
    days = stored.copied()
    known = {key for keys in days.values() for key in keys}
    new = _each_once(files, known)
    if new:
        days.setdefault(change.day.isoformat(), []).extend(answer.key for answer in new)
        _keep(change, new, _forgotten(days, change, files), random_bytes)
    for file in files:
        if file.closed:
            file.path.unlink(missing_ok=True)
    return len(new)


def _each_once(files: Iterable[SpoolFile], known: set[str]) -> list[Answer]:
    found = {answer.key: answer for file in files for answer in file.answers if answer.key not in known}
    return list(found.values())


def _forgotten(days: dict[str, list[str]], change: Change, files: Iterable[SpoolFile]) -> dict[str, list[str]]:
    """Without the numbers of days ago, but for what still lies in the folder."""
    lying = {answer.key for file in files for answer in file.answers}
    first = (change.day - REMEMBERED).isoformat()
    kept = {day: [key for key in keys if day >= first or key in lying] for day, keys in days.items()}
    return {day: keys for day, keys in kept.items() if keys}


def _keep(
    change: Change, new: Sequence[Answer], days: dict[str, list[str]], random_bytes: Callable[[int], bytes]
) -> None:
    """One transaction: the answers, and that they were copied."""
    with journal.atomic(change.database):
        told = _with_slips(change, new)
        for answer, slip in told:
            if not answer.anonymous:
                _named(change, answer, slip)
        nameless, used = _nameless(change, [pair for pair in told if pair[0].anonymous])
        if nameless or used:
            week = monday(change.day)
            stored.add_nameless(week, nameless, used, lambda: int.from_bytes(random_bytes(7), "big") + 1)
        stored.keep_copied(days)
    if nameless or used:
        stored.forget_order(change.database)


def _with_slips(change: Change, new: Sequence[Answer]) -> list[tuple[Answer, LiveSlip | None]]:
    """Each answer with its slip. After so many codes of nobody's in an hour no code of that hour leads anywhere."""
    slips = stored.live_slips(answer.code for answer in new if answer.code)
    hour = f"{change.at:%Y-%m-%dT%H}"
    before = wrong = stored.wrong_codes(hour)
    told: list[tuple[Answer, LiveSlip | None]] = []
    for answer in new:
        slip = slips.get(answer.code) if wrong < MOST_WRONG else None
        wrong += bool(answer.code) and answer.code not in slips
        told.append((answer, slip))
    if wrong > before:
        stored.keep_wrong(hour, wrong)
    return told


def _named(change: Change, answer: Answer, slip: LiveSlip | None) -> None:
    """An entry without a sentence: no work of the counter's that Ctrl+Z takes back."""
    if slip is None and not answer.words:
        return  # figures of nobody we know, with no slip: they would count as often as somebody likes
    kept = answer if slip is not None else replace(answer, scores=NO_SCORES)
    stamp = Stamp(
        op=stored.op_of(answer.key), kind=EntryKind.FEEDBACK, at=change.at, day=change.day, staff_id=None
    )
    stored.add(Writer(stamp), slip, kept, (WAY, _counts(change, answer, slip)))


def _counts(change: Change, answer: Answer, slip: LiveSlip | None) -> bool:
    """Read anew: another answer just copied may have used the slip."""
    now = stored.live_slips([answer.code]).get(answer.code) if slip is not None else None
    return counts(now, answer, change.at)


def _nameless(
    change: Change, told: Iterable[tuple[Answer, LiveSlip | None]]
) -> tuple[list[Answer], set[int]]:
    """What is kept of each, and apart from it the slips that were used; only one answer of a slip has figures."""
    kept: list[Answer] = []
    used: set[int] = set()
    for answer, slip in told:
        counted = slip is not None and slip.id not in used and _counts(change, answer, slip)
        if counted and slip is not None:
            used.add(slip.id)
        scores = answer.scores if counted else NO_SCORES
        if answer.words or any(scores):
            kept.append(Answer(key="", words=answer.words, scores=scores))
    return kept, used
