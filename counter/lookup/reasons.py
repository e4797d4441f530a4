"""Why somebody was found by name: said where the name itself doesn't show it."""

from collections.abc import Sequence

from counter.lookup.fitting import Fit
from counter.lookup.heard import Heard
from counter.lookup.rows import Rows
from counter.lookup.spelling import KOREAN, VOWELLESS, shown, words
from counter.lookup.vocabulary import EQUIVALENT, Vocabulary
from counter.records.lookup import MatchKind

_EVIDENT = 0.9
_MARKS = (VOWELLESS, KOREAN)
Reason = tuple[MatchKind, str]


class Reasons:
    """Tells them of fits."""

    def __init__(self, rows: Rows, vocabulary: Vocabulary) -> None:
        self._rows, self._words = rows, vocabulary

    def why(self, fit: Fit, heard: Sequence[Heard]) -> Reason:
        """By what the row was found, and the words for it; empty where the name shows it."""
        rows, last = self._rows, max(fit.places)
        if last >= rows.named[fit.row]:
            return MatchKind.CALLED, f"called {rows.called(fit.row)}"
        if last >= rows.size(fit.row) and (other := self._other_name(fit)):
            return MatchKind.NAME, f"also {other}"
        form = heard[fit.hits.index(EQUIVALENT)] if EQUIVALENT in fit.hits else None
        said = f"another form of {shown(form.word)}" if form else ""
        if rows.foreign(fit.row) and not any(each.word.foreign for each in heard):
            return MatchKind.SCRIPT, said or self._read(fit.row)
        if said:
            return MatchKind.NAME, said
        return (MatchKind.NAME, "") if self._evident(fit, heard) else (MatchKind.SOUNDS, "sounds alike")

    def _other_name(self, fit: Fit) -> str:
        """A further name that a typed word is of and the first one is not."""
        own = self._rows.size(fit.row)
        met = {self._key(fit.numbers[place]) for place in fit.places if place >= own}
        others = self._rows.others(fit.row) if met else []
        return next((name for name in others if met.intersection(word.key for word in words(name))), "")

    def _read(self, row: int) -> str:
        """A name in other letters as it is read; empty for letters that leave sounds out."""
        keys = [self._key(number) for number in self._rows.words[row][: self._rows.size(row)]]
        return "" if any(key.startswith(_MARKS) for key in keys) else f"read {' '.join(map(str.capitalize, keys))}"

    def _evident(self, fit: Fit, heard: Sequence[Heard]) -> bool:
        """Whether each typed word is plainly one of the name, or its beginning."""
        return min(fit.places) >= 0 and all(
            (hit >= _EVIDENT or self._words.keys[fit.numbers[place]].startswith(each.key))
            for each, hit, place in zip(heard, fit.hits, fit.places, strict=True)
        )

    def _key(self, number: int) -> str:
        return self._words.keys[number].decode("ascii")
