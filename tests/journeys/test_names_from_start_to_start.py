"""The names of the shop from one start of the program to the next: kept at close, there at once, read again if not."""

from datetime import UTC, datetime, timedelta
from shutil import copytree
from threading import Event

import pytest
from PySide6.QtCore import Qt

from counter.app import App, Start, desk, names, shop
from counter.desk import find
from counter.lanes import Lanes, LanesInStep
from counter.models import kept
from counter.models.tables_shop import KeptRow
from counter.paths import folders_in
from counter.ui.texts import common
from counter.ui.texts import find as words

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def sixty(tmp_path_factory):
    """A shop of sixty people."""
    folder = tmp_path_factory.mktemp("names") / "shop"
    shop.open_shop(folders_in(folder), Start(demo=60)).till.database.close()
    return folder


@pytest.fixture
def start(qtbot, tmp_path, sixty):
    """Starts the program on one shop, again and again; `lanes` are those of the run."""
    running = []
    copytree(sixty, tmp_path / "shop")

    def begin(lanes, days=lambda: 0):
        """At a time so many `days` from now."""
        clock = Start(demo=60, clock=lambda: datetime.now(UTC) + timedelta(days=days()))
        app = App(folders_in(tmp_path / "shop"), lanes, clock)
        qtbot.addWidget(app.main)
        app.main.show()
        app.window.activateWindow()
        running.append(app)
        return app

    yield begin
    for app in running:
        app.close()


def found(app, text):
    return {match.person_id for match in app.counter.finder.search(text)}


def add_quill(qtbot, app):
    qtbot.waitUntil(app.window.isActiveWindow)
    qtbot.keyClicks(app.window.focusWidget(), "Zebedee Quill")
    qtbot.keyClick(app.window.focusWidget(), Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: app.window.form() is not None)
    qtbot.keyClick(app.window.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(lambda: app.window.head.name.text() == "Zebedee Quill")
    return app.window.card.customer.id


def test_somebody_added_is_found_in_the_index_that_was_kept_at_close(qtbot, start):
    app = start(LanesInStep())
    quill = add_quill(qtbot, app)
    app.close()
    again = start(LanesInStep())
    assert kept.seen(find.NAME) == kept.counter()
    assert found(again, "zebedi quil") == {quill}


def test_the_program_keeps_its_index_and_closes_its_file_before_it_ends(qtbot, start, tmp_path):
    app = start(Lanes())
    qtbot.waitUntil(lambda: app.counter is not None)
    quill = add_quill(qtbot, app)
    app.close()
    assert not list((tmp_path / "shop").glob("*-wal"))
    again = start(LanesInStep())
    assert kept.seen(find.NAME) == kept.counter()
    assert found(again, "zebedi quil") == {quill}


def test_a_large_shop_without_an_index_is_used_at_once_and_read_meanwhile(qtbot, start, monkeypatch):
    first = start(LanesInStep())
    quill = add_quill(qtbot, first)
    KeptRow.delete().where(KeptRow.name == find.NAME).execute()
    first.close()
    monkeypatch.setattr(shop, "AT_ONCE", 10)
    app = start(Lanes())
    qtbot.waitUntil(lambda: app.counter is not None)
    seen = []
    app.counter.reading.read.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(app.counter.reading.ended):
        pass
    assert seen[-1] == (61, 61)
    assert len(app.counter.finder.index) == 61
    assert found(app, "quill zebedee") == {quill}
    assert app.counter.finder.whole


def test_a_large_shop_finds_by_its_old_index_while_another_is_made_without_a_bar(qtbot, start, monkeypatch):
    first = start(LanesInStep())
    quill = add_quill(qtbot, first)
    first.close()
    slow = Slow(monkeypatch)
    app = start(Lanes(), lambda: 8)
    qtbot.waitUntil(slow.waits.is_set)
    old = app.counter.finder.index
    assert found(app, "zebedi quil") == {quill}
    assert app.counter.finder.whole
    assert app.window.left.all_read
    assert not app.window.edges.progress.isVisible()
    with qtbot.waitSignal(app.counter.reading.ended):
        slow.go.set()
    assert app.counter.finder.index is not old
    assert found(app, "zebedi quil") == {quill}
    app.close()
    again = start(LanesInStep(), lambda: 9)
    assert again.counter.reading is None
    assert found(again, "zebedi quil") == {quill}


def test_a_program_that_is_never_closed_makes_another_index_after_a_week(qtbot, start, monkeypatch):
    monkeypatch.setattr(desk, "MINUTE_MS", 10)
    days = [0]
    app = start(LanesInStep(), lambda: days[-1])
    old = app.counter.finder.index
    days.append(8)
    qtbot.waitUntil(lambda: app.counter.finder.index is not old)
    assert len(app.counter.finder.index) == 60


def test_closed_before_everybody_was_read_it_reads_again_at_the_next_start(qtbot, start, monkeypatch):
    first = start(LanesInStep())
    quill = add_quill(qtbot, first)
    first.close()
    app = start(LanesInStep())
    kept.keep(find.NAME, 0, b"an index of another version")
    app.counter.finder.whole = False
    app.close()
    assert found(start(LanesInStep()), "zebedee quill") == {quill}


class Slow:
    """Reads ten people at a time, and waits after the first twenty until it may `go`."""

    def __init__(self, monkeypatch):
        self.waits, self.go, self._some, self._read = Event(), Event(), find.some, 0
        monkeypatch.setattr(names, "_AT_A_TIME", 10)
        monkeypatch.setattr(shop, "AT_ONCE", 10)
        monkeypatch.setattr(find, "some", self)

    def __call__(self, ids):
        if self._read == 20:
            self.waits.set()
            assert self.go.wait(20)
        self._read += 10
        return self._some(ids)


@pytest.fixture
def reading(qtbot, start, monkeypatch):
    """The program on a shop whose names must all be read again, which it just does; and what keeps it from it."""
    first = start(LanesInStep())
    KeptRow.delete().where(KeptRow.name == find.NAME).execute()
    first.close()
    slow = Slow(monkeypatch)
    app = start(Lanes())
    qtbot.waitUntil(app.window.isActiveWindow)
    qtbot.waitUntil(app.window.edges.progress.isVisible)
    qtbot.waitUntil(slow.waits.is_set)
    yield app, slow
    slow.go.set()


def stop(qtbot, reading):
    """Alt+S, wherever the keyboard is; answers how many were read."""
    app, slow = reading
    with qtbot.waitSignal(app.counter.reading.halted) as halted:
        qtbot.keyClick(app.window.focusWidget(), Key.Key_S, ALT)
        slow.go.set()
    return halted.args


def last_person(app, qtbot):
    """The number and the name of who is read last."""
    told = []
    app.counter._lanes.database(lambda: find.some([kept.everybody()[-1]])[0], told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    return told[0].id, told[0].name


def test_reading_the_names_is_stopped_by_the_key_that_stands_beside_it_and_the_window_says_how_far_it_came(
    qtbot, reading
):
    app, _slow = reading
    line = app.window.edges.progress
    assert line.accessibleName() == common.reading_names(20, 60)
    done, total = stop(qtbot, reading)
    assert (done, total) == (30, 60)
    assert line.isVisible()
    assert line.accessibleName() == common.names_halted(30, 60)
    assert not app.counter.finder.whole


def test_whoever_was_read_is_found_and_of_all_others_it_says_that_they_may_be_here(qtbot, reading):
    app, _slow = reading
    stop(qtbot, reading)
    assert len(app.counter.finder.index) == 30
    _number, name = last_person(app, qtbot)
    app.window.search.insert(name)  # in any script
    row = app.window.left.found
    qtbot.waitUntil(lambda: row.chosen() is not None and row.chosen().hook == words.NOT_READ_YET)


def test_somebody_made_while_it_is_stopped_is_found(qtbot, reading):
    app, _slow = reading
    stop(qtbot, reading)
    assert found(app, "zebedi quil") == set()
    quill = add_quill(qtbot, app)
    qtbot.waitUntil(lambda: found(app, "zebedi quil") == {quill})


def test_the_same_key_goes_on_where_it_stopped_and_what_was_typed_meanwhile_is_found(qtbot, reading):
    app, _slow = reading
    stop(qtbot, reading)
    number, name = last_person(app, qtbot)
    app.window.search.insert(name)  # in any script
    row = app.window.left.found
    qtbot.waitUntil(lambda: row.chosen() is not None)
    seen = []
    app.counter.reading.read.connect(lambda done, _total: seen.append(done))
    with qtbot.waitSignal(app.counter.reading.ended):
        qtbot.keyClick(app.window.focusWidget(), Key.Key_S, ALT)
    assert seen[0] == 30
    qtbot.waitUntil(lambda: row.chosen().key == number)
    assert app.counter.finder.whole
    assert not app.window.edges.progress.isVisible()


def test_pressed_twice_before_it_could_stop_it_reads_everybody(qtbot, reading):
    app, slow = reading
    for _ in range(2):
        qtbot.keyClick(app.window.focusWidget(), Key.Key_S, ALT)
    with qtbot.waitSignal(app.counter.reading.ended):
        slow.go.set()
    assert len(app.counter.finder.index) == 60


def test_closed_while_it_is_stopped_the_next_start_reads_everybody(qtbot, start, reading):
    app, _slow = reading
    stop(qtbot, reading)
    app.close()
    again = start(Lanes())
    qtbot.waitUntil(lambda: again.counter is not None)
    with qtbot.waitSignal(again.counter.reading.ended):
        pass
    assert len(again.counter.finder.index) == 60


def test_the_bar_comes_back_after_other_work_stood_in_its_place(qtbot, reading):
    app, _slow = reading
    stop(qtbot, reading)
    edges = app.window.edges
    edges.set_busy("The disk is slow", 0)
    assert edges.progress.accessibleName() == "The disk is slow"
    edges.set_busy("", 0)
    assert edges.progress.accessibleName() == common.names_halted(30, 60)
    assert edges.progress.isVisible()
