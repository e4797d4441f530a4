"""One table of keys: what shows a key, what answers it, the help and the manual all say the same."""

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget

sys.path.insert(0, str(Path(__file__).parent))
import counter_scenes as scenes  # noqa: E402

from counter.settings import Settings  # noqa: E402
from counter.ui.counter.keys import Keys  # noqa: E402
from counter.ui.counter.rows import DraftRow  # noqa: E402
from counter.ui.counter.window import CounterWindow  # noqa: E402
from counter.ui.first_run.page import FirstRun  # noqa: E402
from counter.ui.forms.make import NAMES, Needs, make  # noqa: E402
from counter.ui.forms.person import PersonKnown  # noqa: E402
from counter.ui.owner.page import Page  # noqa: E402
from counter.ui.owner.window import OwnerWindow  # noqa: E402
from counter.ui.texts import card, common, counter, find, front, today  # noqa: E402
from counter.ui.texts import keys as table  # noqa: E402
from counter.ui.texts.help import PAGES  # noqa: E402
from counter.ui.widgets.buttons import ActionButton, KeyHint  # noqa: E402
from counter.ui.widgets.keycap import KeyCap  # noqa: E402
from counter.ui.widgets.keylist import KeyRow  # noqa: E402

MANUAL = (Path(__file__).parents[2] / "docs" / "manual.md").read_text(encoding="utf-8")
KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+(?:F\d+|[A-Z](?![a-z])|\d)|\bF\d{1,2}\b")
NEVER_SHOWN = "stop"  # of what can't be stopped
STAFF = {key for name, key in table.KEYS.items() if name.startswith("staff_")}


@pytest.fixture
def window(look, qtbot):
    made = CounterWindow(scenes.MOMENT)
    qtbot.addWidget(made)
    made.setFixedSize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def alt(qtbot, window, key):
    QApplication.processEvents()
    qtbot.keyClick(window.focusWidget(), key, Qt.KeyboardModifier.AltModifier)


def without_key(window):
    """Buttons in sight on which no key stands."""
    QApplication.processEvents()
    buttons = [*window.findChildren(ActionButton), *window.findChildren(KeyHint), *window.findChildren(KeyRow)]
    return [one.accessibleName() for one in buttons if one.isVisible() and not one.findChild(KeyCap).key()]


def half_written(form="return", customer_id=1):
    return scenes.Draft(form=form, customer_id=customer_id, name="Anna Kowalska", at=scenes.NOW, staff="Maya")


def test_no_two_actions_have_the_same_key():
    keys = [*table.KEYS.values(), *table.OPEN_SAME_KEYS, table.STOP_KEY]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("suggestion", [scenes.STARS_TODAY, scenes.NONE_TODAY, scenes.TAKEN])
def test_everything_that_can_be_done_for_a_person_shows_its_key(window, suggestion):
    open_things = (scenes.UNTOLD, scenes.PEARS, scenes.LOAF)
    window.show_card(scenes.card(suggestion=suggestion, open=open_things, drafts=(half_written(),)))
    assert without_key(window) == []


def test_the_second_thing_that_is_open_is_done_by_the_number_of_its_row(window, qtbot):
    done = []
    window.item_acted.connect(done.append)
    window.show_card(scenes.card(open=(scenes.UNTOLD, scenes.PEARS), drafts=(half_written(),)))
    alt(qtbot, window, Qt.Key.Key_2)
    assert done == [scenes.PEARS]


def test_everything_that_can_be_done_on_today_shows_its_key(window):
    window.show_today(scenes.today(drafts=(half_written(),)))
    assert without_key(window) == []


@pytest.mark.parametrize("name", NAMES)
def test_everything_in_a_form_shows_its_key(window, name):
    form = make(name, Needs(here=scenes.MOMENT.here, open=(scenes.UNTOLD,), balance=500))
    if isinstance(form, PersonKnown):
        form.show_same(scenes.FOUND[:3])
    window.show_card(scenes.card())
    window.open_form(form.frame, name)
    assert without_key(window) == []


def test_everything_at_the_first_start_shows_its_key(look, qtbot):
    page = FirstRun(Settings())
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    assert without_key(page) == []


@pytest.fixture
def owner(look, qtbot):
    made = OwnerWindow()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_every_button_of_the_owners_window_shows_its_key_and_it_is_of_no_other_beside_it(owner):
    for page in owner.findChildren(Page):
        owner.show_page(page.name)
        buttons = [one for one in page.findChildren(ActionButton) if one.objectName() != NEVER_SHOWN]
        assert [one.objectName() for one in buttons if not one.findChild(KeyCap).key()] == []
        keys = [one.key().toString() for one in page.findChildren(QShortcut)]
        assert len(keys) == len(set(keys)), page.name


PRESSED = [
    ("ways_back", lambda page: page.slip_part.page_wanted, Qt.Key.Key_W),
    ("giving", lambda page: page.wanted, Qt.Key.Key_G),
    ("keeping", lambda page: page.looked, Qt.Key.Key_I),
    ("about", lambda page: page.report_wanted, Qt.Key.Key_H),
]


@pytest.mark.parametrize(("name", "told", "key"), PRESSED)
def test_a_button_of_the_owners_window_is_pressed_by_its_key(owner, qtbot, name, told, key):
    owner.show_page(name)
    with qtbot.waitSignal(told(owner.page())):
        alt(qtbot, owner, key)


@pytest.mark.parametrize("name", ["bring", "take_out", "ways_back"])
def test_what_lasts_in_the_owners_window_shows_its_key_and_is_stopped_by_it(owner, qtbot, name):
    owner.show_page(name)
    owner.page().start()
    owner.page().set_busy("Writing the file")
    qtbot.waitUntil(owner.page().progress.isVisible)
    assert without_key(owner.page().progress) == []
    with qtbot.waitSignal(owner.page().stopped):
        qtbot.keyClick(QApplication.focusWidget() or owner, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)


def test_what_is_beside_one_thing_is_done_by_its_key_from_a_field(window, qtbot):
    form = PersonKnown("Anna")
    window.open_form(form.frame, "new_person")
    form.show_same(scenes.FOUND[:3])
    opened = []
    form.opened.connect(opened.append)
    alt(qtbot, window, Qt.Key.Key_2)
    assert opened == [scenes.FOUND[1].customer_id]


def test_throwing_away_is_asked_twice_for_it_cannot_be_had_back(window, qtbot):
    thrown = []
    window.draft_dropped.connect(lambda form, customer_id: thrown.append((form, customer_id)))
    window.show_today(scenes.today(drafts=(half_written(),)))
    alt(qtbot, window, Qt.Key.Key_X)
    assert thrown == []
    assert "Alt+X" in window.message.message()
    alt(qtbot, window, Qt.Key.Key_X)
    assert thrown == [("return", 1)]


def test_the_first_of_two_drafts_is_gone_on_with_by_its_key(window, qtbot):
    taken = []
    window.draft_opened.connect(lambda form, customer_id: taken.append((form, customer_id)))
    window.show_today(scenes.today(drafts=(half_written("note", 4), half_written("return", 1))))
    alt(qtbot, window, Qt.Key.Key_D)
    assert taken == [("note", 4)]


def test_the_second_of_two_drafts_shows_its_keys_and_is_thrown_away_by_del_twice(window, qtbot):
    thrown = []
    window.draft_dropped.connect(lambda form, customer_id: thrown.append((form, customer_id)))
    window.show_today(scenes.today(drafts=(half_written("note", 4), half_written("return:return_case:2", 1))))
    assert without_key(window) == []
    second = window.findChildren(DraftRow)[1]
    second.findChild(QWidget, "go_on").setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Delete)
    assert thrown == []
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Delete)
    assert thrown == [("return:return_case:2", 1)]


def test_with_nothing_half_written_its_key_says_so(window, qtbot):
    window.show_today(scenes.quiet_day())
    alt(qtbot, window, Qt.Key.Key_D)
    assert window.message.message() == counter.NOTHING_HALF_WRITTEN


# the help and the manual


def test_every_key_stands_in_the_help_of_the_counter_or_of_the_card():
    helped = {key for page in ("counter", "card", "form") for key, _ in PAGES[page].keys}
    missing = set(table.KEYS.values()) - STAFF - helped
    assert missing == set()
    assert {table.STAFF_KEYS, table.STOP_KEY} <= helped


def test_the_manuals_list_names_every_key_and_none_that_there_is_not():
    rows = MANUAL.split("## All keys")[1].split("in the owner's window")[0]
    named = {key for row in rows.splitlines() for key in KEY.findall(row.split("|")[1] if "|" in row else "")}
    first_start = {table.LOOK_ROUND_KEY, table.HAVE_BACKUP_KEY, table.CHOOSE_LOGO_KEY}
    rows_of_a_card = {"Alt+1", "Alt+2"}
    assert named == set(table.KEYS.values()) - STAFF | {"Ctrl+1", table.STOP_KEY} | rows_of_a_card | first_start


def test_sentences_name_only_keys_that_there_are():
    known = set(table.KEYS.values())
    sentences = " ".join(
        str(value) for module in (card, common, counter, find, front, today) for value in vars(module).values()
    )
    assert set(KEY.findall(sentences)) <= known


def test_every_shortcut_of_the_window_is_of_the_table(window):
    keys = {one.key().toString() for one in window.findChildren(QShortcut) if one.parent() is window}
    assert keys == set(table.KEYS.values())
    assert window.findChild(Keys) is not None
