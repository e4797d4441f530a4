"""Chance that is the same for the same seed and moment, on every machine and in every run."""

from hashlib import blake2b
from random import Random

from counter.records.gestures import Situation


def moment(situation: Situation) -> str:
    """What a draw hangs on: the person and the day; for someone, the count of the day."""
    who = f"someone {situation.turn}" if situation.customer is None else f"person {situation.customer}"
    return f"{who} {situation.day.isoformat()}"


def unit(seed: int, what: str) -> float:
    """A number from 0 up to, not including, 1."""
    digest = blake2b(what.encode(), key=seed.to_bytes(8, "big", signed=True), digest_size=7).digest()
    return int.from_bytes(digest, "big") / 2**56


def bells(seed: int, what: str, count: int) -> list[float]:
    """Numbers of a standard normal distribution."""
    digest = blake2b(what.encode(), key=seed.to_bytes(8, "big", signed=True), digest_size=8).digest()
    source = Random(int.from_bytes(digest, "big"))
    return [source.gauss(0.0, 1.0) for _ in range(count)]
