"""Words given back with a slip code."""
from counter.desk import codes
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.errors import FieldRefused
from counter.models import answers
from counter.models.journal import Writer
from counter.records.answers import HIGHEST, LOWEST, Answer, Scores
from counter.records.cleaning import clean_text
from counter.records.entries import EntryKind, Saved
from counter.voice.codes import counts


def words(till: Till, op: str, code: str, said: str, answer: tuple[Scores, bool]) -> Saved:
    """Keep what they told us; `answer` is the three scores (1 to 10) and whether they want to hear back.

    The first answer to the three questions within 60 days of a slip counts for the index; words are always kept.
    """
    slip = codes.slip_of(code)
    scores, wants_answer = answer
    text = clean_text(said, "words")
    if not text and not any(scores):
        raise FieldRefused("words", "What did they tell us? Their own words are best.")
    if any(score is not None and not LOWEST <= score <= HIGHEST for score in scores):
        raise FieldRefused("scores", "The three answers go from 1 to 10.")
    told = Answer(key=op, words=text, code=slip.code, scores=scores, wants_answer=wants_answer)

    def write(writer: Writer) -> Done:
        live = answers.live_slips([slip.code])[slip.code]
        counted = any(scores) and not live.answered and counts(live.made_at, till.now)
        row = answers.add(writer, live, told, ("counter", counted))
        return Done(f"Kept what {name_of(till.customer(slip.customer_id))} told us.", row)

    return save(till, Doing(op=op, kind=EntryKind.FEEDBACK, customer_id=slip.customer_id), write)
