"""Words given back with a slip code."""
from counter.desk import codes
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.errors import FieldRefused
from counter.models import answers, journal
from counter.models.journal import Writer
from counter.records.acts import ToldUs
from counter.records.answers import HIGHEST, LOWEST, NO_SCORES, Answer, Scores
from counter.records.cleaning import clean_text
from counter.records.entries import NO_ENTRY, EntryKind, PrintedSlip, Saved
from counter.records.when import monday
from counter.voice.codes import counts


def told(till: Till, op: str, what: ToldUs) -> Saved:
    """Keep what came back with a slip, with its person or without a name; raises FieldRefused beside its field."""
    if what.nameless:
        return nameless(till, op, what)
    return words(till, op, what.code, what.words, (what.scores, what.wants_answer))


def nameless(till: Till, op: str, what: ToldUs) -> Saved:
    """Keep words and scores with the week and with nothing else; apart from them, that the slip was used.

    It is in no journal and can't be undone: an entry would tell when it came. `drafts.finish` empties the log after it.
    """
    slip = codes.slip_of(what.code)
    if what.wants_answer:
        raise FieldRefused("wants_answer", "Without a name nobody can be answered. One or the other.")
    text = _checked(what.words, what.scores)
    saved = Saved(entry_id=NO_ENTRY, customer_id=None, sentence="Kept without a name: the words and the week, nothing "
                  "else.", undoable=False)  # fmt: skip
    week = monday(till.today)
    with journal.atomic(till.database):
        days = answers.copied()
        if any(op in keys for keys in days.values()):
            return saved
        counted = _counted(till, slip, what.scores)
        kept = Answer(key="", words=text, scores=what.scores if counted else NO_SCORES)
        used = (slip.id,) if counted else ()
        if text or counted:
            number = till.random_bytes
            answers.add_nameless(week, (kept,), used, lambda: int.from_bytes(number(7), "big") + 1)
        recent = {day: keys for day, keys in days.items() if day >= week.isoformat()}  # so that a retry keeps it once
        answers.keep_copied(recent | {week.isoformat(): [*recent.get(week.isoformat(), ()), op]})
    return saved


def words(till: Till, op: str, code: str, said: str, answer: tuple[Scores, bool]) -> Saved:
    """Keep what they told us; `answer` is the three scores (1 to 10) and whether they want to hear back.

    The first answer to the three questions within 60 days of a slip counts for the index; words are always kept.
    """
    slip = codes.slip_of(code)
    scores, wants_answer = answer
    text = _checked(said, scores)
    given = Answer(key=op, words=text, code=slip.code, scores=scores, wants_answer=wants_answer)

    def write(writer: Writer) -> Done:
        live = answers.live_slips([slip.code])[slip.code]
        row = answers.add(writer, live, given, ("counter", _counted(till, slip, scores)))
        return Done(f"Kept what {name_of(till.customer(slip.customer_id))} told us.", row)

    return save(till, Doing(op=op, kind=EntryKind.FEEDBACK, customer_id=slip.customer_id), write)


def _checked(said: str, scores: Scores) -> str:
    text = clean_text(said, "words")
    if not text and not any(scores):
        raise FieldRefused("words", "What did they tell us? Their own words are best.")
    if any(score is not None and not LOWEST <= score <= HIGHEST for score in scores):
        raise FieldRefused("scores", "The three answers go from 1 to 10.")
    return text


def _counted(till: Till, slip: PrintedSlip, scores: Scores) -> bool:
    """Whether the index takes it: the first figures of a slip, within 60 days of it."""
    live = answers.live_slips([slip.code])[slip.code]
    return any(scores) and not live.answered and counts(live.made_at, till.now)
