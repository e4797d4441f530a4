"""The owner and the extra gestures: is it fair, and the catalogue as a file."""

import json
from datetime import timedelta

import pytest
from counter_maker import someone_called

from counter.desk import gestures, people, visits
from counter.desk import open as opening
from counter.errors import Known, Unavailable
from counter.gestures import dump_catalogue, dump_gesture
from counter.models import shop
from counter.office import catalogue as shelf
from counter.office import catalogue_file, fairness
from counter.office.change import Change
from counter.records.card import SuggestionState

STARS = {
    "key": "stars", "title": "Two gingerbread stars", "kind": "low_cost", "family": "treat", "cost": 0.4,
    "contains": ["eaten", "gluten", "dairy"], "say": "For the way.", "why": "They are fresh.",
}


@pytest.fixture
def change(till, ops):
    return Change(database=till.database, op=ops(), at=till.now, day=till.today, staff_id=till.staff_id)


def shown(till, who, ops):
    view = opening.card(till, who).suggestion
    return view if view.state is SuggestionState.SUGGESTED else gestures.another(till, ops(), who)


@pytest.fixture
def weeks(till, ops, clock):
    """Two regulars over six days: Maya gives to Anna twice, Tom once to someone; Ben never gets one."""
    anna, ben = (someone_called(till, name, ops()) for name in ("Anna Kowalska", "Ben Ade"))
    for day in range(6):
        if day in (0, 3):
            gestures.given(till, ops(), shown(till, anna, ops).suggestion_id)
        visits.here(till, ops(), anna)
        visits.here(till, ops(), ben)
        clock.go_on(days=1)
    till.staff_id = 2
    who = people.someone(till, ops()).customer_id
    gestures.given(till, ops(), shown(till, who, ops).suggestion_id)
    return anna, ben


def test_the_mirror_shows_each_group_beside_its_due(till, weeks):
    mirror = fairness.mirror(till.today - timedelta(days=91), till.settings)
    groups = {group.name: group for group in mirror.groups}
    assert (mirror.visits, mirror.given) == (13, 3)
    assert (groups["known"].visits, groups["known"].given) == (12, 2)
    assert (groups["walk-in"].visits, groups["walk-in"].given) == (1, 1)
    assert groups["known"].of_its_due == pytest.approx((2 / 12) / (3 / 13))
    assert groups["often"].visits == 12 and groups["morning"].visits == 13


def test_the_mirror_shows_who_gives_to_whom(till, weeks):
    mirror = fairness.mirror(till.today - timedelta(days=91), till.settings)
    assert [(giver.name, giver.given) for giver in mirror.givers] == [("Maya", 2), ("Tom", 1)]
    toms = {group.name: group for group in mirror.givers[1].groups}
    assert (toms["known"].given, toms["known"].of_its_due, toms["walk-in"].given) == (0, 0.0, 1)


def test_the_mirror_shows_who_comes_often_and_never_got_one(till, weeks):
    _, ben = weeks
    (never,) = fairness.mirror(till.today - timedelta(days=91), till.settings).never
    assert (never.customer_id, never.name, never.visits) == (ben, "Ben Ade", 6)


def test_a_shop_without_visits_has_an_empty_mirror(till):
    mirror = fairness.mirror(till.today, till.settings)
    assert (mirror.visits, mirror.groups, mirror.givers, mirror.never) == (0, (), (), ())


def test_the_catalogue_goes_into_a_file_and_comes_back_as_nothing_new(till, tmp_path):
    path = tmp_path / "catalogue.json"
    catalogue_file.write(path, till.catalogue, 300)
    offered = catalogue_file.read(path, till.catalogue, 300)
    assert (offered.new, offered.changed, offered.problems) == ((), (), ())
    assert offered.same == len(till.catalogue.gestures)


def test_what_is_new_comes_in_switched_off_and_what_differs_only_when_asked_for(till, change, tmp_path):
    path = tmp_path / "catalogue.json"
    other = dump_gesture(till.catalogue.get("hot_cup"), 300) | {"say": "Tea?"}
    path.write_text(json.dumps([STARS, other]), encoding="utf-8")
    offered = catalogue_file.read(path, till.catalogue, 300)
    assert catalogue_file.take(change, offered, 300, also_changed=False) == 1
    loaded = shelf.load(dump_catalogue(till.catalogue, 300), 300)
    assert not loaded.get("stars").active
    assert loaded.get("hot_cup") == till.catalogue.get("hot_cup")
    assert catalogue_file.take(change, offered, 300, also_changed=True) == 2
    assert shelf.load(dump_catalogue(till.catalogue, 300), 300).get("hot_cup").say == "Tea?"


def test_each_bad_entry_is_told_and_the_good_ones_can_be_taken(till, tmp_path):
    path = tmp_path / "catalogue.json"
    path.write_text(json.dumps([STARS, STARS | {"key": "x2", "cost": -1}, 3, STARS]), encoding="utf-8")
    offered = catalogue_file.read(path, till.catalogue, 300)
    assert [gesture.key for gesture in offered.new] == ["stars"]
    assert offered.problems == (
        "“Two gingerbread stars” in the catalogue: its cost is below nothing; write 0 when it costs nothing.",
        "In the catalogue, entry 3 is not a gesture; it should be a set of named values.",
        "“Two gingerbread stars” in the catalogue: its key “stars” stands there twice.",
    )


@pytest.mark.parametrize("text", ["", "{", "3", '{"gestures": 1}'])
def test_a_file_that_is_no_catalogue_is_told_and_changes_nothing(till, tmp_path, text):
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Known, match="other.json is not a catalogue of gestures"):
        catalogue_file.read(path, till.catalogue, 300)
    assert shop.gesture_texts() == ()


def test_a_file_that_is_not_there_is_told(till, tmp_path):
    with pytest.raises(Unavailable, match="can't be read"):
        catalogue_file.read(tmp_path / "gone.json", till.catalogue, 300)
    with pytest.raises(Unavailable, match="can't be written"):
        catalogue_file.write(tmp_path / "no" / "catalogue.json", till.catalogue, 300)
