"""The names of the shop from one start of the program to the next: kept at close, there at once, read again if not."""

import pytest
from PySide6.QtCore import Qt

from counter.app import App, Start, shop
from counter.desk import find
from counter.lanes import Lanes, LanesInStep
from counter.models import kept
from counter.models.tables_shop import KeptRow
from counter.paths import folders_in

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier



@pytest.fixture
def start(qtbot, tmp_path):
    """Starts the program on one shop, again and again; `lanes` are those of the run."""
    running = []

    def begin(lanes):
        app = App(folders_in(tmp_path / "shop"), lanes, Start(demo=60))
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
    qtbot.keyClick(app.window.focusWidget(), Key.Key_Return)
    return app.window.card.customer.id


def test_somebody_added_is_found_in_the_index_that_was_kept_at_close(qtbot, start):
    app = start(LanesInStep())
    quill = add_quill(qtbot, app)
    app.close()
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
    shares = []
    app.counter.reading.read.connect(shares.append)
    qtbot.waitUntil(lambda: bool(shares) and shares[-1] == 1.0)
    assert found(app, "quill zebedee") == {quill}
    assert app.counter.finder.whole


def test_closed_before_everybody_was_read_it_reads_again_at_the_next_start(qtbot, start, monkeypatch):
    first = start(LanesInStep())
    quill = add_quill(qtbot, first)
    first.close()
    app = start(LanesInStep())
    kept.keep(find.NAME, 0, b"an index of another version")
    app.counter.finder.whole = False
    app.close()
    assert found(start(LanesInStep()), "zebedee quill") == {quill}
