"""F3 and Shift+F3: compliments received and paid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counter.records.acts import PraisePaid, PraiseReceived
from counter.records.entries import Compliment
from counter.records.here import Here
from counter.records.when import say_ago
from counter.ui.forms import parts
from counter.ui.forms.form import Form, form_spec
from counter.ui.texts import forms as words
from counter.ui.theme import Role, Tone
from counter.ui.widgets.fields import FieldSpec, LinesField
from counter.ui.widgets.text import Text

_SHOWN = 5


class Received(Form):
    """Praise from the customer; `staff` are names by id. Emits a `PraiseReceived`."""

    def __init__(self, staff: Mapping[int, str], address: str = "") -> None:
        super().__init__("compliment", form_spec("compliment", words.PRAISE, words.PRAISE_KEY, words.PRAISE_SAVE))
        said = FieldSpec(name="words", label=words.own_words(address), check=parts.as_typed, voice=True)
        first = self.frame.add(LinesField(said))
        self.frame.add(parts.chips("staff", words.FOR_WHOM, {f"{number}": name for number, name in staff.items()}))
        self._finish(first)

    def record(self) -> PraiseReceived:
        """The compliment as typed."""
        values = self.values()
        return PraiseReceived(values["words"], int(values["staff"]) if values["staff"] else None)

    def fill(self, praise: PraiseReceived) -> None:
        """Shows a saved compliment, to be corrected."""
        self.restore({"words": praise.words, "staff": f"{praise.staff_id or ''}"})


class Paid(Form):
    """A sincere compliment from us; those paid `before` stand under it. Emits a `PraisePaid`."""

    def __init__(self, here: Here, before: Sequence[Compliment] = ()) -> None:
        super().__init__("compliment_paid", form_spec("compliment_paid", words.PAID, words.PAID_KEY, words.PAID_SAVE))
        first = self.frame.add(LinesField(parts.spec("words", words.PAID_WORDS, hint=words.PAID_HINT)))
        if before:
            self.frame.body.addWidget(Text(words.SAID_BEFORE, Role.LABEL, Tone.QUIET))
        for one in sorted(before, key=lambda paid: paid.day, reverse=True)[:_SHOWN]:
            self.frame.body.addWidget(Text(words.quoted(one.words, say_ago(one.day, here.today))))
        self._finish(first)

    def record(self) -> PraisePaid:
        """The compliment as typed."""
        return PraisePaid(self.values()["words"])

    def fill(self, praise: PraisePaid) -> None:
        """Shows what was said, to be corrected."""
        self.restore({"words": praise.words})
