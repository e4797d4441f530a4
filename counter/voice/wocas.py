"""What stands in the weekly report: the customers' own words first, each voice once, and nothing that chance made."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from counter.records.report import ReportLine, Section, ThemeBar, Tile, Voice, VoiceKind
from counter.records.when import monday, say_count, say_length
from counter.voice.index import Change, Index
from counter.voice.themes import UNSPACED
from counter.voice.times import HalfRight
from counter.voice.trends import Mark, Week, mark, usual

OFFERED = 3
CAUGHT_UP = 4
WEEK = timedelta(days=7)
_SAYS = {Mark.UP: "more than usual", Mark.QUIET: "", Mark.TOO_FEW: "too few to say"}


def empty_chair(voices: Iterable[Voice], used: Collection[str] = (), up: Collection[str] = ()) -> tuple[Voice, ...]:
    """Three voices for the empty chair: what is open first, then what is told more often, then the longest words.

    `used` are the words that sat there in the last year, `up` the themes marked this week.
    """
    fresh = {voice.words: voice for voice in voices if voice.words and voice.words not in used}
    order = sorted(fresh.values(), key=lambda v: (not v.open, v.theme not in up or not v.theme, -len(v.words)))
    return tuple(order[:OFFERED])


def without_names(words: str, names: Iterable[str]) -> str:
    """The words with each of these names as "N.": the card goes where others read it.

    A name counts as it was typed, or with a capital letter: "will" in a sentence is nobody. In a message without any
    capital letter it counts as well, from three letters on: rather one word too many than a name on the card.
    """
    small = not any(letter.isupper() for letter in words)
    parts = {part for name in names for part in (name, *name.split()) if len(part) > 1}
    for part in sorted(parts, key=len, reverse=True):
        words = _replaced(words, part, small=small and len(part) > 2)
    return words


def weeks_over(first: date | None, today: date) -> tuple[date, ...]:
    """Mondays of the newest weeks that are over, oldest first, CAUGHT_UP at most.

    `first` is the shop's first day (None: nothing was noted yet).
    """
    if first is None:
        return ()
    over = monday(today) - WEEK
    week = max(monday(first), over - (CAUGHT_UP - 1) * WEEK)
    return tuple(week + number * WEEK for number in range((over - week).days // 7 + 1))


def theme_bars(told: Mapping[str, Sequence[Week]]) -> tuple[ThemeBar, ...]:
    """The themes that were told this week or are usually told, the most told first; weeks are oldest first."""
    bars = (
        ThemeBar(theme, weeks[-1].told, usual(weeks), _SAYS[mark(weeks)]) for theme, weeks in told.items() if weeks
    )
    return tuple(sorted((b for b in bars if b.now or b.usual >= 0.5), key=lambda b: (-b.now, -b.usual, b.theme)))


def index_tile(found: Index | None, answers: int, moved: Change) -> Tile:
    """The index of 13 weeks with its interval; no number under ten answers."""
    label = "Satisfaction index (three questions, after the ACSI formula)"
    if found is None:
        return Tile(label, "–", f"{say_count(answers, 'answer')} in 13 weeks: too few to say")
    detail = f"{found.low:.0f} to {found.high:.0f}, {say_count(found.answers, 'answer')} in 13 weeks; {moved}"
    return Tile(label, f"{found.value:.0f}", detail)


def voices_tile(voices: Collection[Voice], slips: int) -> Tile:
    """How many told us something."""
    kinds = ", ".join(
        say_count(sum(voice.kind is kind for voice in voices), word)
        for kind, word in ((VoiceKind.COMPLAINT, "complaint"), (VoiceKind.COMPLIMENT, "compliment"))
    )
    return Tile("Voices this week", str(len(voices)), f"{kinds}; {say_count(slips, 'slip')} printed")


def righted_tile(complaints: Collection[Voice], took: HalfRight) -> Tile:
    """How many of the week's complaints were put right, and how long it takes."""
    right = sum(bool(voice.remedy) for voice in complaints)
    figure = f"{right} of {len(complaints)}"
    if took.days is None:
        return Tile("Put right", figure, "how long it takes: too few to say")
    known = took.low is not None and took.high is not None
    reach = f" ({say_length(took.low or 0)} to {say_length(took.high or 0)})" if known else ""
    return Tile("Put right", figure, f"half within {say_length(took.days)}{reach}, open ones counted")


def waiting_tile(waiting: Collection[Voice], today: date) -> Tile:
    """How many still wait, and the oldest."""
    oldest = max(((today - voice.day).days for voice in waiting), default=0)
    since = f"the oldest for {say_count(oldest, 'day')}" if oldest else "since today"
    return Tile("Still open", str(len(waiting)), since if waiting else "")


def chair_line(voice: Voice | None) -> ReportLine | None:
    """One customer speaks, and what we did."""
    return None if voice is None else _complaint(voice) if voice.kind is VoiceKind.COMPLAINT else _said(voice)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The voices of a report: the week's own, complaints `older` than it and open, and those put right in it."""

    week: tuple[Voice, ...]
    older: tuple[Voice, ...] = ()
    righted: tuple[Voice, ...] = ()

    @property
    def every(self) -> tuple[Voice, ...]:
        """All of them, each once."""
        return (*self.week, *self.older, *self.righted)

    @property
    def complaints(self) -> tuple[Voice, ...]:
        """What went wrong this week and can be put right: those without a name can't."""
        return tuple(voice for voice in self.week if voice.kind is VoiceKind.COMPLAINT and voice.thing)


def sections(said: Said, chair: Voice | None) -> tuple[Section, ...]:
    """All voices but the one in the chair: what went wrong, what was put right, what is open, praise, answers."""
    rest = [voice for voice in said.week if voice is not chair]
    of = {kind: [voice for voice in rest if voice.kind is kind] for kind in VoiceKind}
    praise = sorted(of[VoiceKind.COMPLIMENT], key=lambda voice: (voice.about == "", voice.about, voice.day))
    return (
        Section(
            "What went wrong, and was it put right", tuple(map(_complaint, of[VoiceKind.COMPLAINT])),
            "Nothing went wrong that we know of.",
        ),
        Section(
            "You said, we did: put right and told this week",
            tuple(_complaint(voice) for voice in said.righted if voice is not chair),
            "Only what the empty chair says." if chair in said.righted else "Nothing from before was closed this week.",
        ),
        Section(
            "Still open from before", tuple(_complaint(voice) for voice in said.older if voice is not chair),
            "Only what the empty chair says." if chair in said.older else "Nothing is open from before.",
        ),
        Section("Praise, by whom it is for", (*_praised(said), *map(_said, praise)), "No praise was written down."),
        Section("What they answered to our slips", tuple(map(_said, of[VoiceKind.ANSWER])), "No answers."),
    )


def _praised(said: Said) -> tuple[ReportLine, ...]:
    """How many were for each of us, in the alphabet's order; the one in the chair counts too."""
    names = Counter(voice.about for voice in said.week if voice.kind is VoiceKind.COMPLIMENT and voice.about)
    counted = " · ".join(f"{name} {count}" for name, count in sorted(names.items()))
    return (ReportLine("", counted),) if names else ()


def _complaint(voice: Voice) -> ReportLine:
    """Their words; under them when, who, the cause, what was done. The day is first: a name may run leftward."""
    if not voice.thing:
        return _line(voice, ["without a name", voice.theme])
    unknown = f"cause asked of {voice.asked}" if voice.asked else "cause not known yet"
    return _line(voice, [
        f"{voice.day:%d %b %Y}", voice.who or "someone", voice.theme,
        f"cause: {voice.cause}" if voice.cause else unknown,
        f"put right: {voice.remedy}" if voice.remedy else "not put right yet",
        f"told: {voice.told}" if voice.told else "not told yet",
        f"since then {voice.since}" if voice.since else "",
    ])  # fmt: skip


def _said(voice: Voice) -> ReportLine:
    day = f"{voice.day:%d %b %Y}" if voice.thing else "without a name"
    return _line(voice, [day, f"for {voice.about}" if voice.about else "", voice.who, voice.sorted_as, voice.theme])


def _line(voice: Voice, parts: Iterable[str]) -> ReportLine:
    return ReportLine(voice.words, " · ".join(part for part in parts if part), voice.thing, voice.thing_id)


def _replaced(words: str, name: str, *, small: bool) -> str:
    """Whole words only; as typed, or beginning with a capital letter, or with a `small` one too."""
    folded, wanted, at = words.casefold(), name.casefold(), 0
    if len(folded) != len(words):  # a letter that folds to two: compare as typed
        folded, wanted = words, name
    while (at := folded.find(wanted, at)) >= 0:
        end = at + len(wanted)
        apart = not folded[max(0, at - 1) : at].isalnum() and not folded[end : end + 1].isalnum()
        alone = apart or UNSPACED.search(wanted)
        if alone and (small or words[at].isupper() or words[at:end] == name):
            words, folded = words[:at] + "N." + words[end:], folded[:at] + "n." + folded[end:]
            end = at + 2
        at = end
    return words
