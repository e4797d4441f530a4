"""A part of a name beside what else is known of the person: "anna spaniel", "nowak 4567", "robert mill lane"."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from counter.lookup.contacts import Phones, Terms, words_in
from counter.lookup.finding import Names
from counter.lookup.rows import Rows
from counter.lookup.spelling import terms
from counter.records.lookup import Match, MatchKind
from counter.records.phones import digits

_FEWEST = 3  # figures or letters that may be a hint
_HINTED = 3000  # people with one hint
_EACH = 250  # of more only those that a typed name leads to
_FITTED = 40
_PIECES = 4  # no longer texts, so that none takes long
_NAMED = 0.7  # how well the part of the name must fit
_WORTH = 0.9
_PARTS = 3  # ways to tell the hint from the name, the rarest first
_Told = tuple[str, MatchKind]


class Hints:
    """Finds who has both. One thread only."""

    def __init__(self, rows: Rows, names: Names, phones: Phones, known: Terms) -> None:
        self._rows, self._names, self._phones, self._terms = rows, names, phones, known

    def find(self, text: str) -> Iterator[Match]:
        """People of whom one word, or two in a row, tell something else, and all the others the name."""
        pieces = _pieces(text)
        if not 1 < len(pieces) <= _PIECES:
            return
        each = [self._with(piece) for piece in pieces]
        hinted: list[tuple[tuple[int, ...], frozenset[int]]] = [((at,), rows) for at, rows in enumerate(each)]
        if len(pieces) > 2:
            hinted += [((at, at + 1), one & other) for at, (one, other) in enumerate(pairwise(each))]
        telling = sorted((part for part in hinted if part[1]), key=lambda part: len(part[1]))
        for hints, rows in telling[:_PARTS]:
            yield from self._named(pieces, hints, rows)

    def _with(self, piece: str) -> frozenset[int]:
        """Rows of whom it may be a hint."""
        if _is_number(piece):
            return frozenset(row for row, _ in self._phones.ending(piece, _HINTED, self._rows.gone))
        typed = [term for term in terms(piece) if len(term) >= _FEWEST]
        if not typed:
            return frozenset()
        found = [self._terms.beginning(term, _HINTED) for term in typed]
        return found[0].intersection(*found[1:]) - self._rows.gone

    def _named(self, pieces: Sequence[str], hints: Sequence[int], rows: frozenset[int]) -> Iterator[Match]:
        """Of these rows those whose name the other words are."""
        rest = " ".join(piece for at, piece in enumerate(pieces) if at not in hints)
        heard = self._names.heard(rest + " " * (hints[-1] == len(pieces) - 1))
        if len(rows) > _EACH:
            rows = rows.intersection(chain.from_iterable(holders for one in heard for _, holders in one.held))
        known = set().union(*(one.scores for one in heard))
        named = [row for row in rows if not known.isdisjoint(self._rows.words[row])]
        for fit in self._names.fits(self._rows.likeliest(named, _FITTED), heard):
            told = self._told(fit.row, [pieces[at] for at in hints]) if fit.score >= _NAMED else None
            if told is not None:
                yield Match(self._rows.ids[fit.row], _WORTH * fit.score, told[1], told[0])

    def _told(self, row: int, hints: list[str]) -> _Told | None:
        """What the first of the hints is of; None when one of them is not there, but only something like it."""
        known = [(text, kind, words_in(text, kind)) for text, kind in self._rows.texts(row)]
        found: list[_Told] = []
        for hint in hints:
            if _is_number(hint):
                found.append((f"phone …{digits(hint)[-4:]}", MatchKind.PHONE))
                continue
            for term in terms(hint):
                there = [(text, kind) for text, kind, words in known if any(each.startswith(term) for each in words)]
                if not there:
                    return None
                found.append(there[0])
        return found[0]


def _is_number(piece: str) -> bool:
    return len(digits(piece)) >= _FEWEST and not any(letter.isalpha() for letter in piece)


def _pieces(text: str) -> list[str]:
    """What was typed word by word, a number with gaps in it as one."""
    found: list[str] = []
    for piece in text.split():
        if found and digits(piece) and not any(letter.isalpha() for letter in found[-1] + piece):
            found[-1] += piece
        else:
            found.append(piece)
    return found
