"""The index of everybody: one search box for names as they are half-heard, phones, e-mails, companies and memories."""

import zlib
from collections.abc import Callable, Iterable
from datetime import date
from heapq import nlargest
from itertools import combinations, islice

from counter.lookup.contacts import Phones, Terms
from counter.lookup.equivalents import Equivalents
from counter.lookup.fitting import Row, fitted
from counter.lookup.kept import dump, load
from counter.lookup.spelling import Word, folded, terms, words
from counter.lookup.vocabulary import Vocabulary
from counter.records.lookup import Match, MatchKind, Person
from counter.records.phones import digits

_QUERY = 200
_TOKENS = 8
_FEWEST_FIGURES = 3
_PRIOR = 0.02
_LEAST = 0.5  # below that it is nobody we know
_BESIDE = 0.5  # below that share of the best they only stand in the way
_HOLDERS = 4000  # of one word, the best customers
_ALONE = 40  # of one word, when nothing else that was typed is theirs
_FITTED = 64
_REMEMBERED = 24

_Found = tuple[dict[int, float], dict[int, float]]


class Index:
    """Everybody who can be found. One thread only."""

    def __init__(self, equivalents: Equivalents, today: date) -> None:
        self._equivalents = equivalents
        self._today = today
        self._words = Vocabulary.of([])
        self._rows: dict[int, Row] = {}
        self._holders: dict[int, list[int]] = {}
        self._remembered: dict[tuple[Word, bool], _Found] = {}
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
        for number in self._rows[person.id].numbers:
            self._holders[number].insert(0, self._holders[number].pop())  # who is new is asked for soon
        self._remembered.clear()
        for phone in person.phones:
            self._phones.add(phone, person.id)
        self._terms.add(_entries(person))

    replace = add

    def remove(self, person_id: int) -> None:
        """Nobody by that id any more; what is not there is no fault."""
        row = self._rows.pop(person_id, None)
        if row is None:
            return
        self._remembered.clear()
        for number in row.numbers:
            self._holders[number].remove(person_id)
        for phone in row.person.phones:
            self._phones.remove(phone, person_id)
        self._terms.remove(_entries(row.person))

    def search(self, text: str, limit: int = 8) -> list[Match]:
        """Best first; the same text gives the same answer."""
        query = text[:_QUERY]
        found: dict[int, Match] = {}
        for match in (*self._by_name(query), *self._by_phone(query), *self._by_terms(query)):
            if match.person_id in self._rows and match.score > max(_LEAST, found.get(match.person_id, _NOBODY).score):
                found[match.person_id] = match
        ranked = sorted(found.values(), key=lambda m: (-m.score - self._rows[m.person_id].prior, m.person_id))
        least = _BESIDE * ranked[0].score if ranked else 0.0
        return [match for match in ranked[:limit] if match.score >= least]

    def _put(self, person: Person, number_of: Callable[[str], int]) -> None:
        keyed = [(number_of(key), called) for key, called in _keys(person)]
        numbers = tuple(dict.fromkeys(number for number, _ in keyed))
        own = {number for number, called in keyed if not called}
        own_words = words(person.name)
        row = Row(
            person, numbers, frozenset({n for n, called in keyed if called} - own),
            len(own_words), any(word.foreign for word in own_words), _prior(person, self._today),
        )
        self._rows[person.id] = row
        for number in numbers:
            self._holders.setdefault(number, []).append(person.id)

    def _by_name(self, text: str) -> list[Match]:
        typed = words(text)[:_TOKENS]
        unfinished = not text[-1:].isspace()
        found = [self._meant(word, unfinished=unfinished and at == len(typed) - 1) for at, word in enumerate(typed)]
        scores = [by_number for by_number, _ in found]
        best = self._likely(found)
        return [fitted(self._rows[person_id], typed, scores, self._words.keys) for person_id in best]

    def _meant(self, word: Word, *, unfinished: bool) -> _Found:
        """By number what a typed word may stand for, and by person how well theirs does; the latest are remembered."""
        known = self._remembered.get((word, unfinished))
        if known is not None:
            return known
        scores: dict[int, float] = {}
        for key in {word.key, word.joined or word.key}:
            for number, score in self._words.candidates(key, self._equivalents, unfinished=unfinished).items():
                scores[number] = max(score, scores.get(number, 0.0))
        rows: dict[int, float] = {}
        scores = dict(sorted(scores.items(), key=lambda item: item[1]))
        for number, score in scores.items():
            rows.update(dict.fromkeys(self._holders.get(number, ())[:_HOLDERS], score))
        if len(self._remembered) >= _REMEMBERED:
            del self._remembered[next(iter(self._remembered))]
        self._remembered[(word, unfinished)] = scores, rows
        return scores, rows

    def _likely(self, found: list[_Found]) -> list[int]:
        """Those that fit best word by word, without looking at how the words go together."""
        everybody: set[int] = set()
        for (_, one), (_, other) in combinations(found, 2):
            everybody |= one.keys() & other.keys()
        for scores, _ in found:
            for number in scores:
                everybody.update(islice(self._holders.get(number, ()), _ALONE))
        ids = list(everybody)
        columns = [[rows.get(person_id, 0.0) for person_id in ids] for _, rows in found]
        priors = [self._rows[person_id].prior for person_id in ids]
        totals = map(sum, zip(priors, *columns, strict=True))
        return [person_id for _, person_id in nlargest(_FITTED, zip(totals, ids, strict=True))]

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
