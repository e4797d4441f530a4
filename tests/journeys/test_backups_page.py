"""Backups in the real window, on a real shop: made, listed, carried away, gone back to; a damaged file at the start."""

import gzip
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from counter.app import App, Start
from counter.desk import drafts, follow_ups, notes
from counter.desk import people as at_the_door
from counter.errors import Damaged
from counter.lanes import Lanes, LanesInStep
from counter.models import shop as shop_rows
from counter.models.database import connect
from counter.models.people import everyone
from counter.models.swap import set_aside
from counter.office import backups, shop
from counter.office.change import Change
from counter.paths import folders_in
from counter.records.people import PersonForm
from counter.settings import Settings
from counter.ui.texts import backups as words
from counter.ui.theme import Tone, current
from counter.ui.widgets import progress
from counter.ui.widgets.text import Text

Key = Qt.Key
ROOT = Path(__file__).parents[2]
CTRL = Qt.KeyboardModifier.ControlModifier


class Clock:
    def __init__(self):
        self.now = datetime(2026, 11, 26, 10, 42, tzinfo=UTC)

    def __call__(self):
        return self.now


class Counter:
    """A shop on disk, opened and closed and opened again, with a window each time."""

    def __init__(self, folder, qtbot):
        self.folders, self.clock, self.qtbot = folders_in(folder), Clock(), qtbot
        self.app, self.ops = None, 0

    def start(self, lanes=LanesInStep):
        self.app = App(self.folders, lanes(), Start(clock=self.clock))
        self.app.window.resize(1366, 768)
        if self.app.way_in is None:
            self.app.main.show()
        return self

    def close(self):
        if self.app is not None:
            self.app.close()
            self.app.window.close()
            self.app.window.deleteLater()
            self.app = None

    @property
    def till(self):
        return self.app._opened.till

    @property
    def file(self):
        return self.folders.database

    def op(self):
        self.ops += 1
        return f"op {self.ops} {self.clock.now}"

    def set_up(self):
        stamp = Change(database=self.till.database, op=self.op(), at=self.clock.now, day=self.clock.now.date())
        shop.save(stamp, Settings(shop_name="Blue Door Bakery", set_up=True))

    def meet(self, *names):
        return [at_the_door.new(self.till, self.op(), PersonForm(name=name)).customer_id for name in names]

    def names(self):
        return sorted(person["name"] for person in everyone())

    def backups(self):
        return backups.listed(backups.folder_of(self.file))

    @property
    def owner(self):
        return self.app.counter.owners.window

    def page(self):
        """F10, Backups."""
        self.app.counter.owners.open()
        self.owner.activateWindow()
        self.qtbot.waitUntil(self.owner.isActiveWindow)
        self.owner.show_page("backups")
        self.owner.page().start()
        return self.owner.backups

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)


@pytest.fixture
def counter(look, qtbot, tmp_path):
    """A shop with three people, set up and closed once: one backup."""
    made = Counter(tmp_path / "shop", qtbot)
    made.start().set_up()
    made.meet("Anna", "Ben", "Zoe")
    made.close()
    yield made.start()
    made.close()


def rows(page):
    model = page.table.model()
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def at_the_top(counter):
    """What the top bar tells of the backups."""
    return list(counter.app.window.top._others)


def shown(widget):
    return " ".join(text.text() for text in widget.findChildren(Text) if text.isVisible())


def test_at_the_close_a_backup_is_made_if_something_was_saved(counter):
    assert [(each.facts.why, each.facts.people, each.verified) for each in counter.backups()] == [("close", 3, True)]
    counter.meet("Maya")
    counter.close()
    assert [each.facts.people for each in counter.backups()] == [4, 3]


@pytest.fixture
def busy_counter(counter, qtbot):
    """On real lanes, with something saved since the last backup."""
    counter.close()
    counter.start(Lanes)
    qtbot.waitUntil(lambda: counter.app.counter is not None)
    made = []
    work = partial(at_the_door.new, counter.till, counter.op(), PersonForm(name="Maya"))
    counter.app._lanes.database(work, made.append, made.append)
    qtbot.waitUntil(lambda: bool(made))
    return counter


def test_the_window_stays_with_a_bar_until_the_last_backup_is_made(busy_counter, qtbot):
    bar = []

    def look(_done):  # through the counter, which lets go of the window before it ends
        app = busy_counter.app
        bar.append((app.main.isVisible(), app.window.edges.progress.accessibleName()))

    busy_counter.app.counter.backups.keeping.going.connect(look)
    assert not busy_counter.app.main.close()
    assert busy_counter.app.main.isVisible()
    qtbot.waitUntil(lambda: not busy_counter.app.main.isVisible())
    assert (busy_counter.backups()[0].facts.why, busy_counter.backups()[0].facts.people) == ("close", 4)
    assert (True, words.LAST_ONE) in bar


def test_an_answer_from_before_does_not_let_the_window_go_without_its_last_backup(busy_counter, qtbot):
    keeping, held, ready = busy_counter.app.counter.backups.keeping, Event(), []
    busy_counter.app._lanes.database(partial(held.wait, 20), ready.append, ready.append)
    with qtbot.waitSignal(keeping.care):
        keeping.tell()
        keeping.at_close(partial(ready.append, "ready"))
    assert ready == []
    held.set()
    qtbot.waitUntil(lambda: "ready" in ready)
    assert (busy_counter.backups()[0].facts.why, busy_counter.backups()[0].facts.people) == ("close", 4)


def test_a_window_closed_twice_does_not_wait(busy_counter):
    assert not busy_counter.app.main.close()
    assert busy_counter.app.main.close()
    busy_counter.close()
    assert (busy_counter.backups()[0].facts.why, busy_counter.backups()[0].facts.people) == ("close", 4)


def test_a_window_closes_where_no_backup_can_be_made(busy_counter, qtbot):
    shutil.rmtree(backups.folder_of(busy_counter.file))
    backups.folder_of(busy_counter.file).write_text("in the way")
    busy_counter.app.main.close()
    qtbot.waitUntil(lambda: not busy_counter.app.main.isVisible())


def test_every_half_hour_a_backup_is_made_if_something_was_saved(counter):
    keeping = counter.app.counter.backups.keeping
    keeping.look()
    before = len(counter.backups())
    keeping.look()
    assert len(counter.backups()) == before
    counter.meet("Maya")
    keeping.look()
    assert len(counter.backups()) == before + 1
    assert counter.backups()[0].facts.why == "by_itself"


def test_the_list_tells_day_rows_why_and_that_it_was_looked_through(counter):
    page = counter.page()
    (row,) = rows(page)
    assert (row[0], row[1]) == ("Thu 26 Nov, 10:42", "3")
    assert row[4:] == ["at the close", "this PC", "verified"]
    counter.press(Key.Key_N, CTRL)
    assert [row[4] for row in rows(page)] == ["asked for", "at the close"]
    assert counter.owner.message.message() == words.MADE


def test_going_back_shows_what_would_be_lost_and_the_whole_counter_begins_anew(counter):
    counter.meet("Maya", "Jonas")
    old = counter.app.window
    page = counter.page()
    counter.press(Key.Key_Return)
    assert page.form_is_open()
    assert "3 people" in shown(page.form)
    assert "2 entries since then would go" in shown(page.form)
    assert "Jonas" in shown(page.form)
    counter.press(Key.Key_Return)
    assert page.form_is_open(), "Enter alone does not go back"
    counter.press(Key.Key_Return, CTRL)
    assert counter.app.window is not old
    assert counter.app.window.message.message() == words.WENT_BACK
    assert counter.names() == ["Anna", "Ben", "Zoe"]
    counter.meet("Kim")
    assert counter.names() == ["Anna", "Ben", "Kim", "Zoe"]
    assert [each.facts.why for each in counter.backups()][:2] == ["restore", "close"]


def test_what_was_left_can_be_come_back_to(counter):
    counter.meet("Maya", "Jonas")
    counter.page()
    counter.press(Key.Key_Return)
    counter.press(Key.Key_Return, CTRL)
    page = counter.page()
    page.table.selectRow(0)
    counter.press(Key.Key_Return)
    assert words.NOTHING_SINCE in shown(page.form)
    counter.press(Key.Key_Return, CTRL)
    assert counter.names() == ["Anna", "Ben", "Jonas", "Maya", "Zoe"]


def test_esc_leaves_all_as_it_is(counter):
    counter.meet("Maya")
    page = counter.page()
    counter.press(Key.Key_Return)
    counter.press(Key.Key_Escape)
    assert not page.form_is_open()
    assert counter.names() == ["Anna", "Ben", "Maya", "Zoe"]
    assert [each.name for each in backups.folder_of(counter.file).iterdir()] == ["shop-000001.counter.gz"]


def test_a_file_of_another_program_is_refused_with_a_sentence(counter, tmp_path):
    page = counter.page()
    (tmp_path / "song.counter").write_bytes(b"la la la " * 1000)
    page.wanted.emit(tmp_path / "song.counter")
    assert "damaged" in counter.owner.message.message()
    assert not page.form_is_open()
    assert counter.names() == ["Anna", "Ben", "Zoe"]


def test_without_a_backup_of_the_present_there_is_no_going_back(counter, monkeypatch):
    page = counter.page()
    counter.press(Key.Key_Return)
    full = OSError(28, "No space left on device")

    def no_room(*_what):
        raise full

    monkeypatch.setattr("counter.models.backup._press", no_room)
    counter.press(Key.Key_Return, CTRL)
    assert page.form_is_open()
    assert "not enough room" in shown(page.form)
    monkeypatch.undo()
    counter.press(Key.Key_Return, CTRL)
    assert counter.app.window.message.message() == words.WENT_BACK


def test_what_was_typed_at_the_counter_and_is_not_on_disk_is_said_once_before_going_back(counter, monkeypatch):
    monkeypatch.setattr(drafts, "keep", damaged)
    counter.app.window.activateWindow()
    counter.qtbot.waitUntil(counter.app.window.isActiveWindow)
    counter.press(Key.Key_N, CTRL)
    counter.qtbot.keyClicks(QApplication.focusWidget(), "Kim")
    page = counter.page()
    counter.press(Key.Key_Return)
    counter.press(Key.Key_Return, CTRL)
    assert words.TYPED_OWED_BACK in shown(page.form)
    assert [each.facts.why for each in counter.backups()] == ["close"]
    counter.press(Key.Key_Return, CTRL)
    assert counter.app.window.message.message() == words.WENT_BACK


def test_what_was_typed_at_the_counter_is_in_the_backup_that_is_made_before_going_back(counter):
    counter.app.window.activateWindow()
    counter.qtbot.waitUntil(counter.app.window.isActiveWindow)
    counter.press(Key.Key_N, CTRL)
    counter.qtbot.keyClicks(QApplication.focusWidget(), "Kim")
    counter.page()
    for _ in range(2):
        counter.press(Key.Key_Return)
        counter.press(Key.Key_Return, CTRL)
        counter.page().table.selectRow(0)
    assert "Kim" in str(shop_rows.drafts())


def damaged(*_what):
    raise Damaged("The shop's file is damaged.")


def test_the_second_place_is_chosen_used_and_missed(counter, tmp_path):
    page = counter.page()
    assert words.NO_PLACE in shown(page.place)
    stick = tmp_path / "stick"
    stick.mkdir()
    page.place.chosen.emit(str(stick))
    copy = stick / "Counter backups, Blue Door Bakery"
    assert [each.name for each in copy.iterdir()] == [counter.backups()[0].path.name]
    assert "last written Thu 26 Nov" in shown(page.place)
    assert at_the_top(counter) == []
    copy.rename(tmp_path / "in a pocket")
    counter.clock.now += timedelta(days=5)
    counter.app.counter.backups.keeping.tell()
    assert at_the_top(counter) == []
    counter.clock.now += timedelta(days=5)
    counter.app.counter.backups.keeping.tell()
    ((sentence, tone),) = at_the_top(counter)
    assert (sentence, tone.name) == ("Second place for backups last seen Thu 26 Nov", "QUIET")
    (tmp_path / "in a pocket").rename(copy)
    counter.press(Key.Key_N, CTRL)
    assert at_the_top(counter) == []
    assert len(list(copy.iterdir())) == 2


def test_a_folder_that_can_not_be_the_second_place_is_told(counter):
    page = counter.page()
    page.place.chosen.emit(str(counter.folders.data))
    assert "own folder" in counter.owner.message.message()
    page.place.dropped.emit()
    assert counter.owner.message.message() == words.PLACE_GONE


def test_a_backup_that_can_not_be_made_is_told_in_the_bar_and_tried_again(counter):
    shutil.rmtree(backups.folder_of(counter.file))
    backups.folder_of(counter.file).write_text("in the way")
    counter.meet("Maya")
    keeping = counter.app.counter.backups.keeping
    keeping.look()
    ((sentence, tone),) = at_the_top(counter)
    assert (sentence, tone.name) == (words.NO_BACKUP_TAG, "RED")
    backups.folder_of(counter.file).unlink()
    keeping.look()
    assert at_the_top(counter) == []
    assert [each.facts.people for each in counter.backups()] == [4]


def damage(file):
    """A byte of the page that holds the printers goes bad."""
    data = bytearray(file.read_bytes())
    data[data.index(b"Slips as PDF")] ^= 1
    file.write_bytes(data)
    return data


def test_a_damaged_file_gives_way_to_the_newest_backup_and_what_is_newer_is_offered(counter):
    anna = counter.meet("Maya")[0]
    notes.add(counter.till, counter.op(), anna, "Collects on Fridays, without nuts.")
    counter.close()
    for newest in counter.backups()[:1]:
        newest.path.unlink()
    data = damage(counter.file)
    counter.start()
    assert counter.names() == ["Anna", "Ben", "Zoe"]
    said = counter.app.window.message.message()
    assert said.startswith("The shop’s file was damaged. It is kept")
    assert "2 newer entries can be brought in" in said
    assert set_aside(counter.file)[0].read_bytes() == data
    page = counter.page()
    assert "2 entries newer than the backup" in shown(page.offer)
    page.offer.acted.emit("check")
    assert counter.names() == ["Anna", "Ben", "Maya", "Zoe"]
    to_do = [item.sentence for item in opened_day(counter)]
    assert len(to_do) == 2
    assert any("Collects on Fridays, without nuts." in line and line.startswith("To check: ") for line in to_do)
    assert not page.offer.isVisible()
    found = counter.app.counter.control._errands.finder.search("Maya")
    assert [match.person_id for match in found]


def opened_day(counter):
    from counter.desk import open as opening

    return opening.today(counter.till).follow_ups


def test_what_is_not_needed_is_not_brought_in(counter):
    counter.meet("Maya")
    counter.close()
    counter.backups()[0].path.unlink()
    damage(counter.file)
    counter.start()
    page = counter.page()
    page.offer.acted.emit("check_not")
    assert not page.offer.isVisible()
    assert opened_day(counter) == ()
    counter.close()
    counter.start()
    assert not counter.page().offer.isVisible()
    assert len(set_aside(counter.file)) == 1


def test_without_a_backup_what_can_be_read_of_the_damaged_file_is_opened(counter):
    follow_ups.add(counter.till, counter.op(), counter.meet("Maya")[0], "ask how the cake was", "")
    counter.close()
    shutil.rmtree(backups.folder_of(counter.file))
    damage(counter.file)
    counter.start()
    assert counter.names() == ["Anna", "Ben", "Maya", "Zoe"]
    assert [item.sentence for item in opened_day(counter)] == ["ask how the cake was"]
    assert counter.app.window.message.message() == words.SALVAGED


def test_when_nothing_can_be_read_the_first_page_offers_a_backup_from_elsewhere(counter, tmp_path):
    counter.close()
    backups.folder_of(counter.file).rename(tmp_path / "stick")
    counter.file.write_bytes(b"zeros" * 10_000)
    counter.start()
    first = counter.app.counter.owners.first_run
    assert words.LOST in shown(first)
    first.backup_picked.emit(tmp_path / "stick" / "shop-000001.counter.gz")
    assert "3 people" in first._note.text()
    first.backup.click()
    assert counter.names() == ["Anna", "Ben", "Zoe"]
    assert counter.app.counter.owners.first_run is None
    assert counter.app.window.isVisible()
    assert set_aside(counter.file)[0].read_bytes() == b"zeros" * 10_000


def of_a_newer_counter(file):
    database = connect(file)
    database.execute_sql("PRAGMA user_version=99")
    database.close()


def of_another_program(file):
    file.unlink()
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE songs (name TEXT)")


@pytest.mark.parametrize(
    ("spoil", "said"), [(of_a_newer_counter, "made by a newer Counter"), (of_another_program, "not made by Counter")]
)
def test_where_the_file_is_refused_at_the_start_a_backup_can_be_gone_back_to(counter, qtbot, spoil, said):
    counter.close()
    spoil(counter.file)
    before = counter.file.read_bytes()
    counter.start()
    way_in = counter.app.way_in
    qtbot.waitUntil(way_in.isActiveWindow)
    assert said in shown(way_in) and words.NOT_OPENED in shown(way_in)
    assert not counter.app.main.isVisible()
    assert not way_in.page.new_button.isVisible() and not way_in.page.place.isVisible()
    counter.press(Key.Key_Return)
    assert way_in.page.form_is_open()
    assert words.KEPT_ASIDE in shown(way_in) and words.NOTHING_SINCE not in shown(way_in)
    counter.press(Key.Key_Escape)
    assert not way_in.page.form_is_open()
    counter.press(Key.Key_Return)
    counter.press(Key.Key_Return, CTRL)
    assert counter.app.way_in is None
    assert counter.app.main.isVisible()
    assert counter.names() == ["Anna", "Ben", "Zoe"]
    assert set_aside(counter.file)[0].read_bytes() == before


def test_where_the_file_is_refused_a_backup_can_come_from_elsewhere_and_a_broken_one_is_told(counter, tmp_path):
    counter.close()
    backups.folder_of(counter.file).rename(tmp_path / "stick")
    of_another_program(counter.file)
    counter.start()
    way_in = counter.app.way_in
    assert words.NONE_HERE in shown(way_in)
    (tmp_path / "broken.gz").write_bytes(b"\x1f\x8b broken")
    way_in.page.wanted.emit(tmp_path / "broken.gz")
    assert "This backup is damaged" in way_in.message.message()
    assert not way_in.page.form_is_open()
    way_in.page.wanted.emit(tmp_path / "stick" / "shop-000001.counter.gz")
    way_in.page.form.confirmed.emit(way_in.page.form._weighed)
    assert counter.names() == ["Anna", "Ben", "Zoe"]


def test_a_new_pc_begins_with_a_backup(look, qtbot, counter, tmp_path):
    counter.close()
    new = Counter(tmp_path / "new", qtbot).start()
    first = new.app.counter.owners.first_run
    first.backup_picked.emit(tmp_path / "nothing.gz")
    assert "can't be read just now" in first._note.text()
    first.backup_picked.emit(counter.backups()[0].path)
    first.backup.click()
    assert new.names() == ["Anna", "Ben", "Zoe"]
    assert new.till.settings.shop_name == "Blue Door Bakery"
    new.close()


def test_what_lasts_shows_how_far_it_is(counter, qtbot):
    page = counter.page()
    goes_on = iter(range(1, 1000))

    def stands():
        page.show_going(words.MAKING, next(goes_on) / 1000)
        return page.progress.isVisible()

    qtbot.waitUntil(stands)
    assert page.progress.accessibleName() == words.MAKING
    page.show_going(words.MAKING, 1.0)
    assert not page.progress.isVisible()


MANY = """
WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 150000)
INSERT INTO note (customer_id, text) SELECT 1, 'Collects on Fridays, and has the rye cut thin. ' || n FROM number
"""


class Watched:
    """What a line of progress shows while it is to be seen: its words, how much of it is green; or what a text says."""

    def __init__(self, line):
        self.line, self.seen = line, []
        self._timer = QTimer()
        self._timer.timeout.connect(self.look)
        self._timer.start(5)

    def look(self):
        if isinstance(self.line, Text):
            self.seen.append(self.line.text())
        elif self.line.isVisible():
            top = self.line.grab().toImage()
            green = current().colour(Tone.GREEN)
            part = sum(top.pixelColor(x, 0) == green for x in range(top.width())) / top.width()
            self.seen.append((self.line.accessibleName(), part))

    def parts(self, sentence):
        return [part for said, part in self.seen if said == sentence]


@pytest.mark.slow
def test_a_long_backup_and_a_long_look_at_one_show_how_far_they_are(counter, qtbot, monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE_MS", 0)  # on a quick machine they are over before the line would show
    counter.till.database.execute_sql(MANY)
    counter.close()
    counter.start(Lanes)
    qtbot.waitUntil(lambda: counter.app.counter is not None)
    page = counter.page()
    qtbot.waitUntil(lambda: len(rows(page)) == 2)
    watched = Watched(page.progress)
    counter.press(Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: len(rows(page)) == 3)
    made = watched.parts(words.MAKING)
    assert made == sorted(made)
    assert len(set(made)) > 3
    page.start()
    counter.press(Key.Key_Return)
    qtbot.waitUntil(page.form_is_open)
    looked = watched.parts(words.LOOKING)
    assert looked == sorted(looked)
    assert looked[-1] > 0
    qtbot.waitUntil(lambda: not page.progress.isVisible())
    shows_it_on_the_first_page_too(Counter(counter.folders.data.with_name("new"), qtbot), counter.backups()[0].path)


def shows_it_on_the_first_page_too(new_pc, backup):
    new_pc.start(Lanes)
    new_pc.qtbot.waitUntil(lambda: new_pc.app.counter is not None)
    first = new_pc.app.counter.owners.first_run
    watched = Watched(first._note)
    first.backup_picked.emit(backup)
    new_pc.qtbot.waitUntil(lambda: "3 people" in first._note.text())
    assert any(said.startswith(words.LOOKING) and said.endswith("%") for said in watched.seen)
    new_pc.close()


class AwayForLong(LanesInStep):
    """Places that may be asked to take their time: what waits there comes when it is let."""

    def __init__(self):
        super().__init__()
        self.slow, self._waits = False, []

    def away(self, work, then, failed):
        if self.slow:
            self._waits.append((work, then, failed))
        else:
            super().away(work, then, failed)

    def come(self, *order):
        self.slow = False
        for each in order:
            super().away(*self._waits[each])


def test_of_two_that_are_looked_through_the_one_wished_for_last_is_gone_back_to(counter):
    counter.meet("Maya")
    counter.close()
    counter.start(AwayForLong)
    page, lanes = counter.page(), counter.app._lanes
    newer, older = counter.backups()
    lanes.slow = True
    page.wanted.emit(newer.path)
    page.wanted.emit(older.path)
    lanes.come(1, 0)
    assert "3 people" in shown(page.form)
    counter.press(Key.Key_Return, CTRL)
    assert counter.names() == ["Anna", "Ben", "Zoe"]
    assert list(backups.folder_of(counter.file).glob("chosen*")) == []


def test_esc_while_the_backup_before_it_is_made_is_no_going_back(counter, qtbot):
    counter.close()
    counter.start(Lanes)
    qtbot.waitUntil(lambda: counter.app.counter is not None)
    page, old = counter.page(), counter.app.window
    qtbot.waitUntil(lambda: len(rows(page)) == len(counter.backups()))
    page.start()
    counter.press(Key.Key_Return)
    qtbot.waitUntil(page.form_is_open)
    with qtbot.waitSignal(counter.app.counter.backups.keeping.made):
        counter.press(Key.Key_Return, CTRL)
        counter.press(Key.Key_Escape)
    assert counter.app.window is old
    assert not page.form_is_open()
    assert counter.backups()[0].facts.why == "restore"


def test_before_people_are_brought_in_a_backup_stands(counter):
    counter.meet("Maya")
    told = []
    counter.app.counter.owners.much_coming.emit(lambda: told.append("go on"), told.append)
    assert told == ["go on"]
    assert [(each.facts.why, each.facts.people) for each in counter.backups()][0] == ("import", 4)
    shutil.rmtree(backups.folder_of(counter.file))
    backups.folder_of(counter.file).write_text("in the way")
    counter.app.counter.owners.much_coming.emit(lambda: told.append("go on"), lambda fault: told.append(fault.sentence))
    assert "could not be written" in told[1]
    assert len(told) == 2


def test_before_an_update_a_backup_stands(look, qtbot, tmp_path):
    old = Counter(tmp_path / "old", qtbot)
    old.folders.make()
    old.file.write_bytes(gzip.decompress((ROOT / "tests" / "data" / "shop_v001.counter.gz").read_bytes()))
    old.start()
    (backup,) = old.backups()
    assert (backup.facts.why, backup.facts.people, backup.verified) == ("update", 46, True)
    old.close()


def test_on_real_lanes_a_backup_is_made_and_gone_back_to(counter, qtbot):
    counter.close()
    counter.start(Lanes)
    qtbot.waitUntil(lambda: counter.app.counter is not None)
    keeping = counter.app.counter.backups.keeping
    with qtbot.waitSignal(keeping.made):
        keeping.look()
    page = counter.page()
    qtbot.waitUntil(lambda: len(rows(page)) == len(counter.backups()))
    page.start()
    old = counter.app.window
    counter.press(Key.Key_Return)
    qtbot.waitUntil(page.form_is_open)
    counter.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: counter.app.window is not old)
    qtbot.waitUntil(lambda: counter.app.window.message.message() == words.WENT_BACK)
    assert [each.facts.why for each in counter.backups()][0] == "restore"
