"""F6: tell them, and what is open: one thing, one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from counter.errors import FieldRefused
from counter.records import acts
from counter.records.card import OpenItem, OpenKind
from counter.records.here import Here
from counter.records.kinds import DepositFate, OrderState
from counter.records.money import say_money
from counter.records.orders import Ending
from counter.ui.forms import parts
from counter.ui.forms.form import Form, form_spec
from counter.ui.texts import common
from counter.ui.texts import knowing as words
from counter.ui.texts.knowing import Step
from counter.ui.widgets.bands import OpenBand, WarningBar
from counter.ui.widgets.fields import Check, Field, LineField
from counter.ui.widgets.icons import Icon
from counter.ui.widgets.themed import present

_LONGEST: Final = 40
# what can be done about each kind, the usual one first
_STEPS: Final[Mapping[OpenKind, tuple[Step, ...]]] = {
    OpenKind.UNTOLD: (Step.TOLD, Step.NO_CONTACT, Step.CAUSE, Step.REOPEN),
    OpenKind.COMPLAINT: (Step.PUT_RIGHT, Step.CAUSE),
    OpenKind.CAUSE: (Step.CAUSE, Step.REOPEN),
    OpenKind.ORDER: (
        Step.READY, Step.IN_PROGRESS, Step.COLLECTED, Step.AGREE, Step.PROMISE_AGAIN, Step.DECLINED, Step.CANCELLED,
    ),
    OpenKind.READY: (Step.COLLECTED, Step.IN_PROGRESS, Step.CANCELLED),
    OpenKind.FOLLOW_UP: (Step.DONE,),
}  # fmt: skip
_ENDED: Final = (Step.DECLINED, Step.CANCELLED)


class WhatIsOpen(Form):
    """The open things of a person, and the step that one of them takes. Emits an `acts.Act`."""

    def __init__(self, here: Here, items: Sequence[OpenItem]) -> None:
        super().__init__("tell", form_spec("tell", words.OPEN, words.OPEN_KEY, (words.SAVE_STEP, common.ENTER)))
        self._things = {f"{item.kind}:{item.thing_id}": item for item in items}
        titles = {key: _short(item.title) for key, item in self._things.items()}
        self._item = self.frame.add(parts.chips("item", words.WHICH, titles))
        self._item.set_value(next(iter(titles), ""))
        self._late, self._calm = OpenBand("chosen_item"), WarningBar("chosen_calm", Icon.RING)
        for band in (self._late, self._calm):
            self.frame.body.addWidget(band)
        self._step = self.frame.add(parts.chips("step", words.WHAT_NOW, {}))
        self._money = here.country.money
        self._fate = parts.chips("deposit_fate", words.DEPOSIT, words.FATES)
        self._shown_kind: OpenKind | None = None
        self._shown_for = {self.frame.add(field): steps for field, steps in self._fields(here).items()}
        parts.show(self._item, shown=len(items) > 1)
        parts.show(self._step, shown=bool(items))
        self._finish(self._item if len(items) > 1 else self._step)

    def record(self) -> acts.Act:
        """The step as typed; raises FieldRefused when none is chosen."""
        item, step = self._chosen(), self._step.value()
        if item is None:
            raise FieldRefused("", words.NOTHING_OPEN)
        if not step:
            raise FieldRefused("step", words.NO_STEP)
        return _ACTS[Step(step)](item.thing_id, self.values())

    def restore(self, values: Mapping[str, str]) -> None:
        """Fills the fields; a thing that is no longer open leaves the first one chosen."""
        kept = dict(values)
        if kept.get("item") not in self._things:
            kept.pop("item", None)
        self._item.set_value(kept.pop("item", self._item.value()))
        self._follow()
        super().restore(kept)

    def choose(self, kind: OpenKind, thing_id: int) -> None:
        """Goes to one of the things, as when it was pressed on the card."""
        self.restore({"item": f"{kind}:{thing_id}"})

    def _fields(self, here: Here) -> dict[Field, tuple[Step, ...]]:
        money = here.country.money

        def line(name: str, label: str, check: Check = parts.as_typed, hint: str = "") -> LineField:
            return LineField(parts.spec(name, label, check=check, hint=hint))

        final = parts.where(lambda: self._step.value() == Step.COLLECTED, parts.amount(money))
        price = parts.where(lambda: self._step.value() == Step.AGREE, parts.amount(money))
        due = parts.where(lambda: self._step.value() in (Step.AGREE, Step.PROMISE_AGAIN), parts.moment(here))
        return {
            parts.chips("way", words.WAY, words.WAYS): (Step.TOLD,),
            line("told_how", words.TOLD_HOW): (Step.TOLD,),
            line("remedy", words.WHAT_WAS_DONE): (Step.PUT_RIGHT,),
            line("cause", words.STEPS[Step.CAUSE]): (Step.CAUSE,),
            line("final_price", words.FINAL_PRICE, final, words.FINAL_HINT): (Step.COLLECTED,),
            line("price", words.PRICE, price): (Step.AGREE,),
            line("due", words.NEW_PROMISE, due): (Step.AGREE, Step.PROMISE_AGAIN),
            line("reason", words.WHY): _ENDED,
            self._fate: _ENDED,
            line("result", words.RESULT): (Step.DONE,),
        }

    def _chosen(self) -> OpenItem | None:
        return self._things.get(self._item.value())

    def _show_chosen(self, item: OpenItem | None) -> None:
        """Red only what is late or wrong."""
        red = item is not None and item.red
        self._late.set_words(item.title if item else "", item.sentence if item else "")
        self._calm.set_words(item.sentence if item else words.NOTHING_OPEN, item.title if item else "")
        present(self._late, shown=red)
        present(self._calm, shown=not red)

    def _follow(self) -> None:
        item = self._chosen()
        self._show_chosen(item)
        kind = item.kind if item else None
        if kind is not self._shown_kind:
            self._shown_kind = kind
            steps = _STEPS[kind] if kind else ()
            self._step.editor.set_choices(parts.choices({step: words.STEPS[step] for step in steps}), steps[:1])
        deposit = item.deposit if item else 0
        parts.relabel(self._fate, words.deposit_of(say_money(deposit, self._money)))
        step = self._step.value()
        for field, steps in self._shown_for.items():
            parts.show(field, shown=step in steps and (field is not self._fate or bool(deposit)))


_Values = Mapping[str, str]


def _end(order_id: int, to: OrderState, values: _Values) -> acts.EndOrder:
    return acts.EndOrder(order_id, to, Ending(values["reason"], DepositFate(values["deposit_fate"])))


def _how(values: _Values) -> str:
    return words.way_and_words(words.WAYS.get(values["way"], ""), values["told_how"])


_ACTS: Final[Mapping[Step, Callable[[int, _Values], acts.Act]]] = {
    Step.TOLD: lambda thing, v: acts.Tell(thing, _how(v)),
    Step.NO_CONTACT: lambda thing, _v: acts.Tell(thing, "", no_contact=True),
    Step.PUT_RIGHT: lambda thing, v: acts.PutRight(thing, v["remedy"]),
    Step.CAUSE: lambda thing, v: acts.Cause(thing, v["cause"]),
    Step.REOPEN: lambda thing, _v: acts.Reopen(thing),
    Step.IN_PROGRESS: lambda thing, _v: acts.MoveOrder(thing, OrderState.IN_PROGRESS),
    Step.READY: lambda thing, _v: acts.MoveOrder(thing, OrderState.READY),
    Step.COLLECTED: lambda thing, v: acts.Collect(thing, v["final_price"]),
    Step.AGREE: lambda thing, v: acts.Agree(thing, v["price"], v["due"]),
    Step.PROMISE_AGAIN: lambda thing, v: acts.PromiseAgain(thing, v["due"]),
    Step.DECLINED: lambda thing, v: _end(thing, OrderState.DECLINED, v),
    Step.CANCELLED: lambda thing, v: _end(thing, OrderState.CANCELLED, v),
    Step.DONE: lambda thing, v: acts.FollowUpDone(thing, v["result"]),
}


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
