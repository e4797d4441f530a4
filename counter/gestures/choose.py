"""From the gestures the rules leave to one of them, or none: worth, damped, less its price; near-equals in turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from counter.gestures.case import Case
from counter.gestures.expect import Expectation, damping
from counter.gestures.learned import Learned
from counter.gestures.occasions import strongest
from counter.gestures.price import habit, price
from counter.gestures.value import Cue, estimate
from counter.records.gestures import Gesture, Kind


class Weighed(NamedTuple):
    """One gesture with what it came to: `plain` without habit, for the gate; `score` decides between gestures."""

    gesture: Gesture
    occasion: str
    strength: float
    damping: float
    plain: float
    score: float

    @property
    def restoring(self) -> bool:
        """Whether it makes good what went wrong."""
        return self.gesture.kind is Kind.RESTORING


@dataclass(frozen=True, slots=True)
class Scales:
    """What all gestures of a decision are weighed with."""

    case: Case
    learned: Learned
    now: Expectation
    prior: dict[str, float]
    set_back: frozenset[str]
    who: str
    scene: str


def weigh(gesture: Gesture, scales: Scales, bell: float) -> Weighed:
    """Worth × damping − price; `bell` is this moment's draw for the gesture, for trying the uncertain."""
    case, learned, policy = scales.case, scales.learned, scales.case.policy
    occasion, strength = strongest(gesture, case.tokens, case.said)
    left = damping(gesture, scales.now, policy)
    shift, spread = estimate(learned, policy, Cue(gesture.key, gesture.family, scales.who, occasion or "", strength))
    mean = scales.prior.get(gesture.key, policy.value) + policy.occasion * strength + shift
    worth = mean + policy.sampling * spread**0.5 * bell
    plain = worth * (left if worth > 0 else 1.0) - price(gesture, case, learned)
    if gesture.family in scales.set_back:
        plain -= policy.swap_family
    score = plain - habit(gesture, scales.scene, case, learned)
    return Weighed(gesture, occasion or "", strength, left, plain, score)


def best_of(weighed: Sequence[Weighed], scales: Scales) -> Weighed | None:
    """After a problem the best that makes good; else, of the best above the threshold, the one longest not given."""
    restoring = [each for each in weighed if each.restoring]
    if restoring and "complaint" in scales.case.tokens:
        return max(restoring, key=lambda each: (each.score, each.gesture.key))
    top = max((each.score for each in weighed), default=0.0)
    policy = scales.case.policy
    if top <= policy.threshold:
        return None
    near = [each for each in weighed if each.score >= max(top - policy.near_equal, policy.threshold)]
    return min(near, key=lambda each: (scales.learned.used.get(each.gesture.key, 0), -each.score, each.gesture.key))
