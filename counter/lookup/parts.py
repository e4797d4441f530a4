"""What an index is made of."""

from dataclasses import dataclass
from datetime import date

from counter.lookup.packed import Codes, Table
from counter.lookup.rows import Rows
from counter.lookup.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Parts:
    """Words, people, who has which word, and codes of phones and other terms; `built` is the day of their order."""

    words: Vocabulary
    rows: Rows
    holders: Table
    phones: Codes
    terms: Codes
    built: date
