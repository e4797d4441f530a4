"""Enter on a line of the timeline: correct it, move it to the right person, or take it back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter.errors import FieldRefused
from counter.ui.forms import parts
from counter.ui.forms.form import Form, form_spec
from counter.ui.texts import forms as words
from counter.ui.texts.common import ESC_CHANGES_NOTHING
from counter.ui.theme import Role
from counter.ui.widgets.text import Text


class Wish(StrEnum):
    """What can be done with something that was saved."""

    CORRECT = "correct"
    MOVE = "move"
    TAKE_BACK = "take_back"


@dataclass(frozen=True, slots=True)
class EntryWish:
    """What is to become of an entry."""

    entry_id: int
    wish: Wish


class PutRightEntry(Form):
    """One saved thing, said in a `sentence`. Emits an `EntryWish`."""

    def __init__(self, entry_id: int, sentence: str, *, correctable: bool) -> None:
        super().__init__("entry", form_spec("entry", words.SAVED_BEFORE, "", words.GO_ON))
        self.frame.set_save(foot=ESC_CHANGES_NOTHING)
        self._entry_id = entry_id
        self.frame.body.addWidget(Text(sentence, Role.STRONG))
        wishes = {key: label for key, label in words.WISHES.items() if correctable or key != Wish.CORRECT}
        self._wish = self.frame.add(parts.chips("wish", words.WHAT_TO_DO, wishes))
        self._wish.set_value(next(iter(wishes)))
        self._finish(self._wish)

    def record(self) -> EntryWish:
        """What was chosen; raises FieldRefused when nothing is."""
        wish = self.values()["wish"]
        if not wish:
            raise FieldRefused("wish", words.NO_WISH)
        return EntryWish(self._entry_id, Wish(wish))
