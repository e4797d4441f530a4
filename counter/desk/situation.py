"""All that the choice of a gesture may know about a person at a moment: this one, or one of last week."""
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from statistics import median

from counter.desk import stock
from counter.desk.reading import Read
from counter.desk.till import Till
from counter.desk.visits import ticked
from counter.gestures import rhythm
from counter.models import gestures, people
from counter.records.entries import Complaint, ComplaintState
from counter.records.gestures import Budget, Given, NearDate, Reaction, Situation, Trouble
from counter.records.people import Fact, FactKind, ImportantDate, Source

RECENT_DAYS = 365
PACE = frozenset({"rush", "quiet", "closing", "alone", "others"})
FORBIDDING = frozenset({"rush", "alone", "others"})  # of it what a rule may forbid by
TELLING = (FactKind.LIKES, FactKind.MATTERS)
OWN = frozenset({"my", "own", "her", "his", "their", "the"})
CONTACT = "contact"
GOODS = ("fresh", "fault", "quality", "wrong item", "writing")
LATE = ("promise", "late")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When a person is looked at, what holds then, what was passed over, and which extras ran out."""

    day: date
    hour: int
    circumstances: frozenset[str]
    refused: tuple[str, ...] = ()
    gone: frozenset[str] = frozenset()


def situation(till: Till, read: Read, pace: Iterable[str] | None = None) -> Situation:
    """As things are now; an opened card alone counts as this visit too. `pace` is that of an earlier look today."""
    pace_now = worked_out(till, read.person.id) if pace is None else PACE & frozenset(pace)
    holding = ticked(read) | pace_now | _from_today(till, read)
    refused = gestures.refused_today(read.person.id, till.today)
    now = Moment(day=till.today, hour=till.hour, circumstances=holding, refused=refused, gone=stock.gone(till))
    return known(till, read, now)


def known(till: Till, read: Read, moment: Moment) -> Situation:
    """The person as they stood then; what is known of them is what is known now."""
    person, facts = read.person, read.facts
    visits = tuple(visit for visit in read.visits if visit.day <= moment.day)
    days = [visit.day for visit in visits if visit.day < moment.day]
    return Situation(
        day=moment.day,
        customer=None if person.unnamed else person.id,
        turn=person.id if person.unnamed else 0,
        hour=moment.hour,
        visit=len(days) + 1,
        days_since=(moment.day - days[-1]).days if days else None,
        usual_gap=_usual_gap(days),
        first_day=days[0] if days else None,
        name=person.name,
        called=person.spoken,
        circumstances=moment.circumstances | _reach(person.id),
        boundaries=_blocked(till, facts),
        never_unresolved=any(fact.unresolved for fact in facts) or _unheard_of(till, facts),
        facts=_said(facts),
        dates=tuple(_near(day) for day in read.dates if day.source is Source.SAID),
        troubles=tuple(_troubles(till, read, moment.day)),
        history=_history(till, read, moment.day),
        refused_today=moment.refused,
        out_of_stock=moment.gone,
    )


def budget(till: Till) -> Budget:
    """What the shop gives in a day and a week, and what of it is used; goodwill counts in money and minutes only."""
    today = till.today
    money, minutes, count = gestures.used(today)
    week, _, _ = gestures.used(today - timedelta(days=today.weekday()))
    whole = till.settings.giving().budget()
    return replace(whole, used_day=money, used_week=week, used_minutes=minutes, used_count=count)


def _usual_gap(days: list[date]) -> int | None:
    gaps = [(later - earlier).days for earlier, later in zip(days, days[1:], strict=False)]
    return round(median(gaps)) if gaps else None


def _blocked(till: Till, facts: tuple[Fact, ...]) -> frozenset[str]:
    """Tags that a boundary of any source forbids."""
    keys = {key for fact in facts for key in fact.boundaries}
    return frozenset().union(*(till.boundaries[key].blocks for key in keys if key in till.boundaries))


def _unheard_of(till: Till, facts: tuple[Fact, ...]) -> bool:
    """Whether a boundary is not in the list any more: nobody knows then what it forbids."""
    return any(key not in till.boundaries for fact in facts for key in fact.boundaries)


def _said(facts: tuple[Fact, ...]) -> dict[str, str]:
    """What they told us themselves that a gesture may be about, never what to keep away from: the newest of a kind to
    speak of, and apart from it the earlier ones, whose words count too.
    """
    found: dict[str, str] = {}
    for kind in TELLING:
        texts = [f.text.strip().rstrip(".") for f in facts if f.kind is kind and f.source is Source.SAID]
        found |= {kind.value: texts[-1]} if texts else {}
        found |= {f"{kind.value} before": "; ".join(texts[:-1])} if texts[1:] else {}
    return found


def _reach(customer_id: int) -> frozenset[str]:
    """Whether they agreed that we call or write; the newest answer counts."""
    answers = [consent.given for consent in people.consents(customer_id) if consent.purpose == CONTACT]
    return frozenset({"contact_ok"}) if answers and answers[-1] else frozenset()


def _near(day: ImportantDate) -> NearDate:
    """A birthday is their own one; that of somebody else is a day to ask about."""
    own = [word for word in day.label.casefold().split() if word not in OWN] == ["birthday"]
    return NearDate(
        kind="birthday" if own else "event", month=day.month, day=day.day, year=day.year, label=day.label
    )


def _troubles(till: Till, read: Read, until: date) -> Iterable[Trouble]:
    for complaint in read.things("complaint"):
        if _day(till, complaint.opened_at) <= until:
            yield _trouble(till, complaint, until)


def _trouble(till: Till, complaint: Complaint, until: date) -> Trouble:
    heard = complaint.state in (ComplaintState.TOLD, ComplaintState.NO_CONTACT)
    told = _day(till, complaint.told_at) if heard and complaint.told_at else None
    theme = complaint.theme.casefold()
    return Trouble(
        day=_day(till, complaint.opened_at), told=told if told is not None and told <= until else None,
        goods=any(word in theme for word in GOODS), price="price" in theme,
        late=any(word in theme for word in LATE),
    )


def _day(till: Till, at: datetime) -> date:
    return at.astimezone(till.here.zone).date()


def _history(till: Till, read: Read, until: date) -> tuple[Given, ...]:
    """What they were given in a year, and the last one however long ago: it never comes twice running."""
    families = {gesture.key: gesture.family for gesture in till.catalogue.gestures}
    numbers = {visit.day: number for number, visit in enumerate(read.visits, 1)}
    before = [given for given in read.things("given") if given.day <= until]
    recent = [given for given in before if given.day >= until - timedelta(days=RECENT_DAYS)]
    return tuple(
        Given(
            gesture=g.key, day=g.day, visit=numbers.get(g.day, 0), family=families.get(g.key, ""), cost=g.cost,
            restoring=g.restoring, reaction=Reaction(g.reaction) if g.reaction else None,
        )
        for g in recent or before[-1:]
    )


def worked_out(till: Till, customer_id: int) -> frozenset[str]:
    """Rush, quiet, closing, alone, others near: from the actions lately beside the usual ones of this hour."""
    lately = gestures.rhythm(till.now, till.today, customer_id)
    found = rhythm(
        lately.recent, lately.usual, staff_last_hour=lately.staff, minutes_to_close=_minutes_to_close(till)
    )
    return found | {"others"} if lately.others else found


def _minutes_to_close(till: Till) -> int:
    hours = till.settings.opening_hours[till.today.weekday()]
    if hours is None:
        return -1
    now = till.now.astimezone(till.here.zone)
    hour, minute = map(int, hours[1].split(":"))
    return (hour * 60 + minute) - (now.hour * 60 + now.minute)


def _from_today(till: Till, read: Read) -> frozenset[str]:
    """What was done today already that makes an occasion."""
    found = set()
    if any(r.day == till.today for r in read.things("return_case")):
        found.add("return_today")
    if any(c.day == till.today and c.direction == "received" for c in read.things("compliment")):
        found.add("compliment_received")
    for order in read.things("order_case"):
        if order.collected_at and _day(till, order.collected_at) == till.today:
            found.add("order_collected")
        if len(order.promises) > 1 and _day(till, order.promises[-1].made_at) == till.today:
            found.add("order_late")
    return frozenset(found)
