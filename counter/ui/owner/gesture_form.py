"""The form of one gesture: fields from a record, a record from fields."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from counter.errors import Known
from counter.records.cleaning import clean_line
from counter.records.countries import MoneyStyle
from counter.records.gestures import Gesture, Kind
from counter.records.money import plain_money, read_money
from counter.ui.owner.reading import checked, decimal, needed, whole
from counter.ui.texts import common
from counter.ui.texts import gestures as said
from counter.ui.texts import owner as words
from counter.ui.texts import shop as shop_words
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec, LineField, Verdict
from counter.ui.widgets.form import FormFrame
from counter.ui.widgets.form_edges import FormSpec

NEWLY_TICKED: Final = 0.6
ANY: Final = "*"
TRADES: Final = {trade: label for trade, label in shop_words.TRADES.items() if trade != ANY}
LONGEST: Final = 200
_minutes = decimal("minutes", 0, 60)
_rests, _year, _stock = whole("rests", 0, 3650), whole("year", 1, 366), whole("stock", 0, 100_000)


def key_for(title: str, taken: Collection[str]) -> str:
    """A key that no other gesture has, made of the title's Latin letters where there are some."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:30].strip("_")
    stem = stem if re.match(r"[a-z].", stem) else "own"
    numbers = (f"{stem}_{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (stem, *numbers) if key not in taken and len(key) > 1)


class GestureForm(FormFrame):
    """All that an owner may say about a gesture. What the form doesn't show stays as it was."""

    def __init__(self) -> None:
        super().__init__(
            FormSpec(
                name="gesture_form",
                title=said.GESTURE,
                key="",
                foot=words.ESC_PUTS_AWAY,
                save=Action(name="save_gesture", label=said.SAVE_GESTURE, key=common.ENTER),
            )
        )
        self._money: MoneyStyle | None = None
        self._line("title", said.G_TITLE, said.G_TITLE_HINT, check=checked(needed("title", words.L_EMPTY)))
        self.add(ChoiceField(FieldSpec(name="kind", label=said.G_KIND, check=_one), _choices(said.KINDS)))
        self.add(ChoiceField(FieldSpec(name="family", label=said.G_FAMILY, check=_one), _choices(said.FAMILIES)))
        self._figures()
        self._tags()
        self._line("why", said.G_WHY, said.G_WHY_HINT, check=checked(needed("why", words.L_EMPTY)))
        self._line("say", said.G_SAY, said.G_SAY_HINT, check=checked(needed("say", words.L_EMPTY)))
        ask = FieldSpec(name="ask_first", label=said.G_ASK)
        self.add(ChoiceField(ask, [Choice("ask", said.ASK)], many=True))
        self.body.addStretch(1)

    def show_gesture(self, gesture: Gesture, money: MoneyStyle) -> None:
        """Fills the fields."""
        self._money = money
        self.set_values(
            {
                "title": gesture.title,
                "kind": gesture.kind,
                "family": gesture.family,
                "cost": plain_money(gesture.cost, money),
                "minutes": f"{gesture.minutes:g}",
                "rests": str(gesture.cooldown_days),
                "year": str(gesture.max_per_year),
                "stock": "" if gesture.stock is None else str(gesture.stock),
                "when": ",".join(_whens(gesture)),
                "trades": ",".join(gesture.trades - {ANY}),
                "contains": ",".join(gesture.contains),
                "touches": ",".join(gesture.touches),
                "why": gesture.why,
                "say": gesture.say,
                "ask_first": "ask" if gesture.ask_first else "",
            }
        )

    def gesture(self, before: Gesture) -> Gesture:
        """The record as it is now; raises Known when a text can't be taken."""
        v = self.values()
        picked = [key for key in _keys(v["when"]) if key != ANY]
        return replace(
            before,
            title=clean_line(v["title"], "title", LONGEST),
            kind=Kind(v["kind"]),
            family=v["family"],
            cost=self._cost(v["cost"]),
            minutes=_minutes(v["minutes"]),
            cooldown_days=_rests(v["rests"]),
            max_per_year=_year(v["year"]),
            stock=_stock(v["stock"]) if v["stock"].strip() else None,
            occasions={name: before.occasions.get(name, NEWLY_TICKED) for name in picked},
            any_time=ANY in _keys(v["when"]) or (not picked and (before.any_time or not before.fits)),
            trades=frozenset(_keys(v["trades"]) or {ANY}),
            contains=frozenset(_keys(v["contains"])),
            touches=frozenset(_keys(v["touches"])),
            why=clean_line(v["why"], "why", LONGEST),
            say=clean_line(v["say"], "say", LONGEST),
            ask_first=bool(v["ask_first"]),
        )

    def _line(self, name: str, label: str, hint: str, **rest: object) -> None:
        self.add(LineField(FieldSpec(name=name, label=label, hint=hint, **rest)))  # type: ignore[arg-type]

    def _figures(self) -> None:
        self.add_row(
            LineField(FieldSpec(name="cost", label=said.G_COST, hint=said.G_COST_HINT, check=self._check_cost)),
            LineField(
                FieldSpec(name="minutes", label=said.G_MINUTES, hint=said.G_MINUTES_HINT, check=checked(_minutes))
            ),
            LineField(FieldSpec(name="rests", label=said.G_RESTS, hint=said.G_RESTS_HINT, check=checked(_rests))),
        )
        self.add_row(
            LineField(FieldSpec(name="year", label=said.G_YEAR, hint=said.G_YEAR_HINT, check=checked(_year))),
            LineField(FieldSpec(name="stock", label=said.G_STOCK, hint=said.G_STOCK_HINT, check=_check_stock)),
        )

    def _tags(self) -> None:
        for name, label, hint, labels in (
            ("trades", said.G_TRADES, said.G_TRADES_HINT, TRADES),
            ("when", said.G_WHEN, said.G_WHEN_HINT, {**said.OCCASIONS, ANY: said.ANY_DAY}),
            ("contains", said.G_CONTAINS, said.G_CONTAINS_HINT, said.CONTAINS),
            ("touches", said.G_TOUCHES, said.G_TOUCHES_HINT, said.TOUCHES),
        ):
            self.add(ChoiceField(FieldSpec(name=name, label=label, hint=hint), _choices(labels), many=True))

    def _cost(self, text: str) -> int:
        if self._money is None:
            raise Known(words.NO_NUMBER)
        return read_money(text or "0", self._money, "cost")

    def _check_cost(self, text: str) -> Verdict:
        return checked(self._cost)(text)


def _check_stock(text: str) -> Verdict:
    return checked(_stock)(text) if text.strip() else Verdict()


def _whens(gesture: Gesture) -> list[str]:
    return [*gesture.occasions, *([ANY] if gesture.any_time and gesture.occasions else [])]


def _one(keys: str) -> Verdict:
    return Verdict() if keys else Verdict(problem=words.CHOOSE_ONE)


def _keys(value: str) -> list[str]:
    return value.split(",") if value else []


def _choices(labels: Mapping[str, str]) -> list[Choice]:
    return [Choice(key, label) for key, label in labels.items()]
