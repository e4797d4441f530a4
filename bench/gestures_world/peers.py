"""The policies ours is compared with. All but the perk and the one without rules obey the hard rules of the checker."""

from collections.abc import Callable
from math import exp, log1p, sqrt
from random import Random
from typing import Any

from bench.gestures_world.checker import broken
from bench.gestures_world.context import Context, Told
from bench.gestures_world.shop import Shop

WORTH = {"awkward": -0.3, "neutral": 0.05, "pleased": 0.38, "delighted": 0.78}
Sparse = dict[int, float]


class Peer:
    """Opens at one visit in four by chance, and then chooses among what the rules leave."""

    def __init__(self, shop: Shop, seed: int) -> None:
        self.shop, self.random = shop, Random(f"peer {seed}")
        self.opened: tuple[int, bool] = (-1, False)

    def suggest(self, ctx: Context) -> str | None:
        """The key of a gesture, or none."""
        if ctx.visit_id != self.opened[0]:
            self.opened = (ctx.visit_id, self.random.random() < 0.25)
        if not self.opened[1]:
            return None
        free = [each for each in self.shop.gestures.values() if not broken(each, ctx, self.shop)]
        return self.choose(free, ctx) if free else None

    def choose(self, free: list[dict[str, Any]], ctx: Context) -> str:
        """Uniformly."""
        return str(self.random.choice(free)["id"])

    def observe(self, told: Told) -> None:
        """Learns nothing."""


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
        plain = [g for g in self.shop.gestures.values() if g["kind"] == "low_cost" and g["any_time"] and not g["needs"]]
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


class Linear(Peer):
    """A ridge model over gesture, family, occasion, and history; a bound (LinUCB) or a sample (Thompson) decides."""

    def __init__(self, shop: Shop, seed: int, *, sample: bool) -> None:
        super().__init__(shop, seed)
        self.sample = sample
        self.at = {key: index for index, key in enumerate(sorted(shop.gestures))}
        self.families = {family: len(self.at) + index for index, family in enumerate(shop.families)}
        self.size = len(self.at) + len(self.families) + 8
        self.inverse = [[float(i == j) for j in range(self.size)] for i in range(self.size)]
        self.total = [0.0] * self.size
        self.theta = [0.0] * self.size
        self.kept: dict[int, Sparse] = {}
        self.root: list[list[float]] | None = None

    def choose(self, free: list[dict[str, Any]], ctx: Context) -> str:
        """The best by bound or by sample."""
        features = {str(g["id"]): self._features(g, ctx) for g in free}
        if self.sample:
            theta = self._sampled()
            scores = {key: sum(theta[i] * v for i, v in x.items()) for key, x in features.items()}
        else:
            scores = {key: self._bound(x) for key, x in features.items()}
        best = max(scores, key=lambda key: (scores[key], key))
        self.kept[ctx.visit_id] = features[best]
        return best

    def observe(self, told: Told) -> None:
        """A Sherman-Morrison step for each reaction."""
        if told.kind != "reaction" or told.reaction is None or told.ctx.visit_id not in self.kept:
            return
        x = self.kept.pop(told.ctx.visit_id)
        ax = [sum(row[i] * v for i, v in x.items()) for row in self.inverse]
        scale = 1 + sum(ax[i] * v for i, v in x.items())
        for row, left in zip(self.inverse, ax, strict=True):
            if left:
                for j, right in enumerate(ax):
                    row[j] -= left * right / scale
        for i, v in x.items():
            self.total[i] += WORTH[told.reaction] * v
        self.theta = [sum(a * b for a, b in zip(row, self.total, strict=True)) for row in self.inverse]
        self.root = None

    def _bound(self, x: Sparse) -> float:
        spread = sum(self.inverse[i][j] * v * w for i, v in x.items() for j, w in x.items())
        return sum(self.theta[i] * v for i, v in x.items()) + 0.1 * sqrt(max(0.0, spread))

    def _sampled(self) -> list[float]:
        self.root = self.root or _cholesky(self.inverse)
        bells = [self.random.gauss(0, 0.1) for _ in range(self.size)]
        return [
            mean + sum(a * b for a, b in zip(row, bells, strict=False))
            for mean, row in zip(self.theta, self.root, strict=True)
        ]

    def _features(self, gesture: dict[str, Any], ctx: Context) -> Sparse:
        past = ctx.customer.history if ctx.customer else []
        same = [each.day for each in past if each.gesture == gesture["id"]]
        base = len(self.at) + len(self.families)
        values = (
            1.0,
            max((w for name, w in gesture["occasions"].items() if name in ctx.tokens), default=0.0),
            float("rush" in ctx.tokens),
            gesture["minutes"] / 3,
            gesture["cost"],
            log1p(ctx.visit_no) / 4,
            exp(-(ctx.day - same[-1]) / 60) if same else 0.0,
            exp(-(ctx.visit_no - past[-1].visit_no) / 5) if past else 0.0,
        )
        found = {self.at[gesture["id"]]: 1.0, self.families[gesture["family"]]: 0.5}
        return found | {base + index: value for index, value in enumerate(values) if value}


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


def _cholesky(matrix: list[list[float]]) -> list[list[float]]:
    """The lower root of a positive matrix."""
    root: list[list[float]] = []
    for i, row in enumerate(matrix):
        line: list[float] = []
        for j in range(i + 1):
            rest = row[j] - sum(a * b for a, b in zip(line, root[j] if j < i else line, strict=False))
            line.append(sqrt(max(rest, 1e-12)) if i == j else rest / root[j][j])
        root.append(line)
    return root


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
