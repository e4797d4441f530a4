"""The weekly report: what happened is loaded, the rules of the voice say what stands in it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from counter.models import people, things, voices
from counter.office import report_rest
from counter.records.cleaning import clean_text
from counter.records.entries import Complaint, Direction
from counter.records.report import Band, Report, Tile, Voice, VoiceKind
from counter.records.when import business_day, start_of_day
from counter.settings import Settings
from counter.voice import wocas
from counter.voice.index import WEEKS_TOGETHER, change, index, worths
from counter.voice.times import Case, half_right
from counter.voice.trends import BEFORE, WINDOWS, Mark, Week, mark

WEEK = timedelta(days=7)
_HISTORY = BEFORE + max(WINDOWS)


@dataclass(frozen=True, slots=True)
class Span:
    """A week of the shop: its Monday and the shop's zone."""

    monday: date
    zone: ZoneInfo

    def begins(self, weeks_ago: int = 0) -> datetime:
        """When the week so many before this one began."""
        return start_of_day(self.monday - weeks_ago * WEEK, self.zone)


def weekly(week: date, settings: Settings, now: datetime, chair: str = "") -> Report:
    """The report of the week that holds this day; `chair` are the words chosen for the empty chair, else the first."""
    span = Span(wocas.monday(week), ZoneInfo(settings.zone))
    told = _themes(span)
    said, older = _voices(span), _older(span)
    up = [theme for theme, weeks in told.items() if mark(weeks) is Mark.UP]
    offered = _offered(span, said, older, up)
    sat = next((voice for voice in (*said, *older) if chair and voice.words == chair), None)
    sat = sat or next(iter(offered), None)
    today = business_day(now, span.zone)
    return Report(
        week=span.monday, shop=settings.shop_name, reach=_reach(settings), tiles=_tiles(span, said, older, today),
        chair=wocas.chair_line(sat), bands=_bands(span), themes=wocas.theme_bars(told),
        sections=(*wocas.sections(said, older, sat), *report_rest.sections(span.monday, settings)),
    )


def offer_chair(week: date, settings: Settings) -> tuple[Voice, ...]:
    """Three voices for the empty chair, none that sat there in the last year; `decide` keeps the one chosen."""
    span = Span(wocas.monday(week), ZoneInfo(settings.zone))
    up = [theme for theme, weeks in _themes(span).items() if mark(weeks) is Mark.UP]
    return _offered(span, _voices(span), _older(span), up)


def decide(week: date, change_text: str, chair: str, now: datetime) -> None:
    """Keep what this week changes (next week's report asks about it) and the words chosen for the empty chair."""
    voices.keep(wocas.monday(week), clean_text(change_text, "change"), chair, now)


def card_words(voice: Voice) -> str:
    """What stands on the card of the empty chair: the words, every customer's name in them made "N."."""
    names = (name for one in people.everyone() for name in (one["name"], one["called"]))
    return wocas.without_names(voice.words, names)


def all_voices(week: date, settings: Settings) -> tuple[Voice, ...]:
    """Every voice that the report of a week must hold: the week's own, and complaints open from before."""
    span = Span(wocas.monday(week), ZoneInfo(settings.zone))
    return (*_voices(span), *_older(span))


def _reach(settings: Settings) -> tuple[str, ...]:
    """The public address, as it stands on slips."""
    return tuple(dict.fromkeys(way for way in (settings.phone, settings.whatsapp, settings.mail) if way))


def _offered(span: Span, said: Iterable[Voice], older: Iterable[Voice], up: list[str]) -> tuple[Voice, ...]:
    return wocas.empty_chair((*said, *older), voices.chairs(span.monday), up)


def _voices(span: Span) -> tuple[Voice, ...]:
    """All that was said in the week."""
    begins, ends = span.begins(), span.begins(-1)
    complaints = voices.complaints(begins, ends)
    praise = [
        kept for kept in things.live("compliment")
        if kept.direction is Direction.RECEIVED and span.monday <= kept.day < span.monday + WEEK
    ]  # fmt: skip
    answers = voices.answers(begins, ends)
    names = people.names_of(one.customer_id for one in (*complaints, *praise, *answers))
    staff = {member.id: member.name for member in people.staff()}
    return (
        *(_complaint(one, names, span) for one in complaints),
        *(
            Voice(
                kind=VoiceKind.COMPLIMENT, words=one.words, day=one.day, who=names.get(one.customer_id, ""),
                thing="compliment", thing_id=one.id, about=staff.get(one.staff_id, ""),
            )
            for one in praise
        ),
        *(
            Voice(
                kind=VoiceKind.ANSWER, words=one.words, day=business_day(one.at, span.zone),
                who=names.get(one.customer_id, ""), thing="feedback", thing_id=one.id,
            )
            for one in answers
        ),
        *(Voice(kind=VoiceKind.ANSWER, words=one, day=span.monday) for one in voices.anonymous(span.monday)),
    )


def _older(span: Span) -> tuple[Voice, ...]:
    """Complaints from before the week that are still open, oldest first."""
    waiting = [one for one in things.complaints_waiting() if one.opened_at < span.begins()]
    names = people.names_of(one.customer_id for one in waiting)
    return tuple(_complaint(one, names, span) for one in sorted(waiting, key=lambda one: (one.opened_at, one.id)))


def _complaint(one: Complaint, names: dict[int, str], span: Span) -> Voice:
    asked, staff = "", {member.id: member.name for member in people.staff()}
    if one.why_staff_id is not None and one.why_by is not None:
        asked = f"{staff.get(one.why_staff_id, 'one of us')} by {one.why_by:%d %b}"
    told = one.told_how or ("no contact possible" if one.state.value == "no_contact" else "")
    return Voice(
        kind=VoiceKind.COMPLAINT, words=one.words, day=business_day(one.opened_at, span.zone),
        who=names.get(one.customer_id, ""), thing="complaint", thing_id=one.id, theme=one.theme, cause=one.cause,
        remedy=one.remedy, told=told, asked=asked, open=not one.closed,
    )


def _themes(span: Span) -> dict[str, list[Week]]:
    """Per theme the weeks up to this one, oldest first, from the week of the first slip on."""
    ends = span.monday + WEEK
    since, until = span.begins(_HISTORY - 1), span.begins(-1)
    slips = Counter(_weeks_ago(business_day(at, span.zone), ends) for at in voices.slip_times(since, until))
    told: dict[str, Counter[int]] = defaultdict(Counter)
    for one in voices.complaints(since, until):
        if one.theme:
            told[one.theme][_weeks_ago(business_day(one.opened_at, span.zone), ends)] += 1
    weeks = range(max(slips, default=0), -1, -1)
    return {theme: [Week(counts[ago], slips[ago]) for ago in weeks] for theme, counts in sorted(told.items())}


def _weeks_ago(day: date, ends: date) -> int:
    return (ends - day - timedelta(days=1)).days // 7


def _worths(span: Span, weeks_ago: int) -> tuple[float, ...]:
    """The answers of the 13 weeks that end with the week so many before this one."""
    first, last = weeks_ago + WEEKS_TOGETHER - 1, weeks_ago - 1
    mondays = (span.monday - first * WEEK, span.monday - last * WEEK)
    return worths(voices.scores(span.begins(first), span.begins(last), mondays))


def _bands(span: Span) -> tuple[Band, ...]:
    """The index of the last 13 weeks, where there are answers enough."""
    found = ((span.monday - ago * WEEK, index(_worths(span, ago))) for ago in range(WEEKS_TOGETHER - 1, -1, -1))
    return tuple(Band(week, one.value, one.low, one.high) for week, one in found if one)


def _tiles(span: Span, said: tuple[Voice, ...], older: tuple[Voice, ...], today: date) -> tuple[Tile, ...]:
    now, before = _worths(span, 0), _worths(span, WEEKS_TOGETHER)
    until = span.begins(-1)
    cases = [
        Case(((one.put_right_at or until) - one.opened_at).total_seconds() / 86400, open=one.put_right_at is None)
        for one in voices.complaints(span.begins(WEEKS_TOGETHER - 1), until)
    ]
    complaints = [voice for voice in said if voice.kind is VoiceKind.COMPLAINT]
    waiting = [voice for voice in (*complaints, *older) if voice.open]
    return (
        wocas.index_tile(index(now), len(now), change(before, now)),
        wocas.voices_tile(said, len(voices.slip_times(span.begins(), until))),
        wocas.righted_tile(complaints, half_right(cases)),
        wocas.waiting_tile(waiting, today),
    )
