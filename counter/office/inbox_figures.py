"""Answers of figures alone: there are no words to make something of, so they are read together, at one look."""

from collections.abc import Sequence

from counter.errors import Unavailable
from counter.models import things, voices
from counter.models.journal import Writer
from counter.models.tables_counter import FeedbackRow
from counter.models.tables_shop import AnonymousRow
from counter.office.change import Change, Told, save
from counter.office.inbox import Kept, Unread
from counter.records.entries import Feedback, Saved
from counter.records.report import Sorted
from counter.records.when import say_count


def read_figures(change: Change, answers: Sequence[Unread]) -> Saved:
    """Keep that these were read, whatever their figures; raises Unavailable when all of them were before.

    One that is more to somebody is read on its own, as those with words are.
    """

    def write(writer: Writer) -> Told:
        before: list[list[object]] = []
        named = 0
        for one in answers:
            if one.kept is Kept.NAMED:
                named += _read_named(writer, one.id)
            elif (found := voices.nameless(one.id)) is not None and not found.sorted_as:
                AnonymousRow.update(sorted_as=Sorted.READ.value).where(AnonymousRow.id == one.id).execute()
                before.append([one.id, found.sorted_as, found.theme])
        if not (named or before):
            raise Unavailable("These were read already.")
        sentence = f"Read: {say_count(named + len(before), 'answer')} of figures alone."
        return Told(sentence=sentence, table=AnonymousRow, before=before)

    return save(change, write)


def _read_named(writer: Writer, number: int) -> bool:
    found: Feedback | None = things.thing("feedback", number)
    if found is None or found.sorted_as:
        return False
    writer.update(FeedbackRow, number, sorted_as=Sorted.READ.value)
    return True
