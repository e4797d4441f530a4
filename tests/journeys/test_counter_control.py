"""The counter window on a real shop file: find, know, do, thank, and taking it back."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from counter.app import Start, open_shop
from counter.desk.find import Finder
from counter.lanes import LanesInStep
from counter.models import things
from counter.paper.fonts import Fonts
from counter.paths import folders_in
from counter.records.card import SuggestionState
from counter.records.slips import PAPERS
from counter.ui.counter.control import Control
from counter.ui.counter.errands import Errands
from counter.ui.counter.window import CounterWindow

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def ten_forty_two():
    return datetime(2026, 11, 26, 10, 42, tzinfo=UTC)


@pytest.fixture
def window(look, families, qtbot, tmp_path):
    opened = open_shop(folders_in(tmp_path / "shop"), Start(demo=60, clock=ten_forty_two))
    counter = CounterWindow()
    counter.setFixedSize(1366, 768)
    qtbot.addWidget(counter)
    counter.show()
    counter.activateWindow()
    qtbot.waitUntil(counter.isActiveWindow)
    lanes = LanesInStep()
    errands = Errands(
        window=counter, lanes=lanes, till=opened.till, finder=Finder(opened.index), fonts=Fonts(families[0]),
        paper=PAPERS["roll58"],
    )  # fmt: skip
    counter.control = Control(errands)
    yield counter
    lanes.close()
    opened.till.database.close()


@pytest.fixture
def anna(window, qtbot):
    qtbot.keyClicks(window.search, "Anna Kowalska")
    qtbot.keyClick(window.search, Key.Key_N, CTRL)
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    qtbot.keyClick(window.search, Key.Key_Escape)
    qtbot.keyClick(window.search, Key.Key_Escape)
    assert window.search.text() == ""
    return window


def open_anna(window, qtbot, keys="kowalsk"):
    qtbot.keyClicks(window.search, keys)
    qtbot.keyClick(window.search, Key.Key_Return)
    assert window.head.name.text() == "Anna Kowalska"
    return len(keys) + 1


def test_a_returning_customer_is_thanked_in_at_most_twelve_keys(anna, qtbot):
    said = []
    anna.control.printing.connect(lambda: said.append("printing"))
    keys = open_anna(anna, qtbot)
    qtbot.keyClick(anna.search, Key.Key_F9)
    assert anna.form().preview.accessibleDescription().startswith("Blue Door Bakery")
    qtbot.keyClick(anna.focusWidget(), Key.Key_Return)
    assert keys + 2 <= 12
    assert anna.form() is None
    code = things.last_slip().code
    assert f"{code[:4]}-{code[4:]}" in anna.message.message()
    assert said == ["printing"]


def test_another_line_is_chosen_and_printed(anna, qtbot):
    open_anna(anna, qtbot)
    qtbot.keyClick(anna.search, Key.Key_F9)
    usual = anna.form().pick().line
    qtbot.keyClick(anna.focusWidget(), Key.Key_Right)
    other = anna.form().pick().line
    qtbot.keyClick(anna.focusWidget(), Key.Key_F9)
    assert other != usual
    assert other.split()[0] in things.last_slip().content


def test_what_was_saved_is_taken_back_from_the_search_field(anna, qtbot):
    open_anna(anna, qtbot)
    qtbot.keyClick(anna.search, Key.Key_F8)
    assert [line.kind.value for line in anna.card.timeline] == ["visit", "person"]
    qtbot.keyClick(anna.search, Key.Key_Z, CTRL)
    assert [line.kind.value for line in anna.card.timeline] == ["person"]


def test_here_today_is_noted_once_however_often_it_is_pressed(anna, qtbot):
    open_anna(anna, qtbot)
    for _ in range(2):
        qtbot.keyClick(anna.search, Key.Key_F8)
    assert [line.kind.value for line in anna.card.timeline] == ["visit", "person"]
    assert anna.message.message().endswith("is noted as here today.")


def test_someone_is_opened_by_one_key_and_thanked_without_a_name(window, qtbot):
    qtbot.keyClick(window.search, Key.Key_F11)
    assert window.head.name.text() == "someone"
    qtbot.keyClick(window.search, Key.Key_F9)
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    assert things.last_slip().customer_id == window.card.customer.id


def test_an_extra_is_suggested_all_the_same_given_and_its_reaction_kept(anna, qtbot):
    open_anna(anna, qtbot)
    if anna.card.suggestion.state is not SuggestionState.SUGGESTED:
        qtbot.keyClick(anna.search, Key.Key_T, CTRL)
    assert anna.card.suggestion.state is SuggestionState.SUGGESTED
    qtbot.keyClick(anna.search, Key.Key_G, CTRL)
    assert anna.card.suggestion.state is SuggestionState.GIVEN
    qtbot.keyClick(anna.search, Key.Key_R, CTRL)
    qtbot.keyClicks(anna.focusWidget(), "d")
    assert anna.card.suggestion.given.reaction == "delighted"


def test_rain_is_ticked_for_everybody_today(anna, qtbot):
    qtbot.keyClick(anna.search, Key.Key_J, CTRL)
    qtbot.keyClicks(anna.focusWidget(), "r")
    open_anna(anna, qtbot)
    assert "rain" in anna.card.day_circumstances


def test_the_keys_of_the_owner_and_of_help_are_handed_on(anna, qtbot):
    handed = []
    anna.control.handed_on.connect(handed.append)
    open_anna(anna, qtbot)
    qtbot.keyClick(anna.search, Key.Key_F1)
    qtbot.keyClick(anna.search, Key.Key_F10)
    assert handed == ["help", "owner"]
