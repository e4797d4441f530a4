"""The three smallest: store credit used, what came back with a slip, an own idea given."""

from __future__ import annotations

from collections.abc import Mapping

from counter.errors import FieldRefused
from counter.records.acts import CreditUsed, OwnIdea, ToldUs
from counter.records.here import Here
from counter.records.money import say_money
from counter.ui.forms import parts
from counter.ui.forms.form import Form, form_spec
from counter.ui.texts import forms as words
from counter.ui.widgets.fields import FieldSpec, LineField, LinesField, Verdict

_SCORES = {f"{number}": f"{number}" for number in range(1, 11)}


class UseCredit(Form):
    """Ctrl+B: some of a person's credit, or without a `balance` by the code on a note. Emits a `CreditUsed`."""

    def __init__(self, here: Here, balance: int | None = None) -> None:
        super().__init__("credit", form_spec("credit", words.CREDIT, words.CREDIT_KEY, words.CREDIT_SAVE))
        money = here.country.money
        hint = words.ALL_OF_IT if balance is None else words.balance(say_money(balance, money))
        amount = LineField(parts.spec("amount", words.CREDIT_AMOUNT, check=parts.amount(money), hint=hint))
        code = LineField(parts.spec("code", words.CREDIT_CODE))
        for field in (code, amount) if balance is None else (amount, code):
            self.frame.add(field)
        self._finish(code if balance is None else amount)

    def record(self) -> CreditUsed:
        """The use as typed."""
        values = self.values()
        return CreditUsed(values["amount"], values["code"].strip())


class SlipAnswered(Form):
    """Enter on a slip code: what they told us, in their own words. Emits a `ToldUs`."""

    def __init__(self, code: str) -> None:
        super().__init__("feedback", form_spec("feedback", words.TOLD_US, words.TOLD_US_KEY, words.TOLD_US_SAVE))
        self._code = code
        said = FieldSpec(name="words", label=words.THEIR_WORDS, check=parts.as_typed, voice=True)
        first = self.frame.add(LinesField(said))
        for number, label in enumerate(words.SCORES):
            self.frame.add(parts.chips(f"score_{number}", label, _SCORES))
        self.frame.add(parts.toggle("wants_answer", words.WANTS_ANSWER))
        self.frame.add(parts.toggle("nameless", words.NAMELESS))
        self._finish(first)

    def values(self) -> dict[str, str]:
        """All texts, and the code with them, so that a draft knows its slip."""
        return super().values() | {"code": self._code}

    def restore(self, values: Mapping[str, str]) -> None:
        """Fills the fields; a draft brings its code."""
        self._code = values.get("code", self._code)
        super().restore(values)

    def record(self) -> ToldUs:
        """The answer as typed."""
        values = self.values()
        one, two, three = (int(values[f"score_{n}"]) if values[f"score_{n}"] else None for n in range(3))
        return ToldUs(
            code=self._code, words=values["words"], scores=(one, two, three),
            wants_answer=bool(values["wants_answer"]), nameless=bool(values["nameless"]),
        )


class OwnIdeaGiven(Form):
    """Ctrl+O: an extra of one's own. Emits an `OwnIdea`."""

    def __init__(self, here: Here) -> None:
        super().__init__("own_idea", form_spec("own_idea", words.IDEA, words.IDEA_KEY, words.IDEA_SAVE))
        first = self.frame.add(LineField(parts.spec("title", words.IDEA_WHAT)))
        self.frame.add_row(
            LineField(parts.spec("cost", words.IDEA_COST, check=parts.amount(here.country.money))),
            LineField(parts.spec("minutes", words.IDEA_MINUTES, check=_minutes)),
        )
        self.frame.add(parts.toggle("keep", words.IDEA_KEEP))
        self._finish(first)

    def record(self) -> OwnIdea:
        """The extra as typed; raises FieldRefused when the minutes are no number."""
        values = self.values()
        problem = _minutes(values["minutes"]).problem
        if problem:
            raise FieldRefused("minutes", problem)
        return OwnIdea(
            title=values["title"], cost=values["cost"], minutes=values["minutes"].strip(), keep=bool(values["keep"])
        )


def _minutes(text: str) -> Verdict:
    typed = text.strip().replace(",", ".", 1)
    if not typed or (len(typed) < 6 and typed.replace(".", "", 1).isdecimal()):
        return Verdict()
    return Verdict(problem=words.MINUTES_PROBLEM)
