"""What a customer agrees to, per purpose, in which words they were asked, and when; the newest answer holds."""

from dataclasses import dataclass

from counter.errors import FieldRefused, Refused
from counter.models import people
from counter.models.journal import Writer
from counter.models.tables_people import ConsentRow
from counter.office.change import Change, Told, save
from counter.records.cleaning import TEXT_LIMIT, clean_line, clean_text
from counter.records.entries import Saved


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentForm:
    """An answer as typed."""

    purpose: str
    wording: str
    given: bool


def note(change: Change, customer_id: int, form: ConsentForm) -> Saved:
    """Keep the answer with its words and today's date; raises FieldRefused, or Refused when nobody is there."""
    purpose = clean_line(form.purpose, "purpose")
    if not purpose:
        raise FieldRefused("purpose", "Say for what, as in: News by e-mail.")
    wording = clean_text(form.wording, "wording", TEXT_LIMIT)
    if people.customer(customer_id) is None:
        raise Refused("Nobody is here by that number any more.")
    answer = "yes" if form.given else "no"

    def write(writer: Writer) -> Told:
        row = writer.insert(
            ConsentRow, customer_id=customer_id, purpose=purpose, given=form.given, wording=wording, day=change.day
        )
        return Told(sentence=f"Noted: {answer} to {purpose}.", table=ConsentRow, row=row)

    return save(change, write)
