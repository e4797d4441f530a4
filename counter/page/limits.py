"""How often somebody may ask: buckets that fill by the second, and connections counted by address."""

from collections import Counter, OrderedDict
from collections.abc import Callable

REMEMBERED = 1024


class Buckets:
    """One bucket for each address: `rate` tokens a second, at most `burst` of them. The clock only goes forward."""

    def __init__(self, rate: float, burst: int, seconds: Callable[[], float]) -> None:
        self._rate, self._burst, self._seconds = rate, float(burst), seconds
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str) -> bool:
        """Whether there was a token left; the addresses that asked longest ago are forgotten."""
        now = self._seconds()
        tokens, since = self._left.pop(address, (self._burst, now))
        tokens = min(self._burst, tokens + (now - since) * self._rate)
        self._left[address] = (tokens - 1.0 if tokens >= 1.0 else tokens, now)
        while len(self._left) > REMEMBERED:
            self._left.popitem(last=False)
        return tokens >= 1.0


class Doors:
    """Connections that are open: `most` for an address, `all_of_them` together."""

    def __init__(self, most: int, all_of_them: int) -> None:
        self._most, self._all = most, all_of_them
        self._open: Counter[str] = Counter()
        self._total = 0

    def enter(self, address: str) -> bool:
        """Whether one more may come in; whoever came in has to `leave`."""
        if self._total >= self._all or self._open[address] >= self._most:
            return False
        self._open[address] += 1
        self._total += 1
        return True

    def leave(self, address: str) -> None:
        """One has gone."""
        self._total -= 1
        self._open[address] -= 1
        if self._open[address] <= 0:
            del self._open[address]
