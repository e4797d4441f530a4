"""A year of one shop under one policy: the same visits for all, and every figure that is compared."""

from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from bench.gestures_world.checker import broken
from bench.gestures_world.context import Context, Left, Policy, Told
from bench.gestures_world.people import Past, Person, Visit
from bench.gestures_world.shop import START, Shop

OPEN = 540
OFTEN = 1.5
PARTS = ("morning", "noon", "evening")


@dataclass(slots=True)
class Ledger:
    """What was spent, by day and week, and what is still to be reported."""

    money: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    week: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    minutes: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    gifts: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    waiting: deque[tuple[int, Told]] = field(default_factory=deque)


class Year:
    """Plays the visits in order and keeps count."""

    def __init__(self, shop: Shop, policy: Policy) -> None:
        self.shop, self.policy = shop, policy
        self.count: Counter[str] = Counter()
        self.ledger = Ledger()
        self.rows: list[tuple[int, int, str, tuple[float, ...]]] = []
        self.groups: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        self.people: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
        for person in shop.people:
            person.visit_days, person.history, person.troubles, person.mind = [], [], [], {}

    def play(self) -> None:
        """The whole year."""
        for visit in self.shop.visits:
            while self.ledger.waiting and self.ledger.waiting[0][0] <= visit.day:
                self.policy.observe(self.ledger.waiting.popleft()[1])
            self._visit(visit)

    def _visit(self, visit: Visit) -> None:
        if visit.problem and visit.known:
            visit.person.troubles.append(visit.problem)
            self.count["problems"] += 1
        ctx = self._context(visit)
        expected, seen = self.shop.expects(visit), _seen(ctx)
        given = self._offer(visit, ctx)
        if not given and expected > self.shop.params["miss_from"]:
            self.count["missed"] += self.shop.params["miss"] * (expected - self.shop.params["miss_from"])
        if visit.known and "complaint" not in ctx.tokens:
            self.rows.append((visit.person.id, visit.day, given or "", seen))
        self._after(visit, ctx, given)

    def _offer(self, visit: Visit, ctx: Context) -> str | None:
        """Up to three suggestions, until one is given or the cashier leaves it."""
        for attempt in range(3):
            if getattr(self.policy, "needs_truth", False):
                self.policy.truth(self._truth(visit, ctx))
            key = self.policy.suggest(ctx)
            if key is None:
                return None
            self.count["suggested"] += 1
            gesture = self.shop.gestures.get(key)
            wrong = broken(gesture, ctx, self.shop) if gesture else ["unknown"]
            self.count["violations"] += bool(wrong)
            if gesture is None or {"trade", "needs"} & set(wrong):
                self.policy.observe(Told("skipped", ctx, key))
                return None
            value = self.shop.worth(visit, gesture, ctx.tokens)
            if visit.draws[attempt] < self.shop.accepts(visit, gesture, value, ctx.tokens):
                self._give(visit, ctx, gesture, value + visit.noise[attempt], value)
                return key
            swap = visit.draws[5] < 0.5 and attempt < 2
            self.policy.observe(Told("swapped" if swap else "skipped", ctx, key))
            if not swap:
                return None
            ctx = replace(ctx, rejected=(*ctx.rejected, key))
        return None

    def _truth(self, visit: Visit, ctx: Context) -> dict[str, float]:
        found = {}
        for key, gesture in self.shop.gestures.items():
            if not broken(gesture, ctx, self.shop):
                value = self.shop.worth(visit, gesture, ctx.tokens)
                found[key] = value * self.shop.accepts(visit, gesture, value, ctx.tokens)
        return found

    def _give(self, visit: Visit, ctx: Context, gesture: dict[str, Any], felt: float, value: float) -> None:
        name = "awkward" if felt < -0.1 else "neutral" if felt < 0.2 else "pleased" if felt < 0.55 else "delighted"
        self.count["given"] += 1
        self.count[name] += 1
        self.count["delight"] += value
        self.count["cost"] += gesture["cost"] + 0.08 * gesture["minutes"]
        self.policy.observe(Told("accepted", ctx, gesture["id"]))
        seen = self.shop.params["seen"] * visit.person.expressive * (1.5 if name in ("awkward", "delighted") else 0.8)
        if visit.draws[3] < min(0.9, seen):
            day = visit.day + (0 if visit.draws[4] < 0.6 else 2)
            told = [*self.ledger.waiting, (day, Told("reaction", ctx, gesture["id"], name))]
            self.ledger.waiting = deque(sorted(told, key=lambda each: each[0]))
        self._spend(visit, ctx, gesture)

    def _spend(self, visit: Visit, ctx: Context, gesture: dict[str, Any]) -> None:
        restoring = gesture["kind"] == "restoring"
        self.ledger.money[visit.day] += gesture["cost"]
        self.ledger.week[visit.day // 7] += gesture["cost"]
        self.ledger.minutes[visit.day] += gesture["minutes"]
        self.ledger.gifts[visit.day] += not restoring
        self.shop.wear(visit, gesture)
        if visit.known:
            past = visit.person.history
            self.count["again"] += gesture["id"] in [each.gesture for each in past[-3:]]
            self.count["later"] += bool(past)
            past.append(Past(visit.day, ctx.visit_no, gesture["id"], gesture["cost"], restoring))
            self.count["restored"] += restoring and "complaint" in ctx.tokens

    def _after(self, visit: Visit, ctx: Context, given: str | None) -> None:
        got = given is not None
        part = PARTS[min(2, visit.minute * 3 // OPEN)]
        often = "often" if visit.known and visit.person.often > OFTEN else "rare"
        for group in ("known", often, part) if visit.known else ("walk-in", part):
            self.groups[group][0] += 1
            self.groups[group][1] += got
        self.count["visits"] += 1
        if visit.known:
            self.shop.remember(visit, got=got)
            visit.person.visit_days.append(visit.day)
            self.people[visit.person.id][0] += 1
            self.people[visit.person.id][1] += got
        self.policy.observe(Told("visit", ctx, given))

    def _context(self, visit: Visit) -> Context:
        p, spent, known = self.shop.params, self.ledger, visit.known
        number = self.shop.visit_no(visit)
        tokens = set(visit.tokens) | ({"known"} if known else set())
        tokens |= {"purchase"} if "no_purchase" not in tokens else set()
        if known:
            tokens |= _of_person(visit.person, visit.day, number)
        lately = [each for each in visit.person.history if visit.day - each.day < 30] if known else []
        left = Left(
            p["cups_day"] - spent.money[visit.day],
            p["cups_week"] - spent.week[visit.day // 7],
            p["minutes_day"] - spent.minutes[visit.day],
            p["person_cups_30"] - sum(each.cost for each in lately),
            p["person_count_30"] - len(lately),
            p["count_day"] - spent.gifts[visit.day],
            p["cups_day"],
            p["cups_week"],
            p["minutes_day"],
            p["count_day"],
        )
        person = visit.person if known else None
        holding = {name: True for name in sorted(tokens)}
        return Context(
            visit.id,
            visit.day,
            visit.minute,
            OPEN,
            person,
            number,
            holding,
            frozenset(tokens),
            visit.queue,
            left,
            visit.out_of_stock,
        )


def _of_person(person: Person, day: int, number: int) -> set[str]:
    """What holds because of who they are and what went before."""
    found = {"contact_ok"} if person.facts.get("contact_ok") == "said" else set()
    if person.birthday is not None and min((day - person.birthday) % 365, (person.birthday - day) % 365) <= 3:
        found.add("birthday")
    first, today = (START + timedelta(days=each) for each in (person.first_day, day))
    years = [first.replace(year=today.year + shift, day=min(first.day, 28)) for shift in (-1, 0, 1)]
    late = first.day - min(first.day, 28)
    if day - person.first_day > 300 and min(abs((today - each).days - late) for each in years) <= 5:
        found.add("anniversary")
    if number == 2:
        found.add("first_return")
    if number in (10, 25, 50, 75) or number % 100 == 0:
        found.add("milestone")
    days = person.visit_days[-8:]
    gaps = sorted(later - earlier for earlier, later in zip(days, days[1:], strict=False)) or [15]
    if days and day - days[-1] >= max(45, 3 * gaps[len(gaps) // 2]):
        found.add("long_absence")
    return found | _of_troubles(person, day)


def _of_troubles(person: Person, day: int) -> set[str]:
    found: set[str] = set()
    for trouble in person.troubles:
        if trouble.price and day - trouble.day <= 60:
            found.add("price_complaint")
        made_good = any(each.restoring and each.day >= trouble.day for each in person.history)
        if day <= trouble.told:
            found.add("complaint_open")
        elif day - trouble.told <= 30 and not made_good:
            found.add("complaint_told")
        if not made_good and day - trouble.told <= 30:
            found |= {"complaint", "complaint_goods"} if trouble.goods else {"complaint"}
    return found


def _seen(ctx: Context) -> tuple[float, ...]:
    """What an attentive customer could guess from: their own history and the moment."""
    person = ctx.customer
    past = person.history if person else []
    since = ctx.visit_no - past[-1].visit_no if past else 60
    days = ctx.day - past[-1].day if past else 400
    lately = sum(1 for each in past if ctx.day - each.day < 30)
    signs = (
        "birthday",
        "anniversary",
        "milestone",
        "rain",
        "cold",
        "heat",
        "heavy",
        "gift_purchase",
        "with_dog",
        "with_child",
    )
    return (
        min(since, 40) / 20,
        float(since <= 1),
        float(since <= 3),
        min(days, 120) / 60,
        float(days < 10),
        float(lately >= 1),
        float(lately >= 2),
        len(past) / (len(person.visit_days) + 1) if person else 0.0,
        min(len(past), 20) / 10,
        float(not past),
        ctx.minute / OPEN,
        min(ctx.queue, 5) / 5,
        *(float(sign in ctx.tokens) for sign in signs),
    )
