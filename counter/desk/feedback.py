"""Words given back with a slip code."""
from counter.desk import codes
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.errors import FieldRefused
from counter.models.journal import Writer
from counter.models.tables_counter import FeedbackRow, FollowUpRow, SlipRow
from counter.records.cleaning import clean_text
from counter.records.entries import EntryKind, Saved

Scores = tuple[int | None, int | None, int | None]


def words(till: Till, op: str, code: str, said: str, answer: tuple[Scores, bool]) -> Saved:
    """Keep what they told us; `answer` is the three scores (1 to 10) and whether they want to hear back.

    Only the first answer of a slip counts for the index; later words are kept all the same.
    """
    slip = codes.slip_of(till, code)
    scores, wants_answer = answer
    text = clean_text(said, "words")
    if not text and not any(scores):
        raise FieldRefused("words", "What did they tell us? Their own words are best.")
    if any(score is not None and not 1 <= score <= 10 for score in scores):
        raise FieldRefused("scores", "The three answers go from 1 to 10.")

    def write(writer: Writer) -> Done:
        row = writer.insert(
            FeedbackRow, customer_id=slip.customer_id, slip_id=slip.id, words=text, scores=scores,
            wants_answer=wants_answer, at=till.now,
        )
        writer.update(SlipRow, slip.id, answered=True)
        if wants_answer:
            ask = f"Answer what they told us: {text[:100]}"
            writer.insert(FollowUpRow, customer_id=slip.customer_id, what=ask, due=till.today)
        writer.about(FeedbackRow, row)
        return Done(f"Kept what {name_of(till.customer(slip.customer_id))} told us.", row)

    return save(till, Doing(op=op, kind=EntryKind.FEEDBACK, customer_id=slip.customer_id), write)
