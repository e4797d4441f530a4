"""Going back to a backup: what would be lost is told, the present file is kept, and no strange file gets in."""

import gzip
import json
import random

import apsw
import pytest
from counter_maker import MORNING, RESOURCES, open_file, open_till, someone_called

from counter.errors import Damaged, Refused, Unavailable
from counter.models import swap, vetting
from counter.models.database import CHECKSUM_VFS, PAGE
from counter.models.people import everyone
from counter.office import backups, restoring
from counter.records.backups import Why


@pytest.fixture
def backup(till, path):
    """A backup of three people; two more came since."""
    for name in ("Anna", "Ben", "Zoe"):
        someone_called(till, name)
    done = backups.make(till.database, Why.BY_ITSELF, MORNING)
    for name in ("Maya", "Jonas"):
        someone_called(till, name)
    return done


def names(path):
    database = open_file(path)
    found = sorted(person["name"] for person in everyone())
    database.close()
    return found


def go_back(till, path, source):
    weighed = restoring.weigh(path, source)
    till.database.close()
    return restoring.put_in_place(weighed.prepared, path)


def rewrite(source, target, *statements):
    """The backup's plain file with something done to it by hand, through the layer that keeps its pages right."""
    target.write_bytes(gzip.decompress(source.read_bytes()))
    file = apsw.Connection(str(target), vfs=CHECKSUM_VFS)
    for statement in statements:
        file.execute(statement)
    file.close()
    return target


def test_going_back_brings_the_shop_of_that_time_and_keeps_the_present_one(till, path, backup):
    aside = go_back(till, path, backup.path)
    assert names(path) == ["Anna", "Ben", "Zoe"]
    assert names(aside) == ["Anna", "Ben", "Jonas", "Maya", "Zoe"]


def test_one_can_go_back_to_where_one_was(till, path, backup):
    present = backups.make(till.database, Why.RESTORE, MORNING)
    go_back(till, path, backup.path)
    again = open_till(path)
    someone_called(again, "Kim", op="new Kim")
    weighed = restoring.with_loss(restoring.weigh(path, present.path))
    assert weighed.loss.entries == 1
    assert "Kim" in weighed.loss.newest[0][1]
    again.database.close()
    restoring.put_in_place(weighed.prepared, path)
    assert names(path) == ["Anna", "Ben", "Jonas", "Maya", "Zoe"]
    assert len(swap.set_aside(path)) == 2


def test_of_two_that_were_looked_through_each_stays_itself(till, path, backup):
    newer = backups.make(till.database, Why.ASKED, MORNING)
    older, newer = restoring.weigh(path, backup.path), restoring.weigh(path, newer.path)
    assert (older.people, newer.people) == (3, 5)
    till.database.close()
    restoring.put_in_place(older.prepared, path)
    assert names(path) == ["Anna", "Ben", "Zoe"]
    restoring.tidy(path)
    assert not newer.prepared.exists()


def test_a_disk_that_can_not_be_read_makes_no_backup_count_as_damaged(till, path, backup, monkeypatch):
    plain = vetting.open_to_look

    def opens_nothing(*_what, **_how):
        raise apsw.CantOpenError("the disk is away")

    monkeypatch.setattr(vetting, "open_to_look", opens_nothing)
    with pytest.raises(Unavailable, match="can't be read just now"):
        restoring.weigh(path, backup.path)
    monkeypatch.setattr(vetting, "open_to_look", plain)
    assert backups.shelf(path).backups[0].verified
    assert restoring.weigh(path, backup.path).people == 3


def test_what_would_be_lost_is_told_newest_first(till, path, backup):
    weighed = restoring.with_loss(restoring.weigh(path, backup.path))
    assert (weighed.people, weighed.entries, weighed.at) == (3, 3, MORNING)
    assert weighed.loss.entries == 2
    assert ["Jonas" in line for _, line in weighed.loss.newest] == [True, False]
    assert not weighed.loss.strange


def test_the_newest_backup_loses_nothing(till, path, backup):
    newest = backups.make(till.database, Why.ASKED, MORNING)
    loss = restoring.with_loss(restoring.weigh(path, newest.path)).loss
    assert (loss.entries, loss.newest, loss.strange) == (0, (), False)


def test_a_backup_of_another_shop_says_that_everything_here_would_go(till, path, backup, tmp_path):
    (tmp_path / "other").mkdir()
    other = open_till(tmp_path / "other" / "shop.counter")
    someone_called(other, "Bo", op="another counter")
    theirs = backups.make(other.database, Why.ASKED, MORNING)
    other.database.close()
    till.database.bind([vetting.EntryRow])
    loss = restoring.with_loss(restoring.weigh(path, theirs.path)).loss
    assert (loss.entries, loss.strange) == (5, True)


def test_a_shop_that_was_killed_is_kept_with_its_log(till, path, backup, tmp_path):
    """What was acknowledged and is only in the log of the present file goes aside with it."""
    (tmp_path / "killed").mkdir()
    killed = tmp_path / "killed" / "shop.counter"
    for ending in ("", "-wal"):
        swap.beside(killed, ending).write_bytes(swap.beside(path, ending).read_bytes())
    assert swap.beside(killed, "-wal").stat().st_size > 0
    weighed = restoring.weigh(killed, backup.path)
    aside = restoring.put_in_place(weighed.prepared, killed)
    till.database.close()
    assert names(killed) == ["Anna", "Ben", "Zoe"]
    assert names(aside) == ["Anna", "Ben", "Jonas", "Maya", "Zoe"]


def test_the_file_of_a_pc_that_stopped_at_work_is_gone_back_to_with_its_log(till, path, backup, tmp_path):
    """What was saved last is only in the log beside it, as on a disk that was taken out of the old PC."""
    (tmp_path / "old").mkdir()
    old = tmp_path / "old" / "shop.counter"
    for ending in ("", "-wal"):
        swap.beside(old, ending).write_bytes(swap.beside(path, ending).read_bytes())
    weighed = restoring.with_loss(restoring.weigh(path, old))
    assert (weighed.people, weighed.loss.entries) == (5, 0)
    till.database.close()
    restoring.put_in_place(weighed.prepared, path)
    assert names(path) == ["Anna", "Ben", "Jonas", "Maya", "Zoe"]
    assert swap.beside(old, "-wal").exists()


def test_one_that_is_left_leaves_nothing_beside_the_backups(till, path, backup, tmp_path):
    (tmp_path / "old").mkdir()
    old = tmp_path / "old" / "shop.counter"
    for ending in ("", "-wal"):
        swap.beside(old, ending).write_bytes(swap.beside(path, ending).read_bytes())
    restoring.leave(restoring.weigh(path, old))
    for ending in ("", "-wal"):
        swap.beside(old, ending).write_bytes(b"la la la" * 1000)
    with pytest.raises(Damaged):
        restoring.weigh(path, old)
    assert [each.name for each in backups.folder_of(path).iterdir()] == [backup.path.name]


def test_the_shops_own_file_is_no_backup_of_it(till, path, backup, tmp_path):
    """Closed a second time, it would lose the lock that keeps another program out."""
    (tmp_path / "by another name").symlink_to(path)
    for source in (path, tmp_path / "by another name"):
        with pytest.raises(Refused, match="the shop's file itself"):
            restoring.weigh(path, source)


@pytest.mark.parametrize("done", range(5))
def test_a_cut_after_any_step_leaves_one_or_the_other_whole(till, path, backup, tmp_path, monkeypatch, done):
    (tmp_path / "killed").mkdir()
    killed = tmp_path / "killed" / "shop.counter"
    for ending in ("", "-wal"):
        swap.beside(killed, ending).write_bytes(swap.beside(path, ending).read_bytes())
    till.database.close()
    weighed = restoring.weigh(killed, backup.path)
    plain, steps = type(killed).replace, []

    def cut(self, target):
        if len(steps) == done:
            raise OSError("the power went")
        steps.append(target)
        return plain(self, target)

    monkeypatch.setattr(type(killed), "replace", cut)
    if done < 4:
        with pytest.raises(Unavailable, match="Nothing is lost"):
            restoring.put_in_place(weighed.prepared, killed)
    else:
        restoring.put_in_place(weighed.prepared, killed)
    monkeypatch.undo()
    restoring.finish(killed)
    everybody, then = ["Anna", "Ben", "Jonas", "Maya", "Zoe"], ["Anna", "Ben", "Zoe"]
    assert names(killed) == (then if done else everybody)
    assert [names(aside) for aside in swap.set_aside(killed)] == ([everybody] if done else [])


def test_a_start_with_nothing_to_end_changes_nothing(till, path, backup):
    till.database.close()
    before = path.read_bytes()
    restoring.finish(path)
    assert path.read_bytes() == before


STRANGE = "holds things that no shop file"
HOSTILE = {
    "a trigger": (STRANGE, "CREATE TRIGGER evil AFTER INSERT ON entry BEGIN DELETE FROM customer; END"),
    "a view": (STRANGE, "CREATE VIEW people AS SELECT * FROM customer"),
    "a table": (STRANGE, "CREATE TABLE junk (x)"),
    "an index": (STRANGE, "CREATE INDEX more ON customer (name)"),
    "a table less": (STRANGE, "DROP TABLE report"),
    "format 0": (STRANGE, "PRAGMA user_version=0"),
    "a newer one": ("newer Counter", "PRAGMA user_version=9999"),
    "another program": ("not made by Counter", "PRAGMA application_id=7"),
    "an orphan": ("damaged", "PRAGMA foreign_keys=0", "INSERT INTO note (customer_id, text) VALUES (99, 'x')"),
    "a name of 4 MB": (
        "damaged", "PRAGMA ignore_check_constraints=1", "UPDATE customer SET name = printf('%.*c', 4000000, 'x')",
    ),
    "a trigger hidden": (
        STRANGE, "PRAGMA writable_schema=1",
        "INSERT INTO sqlite_master VALUES ('trigger', 'e', 'entry', 0, 'CREATE TRIGGER e AFTER INSERT ON entry "
        "BEGIN DELETE FROM customer; END')",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence(till, path, backup, tmp_path, what):
    said, *statements = HOSTILE[what]
    source = rewrite(backup.path, tmp_path / "hostile", *statements)
    with pytest.raises(Damaged, match=said):
        restoring.weigh(path, source)
    assert source.exists()
    assert sorted(each.name for each in (path.parent / "backups").iterdir()) == [backup.path.name]


def junk(tmp_path, content):
    (tmp_path / "junk").write_bytes(content)
    return tmp_path / "junk"


@pytest.mark.parametrize("content", [b"", b"Dear Sir or Madam, " * 999, b"\x1f\x8b\x08\x10" + b"x" * 99, b"\0" * 9999])
def test_a_file_that_is_no_backup_is_refused(till, path, tmp_path, content):
    with pytest.raises(Damaged):
        restoring.weigh(path, junk(tmp_path, content))


def test_random_bytes_under_our_head_are_refused(till, path, backup, tmp_path):
    rolled, whole = random.Random(5), gzip.decompress(backup.path.read_bytes())
    for _ in range(40):
        start = rolled.choice([0, 100, PAGE])
        with pytest.raises(Damaged):
            restoring.weigh(path, junk(tmp_path, whole[:start] + rolled.randbytes(rolled.choice([50, PAGE, 40_000]))))


def test_a_file_that_is_gone_is_told(till, path, tmp_path):
    with pytest.raises(Unavailable, match="can't be read just now"):
        restoring.weigh(path, tmp_path / "gone")


def test_a_folder_of_somebody_else_is_refused(till, path, tmp_path):
    with pytest.raises(Refused, match="not one of Counter's"):
        restoring.weigh(path, tmp_path)


def test_a_file_that_swells_beyond_the_disk_is_refused(till, path, tmp_path, monkeypatch):
    monkeypatch.setattr("counter.models.backup.LARGEST", 1_000_000)
    with pytest.raises(Unavailable, match="not enough room"):
        restoring.weigh(path, junk(tmp_path, gzip.compress(bytes(50_000_000))))


def test_a_damaged_backup_of_ours_is_no_longer_counted_on(till, path, backup):
    whole = backup.path.read_bytes()
    backup.path.write_bytes(whole[:-9] + b"\0" * 5 + whole[-4:])
    assert backups.shelf(path).backups[0].verified
    with pytest.raises(Damaged, match="Choose another one"):
        restoring.weigh(path, backup.path)
    assert backups.shelf(path).backups == ()
    assert backups.next_number(path.parent / "backups") == 2


def test_the_newest_one_that_holds_is_found(till, path, backup):
    newest = backups.make(till.database, Why.ASKED, MORNING)
    newest.path.write_bytes(newest.path.read_bytes()[:-500])
    found, weighed = restoring.newest_whole(path)
    assert (found.number, weighed.people) == (backup.number, 3)


def test_without_a_backup_that_holds_it_is_said(till, path):
    with pytest.raises(Damaged, match="no backup on this PC"):
        restoring.newest_whole(path)


@pytest.mark.parametrize("version", ["001", "002", "003"])
def test_a_backup_of_a_released_version_is_taken_and_brought_up_to_date(path, version):
    source = RESOURCES.parent / "tests" / "data" / f"shop_v{version}.counter.gz"
    weighed = restoring.weigh(path, source)
    restoring.put_in_place(weighed.prepared, path)
    told = json.loads(source.with_name(f"shop_v{version}.json").read_text())
    assert sorted(set(names(path))) == told["names"]
    assert weighed.rows == sum(told["rows"].values())


def test_the_file_of_an_old_pc_can_be_taken_as_it_is(till, path, tmp_path):
    someone_called(till, "Anna")
    till.database.close()
    (tmp_path / "new").mkdir()
    new = tmp_path / "new" / "shop.counter"
    weighed = restoring.weigh(new, path)
    assert list(weighed.prepared.parent.iterdir()) == [weighed.prepared]
    restoring.put_in_place(weighed.prepared, new)
    assert names(new) == names(path) == ["Anna"]
