"""The shop's file: how it is opened, and what is said when it can't be."""

import os
import sqlite3
import subprocess
import sys
from contextlib import contextmanager

import apsw
import pytest
from counter_maker import open_file, open_till, someone_called

from counter.errors import Damaged, Unavailable
from counter.models import people
from counter.models.database import APPLICATION_ID, SETTINGS, InUse, connect, sweep

HOLD = """
import sys
from pathlib import Path
from counter.models.database import connect
database = connect(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
"""


@contextmanager
def as_a_cashier():
    """Root may write everywhere; a cashier may not."""
    if os.getuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_elsewhere(path):
    """Another program that has the shop's file open, and ends when it is told to."""
    program = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout.readline() == "open\n"
    yield program
    if program.poll() is None:
        end(program)


def end(program):
    program.stdin.close()
    program.wait(timeout=20)
    program.stdout.close()


def test_every_setting_took(till):
    found = {name: till.database.execute_sql(f"PRAGMA {name}").fetchone()[0] for name, _ in SETTINGS}
    assert found == dict(SETTINGS)
    assert till.database.execute_sql("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_setting_that_did_not_take_is_a_bug_that_shows(till):
    till.database.execute_sql("PRAGMA synchronous=1")
    with pytest.raises(RuntimeError, match="synchronous"):
        till.database.assert_settings()


def test_pages_carry_checksums_from_the_first_table_on(till, path):
    assert path.read_bytes()[20] == 8
    assert till.database.execute_sql("PRAGMA checksum_verification").fetchone() == ("1",)


def test_every_table_is_strict_and_watches_its_references(till):
    rows = till.database.execute_sql("PRAGMA table_list").fetchall()
    assert all(row[5] for row in rows if row[0] == "main" and not row[1].startswith("sqlite_"))
    with pytest.raises(Exception, match="FOREIGN KEY"):
        till.database.execute_sql("INSERT INTO note (customer_id, text) VALUES (99, 'x')")


def test_a_closed_file_is_one_file(till, path):
    someone_called(till, "Anna")
    till.database.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_query_from_another_thread_is_loud(till):
    import threading

    faults = []

    def ask():
        try:
            people.staff()
        except Exception as fault:  # noqa: BLE001 - whatever it is, it must not answer
            faults.append(fault)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert len(faults) == 1


def test_a_second_program_is_told_apart_from_every_other_fault(open_elsewhere, path):
    with pytest.raises(InUse, match="Another program has the shop's file open"):
        connect(path)


def test_the_file_opens_once_the_other_program_has_ended(open_elsewhere, path):
    with pytest.raises(InUse):
        connect(path)
    end(open_elsewhere)
    connect(path).close()


def test_a_killed_program_leaves_no_lock(open_elsewhere, path):
    open_elsewhere.kill()
    end(open_elsewhere)
    connect(path).close()


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(Unavailable, match="can't be written"):
        connect(tmp_path / "gone" / "shop.counter")


def test_a_folder_that_cant_be_written_is_told(tmp_path):
    tmp_path.chmod(0o755)
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    with as_a_cashier(), pytest.raises(Unavailable, match="can't be written"):
        connect(folder / "shop.counter")


def test_a_file_that_cant_be_written_is_told_and_left(path):
    open_till(path).database.close()
    before = path.read_bytes()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with as_a_cashier(), pytest.raises(Unavailable, match="can't be written"):
            connect(path)
    finally:
        path.parent.chmod(0o755)
    assert path.read_bytes() == before


def test_a_file_of_another_program_is_left_as_it_is(path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE song (title)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(Damaged, match="not made by Counter"):
        connect(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_left_as_it_is(path):
    path.write_text("Dear Sir or Madam, " * 500)
    with pytest.raises(Damaged, match="damaged"):
        connect(path)
    assert path.read_text() == "Dear Sir or Madam, " * 500


def test_a_full_disk_is_told(till):
    till.database.execute_sql("PRAGMA max_page_count=1")
    with pytest.raises(Exception, match="full") as told:
        for number in range(10_000):
            someone_called(till, f"Anna {number}")
    cause = told.value
    while cause.__context__ is not None:
        cause = cause.__context__
    assert isinstance(cause, apsw.FullError)


def test_a_bug_stays_a_bug(path, monkeypatch):
    monkeypatch.setattr("counter.models.database.ShopDatabase.assert_settings", lambda self: 1 / 0)
    with pytest.raises(RuntimeError, match="division"):
        connect(path)


def test_a_healthy_file_passes_the_sweep(till):
    for number in range(100):
        someone_called(till, f"Anna {number}")
    sweep(till.database)


def test_the_file_can_be_opened_again_after_each_close(path):
    for _ in range(3):
        database = open_file(path)
        sweep(database)
        database.close()
