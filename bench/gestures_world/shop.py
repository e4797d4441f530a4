"""A shop's year, drawn once: who comes when, what they hide, and what a gesture would be worth to them.

Everything random of the visits is drawn from the seed before any policy plays, so that all meet the same customers.
Hidden from policies: the appeal of each gesture, tastes, unsaid limits, what they expect, and how soon they forget.
"""

from datetime import date, timedelta
from math import exp
from random import Random
from typing import Any

from bench.gestures_world.people import Person, Problem, Visit, catalogue

START = date(2025, 1, 6)
TICKED = (
    *("heavy", "gift_purchase", "with_child", "with_dog", "bad_day", "no_purchase", "long_wait"),
    "compliment_received",
)
NUMB = 0.25


class Shop:
    """One shop and year. `worth` is what only the oracle may ask."""

    def __init__(self, params: dict[str, Any], seed: int) -> None:
        self.params, self.seed = params, seed
        self.catalogue = catalogue()
        trades = sorted({trade for each in self.catalogue["gestures"] for trade in each["trades"]} - {"*"})
        self.trade = trades[seed % len(trades)]
        mine = ({"*", self.trade} & set(each["trades"]) for each in self.catalogue["gestures"])
        self.gestures = {each["id"]: each for each, fits in zip(self.catalogue["gestures"], mine, strict=True) if fits}
        self.random = Random(f"shop {seed}")
        self._hide()
        self.people = [self._person(number, known=True) for number in range(params["people"])]
        self.visits = self._year()

    def limited(self, gesture: dict[str, Any], limits: frozenset[str]) -> bool:
        """Whether one of these limits forbids the gesture."""
        tags = {*gesture["contains"], *gesture["touches"]}
        tags |= {"gift"} if gesture["cost"] > 0 else set()
        tags |= {"discount"} if gesture["family"] == "money" else set()
        return any(tag in tags for limit in limits for tag in self.catalogue["boundaries"][limit])

    def worth(self, visit: Visit, gesture: dict[str, Any], occasions: frozenset[str]) -> float:
        """The delight the gesture would bring here and now, before the noise of the day."""
        p, who = self.params, visit.person
        key, family = gesture["id"], gesture["family"]
        best = max(
            (weight * self.liking.get(name, 1.0) for name, weight in gesture["occasions"].items() if name in occasions),
            default=0.0,
        )
        value = self.appeal[key] + p["taste"] * who.taste[family] + p["occasion"] * best
        if gesture["kind"] == "restoring":
            value += 0.15 + (0.2 if visit.problem and visit.problem.goods == (key == "fresh_and_keep") else 0.0)
        if value > 0:
            value *= 1 - p["numbing"] * self.expects(visit) * (0.5 + 0.5 * self._again(visit, key))
            value *= (1 - self._worn(visit, key)) * (1 - NUMB * self._worn_family(visit, family))
        if who.limits - who.boundaries and self.limited(gesture, who.limits):
            value = -0.3 if gesture["ask_first"] else -0.6
        if "rush" in occasions:
            value -= p["rush"] * gesture["minutes"]
        if "personal" in gesture["touches"]:
            value -= p["creepy"] * max(0.0, 1 - self.visit_no(visit) / 6)
        return value - (p["onlookers"] * min(visit.queue, 4) if family in ("money", "treat", "upgrade") else 0.0)

    def expects(self, visit: Visit) -> float:
        """From 0 to 1: how much they count on something today. Habit of visits and memory of days, mixed."""
        if not visit.known:
            return 0.0
        mind, p = visit.person.mind, self.params
        days = visit.day - mind.get("day", 0.0)
        trace = 1 - exp(-mind.get("trace", 0.0) * 0.5 ** (days / p["forget_days"]))
        return min(0.95, p["by_time"] * trace + (1 - p["by_time"]) * mind.get("rate", 0.0))

    def remember(self, visit: Visit, *, got: bool) -> None:
        """What the visit leaves in their mind."""
        mind, who = visit.person.mind, visit.person
        mind["rate"] = mind.get("rate", 0.02) + who.quick * (float(got) - mind.get("rate", 0.02))
        if got:
            left = mind.get("trace", 0.0) * 0.5 ** ((visit.day - mind.get("day", 0.0)) / self.params["forget_days"])
            mind["trace"], mind["day"] = left + 0.3, visit.day

    def accepts(self, visit: Visit, gesture: dict[str, Any], value: float, occasions: frozenset[str]) -> float:
        """The chance that this cashier gives it."""
        strength = max((weight for name, weight in gesture["occasions"].items() if name in occasions), default=0.0)
        pull = (
            self.params["willing"]
            + self.cashiers[visit.cashier][gesture["family"]]
            + 0.9 * (value - 0.4)
            + 0.6 * strength
        )
        return 1 / (1 + exp(-pull + (0.5 * gesture["minutes"] if "rush" in occasions else 0.0)))

    def visit_no(self, visit: Visit) -> int:
        """The number of this visit, those before the year estimated from how often they come."""
        who = visit.person
        before = 0 if who.first_day >= 0 else 1 + int(-who.first_day * min(1.0, who.often / 12))
        return before + len(who.visit_days) + 1 if visit.known else 1

    def _hide(self) -> None:
        p, draw = self.params, self.random
        mean = sum(each["prior"] for each in self.gestures.values()) / len(self.gestures)
        self.appeal = {
            key: p["appeal"] + p["guess"] * (each["prior"] - mean) + draw.gauss(0, p["appeal_sd"])
            for key, each in self.gestures.items()
        }
        names = sorted({name for each in self.gestures.values() for name in each["occasions"]})
        self.liking = {name: draw.uniform(0.3, 1.3) for name in names}
        self.fading = {key: draw.uniform(30, 140) for key in self.gestures}
        self.families = sorted({each["family"] for each in self.gestures.values()})
        self.kinds = [{family: draw.gauss(0, 0.6) for family in self.families} for _ in range(p["kinds"])]
        self.cashiers = [{family: draw.gauss(0, p["picky"]) for family in self.families} for _ in range(3)]

    def _person(self, number: int, *, known: bool) -> Person:
        p, draw = self.params, self.random
        kind = draw.choice(self.kinds)
        limits = set()
        if draw.random() < p["limited"]:
            limits = set(draw.sample(sorted(self.catalogue["boundaries"]), 1 + (draw.random() < 0.3)))
        facts = {
            name: "noticed" if draw.random() < 0.15 else "said"
            for name in ("likes", "matters", "contact_ok")
            if draw.random() < 0.35
        }
        return Person(
            id=number,
            first_day=draw.randrange(0, 320) if draw.random() < 0.3 else -draw.randrange(20, 1400),
            facts=facts if known else {},
            birthday=draw.randrange(365) if known and draw.random() < 0.25 else None,
            limits=frozenset(limits),
            boundaries=frozenset(each for each in sorted(limits) if known and draw.random() < 0.7),
            taste={family: liking + draw.gauss(0, 0.5) for family, liking in kind.items()},
            quick=draw.uniform(0.2, 0.5),
            expressive=draw.lognormvariate(0, 0.5),
            often=draw.lognormvariate(0, 1.1),
        )

    def _year(self) -> list[Visit]:
        visits: list[Visit] = []
        for day in range(self.params["days"]):
            if (START + timedelta(days=day)).weekday() != 6:
                visits += self._day(day, len(visits))
        return visits

    def _day(self, day: int, number: int) -> list[Visit]:
        p, draw = self.params, self.random
        count = max(1, round(draw.gauss(p["visits"] * (1.25 if day % 7 == 5 else 0.95), p["visits"] ** 0.5)))
        minutes = sorted(self._minute() for _ in range(count))
        there = [person for person in self.people if person.first_day <= day]
        names = self._chosen(there, round(count * (1 - p["walk_ins"])))
        weather = self._weather(day)
        gone = frozenset(key for key, each in self.gestures.items() if each["cost"] > 0 and draw.random() < 0.07)
        alone = draw.random() < 0.3
        people = [*names, *(None for _ in range(count - len(names)))]
        draw.shuffle(people)
        found = []
        for index, (minute, person) in enumerate(zip(minutes, people, strict=True)):
            near = sum(1 for other in minutes if abs(other - minute) < 12)
            tokens = set(weather) | self._moment(minute, near, p["visits"] / 40, alone=alone)
            found.append(self._visit(number + index, day, minute, person, frozenset(tokens), near, gone))
        return found

    def _visit(
        self,
        number: int,
        day: int,
        minute: int,
        person: Person | None,
        tokens: frozenset[str],
        near: int,
        gone: frozenset[str],
    ) -> Visit:
        draw = self.random
        chosen = person or self._person(-1, known=False)
        problem = None
        if person and draw.random() < self.params["problems"]:
            problem = Problem(day, day + draw.randrange(0, 6), draw.random() < 0.5, draw.random() < 0.15)
        return Visit(
            id=number,
            day=day,
            minute=minute,
            person=chosen,
            known=person is not None,
            tokens=tokens | ({"told_event"} if person and draw.random() < 0.01 else set()),
            queue=max(0, min(5, round(draw.gauss((near - 3) * 0.35, 0.8)))),
            cashier=(day + minute // 200) % 3,
            out_of_stock=gone,
            draws=tuple(draw.random() for _ in range(6)),
            noise=tuple(draw.gauss(0, self.params["noise"]) for _ in range(3)),
            problem=problem,
        )

    def _minute(self) -> int:
        draw = self.random
        if draw.random() < 0.6:
            return round(min(535, max(2, draw.gauss(draw.choice(self.params["peaks"]), 50))))
        return draw.randrange(2, 536)

    def _chosen(self, there: list[Person], count: int) -> list[Person]:
        """So many different people, the frequent ones more likely (weighted draw without putting back)."""
        keyed = sorted(there, key=lambda person: self.random.expovariate(person.often))
        return keyed[:count]

    def _weather(self, day: int) -> set[str]:
        draw, found = self.random, set()
        winter, summer = day % 365 < 75 or day % 365 > 320, 150 < day % 365 < 245
        for name, chance in (
            ("rain", 0.3),
            ("cold", 0.6 * winter),
            ("heat", 0.45 * summer),
            ("holiday", day % 365 > 325),
        ):
            if draw.random() < chance:
                found.add(name)
        return found

    def _moment(self, minute: int, near: int, usual: float, *, alone: bool) -> set[str]:
        draw = self.random
        found = {name for name in TICKED if draw.random() < self.params["ticked"].get(name, 0.06)}
        found |= {"rush"} if near > 3.5 * usual else set()
        found |= {"quiet"} if near < 1.2 * usual else set()
        found |= {"closing"} if minute > 480 else set()
        return found | ({"alone"} if alone and draw.random() < 0.5 else set())

    def wear(self, visit: Visit, gesture: dict[str, Any]) -> None:
        """What giving it takes off its charm for this person, to come back with the days."""
        if visit.known:
            key = gesture["id"]
            worn = self._worn(visit, key)
            visit.person.mind[f"worn {key}"] = worn + 0.7 * (1 - worn)
            visit.person.mind[f"worn on {key}"] = visit.day

    def _worn(self, visit: Visit, key: str) -> float:
        mind = visit.person.mind
        if f"worn {key}" not in mind:
            return 0.0
        return mind[f"worn {key}"] * 0.5 ** ((visit.day - mind[f"worn on {key}"]) / self.fading[key])

    def _worn_family(self, visit: Visit, family: str) -> float:
        had = {each.gesture for each in visit.person.history} if visit.known else set()
        return min(1.0, sum(self._worn(visit, key) for key in had if self.gestures[key]["family"] == family))

    def _again(self, visit: Visit, key: str) -> float:
        past = visit.person.history[-8:] if visit.known else []
        return sum(each.gesture == key for each in past) / (len(past) + 1)
