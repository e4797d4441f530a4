"""The weekly report "What our customers are saying": what it is made of, and what stands in it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class VoiceKind(StrEnum):
    """What a voice is."""

    COMPLAINT = "complaint"
    COMPLIMENT = "compliment"
    ANSWER = "answer to a slip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One customer's own words. `thing` and `thing_id` lead to its record; an anonymous voice has neither, nor a name.

    `open` holds until a complaint is told and its cause known; `about` is the one of us whom praise is for,
    `asked` who was asked for the cause, and by when.
    """

    kind: VoiceKind
    words: str
    day: date
    who: str = ""
    thing: str = ""
    thing_id: int | None = None
    theme: str = ""
    cause: str = ""
    remedy: str = ""
    told: str = ""
    about: str = ""
    asked: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """One large figure, what it is and what belongs to it."""

    label: str
    figure: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of the report: a customer's words, or ours where `words` is empty; `note` is always ours."""

    words: str
    note: str = ""
    thing: str = ""
    thing_id: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; `nothing` is said where there are none."""

    title: str
    lines: tuple[ReportLine, ...] = ()
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class ThemeBar:
    """How often a theme was told this week, how often is usual, and what can be said about that."""

    theme: str
    now: int
    usual: float
    says: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """The index of the 13 weeks up to `week`, and its interval."""

    week: date
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One week, in the order in which it is read; `week` is its Monday, `reach` how customers reach us."""

    week: date
    shop: str
    reach: tuple[str, ...]
    tiles: tuple[Tile, ...]
    chair: ReportLine | None
    bands: tuple[Band, ...]
    themes: tuple[ThemeBar, ...]
    sections: tuple[Section, ...] = field(default=())
