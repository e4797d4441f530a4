"""Whatever is typed: it is refused with a sentence, or it stands in the file as it was cleaned, and is read so again.

A hundred texts for each; `--hypothesis-profile=many` tries 4,000.
"""

import pytest
from counter_maker import open_till, someone_called
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from counter.desk import facts, notes, people
from counter.desk import open as opening
from counter.errors import Refused
from counter.models import people as stored_people
from counter.models import things
from counter.records.cleaning import TEXT_LIMIT, clean_line, clean_text
from counter.records.people import FactForm, FactKind, PersonForm

# Every code point there is, surrogates and unassigned ones among them, and what bites programs that are careless.
BITES = ("\x00", "'", '"', ";--", "%s", "{0}", "<b>", "&", "\\", "=1+1", "\ud800", "\u202e", "\ufeff", "\U0010ffff",
         "\n", "Ａ", "e\u0301", "👩‍🍳")  # fmt: skip
PARTS = st.text(st.characters(exclude_categories=()), max_size=40) | st.sampled_from(BITES)
ANY = st.lists(PARTS, max_size=8).map("".join)
any_text = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

pytestmark = pytest.mark.slow


@pytest.fixture
def who(till):
    return someone_called(till, "Anna")


@pytest.fixture
def next_start(till, path):
    """The shop as it is read from the file alone."""
    opened = []

    def start():
        till.database.close()
        opened.append(open_till(path))
        return opened[0]

    yield start
    for each in opened:
        each.database.close()


def kept_or_refused(save, text, cleaned):
    """The number under which it stands; None where nothing could be seen in it, which was said."""
    if cleaned:
        return save(text).thing_id
    with pytest.raises(Refused) as refused:
        save(text)
    assert refused.value.sentence.endswith((".", "?"))
    return None


def test_any_note_is_read_as_it_was_cleaned_now_and_after_the_next_start(till, who, ops, next_start):
    stored = {}

    @any_text
    @given(ANY)
    @example("'); DROP TABLE note; --")
    @example("\ud83d\ude00\x00")
    def note(text):
        words = clean_text(text, "text")
        number = kept_or_refused(lambda typed: notes.add(till, ops(), who, typed), text, words)
        if number is not None:
            stored[number] = words
            assert things.thing("note", number).text == words

    note()
    next_start()
    assert len(stored) > 20
    assert {number: things.thing("note", number).text for number in stored} == stored


def test_any_fact_stands_on_the_card_as_it_was_cleaned_now_and_after_the_next_start(till, who, ops, next_start):
    stored = {}

    @any_text
    @given(ANY, st.sampled_from(FactKind))
    @example("\u2066no nuts\u2069", FactKind.NEVER)
    def fact(text, kind):
        words = clean_text(text, "text", TEXT_LIMIT)
        form = FactForm(kind=kind, text=text)
        number = kept_or_refused(lambda _typed: facts.add(till, ops(), who, form), text, words)
        if number is not None:
            stored[number] = words
            assert stored_people.fact(number).text == words

    fact()
    again = next_start()
    assert len(stored) > 20
    assert {each.id: each.text for each in opening.card(again, who).facts} == stored


def test_any_name_stands_on_the_card_as_it_was_cleaned_now_and_after_the_next_start(till, ops, next_start):
    stored = {}

    @any_text
    @given(ANY, ANY)
    @example("Robert'); DROP TABLE customer; --", "\u200f")
    def person(name, called):
        words = clean_line(name, "name"), clean_line(called, "called")
        form = PersonForm(name=name, called=called)
        number = kept_or_refused(lambda _typed: people.new(till, ops(), form), name, words[0])
        if number is not None:
            stored[number] = words
            assert names_on(till, number) == words

    person()
    again = next_start()
    assert len(stored) > 20
    assert {number: names_on(again, number) for number in stored} == stored


def names_on(till, number):
    person = opening.card(till, number).customer
    return person.name, person.called
