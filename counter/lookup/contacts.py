"""Phone numbers by their last figures, and words of e-mails, companies and facts by their beginning."""

from collections.abc import Container, Iterable
from functools import lru_cache, partial

from counter.lookup.memory import Memory
from counter.lookup.packed import Codes
from counter.lookup.rows import texts
from counter.lookup.spelling import folded, terms
from counter.records.lookup import Match, MatchKind, Person
from counter.records.phones import digits

_FIGURES = 10
_LEAST_FIGURES = 3
_LETTERS = 8
_SPREAD = 0.75
_PLAINLY = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "'": "", "’": ""})


class Phones:
    """Each number's last figures, from the last to the first, with its row."""

    def __init__(self, codes: Codes) -> None:
        self._codes = codes

    def add(self, text: str, row: int) -> None:
        """One more number."""
        code = phone_code(text)
        if code is not None:
            self._codes.add(code, row)

    def ending(self, text: str, limit: int, gone: Container[int] = ()) -> list[tuple[int, str]]:
        """Rows with a number of these last figures, and the last four; a national 0 or country code may lead.

        Rows that are `gone` don't count.
        """
        figures = digits(text)
        for kept in _tails(figures):
            low = _packed(kept)
            entries = self._codes.entries_between(low, low + (1 << 4 * (_FIGURES - len(kept))), limit)
            found = [entry for entry in entries if entry & Codes.MASK not in gone]
            if found:
                return [(entry & Codes.MASK, _last_four(entry >> Codes.BITS)) for entry in found]
        return []


def _tails(figures: str) -> list[str]:
    if len(figures) < _LEAST_FIGURES:
        return []
    whole = figures[-_FIGURES:]
    return [whole, *(whole[cut:] for cut in range(1, 4) if len(whole) - cut >= 7)]


def _packed(figures: str) -> int:
    number = 0
    for figure in figures[::-1]:
        number = number << 4 | int(figure) + 1
    return number << 4 * (_FIGURES - len(figures))


def phone_code(text: str) -> int | None:
    """A number's last figures as a code that sorts by the last one first; None for too few figures."""
    figures = digits(text)[-_FIGURES:]
    return _packed(figures) if len(figures) >= _LEAST_FIGURES else None


def _last_four(code: int) -> str:
    reverse = [(code >> 4 * (_FIGURES - 1 - at)) & 15 for at in range(4)]
    return "".join(str(figure - 1) for figure in reversed(reverse) if figure)


class Terms:
    """Words by their first letters, with the row that they stand in."""

    def __init__(self, codes: Codes) -> None:
        self._codes = codes
        self._met: Memory[tuple[str, int], frozenset[int]] = Memory()

    def add(self, term: str, row: int) -> None:
        """One more word."""
        self._codes.add(term_code(term), row)
        self._met.clear()

    def beginning(self, term: str, limit: int) -> frozenset[int]:
        """Rows that may have a word that begins so."""
        return self._met.of((term, limit), partial(self._beginning, term, limit))

    def _beginning(self, term: str, limit: int) -> frozenset[int]:
        low = term_code(term)
        letters = min(len(term), _LETTERS)
        return frozenset(self._codes.between(low, low + (1 << 5 * (_LETTERS - letters)), limit))


def term_code(term: str) -> int:
    """The first eight letters in 40 bits; figures share five of the codes."""
    number = 0
    for letter in term[:_LETTERS]:
        number = number << 5 | (ord(letter) - 96 if letter >= "a" else 27 + int(letter) % 5)
    return number << 5 * (_LETTERS - min(len(term), _LETTERS))


def entries(person: Person) -> set[str]:
    """Every word that a person can be found by besides their name."""
    found: set[str] = set()
    for text, kind in texts(person):
        found |= words_in(text, kind)
    return found


@lru_cache(maxsize=512)
def words_in(text: str, kind: MatchKind) -> frozenset[str]:
    """The words of a text, also as they are written without umlauts and apostrophes; an e-mail as a whole too.

    From key to key it is mostly the same people of whom it is asked.
    """
    whole = [folded(text)] if kind is MatchKind.EMAIL else []
    other = text.translate(_PLAINLY)
    also = terms(other) if other != text else []
    return frozenset(term for term in (*terms(text), *also, *whole) if len(term) > 1)


def term_match(person_id: int, told: Iterable[tuple[str, MatchKind]], typed: list[str]) -> Match | None:
    """Why a person is found by words of what is known of them; None when one of the words is not there.

    Words that only stand in several texts together tell less; of those an e-mail mostly tells the name once more.
    """
    each = [(text, kind, words_in(text, kind)) for text, kind in told]
    if not _all_begun(typed, frozenset().union(*(there for _, _, there in each))):
        return None
    whole = next(((text, kind) for text, kind, there in each if _all_begun(typed, there)), None)
    if whole:
        return Match(person_id, 0.8 if whole[1] is MatchKind.WORDS else 0.85, whole[1], whole[0])
    parts = [(text, kind) for text, kind, there in each if any(_all_begun([term], there) for term in typed)]
    text, kind = min(parts, key=lambda part: part[1] is MatchKind.EMAIL)
    return Match(person_id, _SPREAD, kind, text)


def _all_begun(typed: Iterable[str], there: Iterable[str]) -> bool:
    return all(any(word.startswith(term) for word in there) for term in typed)
