"""Chance that is the same for the same seed and moment, on every machine and in every run."""

from hashlib import blake2b
from random import Random
from statistics import NormalDist

from counter.records.gestures import Situation

BELL = NormalDist()
EDGE = 1e-9


def moment(situation: Situation) -> str:
    """What a draw hangs on: the person and the day; for someone, the count of the day."""
    who = f"someone {situation.turn}" if situation.customer is None else f"person {situation.customer}"
    return f"{who} {situation.day.isoformat()}"


def unit(seed: int, what: str) -> float:
    """A number from 0 up to, not including, 1."""
    digest = blake2b(what.encode(), key=seed.to_bytes(8, "big", signed=True), digest_size=7).digest()
    return int.from_bytes(digest, "big") / 2**56


def units(seed: int, what: str, count: int) -> list[float]:
    """Numbers from 0 up to, not including, 1."""
    digest = blake2b(what.encode(), key=seed.to_bytes(8, "big", signed=True), digest_size=8).digest()
    source = Random(int.from_bytes(digest, "big"))
    return [source.random() for _ in range(count)]


def bell(number: float) -> float:
    """A number from 0 to 1 as one of a standard normal distribution."""
    return BELL.inv_cdf(min(max(number, EDGE), 1 - EDGE))
