"""“Why not …?”: what speaks against each extra for the person who is open, found by some letters of its name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from PySide6.QtWidgets import QWidget

from counter.records.gestures import Gesture
from counter.ui.texts import common
from counter.ui.texts import gestures as words
from counter.ui.texts.keys import KEYS
from counter.ui.theme import Role, Tone
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.fields import FieldSpec, LineField
from counter.ui.widgets.form import FormFrame
from counter.ui.widgets.form_edges import FormSpec
from counter.ui.widgets.text import Text

MOST: Final = 5
Spoken = Sequence[tuple[Gesture, Sequence[str]]]


class WhyNot(FormFrame):
    """A form in place that asks and saves nothing. `each` is every extra with the sentences that speak against it."""

    def __init__(self, each: Spoken, parent: QWidget | None = None) -> None:
        close = Action(name="save", label=words.WHY_NOT_CLOSE, key=common.ENTER)
        key = KEYS["why_not"]
        super().__init__(FormSpec(name="form_why_not", title=words.WHY_NOT, key=key, save=close, foot=""), parent)
        self._each = tuple(each)
        which = self.add(LineField(FieldSpec(name="which", label=words.WHICH_EXTRA, hint=words.WHICH_EXTRA_HINT)))
        self.answers = tuple((Text("", Role.STRONG, parent=self), Text("", parent=self)) for _ in range(MOST))
        self.rest = Text("", Role.BODY, Tone.QUIET, parent=self)
        for title, spoken in self.answers:
            self.body.addWidget(title)
            self.body.addWidget(spoken)
        self.body.addWidget(self.rest)
        self.body.addStretch(1)
        self.setFocusProxy(which)
        self.changed.connect(self._show)
        self.saved.connect(self.put_away)
        self._show()

    def _show(self) -> None:
        typed = _plain(self.values()["which"]).split()
        found = [each for each in self._each if all(word in _plain(each[0].title) for word in typed)]
        for (title, spoken), each in zip_longest(self.answers, found[:MOST]):
            title.show_text(each[0].title if each else "")
            spoken.show_text(" ".join(each[1]) if each else "")
        more = words.more_extras(len(found) - MOST) if len(found) > MOST else ""
        self.rest.show_text(more if found else words.NO_SUCH_EXTRA)


def _plain(words: str) -> str:
    """As typed, with whichever apostrophe the keyboard has."""
    return words.casefold().replace("’", "'")
