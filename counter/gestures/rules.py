"""The hard rules. Each looks at one gesture and says why it forbids it; none is ever weighed away.

A reason is a template and what to fill in, put into words only when somebody asks.
"""

from collections.abc import Callable, Iterator, Mapping

from counter.gestures.case import Case, tags
from counter.gestures.occasions import CONDITIONS, OCCASIONS, TAGS, strongest
from counter.records.gestures import Gesture, Kind

Because = tuple[object, ...]
Rule = Callable[[Gesture, Case], Because | None]
UNKNOWN_PERSON = frozenset({"nuts", "alcohol", "personal"})
BYSTANDERS = frozenset({"rush", "others"})
WANTED: Mapping[str, str] = {
    "likes": "They have not told us themselves what they like.",
    "matters": "They have not told us themselves what matters to them.",
    "birthday": "It waits for their birthday, as they told us of it.",
    "told_event": "It waits until a day they told us of has just passed.",
    "coming_event": "It waits until a day they told us of is near.",
}
TIMES = ("never", "once", "twice")
SAID_BY_DATE: Mapping[str, str] = {"birthday": "birthday", "told_event": "told_event", "coming_event": "coming_event"}


def _active(gesture: Gesture, _: Case) -> Because | None:
    return None if gesture.active else ("It is switched off in the catalogue.",)


def _trade(gesture: Gesture, case: Case) -> Because | None:
    if "*" in gesture.trades or case.policy.trade in gesture.trades:
        return None
    return ("It belongs to another trade.",)


def _stock(gesture: Gesture, case: Case) -> Because | None:
    if gesture.key in case.situation.out_of_stock or (gesture.stock is not None and gesture.stock <= 0):
        return ("There is none of it left.",)
    return None


def _needs(gesture: Gesture, case: Case) -> Because | None:
    for any_of in gesture.needs:
        if case.tokens.isdisjoint(any_of):
            return "It is only for when {}.", any_of
    return None


def _never_when(gesture: Gesture, case: Case) -> Because | None:
    if gesture.never_when.isdisjoint(case.tokens):
        return None
    return "Not while {}.", tuple(sorted(gesture.never_when & case.tokens))


def _complaint(gesture: Gesture, case: Case) -> Because | None:
    if "complaint_open" in case.tokens and gesture.kind is not Kind.RESTORING:
        return ("Until a complaint is settled and they were told, only what makes good is offered.",)
    return None


def _no_fault(gesture: Gesture, case: Case) -> Because | None:
    if gesture.kind is not Kind.RESTORING or not case.tokens.isdisjoint({"complaint", "order_late"}):
        return None
    if case.situation.troubles:
        return ("What went wrong was made good already.",)
    return ("It makes good what went wrong, and nothing went wrong.",)


def _boundary(gesture: Gesture, case: Case) -> Because | None:
    hit = tags(gesture) & case.situation.boundaries
    return ("Never for them: {}.", tuple(sorted(hit))) if hit else None


def _unsorted_never(gesture: Gesture, case: Case) -> Because | None:
    if case.situation.never_unresolved and tags(gesture):
        return ("A “never” about them is not sorted yet. Until then nothing to eat, to smell, or that touches them.",)
    return None


def _someone(gesture: Gesture, case: Case) -> Because | None:
    if case.situation.customer is None and (gesture.needs_facts or not UNKNOWN_PERSON.isdisjoint(tags(gesture))):
        return ("Nothing personal, no nuts and no alcohol for someone whose name we don’t know.",)
    return None


def _facts(gesture: Gesture, case: Case) -> Because | None:
    for fact in gesture.needs_facts:
        known = SAID_BY_DATE[fact] in case.tokens if fact in SAID_BY_DATE else fact in case.situation.facts
        if not known:
            return (WANTED[fact],) if fact in WANTED else ("They have not told us themselves: {}.", (fact,))
    return None


def _money_after_price(gesture: Gesture, case: Case) -> Because | None:
    if "price_complaint" in case.tokens and "discount" in tags(gesture):
        return ("No discounts after a complaint about a price.",)
    return None


def _before_others(gesture: Gesture, case: Case) -> Because | None:
    if "public" in gesture.touches and not case.tokens.isdisjoint(BYSTANDERS):
        return ("It singles them out, and others are standing by.",)
    return None


def _occasion(gesture: Gesture, case: Case) -> Because | None:
    if not gesture.any_time and strongest(gesture, case.tokens, case.said)[0] is None:
        return ("There is no occasion for it now.",)
    return None


def _visits(gesture: Gesture, case: Case) -> Because | None:
    if case.situation.visit < gesture.min_visits:
        return "It is for people who have been here at least {}.", _times(gesture.min_visits)
    return None


def _cooldown(gesture: Gesture, case: Case) -> Because | None:
    ago = case.last.get(gesture.key)
    if ago is not None and ago < gesture.cooldown_days:
        return "They had it {}; it comes again after {} days at the soonest.", _ago(ago), gesture.cooldown_days
    return None


def _per_year(gesture: Gesture, case: Case) -> Because | None:
    if case.times.get(gesture.key, 0) >= gesture.max_per_year:
        return "They had it {} within a year already.", _times(case.times[gesture.key])
    return None


def _twice_running(gesture: Gesture, case: Case) -> Because | None:
    return ("It was the last one they had.",) if gesture.key == case.newest else None


def _rejected(gesture: Gesture, case: Case) -> Because | None:
    return ("It was passed over today.",) if gesture.key in case.situation.refused_today else None


def _person_cap(gesture: Gesture, case: Case) -> Because | None:
    if case.situation.customer is None:
        return None
    if case.count_left <= 0 and gesture.kind is not Kind.RESTORING:
        return ("They had as many in the last 30 days as one person gets.",)
    if gesture.cost > case.money_left:
        return ("It would come to more than one person gets in 30 days.",)
    return None


def _budget(gesture: Gesture, case: Case) -> Because | None:
    if gesture.cost > case.budget.money_left:
        return ("The money left for today or this week is not enough.",)
    if gesture.minutes > case.budget.minutes_left + 1e-9:
        return ("The minutes left for today are not enough.",)
    if case.budget.count_left <= 0 and gesture.kind is not Kind.RESTORING:
        return ("As many as we give in a day were given today.",)
    return None


RULES: Mapping[str, Rule] = {
    "trade": _trade,
    "active": _active,
    "needs": _needs,
    "no_fault": _no_fault,
    "complaint": _complaint,
    "person_cap": _person_cap,
    "never_when": _never_when,
    "facts": _facts,
    "occasion": _occasion,
    "cooldown": _cooldown,
    "per_year": _per_year,
    "twice_running": _twice_running,
    "visits": _visits,
    "boundary": _boundary,
    "unsorted_never": _unsorted_never,
    "someone": _someone,
    "price": _money_after_price,
    "before_others": _before_others,
    "stock": _stock,
    "budget": _budget,
    "rejected": _rejected,
}

def words(name: str) -> str:
    """An occasion, a condition or what a boundary forbids in the words of the counter."""
    return OCCASIONS.get(name) or CONDITIONS.get(name) or TAGS.get(name) or name.replace("_", " ")


def all_against(gesture: Gesture, case: Case) -> Iterator[str]:
    """Every rule that speaks against the gesture, as sentences."""
    for rule in RULES.values():
        because = rule(gesture, case)
        if because is not None:
            yield _sentence(because)


def _times(number: int) -> str:
    return TIMES[number] if number < len(TIMES) else f"{number} times"


def _ago(days: int) -> str:
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def _sentence(because: Because) -> str:
    """Fill the template, its first part, with the others: numbers as they are, names in words."""
    template, *parts = because
    said = (" or ".join(map(words, part)) if isinstance(part, tuple) else str(part) for part in parts)
    return str(template).format(*said)
