"""What the owner decides with a week's report: what changes, whose words sit in the empty chair, and their card."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from counter.errors import FieldRefused, Refused
from counter.models import chairs, printing, shop, things, voices
from counter.models.journal import Writer
from counter.models.tables_counter import SlipRow
from counter.models.tables_people import CustomerRow
from counter.models.tables_shop import ReportRow
from counter.office import report as office
from counter.office import shop as settings_kept
from counter.office.change import Change, Told, save
from counter.office.report_rest import SAID
from counter.office.saying import apart
from counter.office.usual import usual
from counter.records.cleaning import clean_text
from counter.records.entries import Saved
from counter.records.report import Decision, Helped, Report, Voice
from counter.records.slip_text import slip_to_text
from counter.records.slips import ForPaper
from counter.settings import Settings
from counter.slips.chair import compose_card
from counter.voice import wocas

CHANGE_LIMIT = 300
CARD = "chair"


@dataclass(frozen=True, slots=True)
class WeekShown:
    """The report of a week, who may sit in its empty chair, what it changes, and what last week's changed.

    `products` came back before, the most frequent first.
    """

    report: Report
    offered: tuple[Voice, ...]
    change: str
    asked: str
    running: bool
    helped: str = ""
    products: tuple[str, ...] = ()


def of_week(day: date, settings: Settings, now: datetime) -> WeekShown:
    """All that the screen shows of the week of a day; one that still runs has no decisions yet."""
    report = office.weekly(day, settings, now)
    this, last = voices.kept(report.week), voices.kept(report.week - wocas.WEEK)
    running = settings.here(now).today < report.week + wocas.WEEK
    return WeekShown(
        report=report, offered=office.offer_chair(day, settings, now), change=this.change if this else "",
        asked=last.change if last else "", running=running, products=things.item_names(),
        helped=str(last.helped or "") if last else "",
    )


def choose_chair(change: Change, week: date, words: str) -> Saved:
    """These words sit in the empty chair of that week; raises Refused when they sat there within a year."""
    _check_over(change, week)
    if words in voices.chairs(week):
        raise Refused("These words sat in the empty chair within the last year. Choose others.")
    now = replace(_before(change, week), chair=words, made_at=change.at)
    return _keep(change, week, now, "They sit in the empty chair.")


def decide(change: Change, week: date, text: str) -> Saved:
    """What this week changes; an empty text takes it away. Raises FieldRefused."""
    _check_over(change, week)
    said = clean_text(text, "change", CHANGE_LIMIT)
    before = _before(change, week)
    if not said and not before.change:
        raise FieldRefused("change", "What changes, who sees to it, and by when? One sentence.")
    sentence = f"This week we change: {apart(said)} Next week’s report asks about it." if said else "Nothing changes."
    return _keep(change, week, Decision(change=said, chair=before.chair, made_at=change.at), sentence)


def helped(change: Change, week: date, answer: str) -> Saved:
    """Whether what the week before changed has helped, as this week's meeting says; empty takes the answer back."""
    last = week - wocas.WEEK
    before = voices.kept(last)
    if before is None or not before.change:
        raise Refused("Nothing was decided the week before, so there is nothing to say of it.")
    said = Helped(answer) if answer else None
    sentence = f"Kept: {SAID[said].lower()}. The report says so." if said else "Nothing is said of it any more."
    return _keep(change, last, replace(before, helped=said), sentence)


def print_card(change: Change, report: Report) -> Saved:
    """Put the card of the empty chair into the usual printer's queue; the words are kept as having sat there."""
    line = report.chair
    if line is None or not line.words:
        raise Refused("Nobody sits in the empty chair of this week.")
    _check_over(change, report.week)
    settings = settings_kept.load()
    printer = usual(settings, shop.printers())
    if printer is None:
        raise Refused("No printer is set up yet. Add one on the page Printers.")
    words, done = line.words, voices.remedy(line.thing_id) if line.thing == "complaint" else ""
    card = compose_card(*(ForPaper(office.without_customers(text)) for text in (words, done)))

    def write(_writer: Writer) -> Told:
        before = voices.kept(report.week)
        if before is None or before.chair != words:
            now = replace(_before(change, report.week), chair=words, made_at=change.at)
            voices.keep(report.week, now)
        row = _row(change, report.week, slip_to_text(card))
        printing.put_in(row, printer, change.at)
        return Told(sentence="The card of the empty chair goes to the printer.", table=SlipRow, row=row)

    return replace(save(change, write), undoable=False)


def put_back(before: Any) -> None:
    """As the report was before a decision."""
    week, *kept = before
    if kept:
        text, chair, made_at, said = (*kept, "")[:4]
        now = Decision(
            change=text, chair=chair, made_at=datetime.fromisoformat(made_at), helped=Helped(said) if said else None
        )
        voices.keep(date.fromisoformat(week), now)
    else:
        voices.forget(date.fromisoformat(week))


def _before(change: Change, week: date) -> Decision:
    """What was decided so far."""
    return voices.kept(week) or Decision(made_at=change.at)


def _check_over(change: Change, week: date) -> None:
    if change.day < week + wocas.WEEK:
        raise Refused("This week still runs. What changes and who sits in the chair is decided when it is over.")


def _keep(change: Change, week: date, now: Decision, sentence: str) -> Saved:
    def write(_writer: Writer) -> Told:
        was = voices.kept(week)
        kept = (was.change, was.chair, was.made_at.isoformat(), was.helped or "") if was else ()
        before = [week.isoformat(), *kept]
        voices.keep(week, now)
        return Told(sentence=sentence, table=ReportRow, before=before)

    return save(change, write)


def _row(change: Change, week: date, content: str) -> int:
    """A void slip of nobody's, one a week: nothing counts or finds it, and its letters make no code of ours."""
    code = chairs.card_code(week)
    found = SlipRow.get_or_none(SlipRow.code == code)
    if found is not None:
        SlipRow.update(content=content).where(SlipRow.id == found.id).execute()
        return int(found.id)
    nobody = CustomerRow.create(name="", unnamed=True, created_at=change.at)
    made = SlipRow.create(
        customer_id=nobody.id, code=code, kind=CARD, content=content, made_at=change.at, void=True
    )
    return int(made.id)
