"""After a stop, what was saved last stands in the log of new pages: where the disk did not keep that, it is noticed."""

import pytest
from counter_maker import someone_called

from counter.models import swap, torn_log
from counter.models.database import connect
from counter.models.people import everyone

NAMES = [f"Person {number}" for number in range(12)]


@pytest.fixture
def stopped(till, path, tmp_path):
    """The file and the log of a program that was killed after it had told of twelve people."""
    till.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    for name in NAMES:
        someone_called(till, name)
    (tmp_path / "stopped").mkdir()
    file = tmp_path / "stopped" / "shop.counter"
    for ending in ("", swap.LOG):
        swap.beside(file, ending).write_bytes(swap.beside(path, ending).read_bytes())
    return file


def turn_a_bit(file, at):
    log = swap.beside(file, swap.LOG)
    content = bytearray(log.read_bytes())
    content[at] ^= 1
    log.write_bytes(content)
    return content


def opened(file):
    """Whether it was noticed, and who is still there."""
    database = connect(file)
    noticed = torn_log.look(database)
    names = [person["name"] for person in everyone()]
    database.close()
    return noticed, names


def test_a_whole_log_is_taken_without_a_word(stopped):
    assert opened(stopped) == (False, NAMES)
    assert [each.name for each in stopped.parent.iterdir()] == ["shop.counter"]


@pytest.mark.parametrize("at", [1, 18, 30, torn_log.HEAD + 9, torn_log.HEAD + torn_log.FRAME * 6 + 500])
def test_a_bit_that_the_disk_did_not_keep_is_noticed_and_the_log_stays(stopped, at):
    content = turn_a_bit(stopped, at)
    noticed, names = opened(stopped)
    assert noticed
    assert len(names) < len(NAMES)
    assert (stopped.parent / "shop-log-1").read_bytes() == content


def test_each_such_log_is_kept_beside_those_before_it(stopped):
    (stopped.parent / "shop-log-1").write_bytes(b"of last year")
    content = turn_a_bit(stopped, torn_log.HEAD + 9)
    assert opened(stopped)[0]
    assert (stopped.parent / "shop-log-1").read_bytes() == b"of last year"
    assert (stopped.parent / "shop-log-2").read_bytes() == content


def test_the_last_commit_cut_off_is_what_a_power_cut_may_leave(stopped):
    log = swap.beside(stopped, swap.LOG)
    log.write_bytes(log.read_bytes()[:-100])
    assert opened(stopped) == (False, NAMES[:-1])


def test_what_an_older_log_left_behind_the_newer_one_is_nothing_that_was_lost(till, path, tmp_path):
    """A log is begun anew over the old one once all of that is in the file."""
    for name in NAMES:
        someone_called(till, name)
    till.database.execute_sql("PRAGMA wal_checkpoint(RESTART)").fetchall()
    someone_called(till, "Zoe")
    (tmp_path / "stopped").mkdir()
    file = tmp_path / "stopped" / "shop.counter"
    for ending in ("", swap.LOG):
        swap.beside(file, ending).write_bytes(swap.beside(path, ending).read_bytes())
    assert opened(file) == (False, [*NAMES, "Zoe"])
