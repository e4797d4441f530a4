"""F5: what a client asks us to make."""

from __future__ import annotations

from counter.records.here import Here
from counter.records.orders import OrderForm
from counter.ui.forms import parts
from counter.ui.forms.form import Form, form_spec
from counter.ui.texts import forms as words
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.fields import LineField, LinesField


class OrderTaken(Form):
    """An order: agreed with price and day, else asked for. Emits an `OrderForm`."""

    def __init__(self, here: Here) -> None:
        super().__init__("order", form_spec("order", words.ORDER, words.ORDER_KEY, words.SAVE_ASKED))
        money = parts.amount(here.country.money)
        first = self.frame.add(LinesField(parts.spec("spec", words.SPEC)))
        self.frame.add_row(
            LineField(parts.spec("price", words.PRICE, check=money)),
            LineField(parts.spec("deposit", words.DEPOSIT, check=money)),
        )
        due = parts.spec("due", words.PROMISED, check=parts.moment(here), placeholder=words.PROMISED_LIKE)
        self._due = self.frame.add(LineField(due))
        self._finish(first)

    def record(self) -> OrderForm:
        """The order as typed."""
        return OrderForm(**self.values())

    def fill(self, form: OrderForm) -> None:
        """Shows a saved order, to be corrected."""
        self.restore({"spec": form.spec, "price": form.price, "deposit": form.deposit, "due": form.due})

    def _follow(self) -> None:
        values = self.values()
        agreed = bool(values["price"].strip() and values["due"].strip())
        self._due.set_hint("" if agreed else words.ONLY_ASKED)
        label, key = words.SAVE_AGREED if agreed else words.SAVE_ASKED
        self.frame.set_save(Action(name="save", label=label, key=key))
