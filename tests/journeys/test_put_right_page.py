"""Put right, in the owner's real window: what is open, how long it takes, and "Why?" asked of one person by a time."""

from datetime import timedelta

import pytest
from counter_maker import Clock, Ops, open_till, someone_called
from PySide6.QtCore import Qt

from counter.desk import complaints
from counter.desk import open as opening
from counter.models import things
from counter.paths import folders_in
from counter.records.card import OpenKind
from counter.records.complaints import ComplaintForm
from counter.ui.widgets.chips import Chip

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("no_network")]
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def till(tmp_path, clock):
    """Five complaints of last week, four of them put right after one to four days."""
    folders = folders_in(tmp_path / "shop")
    folders.make()
    opened, op = open_till(folders.database, clock), Ops()
    ania = someone_called(opened, "Ania")
    clock.go_on(days=-7)
    made = [complaints.log(opened, op(), ania, ComplaintForm(words=f"Stale, {n}")).thing_id for n in range(5)]
    for number in made[:4]:
        clock.go_on(days=1)
        complaints.put_right(opened, op(), number, "Another loaf")
    clock.go_on(days=3)
    yield opened
    opened.database.close()


@pytest.fixture
def owner(open_owners_window, till):
    return open_owners_window("wrongs", till)


def rows(owner):
    model = owner.wrongs.table.model()
    return [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]


def ask(owner, qtbot, press, name, by):
    press(K.Key_Y, CTRL)
    if name:
        owner.wrongs.who.editor.findChild(Chip, f"chip_{name}").click()
    owner.wrongs.by.editor.setFocus()
    qtbot.keyClicks(owner.wrongs.by.editor, by)
    press(K.Key_Return)


def test_everything_that_is_not_closed_stands_there_the_oldest_first(owner):
    assert [row[0] for row in rows(owner)] == [f"Stale, {n}" for n in range(5)]
    assert rows(owner)[0][2] == "Put right, not told yet."
    assert rows(owner)[4][2].startswith("Open since")


def test_the_time_to_put_right_counts_the_open_ones(owner):
    assert owner.wrongs.took.text().startswith("Half are put right within 3.0 days (at least 1.0 days)")


def test_why_asks_one_person_by_a_day_and_stands_on_today(owner, qtbot, press, till):
    ask(owner, qtbot, press, "2", "tomorrow")
    assert "is asked why, by tomorrow" in owner.message.message()
    assert rows(owner)[0][3] == "Tom, tomorrow"
    (asked,) = [one for one in things.complaints_waiting() if one.why_by]
    assert (asked.words, asked.why_staff_id) == ("Stale, 0", 2)
    assert any(item.thing_id == asked.id for item in opening.today(till).complaints)


def test_why_by_a_time_stands_on_today_and_is_late_a_minute_after_it(owner, qtbot, press, till, clock):
    complaints.tell(till, "told", things.complaints_waiting()[0].id, "by phone")
    ask(owner, qtbot, press, "2", "today 16:00")
    assert "is asked why, by today 16:00" in owner.message.message()
    assert rows(owner)[0][3] == "Tom, today 16:00"
    (shown,) = [item for item in opening.today(till).complaints if "Why?" in item.title]
    assert (shown.title, shown.sentence) == (
        "Told Thu 26 Nov. Why? Tom, by today 16:00", "Stale, 0",
    )  # fmt: skip
    assert (shown.kind, shown.tag, shown.red) == (OpenKind.CAUSE, "today 16:00", False)
    (asked,) = [one for one in things.complaints_waiting() if one.why_by]
    clock.go_on(minutes=1 + (asked.why_at - till.now).total_seconds() // 60)
    (shown,) = [item for item in opening.today(till).complaints if "Why?" in item.title]
    assert (shown.tag, shown.red) == ("late since 16:00", True)
    complaints.cause(till, "found", asked.id, "The oven")
    assert not any("Why?" in item.title for item in opening.today(till).complaints)


def test_why_without_a_day_leaves_the_shops_usual_days(owner, qtbot, press, till):
    ask(owner, qtbot, press, "2", "")
    (asked,) = [one for one in things.complaints_waiting() if one.why_by]
    assert asked.why_by == till.today + timedelta(days=till.settings.complaints.why_days)


def test_why_needs_a_person_and_a_day_that_is_still_to_come(owner, qtbot, press, till):
    ask(owner, qtbot, press, "", "tomorrow")
    assert owner.wrongs.who.problem() == "Whom do you ask? One person."
    press(K.Key_Escape)
    ask(owner, qtbot, press, "1", "1 Nov 2020")
    assert "has gone by" in owner.wrongs.by.problem()
    assert not any(one.why_by for one in things.complaints_waiting())


def test_why_is_taken_back_with_ctrl_z(owner, qtbot, press, till):
    ask(owner, qtbot, press, "2", "tomorrow")
    press(K.Key_Z, CTRL)
    assert owner.message.message().startswith("Undone")
    assert rows(owner)[0][3] == ""


def test_why_asked_again_moves_the_time_and_ctrl_z_brings_the_first_back(owner, qtbot, press):
    ask(owner, qtbot, press, "2", "tomorrow 9:30")
    ask(owner, qtbot, press, "1", "Monday")
    assert rows(owner)[0][3].endswith(", Mon 30")
    press(K.Key_Z, CTRL)
    assert rows(owner)[0][3] == "Tom, tomorrow 9:30"


def test_a_row_opens_the_complaint_at_the_counter(owner, qtbot, press):
    with qtbot.waitSignal(owner.control.wanted) as wanted:
        press(K.Key_Return)
    assert wanted.args[0].name == "Ania"
