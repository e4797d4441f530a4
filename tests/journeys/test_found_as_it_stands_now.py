"""What is typed finds people as they are now: after a correction was taken back, and after a fact was moved."""

import pytest
from keyboard import ALT, CTRL, Key
from test_taken_back_by_keyboard import choose_on


def found(counter, text):
    return {match.person_id for match in counter.counter.finder.search(text)}


@pytest.fixture
def who(counter, anna):
    return counter.window.card.customer.id


def test_a_name_that_was_corrected_and_taken_back_is_found_again(counter, keys, who):
    keys.press(Key.Key_E, ALT)
    keys.press(Key.Key_A, CTRL)
    keys.type("Zebedee Quill")
    keys.press(Key.Key_Return)
    assert found(counter, "zebedee quill") == {who}
    keys.press(Key.Key_Z, CTRL)
    assert counter.window.head.name.text() == "Anna Kowalska"
    assert who in found(counter, "anna kowalska")
    assert found(counter, "zebedee quill") == set()


def test_somebody_made_and_taken_back_is_no_more_in_the_index(counter, keys, who):
    before = len(counter.counter.finder.index)
    keys.type("Zebedee Quill")
    keys.press(Key.Key_N, CTRL)
    keys.press(Key.Key_Return)
    assert len(counter.counter.finder.index) == before + 1
    keys.press(Key.Key_Z, CTRL)
    assert len(counter.counter.finder.index) == before


def test_what_was_noted_and_moved_is_found_with_the_one_it_was_moved_to(counter, keys, who):
    keys.press(Key.Key_F7)
    keys.type("keeps a zebra")
    keys.choose("What is it", "Likes")
    keys.save()
    assert found(counter, "zebra") == {who}
    choose_on(keys, "keeps a zebra", "Move it")
    keys.type("Berta Zwiebel")
    keys.press(Key.Key_N, CTRL)
    keys.press(Key.Key_Return)
    berta = counter.window.card.customer.id
    assert berta != who
    assert found(counter, "zebra") == {berta}
