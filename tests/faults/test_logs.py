"""What is written down when something goes wrong: where and of what kind, never who; told once; a report to hand on."""

import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import threading
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from counter_maker import open_till, someone_called
from names_in_logs import SHORTEST
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from counter.app import App, Start
from counter.app.crash import HARD, LOG, Watch
from counter.app.help_file import make_report
from counter.errors import Unavailable
from counter.lanes import Lanes, LanesInStep
from counter.models import people, swap
from counter.models.tables_counter import ComplaintRow, ComplimentRow, NoteRow, OrderRow
from counter.models.tables_people import ContactRow, CustomerRow, EntryRow, FactRow, HouseholdRow
from counter.paths import folders_in
from counter.ui.texts.backups import LOG_TORN
from counter.ui.texts.common import ENDED_BADLY
from counter.ui.widgets.text import Text

ROOT = Path(__file__).parents[2]
Key = Qt.Key
WORDS = "Waits for the rye and the results"


@pytest.fixture
def watch(tmp_path):
    made = Watch(tmp_path / "shop" / "logs")
    made.begin()
    made.first()
    yield made
    made.end()


@pytest.fixture
def counter(watch, look, qtbot, tmp_path):
    running = App(folders_in(tmp_path / "shop"), LanesInStep(), Start(demo=60))
    qtbot.addWidget(running.main)
    running.main.show()
    running.window.activateWindow()
    qtbot.waitUntil(running.window.isActiveWindow)
    yield running
    running.close()


def written(folder):
    return "".join(file.read_text(encoding="utf-8") for file in sorted((folder / "logs").iterdir()))


def stumble(_till, _op):
    """A bug while somebody's name and words are at hand."""
    person = next(people.everyone())
    try:
        int(person["name"])
    except ValueError as fault:
        raise KeyError(f"{person['name']}: {WORDS}") from fault


def test_the_log_of_a_day_names_nobody_and_keeps_no_note(qtbot, counter, tmp_path):
    window = counter.window
    names = {part for row in people.everyone() for part in (*row["name"].split(), *row["called"].split())}
    qtbot.keyClicks(window.focusWidget(), "Anna Kowalska")
    qtbot.keyClick(window.focusWidget(), Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    qtbot.keyClick(window.focusWidget(), Key.Key_F7)
    qtbot.keyClicks(window.focusWidget(), WORDS)
    qtbot.keyClick(window.focusWidget(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.focusWidget(), Key.Key_F9)
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    counter.counter.control._errands.do(stumble, print)
    logging.getLogger("peewee").warning("INSERT INTO customer VALUES ('Anna Kowalska')")
    text = written(tmp_path / "shop")
    assert "a bug in a lane" in text
    assert "KeyError" in text and "ValueError" in text and "test_logs.py" in text
    assert "Kowalska" not in text and WORDS not in text
    assert [name for name in names if len(name) > 3 and name in text] == []


def test_a_bug_in_any_thread_is_written_down(watch, tmp_path):
    def fall():
        raise ZeroDivisionError("Anna")

    thread = threading.Thread(target=fall)
    thread.start()
    thread.join()
    text = written(tmp_path / "shop")
    assert "a bug that nobody caught" in text and "ZeroDivisionError" in text and "fall" in text
    assert "Anna" not in text


def test_a_program_that_ended_by_itself_is_not_told_of(tmp_path):
    for _ in range(2):
        one = Watch(tmp_path)
        one.begin()
        one.first()
        assert not one.ended_badly
        one.end()


def test_logs_never_grow_beyond_their_bounds(watch, tmp_path):
    for number in range(30_000):
        logging.getLogger("counter.try").info("a line of a log that fills up, number %d, and on and on it goes", number)
    files = list((tmp_path / "shop" / "logs").glob(f"{LOG}*"))
    assert len(files) == 4
    assert sum(file.stat().st_size for file in files) < 2_100_000


def test_what_hard_crashes_wrote_never_grows_beyond_its_bounds(tmp_path):
    hard = tmp_path / HARD
    for _start in range(40):
        one = Watch(tmp_path)
        one.begin()
        one.end()
        with hard.open("a") as file:
            file.write("Fatal Python error: Segmentation fault\n" * 1000)
    files = list(tmp_path.glob(f"{HARD}*"))
    assert len(files) == 2
    assert sum(file.stat().st_size for file in files) < 1_100_000


def test_a_folder_that_takes_no_log_is_no_reason_not_to_start(tmp_path):
    (tmp_path / "logs").write_text("a file where the folder should be")
    one = Watch(tmp_path / "logs")
    one.begin()
    one.first()
    logging.getLogger("counter.try").error("nowhere to go")
    one.end()


@pytest.mark.slow
def test_a_killed_program_is_told_of_once_at_the_next_start(look, qtbot, tmp_path):
    environment = os.environ | {"COUNTER_DATA_DIR": str(tmp_path / "shop")}
    with subprocess.Popen([sys.executable, str(ROOT / "main.py")], env=environment) as program:
        qtbot.waitUntil(lambda: (tmp_path / "shop" / "logs" / "running").exists())
        program.send_signal(signal.SIGKILL)
    said = []
    for _ in range(2):
        one = Watch(tmp_path / "shop" / "logs")
        one.begin()
        one.first()
        running = App(folders_in(tmp_path / "shop"), LanesInStep(), Start())
        qtbot.addWidget(running.main)
        said.append(one.ended_badly)
        running.close()
        one.end()
    assert said == [True, False]
    assert written(tmp_path / "shop").count("did not end by itself") == 1


def test_what_is_said_at_the_next_start_stands_at_the_foot_of_the_window(look, qtbot, tmp_path):
    running = App(folders_in(tmp_path / "shop"), Lanes(), Start())
    qtbot.addWidget(running.main)
    running.tell = ENDED_BADLY
    qtbot.waitUntil(lambda: running.counter is not None)
    assert running.window.message.message() == ENDED_BADLY
    running.close()


def test_where_the_disk_did_not_keep_what_was_saved_last_that_is_said_and_not_that_all_is_there(look, qtbot, tmp_path):
    till, stopped = open_till(tmp_path / "shop.counter"), folders_in(tmp_path / "stopped")
    till.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    for number in range(9):
        someone_called(till, f"Person {number}")
    stopped.make()
    for ending in ("", swap.LOG):
        kept = bytearray(swap.beside(tmp_path / "shop.counter", ending).read_bytes())
        if ending:
            kept[len(kept) // 2] ^= 1
        swap.beside(stopped.database, ending).write_bytes(kept)
    till.database.close()
    running = App(stopped, Lanes(), Start())
    qtbot.addWidget(running.main)
    running.tell = ENDED_BADLY
    qtbot.waitUntil(lambda: running.counter is not None)
    assert running.window.message.message() == LOG_TORN
    running.close()
    assert list(stopped.data.glob("shop-log-*"))


OF_PEOPLE = (
    (CustomerRow.name, CustomerRow.called, CustomerRow.pronunciation, CustomerRow.company, CustomerRow.address),
    (ContactRow.value, ContactRow.digits), (HouseholdRow.name,), (FactRow.text,), (NoteRow.text,),
    (ComplaintRow.words,), (ComplimentRow.words,), (OrderRow.spec,), (EntryRow.sentence,),
)  # fmt: skip


def known_of_people():
    """Each name, phone, address, fact and note in the shop's file, in the bytes in which it may be written down."""
    texts = {text for columns in OF_PEOPLE for row in columns[0].model.select(*columns).tuples() for text in row}
    texts |= {part for person in people.everyone() for part in person["name"].split()}
    return {text.encode(code) for text in texts if len(text) >= SHORTEST for code in ("utf-8", "utf-16-le")}


def test_a_report_for_help_holds_versions_settings_and_logs_and_no_customer(qtbot, counter, tmp_path):
    counter.counter.control._errands.do(stumble, print)
    counter.counter.owners.open()
    page = counter.counter.owners.window.about
    page.findChild(QWidget, "report_for_help").clicked.emit()
    (report,) = (tmp_path / "shop" / "for help").iterdir()
    assert str(report) in " ".join(text.text() for text in page.findChildren(Text))
    with zipfile.ZipFile(report) as inside:
        held = {name: inside.read(name) for name in inside.namelist()}
    assert {"versions.txt", "settings.json", "logs/counter.log"} <= set(held)
    assert json.loads(held["settings.json"])["shop_name"] == counter.counter.owners._errands.till.settings.shop_name
    parts = {line.split()[0] for line in held["versions.txt"].decode().split("\n")}
    assert {"Counter", "Python", "SQLite", "peewee", "System"} <= parts
    assert b"a bug in a lane" in held["logs/counter.log"]
    known, contents = known_of_people(), (report.read_bytes(), *held.values())
    assert len(known) > 500
    assert [text for text in known if any(text in content for content in contents)] == []


def test_a_report_that_can_not_be_written_says_so(watch, tmp_path):
    (tmp_path / "help").write_text("a file where the folder should be")
    with pytest.raises(Unavailable, match="could not be written to"):
        make_report("{}", tmp_path / "help", datetime(2026, 11, 26, 10, 42, tzinfo=UTC))


SHOP_IN_TROUBLE = '''
import logging

def test_a_shop_in_trouble():
    logging.getLogger("counter.desk").error("{said}")
    logging.getLogger("peewee").error("INSERT INTO customer VALUES ('Anna Kowalska')")
'''


def whole_run(folder, said):
    """A run of the tests of its own, with what all tests here share."""
    folder.mkdir()
    for name in ("conftest.py", "names_in_logs.py"):
        (folder / name).symlink_to(ROOT / "tests" / name)
    (folder / "test_one.py").write_text(SHOP_IN_TROUBLE.format(said=said), encoding="utf-8")
    words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "--basetemp", str(folder / "made"), str(folder)]
    place = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    done = subprocess.run([sys.executable, *words], env=place, capture_output=True, text=True, check=False)
    written = (folder / "made" / "suite" / "suite.log").read_text(encoding="utf-8")
    shutil.rmtree(folder)  # its logs are not those of the run that this test is in
    return done, written


@pytest.mark.slow
@pytest.mark.parametrize("said", ["Kenneth is waiting", "she said: Collects on Fridays"])
def test_a_run_of_all_tests_ends_badly_when_any_log_names_somebody(tmp_path, said):
    done, _ = whole_run(tmp_path / "run", said)
    assert done.returncode == 1
    assert "A log names somebody" in done.stdout and said in done.stdout
    assert "1 passed" in done.stdout


@pytest.mark.slow
def test_a_run_of_all_tests_that_names_nobody_ends_well(tmp_path):
    done, written = whole_run(tmp_path / "run", "a bug in a lane")
    assert done.returncode == 0, done.stdout
    assert "a bug in a lane" in written
