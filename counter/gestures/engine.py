"""The engine: one decision for one person and day, the same whenever it is asked again for the same seed and log."""

from collections.abc import Iterable
from dataclasses import replace

from counter.gestures import draws, gate, wording
from counter.gestures.case import Case, prepare
from counter.gestures.catalogue import Catalogue
from counter.gestures.choose import Scales, Weighed, best_of, weigh
from counter.gestures.expect import expectation
from counter.gestures.learned import Learned
from counter.gestures.memory import Memory
from counter.gestures.policy import Policy
from counter.gestures.rules import all_against
from counter.gestures.table import first_against, named_by, silent, table_of
from counter.gestures.value import priors
from counter.records.gestures import (
    Budget,
    Decision,
    Event,
    EventKind,
    Gesture,
    Kind,
    Mark,
    Outcome,
    Situation,
    Suggestion,
)

SENTENCES = {
    Outcome.NOT_TODAY: "Nothing extra today: their name is enough.",
    Outcome.NOTHING_FITS: "Nothing that fits today: their name is enough.",
    Outcome.ENOUGH_REFUSED: "Nothing more today: their name is enough.",
}
SOMEONE = {
    Outcome.NOT_TODAY: "Nothing extra today: a kind word is enough.",
    Outcome.NOTHING_FITS: "Nothing that fits today: a kind word is enough.",
    Outcome.ENOUGH_REFUSED: "Nothing more today: a kind word is enough.",
}


class Engine:
    """Chooses and learns. Keep `snapshot()` with its number, hand it to `start`, then what the log has beyond it."""

    def __init__(self, catalogue: Catalogue, policy: Policy | None = None, seed: int = 0) -> None:
        self._catalogue = catalogue
        self._policy = policy or Policy()
        self._seed = seed
        own = self._policy.trade
        mine = (each for each in catalogue.gestures if own in each.trades or "*" in each.trades)
        self._gestures = tuple(sorted(mine, key=lambda each: each.key))
        self._table = table_of(self._gestures)
        self._prior = priors(self._gestures, self._policy)
        self._memory = Memory(self._policy, self._prior)

    @classmethod
    def restore(cls, catalogue: Catalogue, policy: Policy, seed: int, state: str) -> "Engine":
        """The engine as it was. Raises ValueError for a foreign or older state: replay the log then."""
        engine = cls(catalogue, policy, seed)
        engine._memory = Memory(engine._policy, engine._prior, state or "{}")
        return engine

    @classmethod
    def start(cls, catalogue: Catalogue, policy: Policy, seed: int, snapshot: str) -> "Engine":
        """As `restore`, of a snapshot; raises ValueError too when it was learnt by other limits or guesses."""
        engine = cls(catalogue, policy, seed)
        engine._memory = Memory.of_snapshot(engine._policy, engine._prior, snapshot)
        return engine

    @classmethod
    def replay(cls, catalogue: Catalogue, policy: Policy, seed: int, events: Iterable[Event]) -> "Engine":
        """The engine after a whole log, without what was undone in it."""
        log = list(events)
        undone = {event.undoes for event in log if event.kind is EventKind.UNDONE}
        engine = cls(catalogue, policy, seed)
        for event in log:
            if event.kind is EventKind.UNDONE:
                engine._memory.pass_over(event)
            elif event.number not in undone:
                engine.observe(event)
        return engine

    @property
    def seen(self) -> int:
        """The number of the last event taken in."""
        return self._memory.now.seen

    def state(self) -> str:
        """All that was learnt, as JSON text."""
        return self._memory.now.to_text()

    def snapshot(self) -> tuple[int, str]:
        """What to keep: the number of the last event in it, and the text. It lags a little behind `state`."""
        return self._memory.snapshot()

    def again(self, events: Iterable[Event]) -> "Engine":
        """The same engine after the whole log."""
        return Engine.replay(self._catalogue, self._policy, self._seed, events)

    def suggest(self, situation: Situation, budget: Budget, *, asked: bool = False) -> Decision:
        """The decision for this person and day. `asked`: only the gate is left out."""
        case = prepare(situation, budget, self._policy)
        ruled_out, weighed, scales, level = self._weigh_all(case)
        mark = _mark(case, self._memory.now, weighed, level)
        chance = gate.chance(case, self._memory.now, mark.weight)
        outcome, best = self._decide(case, weighed, scales, chance, asked=asked)
        return Decision(
            outcome=outcome,
            sentence=_sentence(outcome, situation),
            suggestion=_suggestion(best, situation) if best else None,
            mark=_joined(mark, best) if best else mark,
            chance=1.0 if "complaint" in case.tokens or asked else chance,
            ruled_out=ruled_out,
            scores={each.gesture.key: each.score for each in weighed},
        )

    def against(self, key: str, situation: Situation, budget: Budget) -> list[str]:
        """Every hard rule that speaks against this gesture now, in words."""
        gesture = self._catalogue.get(key)
        if gesture is None:
            return ["It is not in the catalogue."]
        return list(all_against(gesture, prepare(situation, budget, self._policy)))

    def why_not(self, key: str, situation: Situation, budget: Budget) -> list[str]:
        """Every rule that speaks against this gesture now, in words; or why it was not the one chosen."""
        spoken = self.against(key, situation, budget)
        if spoken:
            return spoken
        decision = self.suggest(situation, budget, asked=True)
        return [_not_chosen(key, decision, self._policy.threshold)]

    def observe(self, event: Event) -> bool:
        """Learn from one event of the log. False when an undone one lies too far back: replay the log then."""
        return self._memory.take_in(event)

    def likeliest_chips(self, chips: Iterable[str]) -> list[str]:
        """The circumstances in the order in which this shop ticks them lately; those as often stay as they stand."""
        return sorted(chips, key=lambda name: -self._memory.now.chips.get(name, 0.0))

    def _weigh_all(self, case: Case) -> tuple[dict[str, str], list[Weighed], Scales, float]:
        """Rules, then weights, for each gesture of the trade."""
        now = expectation(case)
        refused = set(case.situation.refused_today)
        set_back = frozenset(each.family for each in self._gestures if each.key in refused)
        who = "" if case.situation.customer is None else str(case.situation.customer)
        scales = Scales(case, self._memory.now, now, self._prior, set_back, who, gate.scene(case.tokens))
        named, quiet = named_by(case), silent(self._table, case)
        chances = draws.units(self._seed, draws.moment(case.situation), len(self._gestures))
        ruled_out: dict[str, str] = {}
        weighed: list[Weighed] = []
        for row, number in zip(self._table.rows, chances, strict=True):
            rule = first_against(row, case, named, quiet)
            if rule is None:
                weighed.append(weigh(row.gesture, scales, draws.bell(number)))
            else:
                ruled_out[row.gesture.key] = rule
        return ruled_out, weighed, scales, now.level

    def _decide(
        self, case: Case, weighed: list[Weighed], scales: Scales, chance: float, *, asked: bool
    ) -> tuple[Outcome, Weighed | None]:
        situation = case.situation
        best = best_of(weighed, scales)
        passed = _passed_over(self._gestures, situation.refused_today, best)
        if passed >= self._policy.refusals_enough:
            return Outcome.ENOUGH_REFUSED, None
        if best is None:
            return Outcome.NOTHING_FITS, None
        if asked or best.restoring or passed:
            return Outcome.SUGGESTED, best
        if draws.unit(self._seed, f"gate {draws.moment(situation)}") >= chance:
            return Outcome.NOT_TODAY, None
        return Outcome.SUGGESTED, best


def _passed_over(gestures: tuple[Gesture, ...], keys: tuple[str, ...], best: Weighed | None) -> int:
    """How many were passed over today of the kind of the best; what makes good is counted apart from plus ones."""
    if best is None or not keys:
        return len(keys)
    good = {each.key for each in gestures if each.kind is Kind.RESTORING}
    return sum((key in good) is best.restoring for key in keys)


def _mark(case: Case, learned: Learned, weighed: list[Weighed], level: float) -> Mark:
    """What is to be kept of the visit, whatever is decided."""
    top = max((each.plain for each in weighed), default=-1.0)
    seen = gate.visible(case)
    return Mark(
        hour=case.situation.hour,
        groups=gate.groups(case.situation, case.policy),
        scene=gate.scene(case.tokens),
        seen=seen,
        weight=gate.weight(case, learned, top, level, seen) if top > case.policy.threshold else 0.0,
        circumstances=tuple(sorted(case.situation.circumstances)),
    )


def _joined(visit: Mark, chosen: Weighed) -> Mark:
    return replace(
        visit,
        gesture=chosen.gesture.key,
        family=chosen.gesture.family,
        occasion=chosen.occasion,
        occasion_weight=chosen.strength,
        damping=chosen.damping,
        cost=chosen.gesture.cost,
        minutes=chosen.gesture.minutes,
        restoring=chosen.restoring,
    )


def _suggestion(best: Weighed, situation: Situation) -> Suggestion:
    return Suggestion(
        gesture=best.gesture,
        reason=wording.reason(best.gesture, situation),
        say=wording.to_say(best.gesture, situation),
        occasion=best.occasion or None,
        occasion_words=wording.occasion_words(best.occasion),
        score=best.score,
    )


def _sentence(outcome: Outcome, situation: Situation) -> str:
    return (SOMEONE if situation.customer is None else SENTENCES).get(outcome, "")


def _not_chosen(key: str, decision: Decision, threshold: float) -> str:
    if decision.outcome is Outcome.ENOUGH_REFUSED:
        return "Nothing forbids it, but enough was passed over today."
    if decision.suggestion and decision.suggestion.gesture.key == key:
        return "Nothing speaks against it: ask for an extra, and it is this one."
    if decision.scores.get(key, 0.0) <= threshold:
        return "Nothing forbids it, but it would mean little to them just now."
    return "Nothing forbids it; another one fits better, or has not been given for longer."
