"""Three themes offered for what a customer said; a person picks. Complement naive Bayes over words (Rennie 2003).

The owner's keywords count from the first day, each as a few imagined messages; then every pick teaches. Scripts
without spaces go by pairs of characters.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

OFFERED = 3
_IMAGINED = 32  # messages that a keyword is worth; three public sets are right more often than with 8, ours no less
_OFTEN = 0.3  # what it counts that a theme is picked often: two public sets are right more often so
_BEGINNING = 4  # letters: on short sentences in ten languages .92 instead of .88 right among three
_WORD = re.compile(r"\w+")
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded; character pairs where the script has no spaces."""
    found: list[str] = []
    for word in _WORD.findall(unicodedata.normalize("NFKC", text).casefold()):
        if UNSPACED.search(word) and len(word) > 1:
            found.extend(word[at : at + 2] for at in range(len(word) - 1))
        else:
            found.append(word)
    return tuple(found)


def traits(text: str) -> tuple[str, ...]:
    """What is counted of a text: its words and, for "waited" beside "waiting", how the longer ones begin."""
    found = words(text)
    return (*found, *(f"{word[:_BEGINNING]}-" for word in found if len(word) > _BEGINNING))


class Themes:
    """The shop's themes, and what was learnt about each."""

    def __init__(self, keywords: Mapping[str, Iterable[str]]) -> None:
        self._of: dict[str, Counter[str]] = {theme: Counter() for theme in keywords}
        self._sums = dict.fromkeys(self._of, 0)
        self._all: Counter[str] = Counter()
        self._total = 0
        self._picked: Counter[str] = Counter()
        for theme, theirs in keywords.items():
            for keyword in theirs:
                self._add(theme, traits(keyword) * _IMAGINED)

    def learn(self, text: str, theme: str) -> None:
        """A person chose this theme; one that the shop has no more teaches nothing."""
        if theme in self._of:
            self._picked[theme] += 1
            self._add(theme, tuple(set(traits(text))))

    def offer(self, text: str) -> tuple[str, ...]:
        """Three themes, the likeliest first; themes that are equal stand in the owner's order."""
        said, size = set(traits(text)) & self._all.keys(), len(self._all)
        return tuple(sorted(self._of, key=lambda theme: self._unlike(theme, said, size))[:OFFERED])

    def _add(self, theme: str, told: tuple[str, ...]) -> None:
        self._of[theme].update(told)
        self._sums[theme] += len(told)
        self._all.update(told)
        self._total += len(told)

    def _unlike(self, theme: str, said: set[str], size: int) -> float:
        """How well all the other themes together explain the words; the lower, the likelier this one.

        A theme that is picked often is a little likelier.
        """
        mine, rest = self._of[theme], self._total - self._sums[theme] + size
        often = log((self._picked[theme] + 1) / (self._picked.total() + len(self._of)))
        return sum(log((self._all[word] - mine[word] + 1) / rest) for word in said) - _OFTEN * often
