"""What a page of help is made of, and the keys that many of them name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from counter.ui.texts.keys import STOP_KEY, lines


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPage:
    """A title, what one does here, and the keys with what they do."""

    title: str
    paragraphs: tuple[str, ...]
    keys: tuple[tuple[str, str], ...] = ()


EVERYWHERE: Final = lines("owner", "help")
STOP_IT: Final = (STOP_KEY, "stop what lasts")
ITS_KEY: Final = ("Alt+…", "press the button on which that key stands")
TAB: Final = ("Tab", "on to the next field; Shift+Tab goes back")
ESC_DRAFT: Final = ("Esc", "close the form; what you typed is kept as a draft")
ENTER: Final = ("Enter", "save (Ctrl+Enter in a field of several lines)")
LIST_KEYS: Final = (
    ("↑ ↓", "choose a row"),
    ("Enter", "open it to change it; Enter again saves"),
    ("Ctrl+N", "a new one"),
    ("Space", "switch the chosen one"),
    ("Ctrl+S", "save the list as CSV"),
    ("Esc", "put the form away unsaved, then back to the list of pages"),
)
