"""What the look-up is told about a person, and what it answers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MatchKind(StrEnum):
    """By what a person was found."""

    NAME = "name"
    SOUNDS = "sounds"
    CALLED = "called"
    SCRIPT = "script"
    PHONE = "phone"
    EMAIL = "email"
    COMPANY = "company"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as the look-up sees them; `names` are further names, `words` the texts of what is known of them."""

    id: int
    name: str
    called: str = ""
    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    company: str = ""
    words: tuple[str, ...] = ()
    visits: int = 0
    last_visit: date | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A person found, from 0 to 1 how well; `why` is empty when the name itself shows it."""

    person_id: int
    score: float
    kind: MatchKind
    why: str
