"""A share that doesn't answer: backups go on here, it is said, and nobody waits for it at the end."""

import threading

import pytest

from counter.app import App, Start
from counter.desk import people as at_the_door
from counter.lanes import Lanes
from counter.office import backups, second_place
from counter.paths import folders_in
from counter.records.people import PersonForm
from counter.ui.texts import backups as words


@pytest.fixture
def answer(monkeypatch):
    """Until it is set, whatever is carried to the second place hangs."""
    given, carry = threading.Event(), second_place.carry

    def hang(*arguments):
        given.wait(60)
        carry(*arguments)

    monkeypatch.setattr(second_place, "carry", hang)
    yield given
    given.set()


def test_backups_go_on_and_the_program_ends_while_the_second_place_hangs(look, qtbot, tmp_path, answer):
    folders = folders_in(tmp_path / "shop")
    share = tmp_path / "share"
    share.mkdir()
    running = App(folders, Lanes(), Start())
    qtbot.addWidget(running.main)
    qtbot.waitUntil(lambda: running.counter is not None, timeout=20_000)
    place = backups.folder_of(folders.database)
    second_place.choose(place, str(share), "Shop")
    keeping, cares = running.counter.backups.keeping, []
    keeping.care.connect(cares.append)
    for number in range(1, 4):
        running._lanes.database(lambda op=f"op {number}": at_the_door.new(
            running._opened.till, op, PersonForm(name=f"Anna {op}")), lambda _answer: None, pytest.fail)  # fmt: skip
        with qtbot.waitSignal(keeping.made, timeout=20_000):
            keeping.look()
        assert len(backups.listed(place)) == number
    qtbot.waitUntil(lambda: any(care.trouble == words.PLACE_SILENT for care in cares), timeout=20_000)
    running.close()
    assert not answer.is_set()
