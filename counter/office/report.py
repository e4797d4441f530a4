"""The weekly report: what happened is loaded, the rules of the voice say what stands in it."""

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from counter.models import people, voices
from counter.office import report_rest
from counter.office.report_voices import WEEK, Span, said
from counter.office.ways_back import each_way
from counter.records.cleaning import TEXT_LIMIT, clean_text
from counter.records.report import Band, Decision, Report, ReportLine, Sorted, Tile, Voice
from counter.records.when import business_day, monday, start_of_day
from counter.settings import Settings
from counter.voice import wocas
from counter.voice.index import WEEKS_TOGETHER, change, index, worths
from counter.voice.times import Case, half_right
from counter.voice.trends import BEFORE, WINDOWS, Mark, Week, mark

_HISTORY = BEFORE + max(WINDOWS)


def weekly(week: date, settings: Settings, now: datetime, chair: str = "") -> Report:
    """The report of the week that holds this day, as things stood when that week was over, or now while it runs.

    `chair` are the words chosen for the empty chair, else those that were kept, else the first that are offered.
    """
    span = _span(week, settings, now)
    told, spoken = _themes(span), said(span)
    sat, line = _chair(span, spoken, told, chair)
    today = business_day(span.seen_at - timedelta(seconds=1), span.zone)
    return Report(
        week=span.monday, shop=settings.shop_name, reach=each_way(settings), tiles=_tiles(span, spoken, today),
        chair=line, bands=_bands(span), themes=wocas.theme_bars(told),
        sections=(*wocas.sections(spoken, sat), *report_rest.sections(span, settings)),
    )


def offer_chair(week: date, settings: Settings, now: datetime | None = None) -> tuple[Voice, ...]:
    """Three voices for the empty chair, none that sat there within a year; `decide` keeps the one chosen."""
    span = _span(week, settings, now)
    return _offered(span, said(span), _themes(span))


def decide(week: date, change_text: str, chair: str, now: datetime) -> None:
    """Keep what this week changes (next week's report asks about it) and the words chosen for the empty chair."""
    said = clean_text(change_text, "change", TEXT_LIMIT)
    voices.keep(monday(week), Decision(change=said, chair=chair, made_at=now))


def card_words(voice: Voice) -> str:
    """What stands on the card of the empty chair: the words, every customer's name in them made "N."."""
    return without_customers(voice.words)


def without_customers(words: str) -> str:
    """A text in which every name that the shop knows is "N."."""
    names = (name for one in people.everyone() for name in (one["name"], one["called"]))
    return wocas.without_names(words, names)


def all_voices(week: date, settings: Settings, now: datetime | None = None) -> tuple[Voice, ...]:
    """Every voice that the report of a week must hold: the week's own, complaints open from before, those closed."""
    return said(_span(week, settings, now)).every


def _span(week: date, settings: Settings, now: datetime | None) -> Span:
    zone, begins = ZoneInfo(settings.zone), monday(week)
    return Span(begins, zone, now or start_of_day(begins + WEEK, zone))


def _chair(
    span: Span, spoken: wocas.Said, told: dict[str, list[Week]], chosen: str
) -> tuple[Voice | None, ReportLine | None]:
    """Who sits there; words that were corrected since they were chosen stand as they were, and lead nowhere."""
    kept = voices.kept(span.monday)
    words = chosen or (kept.chair if kept else "")
    sat = next((voice for voice in spoken.every if words and voice.words == words), None)
    if sat is None and words:
        return None, ReportLine(words)
    sat = sat or next(iter(_offered(span, spoken, told)), None)
    return sat, wocas.chair_line(sat)


def _offered(span: Span, spoken: wocas.Said, told: dict[str, list[Week]]) -> tuple[Voice, ...]:
    up = [theme for theme, weeks in told.items() if mark(weeks) is Mark.UP]
    return wocas.empty_chair(spoken.every, voices.chairs(span.monday), up)


def _themes(span: Span) -> dict[str, list[Week]]:
    """Per theme of what went wrong the weeks up to this one, oldest first, from the week of the first slip on."""
    ends = span.monday + WEEK
    since, until = span.begins(_HISTORY - 1), span.begins(-1)
    slips = Counter(_weeks_ago(business_day(at, span.zone), ends) for at in voices.slip_times(since, until))
    told: dict[str, Counter[int]] = defaultdict(Counter)
    for one in voices.complaints(since, until):
        told[one.theme][_weeks_ago(business_day(one.opened_at, span.zone), ends)] += 1
    for nameless in voices.anonymous(span.monday - (_HISTORY - 1) * WEEK, ends):
        if nameless.sorted_as == Sorted.COMPLAINT:
            told[nameless.theme][_weeks_ago(nameless.week, ends)] += 1
    weeks = range(max(slips, default=0), -1, -1)
    return {theme: [Week(counts[ago], slips[ago]) for ago in weeks] for theme, counts in sorted(told.items()) if theme}


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


def _tiles(span: Span, spoken: wocas.Said, today: date) -> tuple[Tile, ...]:
    now, before = _worths(span, 0), _worths(span, WEEKS_TOGETHER)
    until = span.seen_at
    cases = [
        Case(((one.put_right_at or until) - one.opened_at).total_seconds() / 86400, open=one.put_right_at is None)
        for one in voices.complaints(span.begins(WEEKS_TOGETHER - 1), until, until)
    ]
    waiting = [voice for voice in (*spoken.complaints, *spoken.older) if voice.open]
    return (
        wocas.index_tile(index(now), len(now), change(before, now)),
        wocas.voices_tile(spoken.week, len(voices.slip_times(span.begins(), span.begins(-1)))),
        wocas.righted_tile(spoken.complaints, half_right(cases)),
        wocas.waiting_tile(waiting, today),
    )
