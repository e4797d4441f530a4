"""Fields as the forms use them, and the checks made on leaving one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from counter.errors import Known
from counter.records.countries import DayOrder, MoneyStyle
from counter.records.here import Here
from counter.records.money import read_money
from counter.records.reading import Calendar, Lean, read_date_of_year, read_day, read_moment
from counter.records.when import say_day, say_moment
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import Check, ChoiceField, Field, FieldSpec, Verdict
from counter.ui.widgets.themed import present

T = TypeVar("T")
YES = "yes"


def as_typed(_text: str) -> Verdict:
    """Takes everything: what the rules refused is asked again, not held against the field."""
    return Verdict()


def spec(name: str, label: str, *, check: Check = as_typed, hint: str = "", placeholder: str = "") -> FieldSpec:
    """A field with a label above; many lines are three rows high."""
    return FieldSpec(name=name, label=label, check=check, hint=hint, placeholder=placeholder)


def chips(name: str, label: str, words: Mapping[str, str], *, many: bool = False) -> ChoiceField:
    """A choice; `words` by key."""
    return ChoiceField(spec(name, label), choices(words), many=many)


def choices(words: Mapping[str, str]) -> list[Choice]:
    """Chips of words by key."""
    return [Choice(str(key), label) for key, label in words.items()]


def toggle(name: str, words: str) -> ChoiceField:
    """A single chip, ticked or not, without a label above."""
    bare = FieldSpec(name=name, label=words, check=as_typed, bare=True)
    return ChoiceField(bare, [Choice(YES, words)], many=True)


def show(field: Field, *, shown: bool) -> None:
    """Shows a field or takes it away; what stands in it stays."""
    present(field, shown=shown)


def relabel(field: Field, words: str) -> None:
    """Another label above a field."""
    field.label.set_text(words)
    field.editor.setAccessibleName(words)


def amount(style: MoneyStyle) -> Check:
    """Whether it can be read as money; nothing is fine."""
    return _read(lambda text: read_money(text, style), lambda _amount: "")


def day_behind(here: Here) -> Check:
    """Whether it can be read as a day gone by; says which it is."""
    calendar = Calendar(here.today, here.country.order, Lean.BEHIND)
    return _read(lambda text: read_day(text, calendar), lambda day: f"{say_day(day, here.today)}.")


def day_ahead(here: Here) -> Check:
    """Whether it can be read as a day to come; says which it is."""
    calendar = Calendar(here.today, here.country.order, Lean.AHEAD)
    return _read(lambda text: read_day(text, calendar), lambda day: f"{say_day(day, here.today)}.")


def moment(here: Here) -> Check:
    """Whether it can be read as a day, a time or both, still to come; says which it is."""
    return _read(lambda text: read_moment(text, here), lambda at: f"{say_moment(at, here.now, here.zone)}.")


def day_of_year(order: DayOrder) -> Check:
    """Whether it can be read as a day of the year, with a year or without."""
    return _read(lambda text: read_date_of_year(text, order), lambda _day: "")


def _read(read: Callable[[str], T], meaning: Callable[[T], str]) -> Check:
    def check(text: str) -> Verdict:
        if not text.strip():
            return Verdict()
        try:
            return Verdict(meaning=meaning(read(text)))
        except Known as problem:
            return Verdict(problem=problem.sentence)

    return check


def where(needed: Callable[[], bool], check: Check) -> Check:
    """A check that only counts while the field is needed; a hidden one never holds the form up."""
    return lambda text: check(text) if needed() else Verdict()
