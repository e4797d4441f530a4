"""People at the counter: customers, what is known about them, and the staff."""
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class FactKind(StrEnum):
    """What a fact is about."""

    MATTERS = "matters"
    LIKES = "likes"
    NEVER = "never"
    RECOGNISE = "recognise"


class Source(StrEnum):
    """How a fact came to be known. Only `SAID` may drive a gesture; a boundary of any source blocks."""

    SAID = "said"
    NOTICED = "noticed"
    GUESSED = "guessed"


class ContactKind(StrEnum):
    """A way to reach a person."""

    PHONE = "phone"
    EMAIL = "email"


class Role(StrEnum):
    """What a member of staff may do."""

    CASHIER = "cashier"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Staff:
    """Who stands at the counter; `active` is False for someone who has left."""

    id: int
    name: str
    role: Role
    active: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone number or e-mail address as it was written; `whose` is empty for the person's own."""

    id: int
    kind: ContactKind
    value: str
    whose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing known about a person, with who recorded it and when (UTC)."""

    id: int
    customer_id: int
    kind: FactKind
    text: str
    source: Source
    boundaries: tuple[str, ...]
    staff: str
    at: datetime

    @property
    def unresolved(self) -> bool:
        """A never-fact without a boundary: blocks all that is eaten, scented or touches."""
        return self.kind is FactKind.NEVER and not self.boundaries


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportantDate:
    """A day worth knowing; `year` is None when nobody said it."""

    id: int
    customer_id: int
    label: str
    month: int
    day: int
    year: int | None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdMember:
    """Someone else who calls or collects for a person; `member_id` when they are a customer themselves."""

    id: int
    customer_id: int
    name: str
    relation: str
    may_collect: bool
    member_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What a person agreed to, in which words, on which day."""

    id: int
    customer_id: int
    purpose: str
    given: bool
    wording: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """One person. `name` is empty only for someone without a name; names are never a key."""

    id: int
    version: int
    name: str
    called: str
    pronunciation: str
    address_form: str
    company: str
    address: str
    language: str
    unnamed: bool
    created_at: datetime
    merged_into: int | None

    @property
    def spoken(self) -> str:
        """The name to say: what they like to be called, else the first word of the name."""
        return self.called or (self.name.split()[0] if self.name.strip() else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWords:
    """The words about a person that every way in knows, whether typed or read from a file."""

    name: str
    called: str = ""
    pronunciation: str = ""
    address_form: str = ""
    company: str = ""
    address: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonForm(PersonWords):
    """All fields of a person as the cashier typed them, for a new one or a correction."""

    contacts: tuple[tuple[ContactKind, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactForm:
    """A fact as typed; `boundaries` are keys of the shop's list."""

    kind: FactKind
    text: str
    source: Source = Source.SAID
    boundaries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateForm:
    """An important date as typed."""

    label: str
    month: int
    day: int
    year: int | None = None
    source: Source = Source.SAID


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One row of the found: the person, what tells them apart, and why they match (empty when evident)."""

    customer_id: int
    name: str
    unnamed: bool
    hook: str
    last_visit: datetime | None
    why: str
    shared_name: bool
    slip_code: str = ""
