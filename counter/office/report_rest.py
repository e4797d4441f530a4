"""The second half of the weekly report: returns, promises, gestures, thanks still owed, and what we change."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from counter.models import people, things, voices
from counter.office import sold
from counter.office.report_voices import WEEK, Span
from counter.records.entries import Order, OrderState, Reason, Return
from counter.records.money import say_money
from counter.records.report import Helped, ReportLine, Section
from counter.records.when import business_day, say_count
from counter.settings import Settings
from counter.voice.index import WEEKS_TOGETHER
from counter.voice.trends import Halt, halt, share

PRODUCT = "product"
BY_HAND = "stopped by hand"
TO_WRITE_ON = f"{'_' * 60}  who {'_' * 18}  by {'_' * 12}"
SAID = {Helped.YES: "It helped", Helped.NO: "It did not help", Helped.EARLY: "Too early to say"}
_MOST = 12
_URGENT = (BY_HAND, str(Halt.STOP), str(Halt.LOOK), "")


@dataclass(slots=True)
class _Product:
    """What came back of one product."""

    reasons: Counter[str] = field(default_factory=Counter)
    faulty: int = 0
    stopped: bool = False
    newest: int = 0

    def asks(self, units: int | None) -> str:
        """Whether to look at it or to stop selling it; `units` were sold in the time."""
        return BY_HAND if self.stopped else str(halt(self.faulty, units))


def sections(span: Span, settings: Settings) -> tuple[Section, ...]:
    """What belongs to the week, and the line that next week's report asks about."""
    monday = span.monday
    returned = [one for one in things.live("return_case") if one.day < monday + WEEK]
    return (
        Section("What came back, by product and reason (13 weeks)", _returns(returned, monday), "Nothing came back."),
        Section("Promises of this week", _promises(span), "None were due."),
        Section("Extras given this week", _gestures(monday, settings), "None."),
        Section("Not yet thanked for telling us", _unthanked(span), "Everybody was thanked."),
        Section("This week we change", _changes(monday)),
    )


def _returns(returned: Iterable[Return], monday: date) -> tuple[ReportLine, ...]:
    """The products that came back most, why, and whether to look at them or stop selling them."""
    since = monday - (WEEKS_TOGETHER - 1) * WEEK
    products: dict[str, _Product] = defaultdict(_Product)
    for one in returned:
        for item in one.items if one.day >= since else ():
            product = products[item.name]
            product.reasons[one.reason.value.replace("_", " ")] += item.quantity
            product.faulty += item.quantity if one.reason is Reason.FAULTY else 0
            product.stopped |= one.stop_selling
            product.newest = max(product.newest, one.id)
    units = {name: count * WEEKS_TOGETHER for name, count in sold.a_week().items()}
    asked = {name: product.asks(units.get(name)) for name, product in products.items()}
    order = sorted(products, key=lambda name: (_URGENT.index(asked[name]), -products[name].reasons.total(), name))
    told = [_of_product(name, products[name].reasons, units) + _dash(asked[name]) for name in order]
    lines = [ReportLine("", text, "return_case", products[name].newest) for name, text in zip(order, told, strict=True)]
    most = sum(bool(asked[name]) for name in order)
    return tuple(lines[: max(_MOST, most)])


def _of_product(name: str, reasons: Counter[str], units: Mapping[str, int]) -> str:
    counted = f"{name}: " + ", ".join(f"{count} {why}" for why, count in reasons.most_common())
    if name not in units:
        return counted
    total, low_high = reasons.total(), share(reasons.total(), units[name])
    low, high = (f"{part:.1%}".rstrip("%") for part in low_high)
    return f"{counted}; {total / units[name]:.1%} of about {units[name]:,} sold ({low} to {high})"


def _dash(asked: str) -> str:
    return f" – {asked}" if asked else ""


def _promises(span: Span) -> tuple[ReportLine, ...]:
    """Of the orders promised for this week: how many at the moment and at the price agreed, and those that weren't."""
    orders: list[Order] = list(things.live("order_case"))
    due = [one for one in orders if one.promises and _falls(one, span)]
    past = [one for one in due if one.promises[0].due <= span.seen_at]
    if not due:
        return ()
    kept = [one for one in past if _on_time(one)]
    priced = [one for one in due if one.state is OrderState.COLLECTED and one.price is not None]
    right = sum(one.final_price in (None, one.price) for one in priced)
    price = f" {right} of {len(priced)} at the price that was agreed." if priced else ""
    ahead = f" {say_count(len(due) - len(past), 'more')} still to come." if len(due) > len(past) else ""
    told = f"{len(kept)} of {say_count(len(past), 'order')} ready by the moment first promised.{price}{ahead}"
    return (ReportLine("", told), *_not_kept([one for one in past if one not in kept]))


def _falls(order: Order, span: Span) -> bool:
    """First promised for this week, and neither declined nor called off before that."""
    first = order.promises[0].due
    inside = span.monday <= business_day(first, span.zone) < span.monday + WEEK
    return inside and order.state not in (OrderState.DECLINED, OrderState.CANCELLED)


def _on_time(order: Order) -> bool:
    """Ready or collected by the moment that was promised first."""
    return voices.order_state(order, order.promises[0].due) in (OrderState.READY, OrderState.COLLECTED)


def _not_kept(orders: Collection[Order]) -> tuple[ReportLine, ...]:
    names = people.names_of(one.customer_id for one in orders)
    return tuple(
        ReportLine("", f"Not by then: {one.spec.splitlines()[0]}, for {names.get(one.customer_id) or 'someone'}",
                   "order_case", one.id)
        for one in orders
    )  # fmt: skip


def _gestures(monday: date, settings: Settings) -> tuple[ReportLine, ...]:
    """How many and what they cost; by name of the gesture in the alphabet's order, as a ranking would lie."""
    given = [one for one in things.gestures_given(monday) if one.day < monday + WEEK]
    if not given:
        return ()
    cost = say_money(sum(one.cost for one in given), settings.money)
    kinds = Counter(one.title for one in given)
    listed = ", ".join(f"{title} ({count})" for title, count in sorted(kinds.items()))
    return (ReportLine("", f"{say_count(len(given), 'extra')} for {cost}: {listed}"),)


def _unthanked(span: Span) -> tuple[ReportLine, ...]:
    """Complaints of four weeks nobody said thank you for by then; their words stand above or in their own report."""
    owed = [one for one in voices.complaints(span.begins(3), span.begins(-1), span.seen_at) if not one.thanked]
    names = people.names_of(one.customer_id for one in owed)
    return tuple(
        ReportLine("", f"{business_day(one.opened_at, span.zone):%d %b} · {names.get(one.customer_id) or 'someone'} · "
                   f"{one.theme or 'something went wrong'}", "complaint", one.id)
        for one in owed
    )  # fmt: skip


def _changes(monday: date) -> tuple[ReportLine, ...]:
    """Last week's decision, asked about, and this week's: a line to write on while there is none."""
    last, this = voices.kept(monday - timedelta(days=7)), voices.kept(monday)
    became = f" {SAID[last.helped]}." if last and last.helped else ""
    asked = (ReportLine("", f"Last week: {last.change} – did it help?{became}"),) if last and last.change else ()
    return (*asked, ReportLine("", this.change if this and this.change else TO_WRITE_ON))
