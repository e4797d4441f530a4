"""What was worked out lately, remembered from key to key."""

from collections.abc import Callable
from typing import Generic, TypeVar

_SIZE = 12
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Memory(Generic[_Key, _Value]):
    """The newest values; what was not asked for the longest time goes."""

    def __init__(self) -> None:
        self._values: dict[_Key, _Value] = {}

    def of(self, key: _Key, make: Callable[[], _Value]) -> _Value:
        """What is remembered, or made now."""
        values = self._values
        value = values.pop(key) if key in values else make()
        if len(values) >= _SIZE:
            del values[next(iter(values))]
        values[key] = value
        return value

    def clear(self) -> None:
        """Nothing holds any more."""
        self._values.clear()
