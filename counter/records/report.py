"""The weekly report "What our customers are saying": what it is made of, and what stands in it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class VoiceKind(StrEnum):
    """What a voice is."""

    COMPLAINT = "complaint"
    COMPLIMENT = "compliment"
    ANSWER = "answer to a slip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One customer's own words. `thing` and `thing_id` lead to its record; an anonymous voice has neither, nor a name.

    `open` holds until a complaint is told and its cause known, at the end of the week that the report is of; `since`
    is what was done after it. `about` is the one of us whom praise is for, `asked` who was asked for the cause, and by
    when; `sorted_as` is what a person made of an answer.
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
    since: str = ""
    sorted_as: str = ""


class Sorted(StrEnum):
    """What a person makes of an answer once it is read; `READ` is what has no words to make something of."""

    COMPLAINT = "complaint"
    COMPLIMENT = "compliment"
    IDEA = "idea"
    THANKS = "thanks"
    READ = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nameless:
    """An answer kept with its week (a Monday) and with nothing else; `id` is drawn at random and tells no order."""

    id: int
    week: date
    words: str
    scores: tuple[int | None, int | None, int | None]
    sorted_as: str
    theme: str


class Helped(StrEnum):
    """What the next meeting says of a change."""

    YES = "yes"
    NO = "no"
    EARLY = "early"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided with a week's report: what changes, whose words sat in the empty chair, and if it helped."""

    made_at: datetime
    change: str = ""
    chair: str = ""
    helped: Helped | None = None


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
