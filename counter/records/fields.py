"""Reading a form field by field: all that can't be taken is gathered, each with its sentence."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from counter.errors import FieldRefused, Refused

T = TypeVar("T")
D = TypeVar("D")
P = ParamSpec("P")


class FieldsRefused(Refused):
    """One or more fields of a form can't be taken; the first one's sentence is the sentence."""

    def __init__(self, refused: tuple[FieldRefused, ...]) -> None:
        super().__init__(refused[0].sentence)
        self.fields = refused

    def sentence_for(self, field: str) -> str:
        """What to say beside that field; empty when nothing is wrong there."""
        return next((refused.sentence for refused in self.fields if refused.field == field), "")


class Reader:
    """Goes through one form; `done` raises FieldsRefused when anything was refused on the way."""

    def __init__(self) -> None:
        self._refused: list[FieldRefused] = []

    def take(self, otherwise: D, read: Callable[P, T], *args: P.args, **named: P.kwargs) -> T | D:
        """What `read` answers to the arguments, or `otherwise` where it raises FieldRefused."""
        try:
            return read(*args, **named)
        except FieldRefused as refused:
            self._refused.append(refused)
            return otherwise

    def refuse(self, field: str, sentence: str) -> None:
        """Note down what is missing or doesn't fit; a field's first sentence is the one that is kept."""
        if all(refused.field != field for refused in self._refused):
            self._refused.append(FieldRefused(field, sentence))

    def done(self) -> None:
        """Raise what was gathered."""
        if self._refused:
            raise FieldsRefused(tuple(self._refused))
