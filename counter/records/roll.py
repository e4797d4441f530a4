"""How a roll printer is spoken to: what differs from one make to the next."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

ROWS = (8, 1024)
DOTS_FED = (0, 255)


@dataclass(frozen=True, slots=True, kw_only=True)
class RollOptions:
    """How a roll printer is spoken to: rows sent at once, dots fed after the slip, the knife, the drawer.

    `answers` is False for a printer that never tells its status: its slips can't be confirmed. `raw` makes the
    system's queue take a roll printer's own commands instead of a page.
    """

    chunk: int = 100
    feed: int = 64
    cut: bool = True
    drawer: bool = False
    answers: bool = True
    raw: bool = False


def roll_options(kept: Mapping[str, Any]) -> RollOptions:
    """As kept with a printer; what is unknown, of another kind or beyond what printers take is left at its default."""
    known = {f.name: kept[f.name] for f in fields(RollOptions) if type(kept.get(f.name)) is type(f.default)}
    for name, low, high in (("chunk", *ROWS), ("feed", *DOTS_FED)):
        if not low <= known.get(name, low) <= high:
            del known[name]
    return RollOptions(**known)
