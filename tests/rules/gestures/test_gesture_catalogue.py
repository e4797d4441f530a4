"""The catalogue as data: the starter one is sound, goes out and in the same, and bad entries are told in a sentence."""

import json
from pathlib import Path

import pytest

from counter.errors import Known
from counter.gestures import dump_catalogue, parse_boundaries, parse_catalogue, parse_gesture
from counter.gestures.check import CONTAINS, TOUCHES
from counter.gestures.wording import placeholders


def test_the_starter_catalogue_has_a_hundred_gestures_over_ten_trades(starter):
    trades = {trade for gesture in starter.gestures for trade in gesture.trades} - {"*"}
    assert len(starter.gestures) >= 100
    assert len(trades) >= 10


def test_every_trade_has_enough_of_its_own(starter):
    trades = {trade for gesture in starter.gestures for trade in gesture.trades} - {"*"}
    few = [trade for trade in trades if sum(trade in gesture.trades for gesture in starter.gestures) < 6]
    assert few == []


def test_no_sentence_stands_twice_in_the_starter_catalogue(starter):
    for texts in (
        [g.say for g in starter.gestures],
        [g.why for g in starter.gestures],
        [g.title for g in starter.gestures],
    ):
        assert len(set(texts)) == len(texts)


def test_the_starter_sentences_are_sentences(starter):
    odd = [
        g.key for g in starter.gestures if g.say.strip()[-1] not in ".?)" or g.why.strip()[-1] != "." or "!" in g.say
    ]
    assert odd == []


def test_a_catalogue_goes_out_and_comes_in_the_same(starter):
    assert parse_catalogue(dump_catalogue(starter, cup=300), cup=300) == starter


def test_costs_follow_the_price_of_a_cup():
    entry = json.loads(GOOD)
    assert parse_gesture(entry, cup=400).cost == 100


def test_every_starter_gesture_has_words_for_the_slip_that_stand_once_and_are_no_staff_text(starter):
    words = [gesture.for_customer["en"] for gesture in starter.gestures]
    assert len(set(words)) == len(words)
    staff = {text for g in starter.gestures for text in (g.title, g.say, g.why)}
    assert not staff & set(words)
    assert all(text[-1] in ".?" and text[0].isupper() for text in words)


def test_without_words_in_a_language_the_slip_says_a_little_something_in_it(starter):
    lines = Path(__file__).parents[3] / "resources" / "lines"
    languages = {path.stem for path in lines.glob("*.json")}
    assert languages <= set(starter.from_us)
    assert starter.on_paper("hot_cup", "en") == "And something hot on a cold day."
    assert starter.on_paper("hot_cup", "de") == starter.on_paper("own_1", "de") == "Und eine Kleinigkeit von uns."
    assert starter.on_paper("hot_cup", "xx") == ""


GOOD = """{"key": "bun", "title": "A bun", "kind": "low_cost", "family": "treat", "cost": 0.25,
 "contains": ["eaten", "gluten"], "occasions": {"cold": 0.5}, "say": "Here.", "why": "It is warm."}"""


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"occasions": {"full_moon": 0.5}}, "full_moon"),
        ({"occasions": {"cold": 1.5}}, "weight of an occasion"),
        ({"cost": -0.1}, "below nothing"),
        ({"cost": "much"}, "can't be read"),
        ({"contains": None}, "should be a list"),
        ({"contains": ["eaten"]}, "which allergens"),
        ({"contains": ["gluten"]}, "add “eaten”"),
        ({"contains": ["stones"]}, "stones"),
        ({"family": "parties"}, "parties"),
        ({"kind": "free"}, "called free"),
        ({"kind": "restoring"}, "apology"),
        ({"kind": "gift"}, "can't be read"),
        ({"minutes": 99}, "minutes"),
        ({"prior": 3}, "guess"),
        ({"max_per_year": 0}, "max_per_year"),
        ({"stock": -1}, "stock"),
        ({"any_time": "yes"}, "true or false"),
        ({"any_time": False, "occasions": {}}, "never be offered"),
        ({"key": "Ein Brötchen"}, "small letters"),
        ({"say": " "}, "empty"),
        ({"why": "x" * 201}, "longer than"),
        ({"say": "Hello {called}."}, "say_someone"),
        ({"say_someone": "Hello {name}."}, "without a name"),
        ({"say": "Your {shoe_size}."}, "needs_facts"),
        ({"needs": ["full_moon"]}, "full_moon"),
        ({"touches": ["soul"]}, "soul"),
        ({"for_customer": "A bun"}, "words by language"),
        ({"for_customer": {"en": " "}}, "a few words"),
        ({"for_customer": {"en": "A bun, {called}."}}, "in braces"),
    ],
)
def test_a_bad_entry_is_told_in_a_sentence_that_names_it(changes, words):
    with pytest.raises(Known) as told:
        parse_gesture(json.loads(GOOD) | changes)
    assert words in told.value.sentence
    assert told.value.sentence.startswith("“A bun”")


def test_a_treat_without_an_answer_about_allergens_is_refused():
    entry = json.loads(GOOD)
    del entry["contains"]
    with pytest.raises(Known, match="say what it contains"):
        parse_gesture(entry)


@pytest.mark.parametrize("text", ["", "{", "[1]", "3", '{"gestures": 3}', f"[{GOOD}, {GOOD}]", '[{"key": "x"}]'])
def test_a_broken_catalogue_is_told_and_never_crashes(text):
    with pytest.raises(Known):
        parse_catalogue(text)


def test_every_boundary_of_the_starter_list_blocks_known_tags(boundaries):
    unknown = {tag for boundary in boundaries.values() for tag in boundary.blocks} - CONTAINS - TOUCHES
    assert unknown == set()
    assert all(boundary.label and boundary.blocks for boundary in boundaries.values())


def test_a_broken_list_of_boundaries_is_told():
    with pytest.raises(Known):
        parse_boundaries('[{"key": "nuts"}]')


def test_every_starter_sentence_for_someone_stands_without_a_name(starter):
    for gesture in starter.gestures:
        if ("known",) not in gesture.needs:
            assert not placeholders(gesture.say_someone or gesture.say) & {"name", "called"}, gesture.key
