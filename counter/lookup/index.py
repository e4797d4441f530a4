"""The index of everybody: one search box for names as they are half-heard, phones, e-mails, companies and memories."""

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from counter.lookup.contacts import Phones, Terms
from counter.lookup.equivalents import Equivalents
from counter.lookup.kept import dump, load
from counter.lookup.spelling import Word, folded, terms, words
from counter.lookup.vocabulary import Vocabulary
from counter.records.lookup import Match, MatchKind, Person
from counter.records.phones import digits

_QUERY = 200
_TOKENS = 8
_EVIDENT = 0.9
_FEWEST_FIGURES = 3
_PART_OF_NAME = 0.12  # what a word of the name that was not typed costs
_PRIOR = 0.02
_LEAST = 0.45  # below that it is nobody we know


@dataclass(frozen=True, slots=True)
class _Row:
    """One person with the numbers of their words; `called` holds those of the name they like to be called."""

    person: Person
    numbers: tuple[int, ...]
    called: frozenset[int]
    foreign: bool
    prior: float


class Index:
    """Everybody who can be found. One thread only."""

    def __init__(self, equivalents: Equivalents, today: date) -> None:
        self._equivalents = equivalents
        self._today = today
        self._words = Vocabulary.of([])
        self._rows: dict[int, _Row] = {}
        self._holders: dict[int, set[int]] = {}
        self._phones = Phones.of(())
        self._terms = Terms([])

    @classmethod
    def build(
        cls, persons: Iterable[Person], equivalents: Equivalents, today: date,
        progress: Callable[[int], None] | None = None,
    ) -> "Index":
        """An index of these persons; `progress` hears how many are in, every thousand."""
        index = cls(equivalents, today)
        everybody = sorted(persons, key=lambda p: (-p.visits, p.id))
        keys = {key: None for p in everybody for key, _ in _keys(p)}
        index._words = Vocabulary.of(list(keys))
        numbers = {key: at for at, key in enumerate(keys)}
        for at, person in enumerate(everybody, 1):
            index._put(person, lambda key: numbers[key])
            if progress is not None and at % 1000 == 0:
                progress(at)
        index._phones = Phones.of((phone, p.id) for p in everybody for phone in p.phones)
        index._terms = Terms(sorted(entry for p in everybody for entry in _entries(p)))
        return index

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, person: Person) -> None:
        """One more person, found at once."""
        self.remove(person.id)
        self._put(person, self._words.add)
        for phone in person.phones:
            self._phones.add(phone, person.id)
        self._terms.add(_entries(person))

    replace = add

    def remove(self, person_id: int) -> None:
        """Nobody by that id any more; what is not there is no fault."""
        row = self._rows.pop(person_id, None)
        for number in row.numbers if row else ():
            self._holders[number].discard(person_id)

    def search(self, text: str, limit: int = 8) -> list[Match]:
        """Best first; the same text gives the same answer."""
        query = text[:_QUERY]
        found: dict[int, Match] = {}
        for match in (*self._by_name(query), *self._by_phone(query), *self._by_terms(query)):
            if match.person_id in self._rows and match.score > max(_LEAST, found.get(match.person_id, _NOBODY).score):
                found[match.person_id] = match
        ranked = sorted(found.values(), key=lambda m: (-m.score - self._rows[m.person_id].prior, m.person_id))
        return ranked[:limit]

    def _put(self, person: Person, number_of: Callable[[str], int]) -> None:
        keyed = [(number_of(key), called) for key, called in _keys(person)]
        numbers = tuple(dict.fromkeys(number for number, _ in keyed))
        own = {number for number, called in keyed if not called}
        row = _Row(
            person, numbers, frozenset({n for n, called in keyed if called} - own),
            any(word.foreign for word in words(person.name)), _prior(person, self._today),
        )
        self._rows[person.id] = row
        for number in numbers:
            self._holders.setdefault(number, set()).add(person.id)

    def _by_name(self, text: str) -> list[Match]:
        typed = words(text)[:_TOKENS]
        if not typed:
            return []
        unfinished = not text[-1:].isspace()
        best: dict[int, dict[int, tuple[float, int]]] = {}
        for at, word in enumerate(typed):
            last = unfinished and at == len(typed) - 1
            for key in {word.key, word.joined or word.key}:
                for number, score in self._words.candidates(key, self._equivalents, unfinished=last).items():
                    self._hit(best, at, (score, number))
        return [self._match(person_id, hits, typed) for person_id, hits in best.items()]

    def _hit(self, best: dict[int, dict[int, tuple[float, int]]], at: int, hit: tuple[float, int]) -> None:
        """Everybody whose name has the word, when it is their best for what was typed at that place."""
        for person_id in self._holders.get(hit[1], ()):
            hits = best.setdefault(person_id, {})
            if hit > hits.get(at, (0.0, 0)):
                hits[at] = hit

    def _match(self, person_id: int, hits: dict[int, tuple[float, int]], typed: list[Word]) -> Match:
        row = self._rows[person_id]
        known = len({number for number in row.numbers if number not in row.called}) or 1
        used = {number for _, number in hits.values()}
        fit = sum(score for score, _ in hits.values()) / len(typed)
        doubled = len(hits) - len(used)  # two typed words on one of theirs
        score = fit - _PART_OF_NAME * max(0, known - len(used)) / known - 0.2 * doubled / len(typed)
        return Match(person_id, score, *_why(row, hits, typed))

    def _by_phone(self, text: str) -> list[Match]:
        figures = digits(text)
        if len(figures) < _FEWEST_FIGURES or any(letter.isalpha() for letter in text):
            return []
        share = min(1.0, 0.7 + len(figures) / 30)
        return [Match(row, share, MatchKind.PHONE, f"phone …{last}") for row, last in self._phones.ending(text, 50)]

    def _by_terms(self, text: str) -> list[Match]:
        typed = [term for term in terms(text)[:_TOKENS] if len(term) > 1]
        if not typed:
            return []
        each = [self._terms.beginning(term, 500) for term in typed]
        everywhere = set(each[0]).intersection(*each[1:])
        return [_term_match(self._rows[row].person, each[0][row]) for row in everywhere if row in self._rows]

    def to_bytes(self) -> bytes:
        """The index to be kept, with a checksum in front."""
        body = dump(row.person for row in self._rows.values())
        return zlib.crc32(body).to_bytes(4, "big") + body

    @classmethod
    def from_bytes(cls, data: bytes, equivalents: Equivalents, today: date) -> "Index":
        """The index again; raises ValueError when it was damaged or made by another version."""
        if zlib.crc32(data[4:]).to_bytes(4, "big") != data[:4]:
            raise ValueError("the kept index is damaged")
        return cls.build(load(data[4:]), equivalents, today)


def _why(row: _Row, hits: dict[int, tuple[float, int]], typed: list[Word]) -> tuple[MatchKind, str]:
    numbers = {number for _, number in hits.values()}
    if numbers & row.called:
        return MatchKind.CALLED, f"called {row.person.called}"
    if row.foreign and not any(word.foreign for word in typed):
        return MatchKind.SCRIPT, ""
    if min(score for score, _ in hits.values()) < _EVIDENT:
        return MatchKind.SOUNDS, "sounds alike"
    return MatchKind.NAME, ""


def _term_match(person: Person, at: int) -> Match:
    text, kind = _texts(person)[at]
    return Match(person.id, 0.8 if kind is MatchKind.WORDS else 0.85, kind, text)


_NOBODY = Match(0, 0.0, MatchKind.NAME, "")


def duplicates(index: Index, person: Person, limit: int = 3) -> list[Match]:
    """Who this may be already: the same phone or e-mail with a like name, or very nearly the same whole name."""
    found = [m for m in index.search(person.name, 20) if m.kind is not MatchKind.WORDS and m.score > 0.93]
    return [m for m in found if m.person_id != person.id][:limit]


def _keys(person: Person) -> list[tuple[str, bool]]:
    """The words of all names, each with whether it is only of the name they like to be called."""
    own = [word for text in (person.name, *person.names) for word in words(text)]
    joined = [word.joined for word in own if word.joined]
    called = [(word.key, True) for word in words(person.called)]
    return [*((word.key, False) for word in own), *((key, False) for key in joined), *called]


def _texts(person: Person) -> list[tuple[str, MatchKind]]:
    return [
        *((mail, MatchKind.EMAIL) for mail in person.emails),
        *(((person.company, MatchKind.COMPANY),) if person.company else ()),
        *((text, MatchKind.WORDS) for text in person.words),
    ]


def _entries(person: Person) -> list[str]:
    found = []
    for at, (text, kind) in enumerate(_texts(person)):
        whole = [folded(text)] if kind is MatchKind.EMAIL else []
        found += [Terms.entry(term, person.id, at) for term in {*terms(text), *whole} if len(term) > 1]
    return found


def _prior(person: Person, today: date) -> float:
    """How likely they are to be here, small beside how well a name fits."""
    if not person.visits or person.last_visit is None:
        return 0.0
    days = max(0, (today - person.last_visit).days)
    return _PRIOR * (min(person.visits, 100) / 100 + 1 / (1 + days / 14))
