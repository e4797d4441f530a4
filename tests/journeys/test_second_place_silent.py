"""A share that doesn't answer: backups go on here, it is said, and nobody waits for it long, not even at the end."""

import threading

import pytest

from counter.app import App, Start, reach
from counter.desk import people as at_the_door
from counter.lanes import Lanes
from counter.office import backups, second_place
from counter.paths import folders_in
from counter.records.people import PersonForm
from counter.ui.texts import backups as words

NEVER = 600
pytestmark = pytest.mark.slow


class Silence:
    """While it lasts, what is carried to the second place hangs, and never gets there."""

    def __init__(self):
        self.lasts, self._ended, self._carry = True, threading.Event(), second_place.carry

    def carry(self, *arguments):
        if self.lasts:
            self.hang()
        else:
            self._carry(*arguments)

    def hang(self, *_arguments):
        self._ended.wait(NEVER)

    def end(self):
        """For what still waits; in life its program is long gone."""
        self._ended.set()


@pytest.fixture
def silence(monkeypatch):
    made = Silence()
    monkeypatch.setattr(second_place, "carry", made.carry)
    yield made
    made.end()


@pytest.fixture
def impatient(monkeypatch):
    """The end of the program waits a moment, where it would wait ten seconds."""
    monkeypatch.setattr(reach, "PATIENCE_S", 0.2)


class Shop:
    """A program with a share as its second place, started as often as a test wants."""

    def __init__(self, qtbot, folder):
        self._qtbot, self.folders, self.share = qtbot, folders_in(folder / "shop"), folder / "share"
        self.share.mkdir()
        self.place, self._count = backups.folder_of(self.folders.database), 0
        self.start()
        second_place.choose(self.place, str(self.share), "Shop")
        self.save()

    def start(self):
        self.running = App(self.folders, Lanes(), Start(demo=5))
        self._qtbot.addWidget(self.running.main)
        self.running.main.show()
        self._qtbot.waitUntil(lambda: self.running.counter is not None)

    @property
    def keeping(self):
        return self.running.counter.backups.keeping

    def save(self):
        self._count += 1
        form, kept = PersonForm(name=f"Anna {self._count}"), []
        self.running._lanes.database(
            lambda: at_the_door.new(self.running._opened.till, f"op {self._count}", form), kept.append, pytest.fail
        )
        self._qtbot.waitUntil(lambda: bool(kept))

    def there(self):
        return [file.name for file in self.share.rglob("*.gz")]


@pytest.fixture
def shop(look, qtbot, tmp_path):
    made = Shop(qtbot, tmp_path)
    yield made
    made.running.close()


def test_backups_go_on_and_the_program_ends_while_the_second_place_hangs(shop, qtbot, silence):
    cares = []
    shop.keeping.care.connect(cares.append)
    for number in range(1, 4):
        with qtbot.waitSignal(shop.keeping.made):
            shop.keeping.look()
        shop.save()
        assert len(backups.listed(shop.place)) == number
    qtbot.waitUntil(lambda: any(care.trouble == words.PLACE_SILENT for care in cares))
    shop.running.close()
    assert len(backups.listed(shop.place)) == 4


def test_the_list_and_all_other_work_go_on_while_the_second_place_hangs(
    shop, qtbot, monkeypatch, silence, impatient
):
    """Two threads do all the long work: a share may not take them."""
    monkeypatch.setattr(second_place, "inside", silence.hang)
    owners = shop.running.counter.owners
    owners.open()
    owners.window.show_page("backups")
    for _ in range(3):
        owners.backup_made(None)
    done = []
    shop.running._lanes.work(lambda: "done", done.append, pytest.fail)
    qtbot.waitUntil(lambda: done == ["done"])
    shop.running.close()


def test_the_window_closes_without_the_second_place_and_the_next_start_says_so(
    shop, qtbot, monkeypatch, silence, impatient
):
    shop.running.close()
    shop.start()
    shop.save()
    shop.running.main.close()
    assert shop.running.main.isVisible()
    qtbot.waitUntil(lambda: not shop.running.main.isVisible())
    shop.running.close()
    assert shop.there() == []
    silence.lasts = False
    monkeypatch.setattr(reach, "PATIENCE_S", 30)
    shop.start()
    qtbot.waitUntil(lambda: shop.running.window.message.message() == words.PLACE_OWED)
    qtbot.waitUntil(lambda: len(shop.there()) == 1 and not backups.owed(shop.folders.database))
    qtbot.waitUntil(lambda: shop.keeping._care.newest is not None)  # the place has answered: it can be asked again
    shop.running.close()
    shop.start()
    qtbot.waitUntil(lambda: shop.keeping._care.newest is not None)
    assert shop.running.window.message.message() != words.PLACE_OWED
    shop.running.close()


def test_a_program_that_the_system_ends_does_not_wait_for_the_second_place(shop, silence, impatient):
    shop.running.close()
    assert len(backups.listed(shop.place)) == 1
    assert backups.owed(shop.folders.database).number == 1
