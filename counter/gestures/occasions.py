"""Which occasions hold now: from dates, visits, complaints, what was ticked and what the hour tells."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from counter.gestures.policy import Policy
from counter.records.gestures import Gesture, NearDate, Situation

OCCASIONS: Mapping[str, str] = {
    "birthday": "their birthday is near",
    "anniversary": "about this time of year they first came in",
    "long_absence": "they are back after a long while",
    "first_return": "they came back for the first time",
    "milestone": "a round number of visits",
    "complaint_open": "something went wrong and is not settled yet",
    "complaint_told": "something went wrong and was put right lately",
    "return_today": "they bring something back",
    "bad_day": "they have a hard day",
    "no_purchase": "they leave without buying",
    "heavy": "they have a lot to carry",
    "gift_purchase": "they buy a present",
    "with_child": "a child is along",
    "with_dog": "a dog is along",
    "rain": "it is raining",
    "heat": "it is hot",
    "cold": "it is cold",
    "holiday": "the holidays are near",
    "quiet": "it is quiet in the shop",
    "closing": "the shop closes soon",
    "told_event": "a day they told us about has just passed",
    "coming_event": "a day they told us about is near",
    "long_wait": "they waited long",
    "order_collected": "they collect what we made for them",
    "order_late": "a promised day was not kept",
    "compliment_received": "they said something kind about us",
    "told_us": "it fits something they told us",
}
CONDITIONS: Mapping[str, str] = {
    "known": "we know them by name",
    "purchase": "they buy something",
    "contact_ok": "we may call or write to them",
    "complaint": "something went wrong and nothing made it good yet",
    "complaint_goods": "the goods were at fault",
    "rush": "the shop is busy",
    "alone": "only one of us is here",
    "others": "others are standing by",
    "price_complaint": "they complained about a price",
}
TAGS: Mapping[str, str] = {
    "eaten": "anything to eat or drink",
    "scent": "anything scented",
    "dairy": "milk",
    "egg": "eggs",
    "gift": "things to take home",
    "talk": "a chat",
    "personal": "anything personal",
    "contact": "a call or a letter",
    "pet": "fuss about their pet",
    "child": "treats for their child",
    "discount": "money off",
    "photo": "photos",
    "public": "fuss in front of others",
    "religion": "anything religious",
}
MILESTONES = (10, 25, 50, 75)
FITS_WEIGHT = 0.8
FEW = 5  # as much as one person makes at the counter: no rush yet


def tokens(situation: Situation, policy: Policy) -> frozenset[str]:
    """Everything that holds now: occasions and conditions; what is unknown does not hold."""
    found = set(situation.circumstances)
    if "no_purchase" not in found:
        found.add("purchase")
    found |= _from_troubles(situation, policy)
    if situation.customer is not None:
        found.add("known")
        found |= _from_visits(situation, policy)
        for near in situation.dates:
            found |= _from_date(near, situation.day, policy)
    return frozenset(found)


def strongest(gesture: Gesture, holding: Collection[str], said: Collection[str] = ()) -> tuple[str | None, float]:
    """The occasion that speaks most for this gesture now, and how much (0 when none does)."""
    best, weight = None, 0.0
    for name, own in gesture.occasions.items():
        if own > weight and name in holding:
            best, weight = name, own
    if weight < FITS_WEIGHT and any(word in said for word in gesture.fits):
        return "told_us", FITS_WEIGHT
    return best, weight


def rhythm(recent: int, usual: float, *, staff_last_hour: int, minutes_to_close: int) -> frozenset[str]:
    """Rush, quiet, closing and alone, from the actions of the last ten minutes beside the usual ones of this hour."""
    found = set()
    if usual > 0 and recent > max(FEW, 1.5 * usual):
        found.add("rush")
    if usual > 0 and recent < 0.5 * usual:
        found.add("quiet")
    if 0 <= minutes_to_close <= 60:
        found.add("closing")
    if staff_last_hour == 1:
        found.add("alone")
    return frozenset(found)


def days_apart(month: int, day: int, today: date) -> int:
    """Days since the nearest such day of the year, negative while it lies ahead; 29 February falls on 1 March."""
    return min((_gap(month, day, today, year) for year in (today.year - 1, today.year, today.year + 1)), key=abs)


def _gap(month: int, day: int, today: date, year: int) -> int:
    try:
        return (today - date(year, month, day)).days
    except ValueError:
        return (today - date(year, 3, 1)).days


def _from_date(near: NearDate, today: date, policy: Policy) -> set[str]:
    if near.year is not None and near.kind != "birthday":
        apart = (today - date(near.year, near.month, near.day)).days
    else:
        apart = days_apart(near.month, near.day, today)
    if near.kind == "birthday":
        return {"birthday"} if abs(apart) <= policy.near_days else set()
    if 2 <= apart <= policy.ask_after_days:
        return {"told_event"}
    return {"coming_event"} if -policy.ahead_days <= apart <= 0 else set()


def _from_visits(situation: Situation, policy: Policy) -> set[str]:
    found = set()
    first, gap = situation.first_day, situation.days_since
    if first is not None and (situation.day - first).days > 300:
        apart = days_apart(first.month, first.day, situation.day)
        found |= {"anniversary"} if abs(apart) <= policy.anniversary_days else set()
    if gap is not None and gap >= policy.absence_days and gap >= 3 * (situation.usual_gap or 15):
        found.add("long_absence")
    if situation.visit == 2:
        found.add("first_return")
    if situation.visit in MILESTONES or (situation.visit and situation.visit % 100 == 0):
        found.add("milestone")
    return found


def _from_troubles(situation: Situation, policy: Policy) -> set[str]:
    found = set()
    for trouble in situation.troubles:
        if trouble.price and situation.day - trouble.day <= timedelta(days=policy.price_days):
            found.add("price_complaint")
        if trouble.told is None:
            found.add("complaint_open")
        elif situation.day - trouble.told > timedelta(days=policy.told_days):
            continue
        if not any(given.restoring and given.day >= trouble.day for given in situation.history):
            found |= {"complaint", "complaint_goods"} if trouble.goods else {"complaint"}
            found |= {"order_late"} if trouble.late else set()
            found |= {"complaint_told"} if trouble.told else set()
    return found
