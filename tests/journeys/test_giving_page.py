"""Who gets extras, in the owner's real window: the mirror, last week tried out, the catalogue as a file."""

import json

import pytest

from counter.ui.owner.gestures_giving import DECISIONS, LOOKS

pytestmark = pytest.mark.slow


@pytest.fixture
def owner(counter):
    counter.counter.owners.open()
    window = counter.counter.owners.window
    window.show_page("giving")
    return window


@pytest.fixture
def page(owner):
    return owner.page()


def rows(table):
    model = table.model()
    cells = range(model.columnCount())
    return [[model.index(r, c).data() for c in cells] for r in range(model.rowCount())]


def offered(page):
    return [name for name in LOOKS + DECISIONS if not page.row.buttons[name].isHidden()]


def till(counter):
    return counter.counter.control._errands.till


def test_the_mirror_shows_each_groups_share_and_who_gives_to_whom(page):
    groups = rows(page.groups)
    assert {"Known by name", "Without a name"} <= {row[0] for row in groups}
    assert all(row[3].endswith(" %") for row in groups)
    known, unnamed = (next(row for row in groups if row[0] == name) for name in ("Known by name", "Without a name"))
    visits, given = (sum(int(row[n].replace(",", "")) for row in (known, unnamed)) for n in (1, 2))
    assert page.sentence.text().startswith(f"{visits:,} visits in 13 weeks, {given} brought an extra.")
    assert sum(int(row[1]) for row in rows(page.givers)) == given
    assert offered(page) == list(LOOKS)


def test_a_dry_run_shows_last_week_and_changes_nothing(counter, page):
    before = till(counter).engine.state()
    page.row.buttons["last_week"].click()
    found = rows(page.week)
    assert found
    assert page.groups.isHidden()
    assert page.sentence.text().startswith(f"An extra would have come up at {len(found)} visit")
    assert till(counter).engine.state() == before
    page.row.buttons["fair"].click()
    assert not page.groups.isHidden()


def test_the_catalogue_goes_out_to_a_file_and_comes_in_with_bad_entries_told(counter, owner, page, tmp_path):
    path = tmp_path / "gestures.json"
    page.written.emit(str(path))
    assert owner.message.message() == "The catalogue is in gestures.json."
    whole = json.loads(path.read_text(encoding="utf-8"))
    first, second = whole["gestures"][:2]
    ribbon = first | {"key": "a_ribbon", "title": "A ribbon on the bag"}
    whole["gestures"] += [ribbon, second | {"key": "bad", "cost": -1}]
    path.write_text(json.dumps(whole), encoding="utf-8")
    page.chosen.emit(str(path))
    assert page.sentence.text().startswith("1 new, 0 changed,")
    sentence, state = rows(page.found)[0]
    assert state == "can’t be taken"
    assert second["title"] in sentence
    assert rows(page.found)[1] == ["A ribbon on the bag", "new"]
    assert offered(page) == ["take_new", "leave"]
    page.row.buttons["take_new"].click()
    assert owner.message.message() == "1 gesture is in the catalogue now: see Gestures."
    assert not till(counter).catalogue.get("a_ribbon").active


def test_a_file_that_is_no_catalogue_is_told_in_a_sentence(owner, page, tmp_path):
    path = tmp_path / "holiday.json"
    path.write_text("Dear all,", encoding="utf-8")
    page.chosen.emit(str(path))
    assert owner.message.message() == "holiday.json is not a catalogue of gestures: it is not a JSON text."
    assert offered(page) == list(LOOKS)
