"""Which row is which person: number in the other program, phone, e-mail, or name and one more fact; never one alone."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from counter.records.countries import Country
from counter.records.imports import Fate, Incoming, Known, Plan
from counter.records.people import ContactKind
from counter.records.phones import digits, international

_ASCII_WORDS = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class _Who:
    """Somebody who is here already, or an earlier row of the same file (with `id` 0)."""

    known: Known
    row: int | None = None


class Roll:
    """Everybody who is here, and every row that went before, to hold the next row against.

    People are filed under the hashes of their names and contacts: a hundred thousand of them have to fit.
    """

    def __init__(self, country: Country, known: Iterable[Known], ids: Mapping[str, int]) -> None:
        self._country = country
        self._ids: dict[str, _Who] = {}
        self._by: dict[int, _Who | list[_Who]] = {}
        wanted: dict[int, list[str]] = {}
        for value, owner in ids.items():
            wanted.setdefault(owner, []).append(value)
        for one in known:
            who = _Who(replace(one, phones=tuple(map(self._number, one.phones))))
            self._file(who)
            self._ids |= dict.fromkeys(wanted.get(one.id, ()), who)

    def plan(self, person: Incoming) -> Plan:
        """What becomes of the row; a new or known person is remembered for the rows that follow."""
        told = self._told(person)
        plan = self._by_number(person, told) or self._by_contact(person, told) or self._by_name(person, told)
        if plan is None:
            plan = Plan(row=person.row, fate=Fate.NEW, person=person)
            self._remember(person, _Who(told, person.row))
        elif plan.fate is Fate.SAME:
            self._remember(person, _Who(replace(told, id=plan.customer_id or 0), plan.same_row))
        return plan

    def _remember(self, person: Incoming, who: _Who) -> None:
        if person.external_id:
            self._ids[person.external_id] = who
        self._file(who)

    def _file(self, who: _Who) -> None:
        for key in map(hash, _keys(who.known)):
            held = self._by.get(key)
            if held is None:
                self._by[key] = who
            elif isinstance(held, list):
                held.append(who)
            else:
                self._by[key] = [held, who]

    def _filed(self, key: tuple[str, str]) -> list[_Who]:
        held = self._by.get(hash(key), [])
        return held if isinstance(held, list) else [held]

    def _by_number(self, person: Incoming, told: Known) -> Plan | None:
        who = self._ids.get(person.external_id) if person.external_id else None
        if who is None:
            return None
        if _alike(told, who.known) or _shared(told, who.known):
            return _same(person, who, "the same number in the other program")
        return _look(person, [who], f"Its number belongs to {who.known.name} here, but the name is another one.")

    def _by_contact(self, person: Incoming, told: Known) -> Plan | None:
        for kind, values, word in (("phone", told.phones, "phone number"), ("mail", told.emails, "e-mail address")):
            found = _once([who for value in sorted(values) for who in self._filed((kind, value))])
            alike = [who for who in found if _alike(told, who.known)]
            if len(alike) == 1:
                return _same(person, alike[0], f"the same {word} and name")
            if alike:
                return _look(person, alike, f"Several people here have this name and {word}.")
            if found:
                return _look(person, found, f"{found[0].known.name} has the same {word}. Is it the same person?")
        return None

    def _by_name(self, person: Incoming, told: Known) -> Plan | None:
        found = _once(self._filed(("name", " ".join(sorted(_words(told.name))))))
        agreeing = [(who, more) for who in found if (more := _one_more(told, who.known))]
        if len(agreeing) == 1:
            return _same(person, agreeing[0][0], f"the same name and {agreeing[0][1]}")
        open_ones = [who for who in found if not _surely_another(told, who.known) and not _namesakes(told, who)]
        if not open_ones:
            return None
        return _look(person, open_ones, "Somebody by this name is here; nothing else says that it is the same person.")

    def _told(self, person: Incoming) -> Known:
        phones = {self._number(value) for kind, value in person.contacts if kind is ContactKind.PHONE}
        emails = {value.casefold() for kind, value in person.contacts if kind is ContactKind.EMAIL}
        return Known(
            id=0, name=person.name, called=person.called, company=person.company, address=person.address,
            phones=tuple(phones), emails=tuple(emails),
            birthday=person.birthday[:2] if person.birthday else None,
        )

    def _number(self, value: str) -> str:
        return international(value, self._country) or digits(value)


def _keys(known: Known) -> list[tuple[str, str]]:
    name = ("name", " ".join(sorted(_words(known.name))))
    return [name, *(("phone", value) for value in known.phones), *(("mail", value) for value in known.emails)]


@lru_cache(1_000)
def _words(text: str) -> frozenset[str]:
    """The words of a name in small letters without accents."""
    if text.isascii():
        return frozenset(_ASCII_WORDS.findall(text.lower()))
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return frozenset("".join(c if c.isalnum() else " " for c in bare).split())


def _alike(one: Known, other: Known) -> bool:
    """All words the same in any order, or one has a middle name more."""
    a, b = _words(one.name), _words(other.name)
    return a == b or (min(len(a), len(b)) >= 2 and (a < b or b < a))


def _one_more(one: Known, other: Known) -> str:
    """What says, beside the name, that two are one; empty when nothing does."""
    if _surely_another(one, other):
        return ""
    if one.birthday and one.birthday == other.birthday:
        return "birthday"
    if one.address and _words(one.address) == _words(other.address):
        return "address"
    return "company" if one.company and _words(one.company) == _words(other.company) else ""


def _surely_another(one: Known, other: Known) -> bool:
    return bool(one.birthday and other.birthday and one.birthday != other.birthday)


def _namesakes(one: Known, other: _Who) -> bool:
    """Two rows of one file that can be reached in different ways: the other program tells them apart, and so do we."""
    return not other.known.id and _reached(one) and _reached(other.known)


def _reached(one: Known) -> bool:
    return bool(one.phones or one.emails)


def _shared(one: Known, other: Known) -> bool:
    return not set(one.phones).isdisjoint(other.phones) or not set(one.emails).isdisjoint(other.emails)


def _once(found: list[_Who]) -> list[_Who]:
    """Each person once, whether known here or from an earlier row."""
    return list({(who.known.id, who.row if not who.known.id else None): who for who in found}.values())


def _same(person: Incoming, who: _Who, why: str) -> Plan:
    here = who.known.id or None
    row = None if here else who.row
    why = why if here else f"{why} as line {row}"
    return Plan(row=person.row, fate=Fate.SAME, why=why, person=person, customer_id=here, same_row=row)


def _look(person: Incoming, found: list[_Who], why: str) -> Plan:
    maybe = tuple(who.known.id for who in found if who.known.id)
    return Plan(row=person.row, fate=Fate.LOOK, why=why, person=person, maybe=maybe)
