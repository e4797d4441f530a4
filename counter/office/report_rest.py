"""The second half of the weekly report: returns, promises, gestures, thanks still owed, and what we change."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from counter.models import things, voices
from counter.records.entries import Order, OrderState, Reason, Return
from counter.records.money import say_money
from counter.records.report import ReportLine, Section
from counter.records.when import business_day, say_count
from counter.settings import Settings
from counter.voice.index import WEEKS_TOGETHER
from counter.voice.trends import Halt, halt

WEEK = timedelta(days=7)
_MOST = 12


def sections(monday: date, settings: Settings) -> tuple[Section, ...]:
    """What belongs to the week that begins on `monday`, and the line that next week's report asks about."""
    zone = ZoneInfo(settings.zone)
    returned = [one for one in things.live("return_case") if one.day < monday + WEEK]
    return (
        Section("What came back, by product and reason (13 weeks)", _returns(returned, monday), "Nothing came back."),
        Section("Promises of this week", _promises(monday, zone), "None were due."),
        Section("Extras given this week", _gestures(monday, settings), "None."),
        Section("Not yet thanked for telling us", _unthanked(monday, zone), "Everybody was thanked."),
        Section("This week we change", _changes(monday)),
    )


def _returns(returned: Iterable[Return], monday: date) -> tuple[ReportLine, ...]:
    """The products that came back most, why, and whether to look at them or stop selling them."""
    since = monday - (WEEKS_TOGETHER - 1) * WEEK
    reasons: dict[str, Counter[str]] = defaultdict(Counter)
    faulty: Counter[str] = Counter()
    stopped = set()
    for one in returned:
        for item in one.items if one.day >= since else ():
            reasons[item.name][one.reason.value.replace("_", " ")] += item.quantity
            faulty[item.name] += item.quantity if one.reason is Reason.FAULTY else 0
            if one.stop_selling:
                stopped.add(item.name)
    asked = {name: "stopped by hand" if name in stopped else str(halt(faulty[name])) for name in reasons}
    urgent = ("stopped by hand", str(Halt.STOP), str(Halt.LOOK), "")
    order = sorted(reasons, key=lambda name: (urgent.index(asked[name]), -reasons[name].total(), name))
    return tuple(ReportLine("", _of_product(name, reasons[name], asked[name])) for name in order[:_MOST])


def _of_product(name: str, reasons: Counter[str], asked: str) -> str:
    counted = ", ".join(f"{count} {why}" for why, count in reasons.most_common())
    return f"{name}: {counted}" + (f" – {asked}" if asked else "")


def _promises(monday: date, zone: ZoneInfo) -> tuple[ReportLine, ...]:
    """Of the orders promised for this week: how many on the day, and how many at the agreed price."""
    orders: list[Order] = list(things.live("order_case"))
    due = [one for one in orders if one.due and monday <= business_day(one.due, zone) < monday + WEEK]
    if not due:
        return ()
    done = [one for one in due if one.state is OrderState.COLLECTED]
    moved = sum(len(one.promises) > 1 for one in due)
    priced = [one for one in done if one.price is not None and one.final_price is not None]
    right = sum(one.final_price == one.price for one in priced)
    price = f" {right} of {len(priced)} at the price that was agreed." if priced else ""
    days = f"{len(done)} of {say_count(len(due), 'order')} collected; the day was moved for {moved}."
    return (ReportLine("", days + price),)


def _gestures(monday: date, settings: Settings) -> tuple[ReportLine, ...]:
    """How many and what they cost; by name of the gesture in the alphabet's order, as a ranking would lie."""
    given = [one for one in things.gestures_given(monday) if one.day < monday + WEEK]
    if not given:
        return ()
    cost = say_money(sum(one.cost for one in given), settings.money)
    kinds = Counter(one.title for one in given)
    listed = ", ".join(f"{title} ({count})" for title, count in sorted(kinds.items()))
    return (ReportLine("", f"{say_count(len(given), 'extra')} for {cost}: {listed}"),)


def _unthanked(monday: date, zone: ZoneInfo) -> tuple[ReportLine, ...]:
    """How many complaints of four weeks nobody said thank you for; their words stand above or in their own report."""
    since = datetime.combine(monday - 3 * WEEK, datetime.min.time(), zone)
    until = datetime.combine(monday + WEEK, datetime.min.time(), zone)
    owed = [one for one in voices.complaints(since, until) if not one.thanked]
    return tuple(
        ReportLine("", f"{business_day(one.opened_at, zone):%d %b}: {one.theme or 'something went wrong'}",
                   "complaint", one.id)
        for one in owed
    )  # fmt: skip


def _changes(monday: date) -> tuple[ReportLine, ...]:
    """Last week's decision, asked about, and this week's: a line to write on while there is none."""
    last, this = voices.kept(monday - WEEK), voices.kept(monday)
    asked = (ReportLine("", f"Last week: {last[0]} – did it help?"),) if last and last[0] else ()
    now = this[0] if this and this[0] else "________________________  who ____________  by ________"
    return (*asked, ReportLine("", now))
