"""What customers told us on other ways: looked at first, kept once however often it comes in, taken back as a whole."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from counter.errors import Refused
from counter.models import answers as stored
from counter.models import journal, shop
from counter.models.journal import Stamp, Writer
from counter.models.tables_shop import ImportRow
from counter.office.change import Change, Told, save
from counter.office.reading_voices import FromFile, Which
from counter.office.saying import apart
from counter.records.answers import NO_SCORES, Answer, FormFile, LiveSlip
from counter.records.entries import EntryKind, Saved
from counter.records.here import Here
from counter.records.when import say_count, say_date
from counter.transfer.answers import answers_of
from counter.voice import codes
from counter.voice.messages import read_messages, rest_of

BATCH = 50
RUNS = "answers_brought_in"
OURS = "we_in_chats"
GOES_ON = "It goes on from what is here already."


class Fate(StrEnum):
    """What becomes of an answer: `NO_SLIP` is kept with someone, `OLD` is read but no longer counts for the index."""

    KEPT = "kept"
    OLD = "kept, too late for the index"
    NO_SLIP = "kept without a slip"
    HERE = "here already"
    EMPTY = "left out: neither words nor a slip of ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One answer of a preview: whose it is (empty: someone), what becomes of it and why."""

    answer: Answer
    who: str
    fate: Fate
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would be kept; nothing is written yet. `name` is the file's, empty for a pasted text.

    `too_long` messages of the file are longer than is kept; `ours` is what the shop is called in it.
    """

    name: str
    way: str
    lines: tuple[Line, ...]
    too_long: int = 0
    ours: str = ""

    @property
    def new(self) -> tuple[Answer, ...]:
        """The answers that are not here yet."""
        return tuple(line.answer for line in self.lines if line.fate not in (Fate.HERE, Fate.EMPTY))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A file or text that was brought in; `standing` is False once it was taken back."""

    number: int
    name: str
    at: datetime
    count: int
    standing: bool


def look_at_messages(text: str, here: Here, ours: str) -> Preview:
    """Messages that were pasted; raises Refused when there is nothing to be read in them."""
    found = read_messages(text, here, stored.all_codes(), ours)
    if not found:
        raise Refused("There are no words to keep here. Paste what the customer wrote.")
    return _preview("", "message", found, here)


def before_reading() -> tuple[frozenset[str], str]:
    """The codes of our slips, and what the shop was called in the last chat that came in (empty: not known)."""
    return stored.all_codes(), json.loads(shop.setting(OURS) or '""')


def look_at_file(found: FromFile, which: Which, here: Here) -> Preview:
    """Messages out of files, those that are wanted."""
    looked = _preview(found.name, "message", found.only(which, here.now), here)
    return replace(looked, too_long=found.too_long, ours=found.ours)


def look_at_form(form: FormFile, here: Here) -> Preview:
    """Answers of a form's file; raises Refused when no column is said to hold words or figures."""
    live = stored.all_codes()
    return _preview(form.name, "form", [_with_code(answer, live) for answer in answers_of(form, here)], here)


def keep(change: Change, preview: Preview) -> Iterator[float]:
    """Keep what is new, a batch a step, each on disk when the share done is yielded.

    Stopped half-way, what came in stands and can be taken back. Raises Refused when nothing is new.
    """
    new = preview.new
    if not new:
        raise Refused("All of this is here already.")
    run = 0
    for start in range(0, len(new), BATCH):
        run = _keep_batch(change, preview, new[start : start + BATCH], run)
        yield min(1.0, (start + BATCH) / len(new))


def runs() -> tuple[Run, ...]:
    """Everything that was brought in, newest first."""
    found = [(n, name, at, _entries(n)) for n, name, at, _ in stored.runs()]
    return tuple(
        Run(number=number, name=name, at=at, count=len(ids), standing=bool(stored.untouched(ids)))
        for number, name, at, ids in found
    )


def take_back(change: Change, run: int) -> Saved:
    """Take a file or text back; what somebody already made something of stays. Raises Refused when nothing is left."""
    ids = _entries(run)
    left = stored.untouched(ids)
    done = journal.already(change.op)
    if not left and done is None:
        raise Refused("Nothing of this can be taken back any more.")

    def write(_writer: Writer) -> Told:
        for entry_id in left:
            Writer(_stamp(change, f"{change.op} {entry_id}", EntryKind.UNDO)).take_back(entry_id)
        stays = f" Of the rest, {len(ids) - len(left)}, something was made already." if len(ids) > len(left) else ""
        sentence = f"Taken back: {say_count(len(left), 'answer')}.{stays}"
        return Told(sentence=sentence, table=ImportRow, row=run)

    return replace(save(change, write), undoable=False)


def counts(slip: LiveSlip | None, answer: Answer, now: datetime) -> bool:
    """Whether the index takes it: three figures, with a slip of the last 60 days that it doesn't have yet."""
    if slip is None or slip.answered or not any(answer.scores):
        return False
    return codes.counts(slip.made_at, answer.sent or now)


def _with_code(answer: Answer, live: frozenset[str]) -> Answer:
    """A form's code as it is, when it is one of ours; else none, and perhaps what was meant."""
    code = codes.read(answer.code) if answer.code else None
    if code in live:
        return replace(answer, code=code or "")
    near = codes.near(answer.code, live) if answer.code else ()
    return replace(answer, code="", meant=near[0] if len(near) == 1 else "")


def _preview(name: str, way: str, found: Sequence[Answer], here: Here) -> Preview:
    slips = stored.live_slips(answer.code for answer in found if answer.code)
    known = set(stored.standing(key for one in found for key in (one.key, *(before for before, _ in one.earlier))))
    names = stored.names_of({slip.customer_id for slip in slips.values()})
    lines = []
    for answer in found:
        slip = slips.get(answer.code)
        who = names.get(slip.customer_id, "") if slip else ""
        rest = rest_of(answer, known)
        fate, why = (Fate.HERE, "") if answer.key in known else _fate(rest, slip, here)
        if fate is not Fate.HERE and rest != answer:
            answer, why = rest, why or GOES_ON
        known.add(answer.key)
        lines.append(Line(answer=answer, who=who, fate=fate, why=why))
    return Preview(name=name, way=way, lines=tuple(lines))


def _fate(answer: Answer, slip: LiveSlip | None, here: Here) -> tuple[Fate, str]:
    if slip is None:
        fate = Fate.NO_SLIP if answer.words else Fate.EMPTY
        meant = f"Do you mean {codes.show(answer.meant)}? Then put it right and look again." if answer.meant else ""
        return fate, meant
    if any(answer.scores) and not codes.counts(slip.made_at, answer.sent or here.now):
        day = say_date(slip.made_at.astimezone(here.zone).date(), here.today)
        return Fate.OLD, f"The slip is of {day}."
    return Fate.KEPT, ""


def _keep_batch(change: Change, preview: Preview, part: Iterable[Answer], run: int) -> int:
    """One transaction: a batch's answers, and the run's list of them."""
    with journal.atomic(change.database):
        made = [entry for answer in part if (entry := _keep_one(change, preview.way, answer)) is not None]
        begun = journal.already(change.op)
        run = run or (int(begun.thing_id) if begun is not None else 0)
        if run:
            _note(run, made)
            return run
        writer = Writer(_stamp(change, change.op, EntryKind.SETTING))
        run = stored.begin_run(preview.name, change.at, writer.entry_id)
        writer.about(ImportRow, run)
        source = apart(preview.name) if preview.name else "messages"
        if preview.ours:
            shop.save_setting(OURS, json.dumps(preview.ours))
        writer.close(f"Kept: {say_count(len(preview.new), 'answer')} from {source}.")
        _note(run, made)
        return run


def _keep_one(change: Change, way: str, answer: Answer) -> int | None:
    """An answer as an entry of its own, without a sentence: it is no work of the counter's that Ctrl+Z takes back."""
    journal.make_room(stored.op_of(answer.key))
    if journal.already(stored.op_of(answer.key)) is not None:
        return None
    slip = stored.live_slips([answer.code]).get(answer.code) if answer.code else None
    counted = counts(slip, answer, change.at)
    writer = Writer(_stamp(change, stored.op_of(answer.key), EntryKind.FEEDBACK))
    stored.add(writer, slip, answer if counted else replace(answer, scores=_kept_scores(slip, answer)), (way, counted))
    return writer.entry_id


def _kept_scores(slip: LiveSlip | None, answer: Answer) -> tuple[int | None, int | None, int | None]:
    """What doesn't count is kept with its person; of someone, figures say nothing."""
    return answer.scores if slip is not None else NO_SCORES


def _stamp(change: Change, op: str, kind: EntryKind) -> Stamp:
    return Stamp(op=op, kind=kind, at=change.at, day=change.day, staff_id=change.staff_id)


def _entries(run: int) -> list[int]:
    text = shop.setting(RUNS)
    found: list[int] = json.loads(text).get(str(run), []) if text else []
    return found


def _note(run: int, made: list[int]) -> None:
    text = shop.setting(RUNS)
    known = json.loads(text) if text else {}
    known[str(run)] = [*known.get(str(run), []), *made]
    shop.save_setting(RUNS, json.dumps(known))
