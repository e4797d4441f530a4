"""Words of the page on which the shop's data is taken out."""

from __future__ import annotations

from typing import Final

from counter.ui.texts import isolate

TAKE_OUT: Final = "Take everything out"
TAKE_OUT_SUB: Final = "It is yours: as files that any program opens, at any time"
EVERYTHING: Final = "Everything, as a folder"
EVERYTHING_WORDS: Final = (
    "Every table as CSV, with a page that explains them. Counter takes such a folder in again with nothing lost. It "
    "names your customers, so keep it where nobody else looks."
)
EVERYTHING_BUTTON, EVERYTHING_KEY = "Choose an empty folder …", "Ctrl+N"
PEOPLE: Final = "Customers"
PEOPLE_WORDS: Final = (
    "As CSV for a spreadsheet or another program, notes with it; as vCards for a phone, without the notes."
)
CSV: Final = "Customers as CSV …"
CARDS: Final = "Customers as vCards …"
LISTS: Final = "What happened"
LIST_WORDS: Final = "One list as CSV, with the customer’s name beside each row."
WHICH_LIST: Final = "Which list"
LIST_BUTTON: Final = "Save this list as CSV …"
NO_LIST_HERE: Final = "There is no list on this page. F10, Take everything out, has them all."
ENTRY_HEADS: Final = ("Who", "What", "When")
WRITING: Final = "Writing the file. The counter can be used meanwhile"
STOPPED: Final = "Stopped. Nothing was written."
STOPPED_HALF_WAY: Final = "Stopped. The folder holds a part only; delete it."


def writing(done: float) -> str:
    """How far it is: 0 to 1."""
    return f"Writing everything, {done:.0%}. The counter can be used meanwhile"


def written(name: str) -> str:
    """It is done."""
    return f"{isolate(name)} is written."


def file_name(what: str) -> str:
    """What the file is called unless the owner says otherwise."""
    return {"csv": "customers.csv", "vcf": "customers.vcf"}.get(what, f"{what.replace(' ', '-')}.csv")
