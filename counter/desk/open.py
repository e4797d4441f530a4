"""Opening a card, and the day while nobody is open."""
from counter import complaints, dates, orders
from counter.desk import credit, drafts, suggesting
from counter.desk import visits as coming
from counter.desk.reading import Read
from counter.desk.saying import complaint_item, follow_up_item, order_item
from counter.desk.till import Till
from counter.errors import DiskFault
from counter.models import people, shop, things, timeline
from counter.records.card import CustomerCard, NearLine, OpenItem, SuggestionState, SuggestionView, Today
from counter.records.entries import ComplaintState
from counter.records.people import ImportantDate
from counter.records.when import say_near

RECENT = 8


def card(till: Till, customer_id: int) -> CustomerCard:
    """All that matters about one person; today's suggestion is drawn when it is first opened."""
    read = Read(till, customer_id)
    person, visits, days = read.person, read.visits, read.dates
    near = _near(till, days, {person.id: person.name})
    return CustomerCard(
        customer=person,
        visits=len(visits),
        first_visit=visits[0].day if visits else None,
        last_visit=visits[-1].day if visits else None,
        visit_today=read.visit_today,
        contacts=people.contacts(person.id),
        facts=read.facts,
        dates=days,
        near=near,
        far=tuple(_far(known) for known in days if known.id not in {line.date_id for line in near}),
        household=people.household(person.id),
        open=_open(till, read),
        credit=credit.balance(till, person.id),
        timeline=timeline.of_person(person.id),
        drafts=tuple(d for d in drafts.every(till) if d.customer_id == person.id),
        day_circumstances=read.day_circumstances,
        suggestion=_suggestion(till, read),
        holding=coming.ticked(read),
        likely=coming.likely(till, read),
    )


def today(till: Till) -> Today:
    """Promises, what is ready, what waits, what is to do, dates near, and who was here last."""
    wrongs = things.complaints_waiting()
    waiting = [*complaints.in_order(wrongs), *complaints.asked_why(wrongs)]
    open_orders = things.orders_open()
    due = [*orders.late(open_orders, till.here), *orders.due_today(open_orders, till.here)]
    to_do = things.follow_ups_due(till.today)
    near = people.dates_in_months({till.today.month, till.today.month % 12 + 1})
    whose = [*(c.customer_id for c in waiting), *(o.customer_id for o in open_orders)]
    names = people.names_of([*whose, *(f.customer_id for f in to_do), *(d.customer_id for d in near)])
    recent = people.recent(till.today, RECENT)
    return Today(
        day=till.today,
        drafts=drafts.every(till),
        promised=tuple(order_item(till, o, names[o.customer_id]) for o in due),
        ready=tuple(order_item(till, o, names[o.customer_id]) for o in orders.ready(open_orders)),
        complaints=tuple(complaint_item(till, c, names[c.customer_id]) for c in waiting),
        follow_ups=tuple(follow_up_item(till, f, names[f.customer_id]) for f in to_do),
        near=_near(till, near, names),
        recent=people.candidates(recent, {}),
        circumstances=shop.day_circumstances(till.today),
    )


def _suggestion(till: Till, read: Read) -> SuggestionView:
    """Today's extra; a card opens without one while the disk takes nothing."""
    try:
        return suggesting.of_today(till, read)
    except DiskFault:
        return SuggestionView(state=SuggestionState.NONE, can_ask=False)


def _near(till: Till, known: tuple[ImportantDate, ...], names: dict[int, str]) -> tuple[NearLine, ...]:
    return tuple(
        NearLine(
            customer_id=n.known.customer_id, name=names.get(n.known.customer_id, ""),
            sentence=dates.say_near_date(n, till.today), tag=say_near(n.on, till.today),
            date_id=n.known.id,
        )
        for n in dates.near(known, till.today, till.settings.dates)
    )


def _far(known: ImportantDate) -> NearLine:
    return NearLine(customer_id=known.customer_id, name="", sentence=dates.say_known(known), date_id=known.id)


def _open(till: Till, read: Read) -> tuple[OpenItem, ...]:
    every, name = read.things("complaint"), read.person.name
    waiting = complaints.in_order(every)
    told = [complaint for complaint in complaints.causes_wanted(every) if complaint not in waiting]
    untold = sorted(waiting, key=lambda c: c.state is not ComplaintState.PUT_RIGHT)
    going = [o for o in read.things("order_case") if o.state in orders.OPEN]
    to_do = [f for f in read.things("follow_up") if f.done_at is None]
    return (
        *(complaint_item(till, c, name) for c in (*untold, *told)),
        *(order_item(till, o, name) for o in going),
        *(follow_up_item(till, f, name) for f in to_do),
    )
