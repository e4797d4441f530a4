"""All that the page's process is told when it starts, as one line of JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one address and all of them together may ask for. Rates are requests a second, `…_burst` at once.

    `words` letters fit into `body` bytes in any script. `seconds` is how long a connection may take from its first
    byte to our last one; `waiting` how many answers may wait in the folder.
    """

    body: int = 16_384
    fields: int = 12
    words: int = 1_500
    look_rate: float = 3.0
    look_burst: int = 40
    tell_rate: float = 1 / 20
    tell_burst: int = 8
    all_rate: float = 1.0
    all_burst: int = 20
    connections: int = 12
    all_connections: int = 200
    seconds: float = 10.0
    waiting: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSetup:
    """Where to listen, what the page says, and the key (hex) its forms are signed with.

    `reach` is how else customers reach the shop, in words.
    """

    address: str
    port: int
    shop: str
    language: str
    flow: str
    words: Mapping[str, str]
    key: str
    reach: str = ""
    limits: Limits = field(default_factory=Limits)

    def to_line(self) -> str:
        """JSON without a line end."""
        return json.dumps(asdict(self), ensure_ascii=True)

    @classmethod
    def from_line(cls, line: str) -> "PageSetup":
        """Back from JSON; raises ValueError, TypeError or KeyError."""
        kept = json.loads(line)
        limits = Limits(**kept.pop("limits", {}))
        return cls(limits=limits, **kept)
