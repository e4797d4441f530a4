"""People as another program's file tells of them, and what becomes of each of its rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from counter.records.countries import DayOrder
from counter.records.people import ContactKind, PersonWords


class Part(StrEnum):
    """What a column of a file says about a person."""

    LEAVE = "leave"
    ID = "id"
    NAME = "name"
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"
    SUFFIX = "suffix"
    CALLED = "called"
    PRONUNCIATION = "pronunciation"
    ADDRESS_FORM = "address form"
    COMPANY = "company"
    ADDRESS = "address"
    CITY = "city"
    REGION = "region"
    POSTCODE = "postcode"
    COUNTRY = "country"
    LANGUAGE = "language"
    PHONE = "phone"
    EMAIL = "email"
    BIRTHDAY = "birthday"
    NOTE = "note"
    TAGS = "tags"
    EMAIL_CONSENT = "email consent"
    SMS_CONSENT = "sms consent"


class Fate(StrEnum):
    """What a row would do: `LOOK` waits for the owner and writes nothing before."""

    NEW = "new"
    SAME = "same person"
    LOOK = "to be looked at"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as it stands in a file. `lines` holds each row's line in the file, `refused` lines that can't be read."""

    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    lines: tuple[int, ...]
    refused: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Which program made a file, and what each column says; `key` is empty for a guessed one.

    `order` is None where days are written both ways in the world and this file doesn't tell which.
    """

    key: str
    name: str
    parts: tuple[Part, ...]
    order: DayOrder | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming(PersonWords):
    """One person of a file. `birthday` is month, day and the year if it was given.

    `consents` are purposes with what was stated; what was not stated is not there.
    """

    row: int
    external_id: str = ""
    contacts: tuple[tuple[ContactKind, str], ...] = ()
    birthday: tuple[int, int, int | None] | None = None
    notes: tuple[str, ...] = ()
    consents: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """All people of a file; `source` names the program that the external ids are from."""

    source: str
    people: tuple[Incoming, ...]
    refused: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What tells somebody apart who is here already; e-mails in small, phones as they were written."""

    id: int
    name: str
    called: str = ""
    company: str = ""
    address: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    birthday: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What one row would do and why. `customer_id` is who it is; `same_row` an earlier row of the file that is them.

    `maybe` are those who it may be, for the owner to choose from.
    """

    row: int
    fate: Fate
    why: str = ""
    person: Incoming | None = None
    customer_id: int | None = None
    same_row: int | None = None
    maybe: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What would become of a file, counted, with all rows that wait for the owner.

    `looks` are rows to be looked at; `warnings` row, note and boundaries to tick, for notes that may say what must
    never be, the first of `warned` such notes; `shown` the first rows of each fate.
    """

    counts: dict[Fate, int] = field(default_factory=dict)
    looks: tuple[Plan, ...] = ()
    warnings: tuple[tuple[int, str, tuple[str, ...]], ...] = ()
    warned: int = 0
    shown: tuple[Plan, ...] = ()
