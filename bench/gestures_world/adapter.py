"""The shop's engine as a policy of a simulated world: `suggest(ctx)` and `observe(event)`.

A context has what a card shows (visit_id, day, minute, customer, visit_no, occasions, tokens, queue, budget,
out_of_stock, rejected); an event has kind, ctx, gesture and reaction. Money in such a world is in units; a unit is
kept as a hundred minor units here.
"""

import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from counter.gestures import Catalogue, Engine, Policy  # noqa: E402
from counter.records.gestures import (  # noqa: E402
    Budget,
    Decision,
    Event,
    EventKind,
    Gesture,
    Given,
    Kind,
    NearDate,
    Reaction,
    Situation,
    Trouble,
)

UNIT = 100
START = date(2025, 1, 6)
NAMES = {
    "problem": "complaint",
    "problem_open": "complaint_open",
    "problem_resolved": "complaint_told",
    "problem_goods": "complaint_goods",
}
KINDS = {"accepted": EventKind.GIVEN, "swapped": EventKind.SWAPPED, "skipped": EventKind.SKIPPED}
OTHERS = 2
WORKED_OUT = {"birthday", "anniversary", "milestone", "first_return", "long_absence", "price_complaint"} | {
    "complaint",
    "complaint_open",
    "complaint_told",
    "complaint_goods",
}


def gesture_of(entry: Mapping[str, Any]) -> Gesture:
    """A catalogue entry of a world as one of ours."""
    sets = {name: frozenset(entry[name]) for name in ("trades", "contains", "touches")}
    return Gesture(
        key=entry["id"],
        title=entry["title"],
        kind=Kind(entry["kind"]),
        family=entry["family"],
        cost=round(entry["cost"] * UNIT),
        minutes=entry["minutes"],
        needs=tuple(tuple(ours(name) for name in need.split("|")) for need in entry["needs"]),
        needs_facts=tuple(entry["needs_facts"]),
        occasions={ours(name): weight for name, weight in entry["occasions"].items()},
        any_time=entry["any_time"],
        never_when=frozenset(map(ours, entry["never_when"])),
        cooldown_days=entry["cooldown_days"],
        max_per_year=entry["max_per_year"],
        min_visits=entry["min_visits"],
        ask_first=entry["ask_first"],
        prior=entry["prior"],
        say=entry["say"],
        why=entry["why"],
        **sets,
    )


def ours(name: str) -> str:
    """A world's word for an occasion or condition as ours."""
    return NAMES.get(name, name)


class Ours:
    """One shop's engine, fed with a world's visits."""

    def __init__(self, catalogue: Mapping[str, Any], trade: str, seed: int, policy: Policy | None = None) -> None:
        self._gestures = {entry["id"]: gesture_of(entry) for entry in catalogue["gestures"]}
        self._blocks = catalogue["boundaries"]
        base = policy or Policy(cup=UNIT, hours=(0, 9), person_cups_30=5.0)
        self._policy = replace(base, trade=trade)
        self._engine: Engine | None = None
        self._seed = seed
        self._visit = -1
        self._decision: Decision | None = None
        self._marks: dict[int, Any] = {}
        self._number = 0
        self._day, self._turn = -1, 0

    def suggest(self, ctx: Any) -> str | None:
        """The key of a gesture, or none."""
        if self._engine is None:
            self._start(ctx)
        if ctx.visit_id != self._visit:
            self._visit = ctx.visit_id
            self._turn = self._turn + 1 if ctx.day == self._day else 0
            self._day = ctx.day
        self._decision = self._engine.suggest(self._situation(ctx), self._budget(ctx))
        found = self._decision.suggestion
        return found.gesture.key if found else None

    def observe(self, event: Any) -> None:
        """What came of it."""
        ctx = event.ctx
        if event.kind == "reaction":
            self._tell(ctx, EventKind.REACTION, self._marks.pop(ctx.visit_id), Reaction(event.reaction))
            return
        mark = self._decision.mark
        if event.kind == "visit":
            self._tell(ctx, EventKind.VISIT, mark)
            return
        if event.kind == "accepted":
            self._marks[ctx.visit_id] = mark
        self._tell(ctx, KINDS[event.kind], mark)

    def _tell(self, ctx: Any, kind: EventKind, mark: Any, reaction: Reaction | None = None) -> None:
        self._number += 1
        day = START + timedelta(days=self._day)
        who = None if ctx.customer is None else ctx.customer.id
        event = Event(
            number=self._number, kind=kind, day=day, customer=who, turn=self._turn, mark=mark, reaction=reaction
        )
        self._engine.observe(event)

    def _start(self, ctx: Any) -> None:
        total = ctx.budget
        policy = replace(
            self._policy,
            cups_day=total.day_total,
            cups_week=total.week_total,
            minutes_day=total.minutes_total,
            count_day=total.gifts_total,
            person_cups_30=ctx.budget.cust_money_left if ctx.customer else self._policy.person_cups_30,
            hours=(0, max(1, ctx.open_minutes // 60 - 1)),
        )
        self._engine = Engine(Catalogue(tuple(self._gestures.values())), policy, self._seed)

    def _situation(self, ctx: Any) -> Situation:
        person = ctx.customer
        day = START + timedelta(days=ctx.day)
        tokens = {ours(name) for name in ctx.tokens}
        if ctx.queue >= OTHERS:
            tokens.add("others")
        if person is not None and "birthday" in person.facts and person.facts["birthday"] != "told_us":
            tokens.discard("birthday")
        if hasattr(person, "troubles"):
            tokens -= WORKED_OUT
        if person is None:
            return Situation(
                day=day,
                turn=self._turn,
                hour=ctx.minute // 60,
                circumstances=frozenset(tokens),
                refused_today=ctx.rejected,
                out_of_stock=ctx.out_of_stock,
            )
        days = person.visit_days[-8:]
        gaps = sorted(later - earlier for earlier, later in zip(days, days[1:], strict=False))
        return Situation(
            day=day,
            customer=person.id,
            hour=ctx.minute // 60,
            visit=ctx.visit_no,
            days_since=ctx.day - person.visit_days[-1] if person.visit_days else None,
            usual_gap=gaps[len(gaps) // 2] if gaps else None,
            **(_worked_out(person, ctx.day) if hasattr(person, "troubles") else {}),
            circumstances=frozenset(tokens),
            boundaries=frozenset(tag for each in person.boundaries for tag in self._blocks[each]),
            facts={name: "said" for name, source in person.facts.items() if source in ("told_us", "said")},
            history=tuple(self._given(each) for each in person.history),
            refused_today=ctx.rejected,
            out_of_stock=ctx.out_of_stock,
        )

    def _given(self, each: Any) -> Given:
        gesture = self._gestures[each.gesture]
        return Given(
            gesture=each.gesture,
            day=START + timedelta(days=each.day),
            visit=each.visit_no,
            family=gesture.family,
            cost=gesture.cost,
            restoring=gesture.kind is Kind.RESTORING,
        )

    def _budget(self, ctx: Any) -> Budget:
        total = ctx.budget
        return Budget(
            money_day=round(total.day_total * UNIT),
            money_week=round(total.week_total * UNIT),
            minutes_day=total.minutes_total,
            count_day=total.gifts_total,
            used_day=round((total.day_total - total.day_left) * UNIT),
            used_week=round((total.week_total - total.week_left) * UNIT),
            used_minutes=total.minutes_total - total.minutes_left,
            used_count=total.gifts_total - total.gifts_left,
        )


def _worked_out(person: Any, day: int) -> dict[str, Any]:
    """What our own worlds leave to the engine: dates and complaints, from which it works out the occasions."""
    troubles = tuple(
        Trouble(
            day=START + timedelta(days=each.day),
            told=None if day <= each.told else START + timedelta(days=each.told),
            goods=each.goods,
            price=each.price,
        )
        for each in person.troubles
    )
    born = None if person.birthday is None else START + timedelta(days=person.birthday)
    dates = () if born is None else (NearDate(kind="birthday", month=born.month, day=born.day),)
    return {"troubles": troubles, "dates": dates, "first_day": START + timedelta(days=person.first_day)}
