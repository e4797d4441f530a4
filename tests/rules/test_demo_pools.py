"""The demo shop's names and words: enough of them, clean, and true to the rest of the program."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter.records.cleaning import clean_line
from counter.records.entries import Reason, Severity

RESOURCES = Path(__file__).parents[2] / "resources"


def load(*parts):
    return json.loads(RESOURCES.joinpath(*parts).read_text(encoding="utf-8"))


CULTURES = load("demo", "names.json")
PEOPLE, SHOP = load("demo", "people.json"), load("demo", "shop.json")
FEW = {"georgian", "armenian"}


def texts(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def test_there_are_people_from_many_cultures_and_scripts():
    assert len(CULTURES) >= 25
    assert sum("women_latin" in culture for culture in CULTURES) >= 12


@pytest.mark.parametrize("culture", CULTURES, ids=lambda culture: culture["key"])
def test_a_culture_has_enough_names_and_both_forms_of_each(culture):
    given = culture["women"] + culture["men"]
    assert len(set(given)) >= (20 if culture["key"] in FEW else 40)
    assert len(set(culture["family_men"])) >= (10 if culture["key"] in FEW else 40)
    assert len(culture["family_men"]) == len(culture["family_women"])
    for kind in ("women", "men", "family_men", "family_women"):
        latin = culture.get(f"{kind}_latin", culture[kind])
        assert len(latin) == len(culture[kind])
        assert all(ord(letter) < 0x250 or letter in "’" or 0x1E00 <= ord(letter) < 0x1F00 for letter in "".join(latin))
    assert set(culture["called"]) <= set(given)


@pytest.mark.parametrize("pool", [CULTURES, PEOPLE, SHOP], ids=["names", "people", "shop"])
def test_every_text_is_stored_as_it_is_written(pool):
    assert [text for text in texts(pool) if clean_line(text, "text", 1_000) != text] == []


def test_every_boundary_of_a_never_fact_is_on_the_shops_list():
    known = {boundary["key"] for boundary in load("gestures", "boundaries.json")}
    used = {key for never in PEOPLE["never"] for key in never["boundaries"]}
    assert used == known
    assert sum(not never["boundaries"] for never in PEOPLE["never"]) >= 2


def test_returns_and_complaints_speak_the_programs_words():
    assert {row["reason"] for row in SHOP["returns"]} <= set(Reason)
    assert {row["severity"] for row in SHOP["complaints"]} == set(Severity)
    assert {row["item"] for row in SHOP["returns"]} <= {row["name"] for row in SHOP["products"]}
    assert {row["to"] for row in SHOP["compliments_received"]} - {""} == {row["name"] for row in SHOP["staff"]}


def test_a_deposit_is_less_than_its_price_and_scores_are_one_to_ten():
    assert all(0 <= row["deposit"] < row["price"] for row in SHOP["orders"])
    assert all(len(row["scores"]) == 3 and set(row["scores"]) <= set(range(1, 11)) for row in SHOP["feedback"])


@pytest.mark.parametrize("pool", ["hooks", "looks", "habits", "likes", "matters", "never"])
def test_no_text_stands_twice_in_its_pool(pool):
    written = [json.dumps(text) for text in PEOPLE[pool]]
    assert len(set(written)) == len(written) >= 30
