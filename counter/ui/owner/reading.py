"""Turns rules' refusals into sentences beside a field, and words into numbers."""

from __future__ import annotations

from collections.abc import Callable

from counter.errors import FieldRefused, Known
from counter.ui.texts import owner as words
from counter.ui.widgets.fields import Check, Verdict


def checked(read: Callable[[str], object]) -> Check:
    """A field's check made of a reader that raises Known."""

    def check(text: str) -> Verdict:
        try:
            read(text)
        except Known as refused:
            return Verdict(problem=refused.sentence)
        return Verdict()

    return check


def needed(name: str, sentence: str) -> Callable[[str], str]:
    """A reader of a line that may not be empty."""

    def read(text: str) -> str:
        if not text.strip():
            raise FieldRefused(name, sentence)
        return text.strip()

    return read


def whole(name: str, low: int, high: int) -> Callable[[str], int]:
    """A reader of a whole number within bounds."""

    def read(text: str) -> int:
        try:
            number = int(text.strip())
        except ValueError:
            raise FieldRefused(name, words.NO_SUCH_COUNT) from None
        if not low <= number <= high:
            raise FieldRefused(name, words.between(low, high))
        return number

    return read


def decimal(name: str, low: float, high: float) -> Callable[[str], float]:
    """A reader of a number, point or comma, within bounds."""

    def read(text: str) -> float:
        try:
            number = float(text.strip().replace(",", "."))
        except ValueError:
            raise FieldRefused(name, words.NO_NUMBER) from None
        if not low <= number <= high:
            raise FieldRefused(name, words.between(low, high))
        return number

    return read
