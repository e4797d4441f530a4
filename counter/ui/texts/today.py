"""Words of Today: what the middle column says while nobody is open."""

from __future__ import annotations

from typing import Final

from counter.ui.texts import isolate
from counter.ui.texts.common import GO_ON, THROW_AWAY

TODAY: Final = "Today"
PROMISED: Final = "Promised"
READY: Final = "Ready to collect"
WENT_WRONG: Final = "Went wrong, not told yet"
TO_DO: Final = "To do for them"
DATES_NEAR: Final = "Dates near"
NOTHING_WAITS: Final = "Nothing waits"
NOTHING_WAITS_WHY: Final = (
    "Promises, things ready to collect, what went wrong and dates that are near will stand here. "
    "Just type a name; F11 is for someone without one."
)
OUTSIDE: Final = "Today’s weather and the like"
GO_ON_WITH, THROW_DRAFT = GO_ON, THROW_AWAY

FORMS: Final = {
    "return": "Return",
    "complaint": "Something went wrong",
    "compliment": "Compliment",
    "compliment_paid": "Compliment paid",
    "order": "Order or promise",
    "tell": "What is open",
    "note": "Note or fact",
    "follow_up": "To do",
    "person": "New person",
    "credit": "Store credit",
    "feedback": "What they told us",
    "own_idea": "Own idea",
    "edit_person": "Name and how to reach them",
}


def half_written(form: str, name: str, when: str) -> str:
    """A draft: “Return for Jonas Lindqvist, half written, 10:42 Maya”; that of a correction is half corrected."""
    name_of_form, _, corrects = form.partition(":")
    what = FORMS.get(name_of_form, name_of_form)
    half = "half corrected" if corrects or form == "edit_person" else "half written"
    whose = f" for {isolate(name)}" if name else ""
    return ", ".join(part for part in (f"{what}{whose}", half, when) if part)
