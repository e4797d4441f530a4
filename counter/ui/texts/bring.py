"""Words of the page on which people are brought in from a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from counter.ui.texts import count, isolate, listed

BRING: Final = "Bring people in"
BRING_SUB: Final = "From a till, a phone, a spreadsheet: CSV, XLSX or vCard. Nothing is written before you have seen it"

# the start
DROP_HERE: Final = "Drop a file here"
DROP_WORDS: Final = "or choose one. Up to 20 MB; Counter looks at it first and changes nothing."
CHOOSE, CHOOSE_KEY = "Choose a file …", "Ctrl+N"
FILES: Final = "Lists of people (*.csv *.tsv *.txt *.xlsx *.vcf *.vcard);;All files (*)"
FOLDER: Final = "A folder that Counter wrote"
FOLDER_WORDS: Final = (
    "Everything, as it was taken out of this PC or another one. It takes the place of what is here: you see first what "
    "would go, and what is here now is kept as a backup."
)
CHOOSE_FOLDER, CHOOSE_FOLDER_KEY = "Choose its folder …", "Ctrl+O"
RUNS: Final = "Files that were brought in"
RUN_HEADS: Final = ("File", "From", "When", "Now")
TAKE_BACK, TAKE_BACK_KEY = "Take it back", "Space"
STANDS, TAKEN_BACK = "here", "taken back"
A_GUESS: Final = "columns guessed"
READING: Final = "Looking at the file"
PLANNING: Final = "Holding its people against those who are here"


def taking(done: float) -> str:
    """How far it is: 0 to 1."""
    return f"Bringing people in, {done:.0%}. The counter can be used meanwhile"


def taking_back(done: float) -> str:
    """How far it is: 0 to 1."""
    return f"Taking the file back, {done:.0%}. The counter can be used meanwhile"


def stopped_half_way(file: str) -> str:
    """It was stopped; what came in stays."""
    return f"Stopped. What came in of {isolate(file)} so far is here, and can be taken back below."


def brought(file: str, rows: int) -> str:
    """It is done."""
    return f"{count(rows, '{} row', '{} rows')} of {isolate(file)} came in, and can be found at the counter."


def taken_back(file: str) -> str:
    """It is undone."""
    return f"{isolate(file)} is taken back. Whoever was changed or served since stays."


def half_taken_back(file: str) -> str:
    """It was stopped half-way; the rest can be taken back later."""
    return f"Stopped. A part of {isolate(file)} is taken back; the rest is here, and can be taken back below."


# columns
COLUMNS: Final = "What the columns say"
COLUMN_HEADS: Final = ("Column", "In the first rows", "Is")
THIS_COLUMN: Final = "The chosen column is"
DAYS: Final = "Which comes first in this file?"
DAY_FIRST, MONTH_FIRST = "The day", "The month"
DAYS_EMPTY: Final = "Say which comes first; it holds for the whole file."
LETTERS: Final = "If letters look wrong, the file was written as"
ENCODINGS: Final = (
    ("", "As Counter sees it"),
    ("utf-8", "Unicode"),
    ("cp1252", "Windows, Western"),
    ("cp1250", "Windows, Central European"),
    ("cp1251", "Windows, Cyrillic"),
    ("cp1254", "Windows, Turkish"),
    ("mac_roman", "Older Mac"),
)
SHOW, SHOW_KEY = "Show what would happen", "Ctrl+Enter"
OTHER_FILE, OTHER_KEY = "Put the file away", "Esc"
PARTS: Final[Mapping[str, str]] = {
    "leave": "left out",
    "id": "their number there",
    "name": "name",
    "first": "first name",
    "middle": "middle name",
    "last": "last name",
    "suffix": "after the name",
    "called": "called",
    "pronunciation": "how to say it",
    "address form": "title",
    "company": "company",
    "address": "street",
    "city": "town",
    "region": "region",
    "postcode": "postcode",
    "country": "country",
    "language": "language",
    "phone": "phone",
    "email": "e-mail",
    "birthday": "birthday",
    "note": "note",
    "tags": "tags",
    "email consent": "may be e-mailed",
    "sms consent": "may be texted",
}
CARD_HEADS: Final = ("Name", "Reached by", "Notes")


def file_is(file: str, program: str, rows: int, *, cards: bool) -> str:
    """What was found: file, program, how many."""
    many = count(rows, "{} card", "{} cards") if cards else count(rows, "{} row", "{} rows")
    origin = f"from {program}" if program else "from a program Counter does not know: please check the columns"
    return f"{isolate(file)} · {many}" if cards else f"{isolate(file)} · {origin} · {many}"


def which_first(example: str) -> str:
    """The question about days, with a day of the file."""
    return f"{isolate(example)} can be meant in two ways."


# what would happen
PREVIEW: Final = "What would happen"
FATES: Final[Mapping[str, str]] = {
    "new": "New",
    "same person": "Here already",
    "to be looked at": "To be looked at",
    "refused": "Can’t be read",
    "warnings": "May be a “never”",
}
ROW_HEADS: Final = ("Line", "Name", "Why")
WARNING_HEADS: Final = ("Line", "Note", "Becomes")
NOTHING_OF_IT: Final[Mapping[str, str]] = {
    "new": "Nobody in this file is new.",
    "same person": "Nobody in this file is here already.",
    "to be looked at": "Nothing to look at: every row is clear.",
    "refused": "Every row can be read.",
    "warnings": "No note speaks of something that must never be.",
}
WHO: Final = "Who is it?"
SOMEBODY_NEW, LEAVE_OUT = "Somebody new", "Leave this row out"
NEVER: Final = "The chosen note means: never"
NEVER_PLAIN: Final = "something else"
AN_ORDINARY_NOTE: Final = "a note"
AS_PROPOSED, AS_PROPOSED_KEY = "Take all as proposed", "Ctrl+T"
SAID_KEY: Final = "Ctrl+K"
SAID: Final = f"Notes in this file ({SAID_KEY})"
THEY_SAID: Final = "are what customers told us themselves"
BRING_IN, BRING_KEY = "Bring them in", "Ctrl+Enter"
REPORT, REPORT_KEY = "Save the list as CSV …", "Ctrl+S"
REPORT_FILE: Final = "what-would-happen.csv"
BACK_TO_COLUMNS: Final = "Back to the columns"
SAVED: Final = "Saved."


def fate(key: str, number: int) -> str:
    """A chip: what becomes of how many rows."""
    return f"{FATES[key]} {number:,}"


def and_more(number: int) -> str:
    """Rows that are not listed."""
    return count(number, "… and {} more; the saved list has all of them", "… and {} more; the saved list has them all")


def more_warnings(number: int, *, taken: bool) -> str:
    """Notes that warn and are not listed, and what becomes of them."""
    then = "taken as proposed" if taken else f"which stay notes unless {AS_PROPOSED_KEY} takes all as proposed"
    return f"… and {number:,} more, {then}"


def becomes(boundaries: Sequence[str], *, taken: bool) -> str:
    """What a note that warns of something becomes."""
    words = f"“{listed(boundaries) or NEVER_PLAIN}”"
    return f"a never: {words}" if taken else f"a note (proposed: {words})"


def would_come_in(rows: int, waiting: int) -> str:
    """The sentence over the list."""
    words = f"{count(rows, '{} row', '{} rows')} would come in."
    if not waiting:
        return words
    left = count(waiting, "{} is left out until you say who it is", "{} are left out until you say who they are")
    return f"{words} {left}."
