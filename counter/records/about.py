"""What the program is: its version, where it keeps the shop's data, and the parts of others inside it."""

from dataclasses import dataclass
from typing import Final

VERSION: Final = "0.3.0"


@dataclass(frozen=True, slots=True)
class Part:
    """One part by somebody else. `version` is empty where it has none; `text` are its licence's own words."""

    name: str
    version: str
    licence: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """`data` is the folder of the shop, `notices` that of the licences: empty in a copy that runs from its sources."""

    version: str
    data: str
    portable: bool = False
    notices: str = ""
    parts: tuple[Part, ...] = ()
