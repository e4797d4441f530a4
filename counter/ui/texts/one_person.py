"""Words of the page on which a customer is told what is kept about them, or is forgotten."""

from __future__ import annotations

from typing import Final

from counter.ui.texts import isolate

ONE_PERSON: Final = "What we keep of one"
ONE_PERSON_SUB: Final = "When a customer asks: what is kept about them, what they agreed to, or to be forgotten"
SEARCH: Final = "Who asks?"
SEARCH_HINT: Final = "Type a name or a number, as at the counter."
FOUND_HEADS: Final = ("Name", "Known by")
NOBODY: Final = "Nobody is found by that."
KEPT_HEADS: Final = ("What", "How many")
KEPT: Final = "What is kept"
PDF, PDF_KEY = "Save it as PDF …", "Ctrl+S"
JSON, JSON_KEY = "Save it as JSON …", "Ctrl+J"
CONSENT: Final = "What they agree to"
CONSENT_FOR, CONSENT_WORDS, CONSENT_SAYS = "For what", "In which words they were asked", "They say"
CONSENT_FOR_HINT: Final = "As in: News by e-mail."
CONSENT_EMPTY: Final = "Say for what."
YES, NO = "Yes", "No"
SAYS_EMPTY: Final = "Yes or no?"
KEEP_CONSENT: Final = "Note it"
FORGET: Final = "Forget them …"
FORGET_HOW: Final = "How are they to be forgotten?"
WAYS: Final = (
    ("anonymous", "Nothing names them; visits still count"),
    ("erase", "Erased, as if never here"),
)
FOR_GOOD: Final = "Forget for good"
NO_WAY_BACK: Final = (
    "This can’t be undone. Backups from before hold them until newer ones take their place; should one of those be put "
    "back, they are forgotten again at once."
)
WAY_EMPTY: Final = "Choose how."
SOMEBODY_ELSE, SOMEBODY_ELSE_KEY = "Somebody else", "Esc"
SAVED: Final = "Saved. Give it to nobody but them."
CONSENT_NOTED: Final = "Noted, with today’s date."


def about(name: str) -> str:
    """Whose page it is."""
    return isolate(name) if name else "Someone without a name"


def file_name(kind: str) -> str:
    """What the file is called unless the owner says otherwise."""
    return f"what-we-keep.{kind}"
