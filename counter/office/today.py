"""The owner's day at a glance."""

from counter.models import gestures, people, things
from counter.models.tables_counter import ComplaintRow
from counter.office import keeping
from counter.records.card import DayAtAGlance, OpenItem
from counter.records.entries import Complaint, ComplaintState
from counter.records.here import Here
from counter.records.when import start_of_day
from counter.settings import Settings

EVERYBODY = 100_000


def glance(settings: Settings, here: Here, needs: tuple[OpenItem, ...]) -> DayAtAGlance:
    """The figures of this business day, beside what needs the owner; goodwill is outside the day's budget."""
    day, policy = here.today, settings.giving()
    came = people.recent(day, EVERYBODY)
    named = people.names_of(came)
    cost, _, given = gestures.used(day)
    wrong = _complaints(here)
    return DayAtAGlance(
        day=day,
        visits=len(came),
        by_name=sum(bool(named[customer]) for customer in came),
        gestures=given,
        gesture_cost=cost,
        day_budget=round(policy.cups_day * policy.cup),
        returns=len(things.returns_with(0, "", day)),
        complaints=len(wrong),
        put_right=sum(complaint.state is not ComplaintState.OPEN for complaint in wrong),
        needs=needs,
        look_due=keeping.is_due(day),
    )


def _complaints(here: Here) -> list[Complaint]:
    opened = ComplaintRow.opened_at >= start_of_day(here.today, here.zone)
    return list(things.live("complaint").where(opened))
