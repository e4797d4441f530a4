"""A customer asks at the counter: the owner hands out what is kept, notes what they agree to, and forgets them."""

import json

import pytest
from counter_maker import someone_called
from PySide6.QtCore import Qt
from test_bring_page import finder, owner, press, rows, till  # noqa: F401

from counter.desk import facts, find
from counter.models import people
from counter.models.tables_people import CustomerRow
from counter.records.people import FactForm, FactKind

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def anna(till):  # noqa: F811
    who = someone_called(till, "Anna Kowalska")
    facts.add(till, "fact", who, FactForm(kind=FactKind.LIKES, text="rye, sliced thin"))
    return who


@pytest.fixture
def page(anna, owner, finder, till, qtbot, families):  # noqa: F811
    """Anna is found by typing, and opened."""
    for person in find.everybody():
        finder.add(person)
    owner.show_page("one_person")
    shown = owner.page()
    shown.start()
    qtbot.keyClicks(shown.search.editor, "ana kowal")
    assert rows(shown.found) == [["Anna Kowalska", "rye, sliced thin"]]
    qtbot.keyClick(shown.search.editor, K.Key_Return)
    assert shown.name_line.text() == "\u2068Anna Kowalska\u2069"
    return shown


def test_what_is_kept_is_counted_and_saved_for_her(page, owner, tmp_path):  # noqa: F811
    assert ["facts", "1"] in rows(page.kept)
    page.saved.emit(str(tmp_path / "anna.json"))
    assert json.loads((tmp_path / "anna.json").read_text(encoding="utf-8"))["facts"][0]["text"] == "rye, sliced thin"
    page.saved.emit(str(tmp_path / "anna.pdf"))
    assert (tmp_path / "anna.pdf").read_bytes().startswith(b"%PDF")
    assert owner.message.message() == "Saved. Give it to nobody but them."
    page.saved.emit(str(tmp_path / "no folder" / "anna.json"))
    assert "Choose another place" in owner.message.message()


def test_what_she_agrees_to_is_noted_with_its_words_and_date(page, anna, till):  # noqa: F811
    page.consent.keep.click()
    assert page.consent.purpose.problem() == "Say for what."
    page.consent.purpose.set_value("News by e-mail")
    page.consent.keep.click()
    assert page.consent.says.problem() == "Yes or no?"
    page.consent.wording.set_value("May we write to you when the stollen is ready?")
    page.consent.says.set_value("yes")
    page.consent.keep.click()
    (consent,) = people.consents(anna)
    assert (consent.purpose, consent.given, consent.day) == ("News by e-mail", True, till.today)
    assert consent.wording.startswith("May we write")
    assert ["consents", "1"] in rows(page.kept)


@pytest.mark.parametrize("way", ["anonymous", "erase"])
def test_she_is_forgotten_in_two_steps_and_found_no_more(page, owner, finder, anna, way):  # noqa: F811
    assert not page.forget.for_good.isVisible()
    page.forget.begin.click()
    page.forget.for_good.click()
    assert page.forget.way.problem() == "Choose how."
    assert CustomerRow.get_by_id(anna).name == "Anna Kowalska"
    page.forget.way.set_value(way)
    page.forget.for_good.click()
    assert owner.message.message().startswith("Somebody was ")
    assert finder.search("anna kowalska") == []
    assert [row.name for row in CustomerRow.select()] == ([""] if way == "anonymous" else [])
    assert page.search.isVisible()


def test_esc_goes_on_to_somebody_else(page, press):  # noqa: F811
    press(K.Key_Escape)
    assert page.search.isVisible()
    assert page.search.value() == ""

