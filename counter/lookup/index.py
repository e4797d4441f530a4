"""The index of everybody: one search box for names as they are half-heard, phones, e-mails, companies and memories."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain

from counter.lookup.building import Gathered, built, parts_of
from counter.lookup.contacts import Phones, Terms, entries, term_match
from counter.lookup.equivalents import Equivalents
from counter.lookup.finding import TOKENS, Names
from counter.lookup.fitting import Fitting
from counter.lookup.heard import Ear
from counter.lookup.hints import Hints
from counter.lookup.kept import dump, load
from counter.lookup.parts import Parts
from counter.lookup.ranking import Ranking
from counter.lookup.reasons import Reasons
from counter.lookup.rows import Rows, mark, spelt
from counter.lookup.spelling import terms
from counter.records.lookup import Match, MatchKind, Person
from counter.records.phones import digits

_QUERY = 200
_FEWEST_FIGURES = 3
_LEAST = 0.5  # below that it is nobody we know
_WEAK = 0.7  # below that something that only sounds alike goes when somebody clear is there
_MOST = 24
_TERMS = 4000
_TERMS_OF_TWO = 1000  # two letters tell little yet
_NUMBERS = 1000
_BY_NAME = frozenset((MatchKind.NAME, MatchKind.SOUNDS, MatchKind.CALLED, MatchKind.SCRIPT))
_EVIDENT = 0.9
_DAYS = 7
_GONE, _FEW = 0.25, 300
_NOBODY = Match(0, 0.0, MatchKind.NAME, "")


class Index:
    """Everybody who can be found. One thread only."""

    def __init__(self, parts: Parts, equivalents: Equivalents, today: date) -> None:
        self._parts, self._today, self.equivalents = parts, today, equivalents
        self._rows, self._words, self._holders = parts.rows, parts.words, parts.holders
        self._ear = Ear(parts.words, parts.holders, equivalents)
        self._names = Names(
            parts.rows, self._ear, Fitting(parts.words, parts.rows), Ranking(parts.words, parts.rows, parts.holders)
        )
        self._reasons = Reasons(parts.rows, parts.words)
        self._phones, self._terms = Phones(parts.phones), Terms(parts.terms)
        self._hints = Hints(parts.rows, self._names, self._phones, self._terms)
        parts.holders.gone = parts.rows.gone
        for row in parts.rows.gone:
            for number in parts.rows.words[row]:
                parts.holders.drop(number)

    @classmethod
    def build(
        cls, persons: Iterable[Person], equivalents: Equivalents, today: date,
        progress: Callable[[int], None] | None = None,
    ) -> "Index":
        """An index of these persons; `progress` hears how many are in, every thousand."""
        return cls(built(persons, today, progress), equivalents, today)

    @classmethod
    def of(cls, gathered: Gathered, equivalents: Equivalents, today: date) -> "Index":
        """An index of persons that were gathered bit by bit."""
        return cls(parts_of(gathered), equivalents, today)

    @property
    def parts(self) -> Parts:
        """What it is made of, for a look through everybody."""
        return self._parts

    def old(self, today: date) -> bool:
        """Whether to build it anew: who is likely to be here was told a week ago, or many are gone.

        Changes in place count visits, but move nobody in front of others and let no visit fade.
        """
        many = len(self._rows.gone) >= _GONE * max(len(self), _FEW)
        return many or not 0 <= (today - self._parts.built).days < _DAYS

    def __len__(self) -> int:
        return self._rows.here

    def add(self, person: Person) -> None:
        """One more person, or one that changed, found at once."""
        row = self._rows.row_of(person.id)
        if row is not None and self._rows.marks[row] == mark(person):
            self._rows.came(row, person, self._today)
            return
        self.remove(person.id)
        spelling = spelt(person)
        numbers = [self._words.add(key) for key in spelling.all]
        row = self._rows.add(person, numbers, spelling, self._today)
        for number in numbers:
            self._holders.add(number, row)
        for phone in person.phones:
            self._phones.add(phone, row)
        for term in entries(person):
            self._terms.add(term, row)
        self._ear.forget()

    replace = add

    def remove(self, person_id: int) -> None:
        """Nobody by that id any more; what is not there is no fault."""
        row = self._rows.row_of(person_id)
        if row is not None:
            for number in self._rows.words[row]:
                self._holders.drop(number)
            self._rows.remove(row)
            self._ear.forget()

    def search(self, text: str, limit: int = 8) -> list[Match]:
        """Best first; the same text gives the same answer."""
        query = text[:_QUERY]
        found = self._by_name(query, 2 * limit)
        others = [*self._by_phone(query), *self._by_terms(query)]
        if not any(_clear(match) for match in found):
            others += self._hints.find(query)
        return namesakes_together(together(found, others)[:limit], self._rows)

    def named(self, text: str, limit: int) -> list[Match]:
        """Who may be meant by a name alone, best first."""
        return together(self._by_name(text[:_QUERY], 2 * limit), ())[:limit]

    def _by_name(self, text: str, limit: int) -> list[Match]:
        heard, fits = self._names.find(text)
        fits = [fit for fit in fits[:limit] if fit.score > _LEAST]
        return [Match(self._rows.ids[fit.row], fit.score, *self._reasons.why(fit, heard)) for fit in fits]

    def _by_phone(self, text: str) -> Iterator[Match]:
        figures = digits(text)
        if len(figures) < _FEWEST_FIGURES or any(letter.isalpha() for letter in text):
            return
        share = min(1.0, 0.7 + len(figures) / 30)
        last = dict(self._phones.ending(text, _NUMBERS, self._rows.gone))
        for row in self._rows.likeliest(last, _MOST):
            yield Match(self._rows.ids[row], share, MatchKind.PHONE, f"phone …{last[row]}")

    def _by_terms(self, text: str) -> Iterator[Match]:
        typed = [term for term in terms(text)[:TOKENS] if len(term) > 1]
        if not typed:
            return
        everywhere: frozenset[int] | None = None
        for term in sorted(typed, key=len, reverse=True):  # few have a long one, and where nobody is left all is said
            there = self._terms.beginning(term, _TERMS if len(term) > 2 else _TERMS_OF_TWO) - self._rows.gone
            everywhere = there if everywhere is None else everywhere & there
            if not everywhere:
                return
        for row in self._rows.likeliest(everywhere or (), _MOST):
            match = term_match(self._rows.ids[row], self._rows.texts(row), typed)
            if match is not None:
                yield match

    def to_bytes(self) -> bytes:
        """The index to be kept, with a checksum in front."""
        return dump(self._parts)

    @classmethod
    def from_bytes(cls, data: bytes, equivalents: Equivalents, today: date) -> "Index":
        """The index again; raises ValueError when it was damaged or made by another version."""
        return cls(load(data), equivalents, today)


def together(named: list[Match], others: Iterable[Match]) -> list[Match]:
    """What fits by name in its order, others among them by how well they fit; the weak go when something is clear."""
    found = {match.person_id: match for match in named}
    for match in others:
        if match.score > found.get(match.person_id, _NOBODY).score:
            found[match.person_id] = match
    clear = any(map(_clear, found.values()))
    kept = [match for match in found.values() if not (clear and _weak(match))]
    by_name = [match for match in kept if match.kind in _BY_NAME]
    rest = sorted((match for match in kept if match.kind not in _BY_NAME), key=lambda match: -match.score)
    front = [match for match in rest if not by_name or match.score > by_name[0].score]
    return [*front, *by_name, *rest[len(front) :]]


def namesakes_together(matches: list[Match], rows: Rows) -> list[Match]:
    """The same with each one's namesakes right behind them, in the order they had."""
    found: dict[frozenset[int], list[Match]] = {}
    for match in matches:
        found.setdefault(rows.name_of(match.person_id), []).append(match)
    return list(chain.from_iterable(found.values()))


def _clear(match: Match) -> bool:
    return match.score >= _EVIDENT and match.kind is not MatchKind.SOUNDS


def _weak(match: Match) -> bool:
    return match.kind is MatchKind.SOUNDS and match.score < _WEAK
