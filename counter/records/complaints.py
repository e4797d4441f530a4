"""The form of "something went wrong": as typed, and as read."""

from dataclasses import dataclass
from datetime import datetime

from counter.records.entries import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintForm:
    """What went wrong as the cashier typed it; only `words`, the customer's own, are needed."""

    words: str = ""
    theme: str = ""
    severity: Severity = Severity.REAL
    needed_by: str = ""
    apology_said: bool = False
    remedy: str = ""
    thanked: bool = False
    cause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintDraft:
    """A complaint that can be saved; with a `remedy` it is put right, and still to be told."""

    words: str
    theme: str
    severity: Severity
    needed_by: datetime | None
    apology_said: bool
    remedy: str
    thanked: bool
    cause: str
