"""What was learnt of the log so far. The last events are held apart for a while, so that an undo is quick."""

import json
from collections.abc import Mapping
from copy import deepcopy
from hashlib import blake2b

from counter.gestures.learn import learn
from counter.gestures.learned import Learned
from counter.gestures.policy import Policy
from counter.records.gestures import Event, EventKind

TAIL = 64


class Memory:
    """Takes in the log event by event. `now` is all of it; it is started anew or from a text kept before."""

    def __init__(self, policy: Policy, prior: Mapping[str, float], kept: str = "") -> None:
        self._policy, self._prior = policy, prior
        self.now = Learned.from_text(kept) if kept else Learned()
        self._before = deepcopy(self.now)
        self._tail: list[Event] = []
        self._gone: list[int] = []

    @classmethod
    def of_snapshot(cls, policy: Policy, prior: Mapping[str, float], text: str) -> "Memory":
        """As it was kept; raises ValueError for another text, or when it was learnt by other limits or guesses."""
        kept = json.loads(text)
        if not isinstance(kept, dict) or kept.get("ground") != ground_of(policy, prior):
            raise ValueError("learnt by other limits")
        memory = cls(policy, prior, kept["state"])
        memory._gone = kept["gone"]
        return memory

    def snapshot(self) -> tuple[int, str]:
        """The number of the last event in it, and the text; it lags behind `now` by the events held apart."""
        kept = {"ground": ground_of(self._policy, self._prior), "gone": self._gone, "state": self._before.to_text()}
        return self._before.seen, json.dumps(kept, separators=(",", ":"))

    def take_in(self, event: Event) -> bool:
        """Learn from one event. False when an undone one lies too far back."""
        if event.kind is EventKind.UNDONE:
            return self._take_back(event)
        self._tail.append(event)
        learn(self.now, event, self._policy, self._prior)
        if len(self._tail) > TAIL:
            learn(self._before, self._tail.pop(0), self._policy, self._prior)
        return True

    def pass_over(self, event: Event) -> None:
        """An undo of what was never learnt for good; after a start it may come along once more."""
        self._gone = [*self._gone, event.undoes or 0][-TAIL:]
        self.now.seen = event.number

    def _take_back(self, event: Event) -> bool:
        kept = [each for each in self._tail if each.number != event.undoes]
        if len(kept) == len(self._tail):
            self.now.seen = event.number
            return event.undoes in self._gone
        self._tail = kept
        self.now = deepcopy(self._before)
        for each in kept:
            learn(self.now, each, self._policy, self._prior)
        self.pass_over(event)
        return True


def ground_of(policy: Policy, prior: Mapping[str, float]) -> str:
    """The same for the same limits and guesses."""
    return blake2b(f"{policy} {sorted(prior.items())}".encode(), digest_size=16).hexdigest()
