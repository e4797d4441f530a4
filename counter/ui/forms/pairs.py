"""Rows of two fields; when the last is begun, an empty one appears under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.ui.theme import Theme, current
from counter.ui.widgets.fields import FieldSpec, LineField
from counter.ui.widgets.form import Abreast, FormFrame
from counter.ui.widgets.themed import Themed, tall_as_needed


class Pairs(Themed, QWidget):
    """Fields named `first_0`, `second_0`, `first_1` …; labels stand above the first row only."""

    def __init__(self, frame: FormFrame, first: FieldSpec, second: FieldSpec, stretches: tuple[int, int]) -> None:
        super().__init__(frame)
        tall_as_needed(self)
        self._frame, self._specs, self._stretches = frame, (first, second), stretches
        self._completions: tuple[str, ...] = ()
        self._rows: list[tuple[LineField, LineField]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.restyle(current())
        self._add()

    def set_completions(self, words: Sequence[str]) -> None:
        """Earlier words that complete the first field of each row."""
        self._completions = tuple(words)
        for first, _ in self._rows:
            first.editor.set_completions(self._completions)

    def make_room(self, names: Iterable[str]) -> None:
        """As many rows as a draft with these field names needs, and an empty one."""
        starts = tuple(f"{spec.name}_" for spec in self._specs)
        numbers = [name.rpartition("_")[2] for name in names if name.startswith(starts)]
        rows = 1 + max((int(number) for number in numbers if number.isascii() and number.isdigit()), default=0)
        while len(self._rows) < min(rows, 200):
            self._add()

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """What stands in the rows, but for empty ones at the end."""
        typed = [(first.value(), second.value()) for first, second in self._rows]
        while typed and not any(text.strip() for text in typed[-1]):
            typed.pop()
        return tuple(typed)

    def grow(self) -> None:
        """Adds an empty row if the last is begun."""
        if any(field.value() for field in self._rows[-1]):
            self._add()

    def first(self) -> LineField:
        """Where the keyboard begins."""
        return self._rows[0][0]

    def restyle(self, theme: Theme) -> None:
        """Takes its gap from the theme."""
        self._column.setSpacing(theme.space(7))

    def _add(self) -> None:
        number = len(self._rows)
        first, second = (self._field(spec, number) for spec in self._specs)
        first.editor.set_completions(self._completions)
        self._column.addWidget(Abreast(first, second, stretches=self._stretches))
        self._rows.append((first, second))

    def _field(self, spec: FieldSpec, number: int) -> LineField:
        named = replace(spec, name=f"{spec.name}_{number}", bare=number > 0)
        return self._frame.know(LineField(named if number else replace(named, placeholder="")))


def numbered(first: str, second: str, pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Pairs as field texts by name."""
    rows = list(enumerate(pairs))
    return {f"{first}_{n}": one for n, (one, _) in rows} | {f"{second}_{n}": two for n, (_, two) in rows}
