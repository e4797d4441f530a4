"""What a gesture is worth to this person now: additive effects, learnt from the few reactions that are seen.

Each effect is Gaussian, (shift, variance) around its prior. A reaction says only between which bounds the delight
lay; the update is that of a truncated normal distribution, moment by moment (assumed density filtering).
"""

from math import erf, exp, pi, sqrt
from typing import NamedTuple

from counter.gestures.learned import Learned, Pair
from counter.gestures.policy import Policy
from counter.records.gestures import Gesture, Mark, Reaction

BOUNDS = {
    Reaction.AWKWARD: (-9.0, -0.05),
    Reaction.NEUTRAL: (-0.05, 0.22),
    Reaction.PLEASED: (0.22, 0.55),
    Reaction.DELIGHTED: (0.55, 9.0),
}
SURE = 1e-9


def priors(gestures: tuple[Gesture, ...], policy: Policy) -> dict[str, float]:
    """The expected worth of each gesture before anything is learnt, from the owner's guesses."""
    mean = sum(gesture.prior for gesture in gestures) / max(1, len(gestures))
    return {each.key: policy.value + policy.value_guess * (each.prior - mean) for each in gestures}


class Cue(NamedTuple):
    """Which effects speak: the gesture and its family, whose taste, and the occasion with its weight."""

    gesture: str
    family: str
    who: str
    occasion: str
    weight: float


def effects(learned: Learned, policy: Policy, cue: Cue) -> list[tuple[dict[str, Pair], str, float, float]]:
    """The effects that speak: where each is kept, its key, how much it counts, and its variance at the start."""
    found = [
        (learned.gesture, cue.gesture, 1.0, policy.value_sd**2),
        (learned.family, cue.family, 1.0, policy.family_sd**2),
    ]
    if cue.who:
        found.append((learned.person, f"{cue.who} {cue.family}", 1.0, policy.person_sd**2))
    if cue.occasion:
        found.append((learned.occasion, cue.occasion, cue.weight, policy.occasion_sd**2))
    return found


def estimate(learned: Learned, policy: Policy, cue: Cue) -> tuple[float, float]:
    """The shift of the expected worth by what was learnt, and the variance of all but the person's taste."""
    own, spread = learned.gesture.get(cue.gesture) or (0.0, policy.value_sd**2)
    kin, wide = learned.family.get(cue.family) or (0.0, policy.family_sd**2)
    shift, spread = own + kin, spread + wide
    if cue.who:
        shift += (learned.person.get(f"{cue.who} {cue.family}") or (0.0, 0.0))[0]
    if cue.occasion:
        mean, wide = learned.occasion.get(cue.occasion) or (0.0, policy.occasion_sd**2)
        shift, spread = shift + cue.weight * mean, spread + cue.weight * cue.weight * wide
    return shift, spread


def learn_reaction(learned: Learned, policy: Policy, mark: Mark, who: str, heard: tuple[float, Reaction]) -> None:
    """Move the effects by one reaction; `heard` is the prior worth of the gesture and the reaction to it."""
    prior, reaction = heard
    cue = Cue(mark.gesture, mark.family, who, mark.occasion, mark.occasion_weight)
    speaking = effects(learned, policy, cue)
    beliefs = [list(kept.get(key) or (0.0, start)) for kept, key, _, start in speaking]
    shares = [mark.damping * share for _, _, share, _ in speaking]
    expected = mark.damping * (prior + policy.occasion * mark.occasion_weight)
    expected += sum(share * mean for share, (mean, _) in zip(shares, beliefs, strict=True))
    spread = policy.noise_sd**2 + sum(s * s * variance for s, (_, variance) in zip(shares, beliefs, strict=True))
    moved, kept_spread = between(expected, sqrt(spread), BOUNDS[reaction])
    for (kept, key, _, _), share, (mean, variance) in zip(speaking, shares, beliefs, strict=True):
        gain = share * variance / spread
        kept[key] = [mean + gain * (moved - expected), variance * (1 - gain * share * (1 - kept_spread / spread))]


def between(mean: float, sd: float, bounds: tuple[float, float]) -> tuple[float, float]:
    """Mean and variance of a normal variable that is known to lie between the bounds."""
    low, high = (bounds[0] - mean) / sd, (bounds[1] - mean) / sd
    mass = _below(high) - _below(low)
    if mass < SURE:
        return (bounds[0] if mean < bounds[0] else bounds[1]), sd * sd * 0.1
    slope = (_bell(low) - _bell(high)) / mass
    bend = (low * _bell(low) - high * _bell(high)) / mass
    return mean + sd * slope, sd * sd * max(0.05, 1 + bend - slope * slope)


def _bell(x: float) -> float:
    return exp(-0.5 * x * x) / sqrt(2 * pi)


def _below(x: float) -> float:
    return 0.5 * (1 + erf(x / sqrt(2)))
