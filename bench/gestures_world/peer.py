"""What all peers share: they open by chance, and choose among what the rules leave."""

from random import Random
from typing import Any

from bench.gestures_world.checker import broken
from bench.gestures_world.context import Context, Told
from bench.gestures_world.shop import Shop

WORTH = {"awkward": -0.3, "neutral": 0.05, "pleased": 0.38, "delighted": 0.78}


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
