"""Two peers that learn a ridge model: LinUCB and linear Thompson sampling."""

from math import exp, log1p, sqrt
from typing import Any

from bench.gestures_world.context import Context, Told
from bench.gestures_world.peer import WORTH, Peer
from bench.gestures_world.shop import Shop

Sparse = dict[int, float]


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
