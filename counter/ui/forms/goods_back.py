"""F2: goods come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counter.errors import Known
from counter.records.here import Here
from counter.records.kinds import Reason, ReturnOutcome
from counter.records.reading import Calendar, Lean, read_day
from counter.records.returns import ReturnForm
from counter.ui.forms import parts
from counter.ui.forms.form import Form, form_spec
from counter.ui.forms.pairs import Pairs, numbered
from counter.ui.texts import forms as words
from counter.ui.widgets.fields import LineField

_PAID_BACK = (ReturnOutcome.REFUND, ReturnOutcome.STORE_CREDIT)


class GoodsBack(Form):
    """A return; `items` are earlier words to complete from. Emits a `ReturnForm`."""

    def __init__(self, here: Here, items: Sequence[str] = ()) -> None:
        super().__init__("return", form_spec("return", words.RETURN, words.RETURN_KEY, words.RETURN_SAVE))
        self._here = here
        frame = self.frame
        what = parts.spec("item", words.WHAT_BACK, placeholder=words.ANOTHER_ITEM)
        self._items = Pairs(frame, what, parts.spec("quantity", words.HOW_MANY), (6, 1))
        self._items.set_completions(items)
        frame.body.addWidget(self._items)
        self._bought = LineField(parts.spec("bought_on", words.BOUGHT_ON, check=parts.day_behind(here)))
        frame.add_row(self._bought, LineField(parts.spec("receipt_number", words.RECEIPT_NUMBER)))
        self._put_advice()
        self._add_answers(here)
        self._finish(self._items.first())

    def _add_answers(self, here: Here) -> None:
        frame = self.frame
        frame.add(parts.chips("reason", words.REASON, words.REASONS))
        self._outcome = frame.add(parts.chips("outcome", words.OUTCOME, words.OUTCOMES))
        check = parts.where(self._pays, parts.amount(here.country.money))
        self._amount = frame.add(LineField(parts.spec("amount", words.AMOUNT_BACK, check=check)))
        self._declined = frame.add(LineField(parts.spec("declined_because", words.DECLINED_BECAUSE)))
        frame.add(LineField(parts.spec("note", words.NOTE)))
        frame.add(parts.toggle("stop_selling", words.STOP_SELLING))

    def record(self) -> ReturnForm:
        """The return as typed."""
        values = self.values()
        return ReturnForm(
            items=self._items.pairs(),
            bought_on=values["bought_on"],
            receipt_number=values["receipt_number"],
            reason=Reason(values["reason"]) if values["reason"] else None,
            outcome=ReturnOutcome(values["outcome"]) if values["outcome"] else None,
            amount=values["amount"],
            declined_because=values["declined_because"],
            note=values["note"],
            stop_selling=bool(values["stop_selling"]),
        )

    def restore(self, values: Mapping[str, str]) -> None:
        """Fills rows and fields."""
        self._items.make_room(values)
        super().restore(values)

    def fill(self, form: ReturnForm) -> None:
        """Shows a saved return, to be corrected."""
        self.restore(
            {
                **numbered("item", "quantity", form.items),
                "bought_on": form.bought_on,
                "receipt_number": form.receipt_number,
                "reason": form.reason or "",
                "outcome": form.outcome or "",
                "amount": form.amount,
                "declined_because": form.declined_because,
                "note": form.note,
                "stop_selling": parts.YES if form.stop_selling else "",
            }
        )

    def advise(self, sentences: Sequence[str]) -> None:
        """While "Bought on" can be read, the first sentence stands under it; the others are warnings."""
        until = sentences[:1] if self._knows_the_day() else ()
        self._bought.set_hint("".join(until))
        super().advise(sentences[len(until) :])

    def _knows_the_day(self) -> bool:
        try:
            read_day(self._bought.value(), Calendar(self._here.today, self._here.country.order, Lean.BEHIND))
        except Known:
            return False
        return True

    def _pays(self) -> bool:
        return self._outcome.value() in _PAID_BACK

    def _follow(self) -> None:
        self._items.grow()
        outcome = self._outcome.value()
        credit = outcome == ReturnOutcome.STORE_CREDIT
        parts.relabel(self._amount, words.CREDIT_GIVEN if credit else words.AMOUNT_BACK)
        parts.show(self._amount, shown=self._pays())
        parts.show(self._declined, shown=outcome == ReturnOutcome.DECLINED)
