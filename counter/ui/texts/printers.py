"""Words of what differs between roll printers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

YES_NO: Final[Mapping[str, str]] = {"yes": "Yes", "no": "No"}
RAW: Final = "What is sent to it"
RAW_HINT: Final = "A roll printer without a driver of its own wants its own commands. Try a test slip with each."
RAW_WAYS: Final[Mapping[str, str]] = {"no": "A page, by its driver", "yes": "A roll printer’s own commands"}
CUT: Final = "It cuts the paper"
ANSWERS: Final = "It says how it is"
ANSWERS_HINT: Final = "No: for a printer that never answers. It then can’t tell whether a slip came out."
DRAWER: Final = "It opens the cash drawer"
DRAWER_HINT: Final = "With each slip, for a drawer on the printer’s cable."
FEED: Final = "Paper after the last line, mm"
FEED_HINT: Final = "So that the slip stands clear of the knife or the edge to tear at."
CHUNK: Final = "Dot lines sent at once"
CHUNK_HINT: Final = "100 suits most. Less, if a slip comes out as rubbish."
