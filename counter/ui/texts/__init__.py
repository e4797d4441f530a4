"""All words on the screen, one module a screen: constants, and functions where something is filled in.

To translate, translate these modules; nothing else holds words that a person sees. What is filled in is already
formatted (dates, money); names and other words of people go through `isolate`, so that their direction stays theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_OPEN: Final = "\u2068"
_CLOSE: Final = "\u2069"
_MARKS: Final = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e"))


def isolate(name: str) -> str:
    """A name ready to stand in a sentence: it reads in its own direction and turns nothing else round."""
    return f"{_OPEN}{name.translate(_MARKS)}{_CLOSE}"


def count(number: int, one: str, many: str) -> str:
    """“1 visit”, “2 visits”: the form that fits; `{}` in either is the number."""
    return (one if number == 1 else many).format(f"{number:,}")


def listed(words: Sequence[str]) -> str:
    """“a, b and c”."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
