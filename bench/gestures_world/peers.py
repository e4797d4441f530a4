"""The policies ours is compared with. All but the perk and the one without rules obey the hard rules of the checker."""

from collections.abc import Callable
from typing import Any

from bench.gestures_world.context import Context, Told
from bench.gestures_world.linear import Linear
from bench.gestures_world.peer import WORTH, Peer
from bench.gestures_world.shop import Shop


class Nothing(Peer):
    """Never gives."""

    def suggest(self, ctx: Context) -> str | None:
        """None."""
        return None


class TenthVisit(Peer):
    """A stamp card: at every tenth visit the same treat."""

    def suggest(self, ctx: Context) -> str | None:
        """The perk when it is due."""
        if ctx.customer is None or ctx.visit_no % 10 or ctx.rejected:
            return None
        own = [g for g in self.shop.gestures.values() if g["kind"] != "restoring"]
        plain = [g for g in own if g["kind"] == "low_cost" and g["any_time"] and not g["needs"]] or own
        return str(max(plain, key=lambda g: g["prior"])["id"])


class NoRules(Peer):
    """Chance alone."""

    def suggest(self, ctx: Context) -> str | None:
        """Any gesture at one visit in four."""
        return self.random.choice(sorted(self.shop.gestures)) if self.random.random() < 0.25 else None


class RoundRobin(Peer):
    """Each in turn."""

    last = ""

    def choose(self, free: list[dict[str, Any]], ctx: Context) -> str:
        """The next key after the last one."""
        keys = sorted(each["id"] for each in free)
        self.last = next((key for key in keys if key > self.last), keys[0])
        return self.last


class BestMean(Peer):
    """The best mean reaction so far, with one try in twenty."""

    def __init__(self, shop: Shop, seed: int) -> None:
        super().__init__(shop, seed)
        self.sums = {key: [2.0, 0.9] for key in shop.gestures}

    def choose(self, free: list[dict[str, Any]], ctx: Context) -> str:
        """The best, or now and then any."""
        if self.random.random() < 0.05:
            return super().choose(free, ctx)
        return str(max(free, key=lambda g: self.sums[g["id"]][1] / self.sums[g["id"]][0])["id"])

    def observe(self, told: Told) -> None:
        """Adds a reaction to the mean of its gesture."""
        if told.kind == "reaction" and told.gesture and told.reaction:
            self.sums[told.gesture][0] += 1
            self.sums[told.gesture][1] += WORTH[told.reaction]


class Wabbit(Peer):
    """VowpalWabbit's contextual bandit (squarecb), when it is installed."""

    def __init__(self, shop: Shop, seed: int) -> None:
        super().__init__(shop, seed)
        from vowpalwabbit import Workspace

        self.work = Workspace(
            f"--cb_explore_adf --squarecb --gamma_scale 100 -q UF -q OF --quiet --random_seed {seed + 1}"
        )
        self.kept: dict[int, tuple[list[dict[str, Any]], int, float]] = {}

    def choose(self, free: list[dict[str, Any]], ctx: Context) -> str:
        """Draws from its distribution."""
        chances = self.work.predict(self._lines(free, ctx))
        index = self.random.choices(range(len(free)), chances)[0]
        self.kept[ctx.visit_id] = (free, index, max(0.02, chances[index]))
        return str(free[index]["id"])

    def observe(self, told: Told) -> None:
        """Learns from each reaction."""
        if told.kind == "reaction" and told.reaction and told.ctx.visit_id in self.kept:
            free, index, chance = self.kept.pop(told.ctx.visit_id)
            self.work.learn(self._lines(free, told.ctx, f"0:{-WORTH[told.reaction]:.3f}:{chance:.4f} ", index))

    def _lines(self, free: list[dict[str, Any]], ctx: Context, label: str = "", index: int = -1) -> str:
        who = f"c{ctx.customer.id}" if ctx.customer else "walkin"
        lines = [f"shared |U {who} |O {' '.join(sorted(ctx.tokens))}"]
        lines += [f"{label if n == index else ''}|A {g['id']} |F {g['family']}" for n, g in enumerate(free)]
        return "\n".join(lines)


class Oracle(Peer):
    """Knows every hidden worth and today's number of visits; fair to none. A strong reference, not a proven best."""

    needs_truth = True

    def __init__(self, shop: Shop, seed: int) -> None:
        super().__init__(shop, seed)
        self.values: dict[str, float] = {}
        self.recent: list[float] = []
        self.today: tuple[int, int] = (-1, 0)
        self.visits: dict[int, int] = {}
        for visit in shop.visits:
            self.visits[visit.day] = self.visits.get(visit.day, 0) + 1

    def truth(self, values: dict[str, float]) -> None:
        """What each gesture that is free would bring now."""
        self.values = values

    def suggest(self, ctx: Context) -> str | None:
        """The best when it is among the best moments that the day's count allows."""
        costs = self.shop.gestures
        scores = {key: v - 0.2 * costs[key]["cost"] - 0.04 * costs[key]["minutes"] for key, v in self.values.items()}
        best = max(scores, key=lambda key: (scores[key], key), default=None)
        if best is None or scores[best] <= 0.1:
            return None
        if ctx.rejected or costs[best]["kind"] == "restoring":
            return best
        self.today = (ctx.day, self.today[1] + 1 if ctx.day == self.today[0] else 1)
        own = scores[best] - (0.12 if ctx.customer else 0.0)
        self.recent = [*self.recent, own][-600:]
        left = max(1, self.visits[ctx.day] - self.today[1] + 1)
        share = min(1.0, ctx.budget.gifts_left / left / 0.85)
        ranked = sorted(self.recent, reverse=True)
        return best if own >= ranked[min(len(ranked) - 1, int(share * len(ranked)))] else None


PEERS: dict[str, Callable[[Shop, int], Peer]] = {
    "nothing": Nothing,
    "every tenth visit": TenthVisit,
    "random, no rules": NoRules,
    "uniform": Peer,
    "round robin": RoundRobin,
    "best mean": BestMean,
    "LinUCB": lambda shop, seed: Linear(shop, seed, sample=False),
    "linear Thompson": lambda shop, seed: Linear(shop, seed, sample=True),
    "VowpalWabbit": Wabbit,
    "oracle": Oracle,
}
