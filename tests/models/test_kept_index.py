"""The index of names from one start to the next: kept, caught up, never trusted when it doesn't fit."""

import zlib

import pytest
from counter_commands import anna

from counter.desk import facts, find, people, undo, visits
from counter.lookup import Equivalents, Index
from counter.models import kept
from counter.records.people import ContactKind, FactForm, FactKind, PersonForm

NAMES = Equivalents.parse("bill william will")
QUERIES = ("ana", "kowal", "bill osh", "0142", "spaniel", "lindqvist", "jonas", "mill lane", "nobody here")


def called(name, phone="", **more):
    contacts = ((ContactKind.PHONE, phone, ""),) if phone else ()
    return PersonForm(name=name, contacts=contacts, **more)


def answers(index):
    return {text: index.search(text) for text in QUERIES}


def fresh(till):
    return Index.build(find.everybody(), NAMES, till.today)


@pytest.fixture
def shop(till, ops):
    """Three people of whom one is told something, and the index kept once."""
    story = anna(till, ops)
    facts.add(till, ops(), story.who, FactForm(kind=FactKind.LIKES, text="spaniel called Bruno"))
    people.new(till, ops(), called("William O'Shea", "+44 7700 900142", company="Mill Lane"))
    people.new(till, ops(), called("Jonas Lindqvist"))
    find.open_index(NAMES, till.today)
    return story


def rebuilt(monkeypatch):
    """Tells, when called, how often everybody was read."""
    times = []
    everybody = find.everybody
    monkeypatch.setattr(find, "everybody", lambda: times.append(1) or everybody())
    return lambda: len(times)


def test_the_second_start_finds_the_same_without_reading_everybody(till, shop, monkeypatch):
    expected, read = answers(fresh(till)), rebuilt(monkeypatch)
    assert answers(find.open_index(NAMES, till.today)) == expected
    assert any(expected.values()) and read() == 0


def test_what_happened_since_it_was_kept_is_caught_up(till, shop, ops, monkeypatch):
    read = rebuilt(monkeypatch)
    jonas = next(person.id for person in find.everybody() if person.name == "Jonas Lindqvist")
    version = till.customer(jonas).version
    people.edit(till, ops(), jonas, version, called("Jonas Berg", "020 7946 0142"))
    visits.here(till, ops(), shop.who)
    people.new(till, ops(), called("Annabel Kowalczyk"))
    before = read()
    index = find.open_index(NAMES, till.today)
    assert read() == before
    assert answers(index) == answers(fresh(till))
    assert jonas not in {match.person_id for match in index.search("lindqvist")}
    assert jonas in {match.person_id for match in index.search("0142")}


def test_somebody_who_was_undone_is_not_found_after_the_next_start(till, shop, ops):
    quill = people.new(till, ops(), called("Zebedee Quill")).customer_id
    kept_one = find.open_index(NAMES, till.today)
    assert [match.person_id for match in kept_one.search("zebedee quill")][:1] == [quill]
    find.keep_index(kept_one)
    undo.last(till, ops())
    index = find.open_index(NAMES, till.today)
    assert quill not in {match.person_id for match in index.search("zebedee quill")}
    assert answers(index) == answers(fresh(till))


def test_at_close_what_the_index_was_not_told_is_put_right(till, shop, ops):
    index = find.open_index(NAMES, till.today)
    people.new(till, ops(), called("Zebedee Quill"))
    find.keep_index(index)
    seen, content = kept.read(find.NAME)
    assert seen == kept.counter()
    assert Index.from_bytes(content, NAMES, till.today).search("zebedee")


def checked(head):
    body = head.ljust(4086)
    return b"INDEX\n" + zlib.crc32(body).to_bytes(4, "little") + body


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\0\0\0\0", b"no index at all", b"INDEX\n", checked(b'["names 0", []]'), checked(b"7"), checked(b"?"),
        checked(b'["too few"]'),
    ],
    ids=("none", "four", "text", "beginning", "another version", "no list", "no words", "too few"),
)
def test_bytes_that_are_no_index_are_built_anew(till, shop, content):
    kept.keep(find.NAME, kept.counter(), content)
    assert answers(find.open_index(NAMES, till.today)) == answers(fresh(till))
    assert len(Index.from_bytes(kept.read(find.NAME)[1], NAMES, till.today)) == 3


def test_every_damaged_byte_is_noticed(till, shop):
    seen, content = kept.read(find.NAME)
    expected = answers(fresh(till))
    for at in range(0, len(content), 29):
        kept.keep(find.NAME, seen, content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :])
        assert answers(find.open_index(NAMES, till.today)) == expected


def test_an_index_that_has_seen_more_than_the_shop_is_built_anew(till, shop):
    ahead = Index.build([], NAMES, till.today).to_bytes()
    kept.keep(find.NAME, kept.counter() + 5, ahead)
    assert answers(find.open_index(NAMES, till.today)) == answers(fresh(till))
    assert kept.read(find.NAME)[0] == kept.counter()


def test_an_index_far_behind_is_built_anew(till, shop, ops, monkeypatch):
    for number in range(30):
        people.new(till, ops(), called(f"Jonas Number{number}"))
    read = rebuilt(monkeypatch)
    index = find.open_index(NAMES, till.today)
    assert read() == 1 and len(index) == 33
    assert answers(index) == answers(fresh(till))
