"""Backups of a real shop file: whole, verified, numbered, kept in turns; and what can't be written is told."""

import gzip
import resource
import signal
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from counter_maker import MORNING, someone_called
from hypothesis import given, settings
from hypothesis import strategies as st

from counter.desk import notes
from counter.errors import Damaged, Refused, Unavailable
from counter.models import backup, vetting
from counter.models.database import PAGE, connect
from counter.models.migrate import verified_copy
from counter.office import backups, rotation, second_place
from counter.records.backups import Backup, Facts, Why

TODAY = MORNING.date()


@pytest.fixture
def shop(till, path):
    """A small shop with something in it."""
    with till.database.atomic():
        for number in range(40):
            notes.add(till, f"note {number}", someone_called(till, f"Anna {number}"), "Collects on Fridays. " * 20)
    return till


@pytest.fixture
def stick(tmp_path_factory):
    return tmp_path_factory.mktemp("stick")


def made(till, why=Why.BY_ITSELF, at=MORNING):
    return backups.make(till.database, why, at)


@contextmanager
def no_file_larger_than(size):
    """The system refuses to make a file longer, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def flip(path, at):
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def test_a_backup_holds_every_row(shop, path, tmp_path):
    done = made(shop)
    for _ in backup.unpack(done.path, tmp_path / "back"):
        pass
    inside = vetting.inspect(tmp_path / "back", deep=True)
    tables = (name for (name,) in shop.database.execute_sql(vetting.OWN).fetchall())
    assert inside.rows == {n: shop.database.execute_sql(f'SELECT count(*) FROM "{n}"').fetchone()[0] for n in tables}
    assert (done.facts.people, done.facts.entries, done.facts.rows) == (40, 80, inside.total)
    assert (done.facts.newest, done.facts.op, done.facts.at) == (80, "note 39", MORNING)
    assert done.verified


def test_what_is_saved_between_two_steps_goes_along(shop, tmp_path):
    steps = backup.copy(shop.database, tmp_path / "copy")
    next(steps)
    someone_called(shop, "Zoe")
    assert list(steps)[-1] == 1.0
    assert vetting.inspect(tmp_path / "copy").rows["customer"] == 41


def test_a_copy_left_alone_half_way_leaves_no_file(shop, tmp_path):
    steps = backup.copy(shop.database, tmp_path / "copy")
    next(steps)
    steps.close()
    assert not (tmp_path / "copy").exists()
    someone_called(shop, "Zoe")


def test_the_shop_can_be_saved_to_during_a_backup_and_holds(shop, path, tmp_path):
    for number, _ in enumerate(backup.copy(shop.database, tmp_path / "copy")):
        someone_called(shop, f"Zoe {number}")
    shop.database.close()
    assert vetting.inspect(path, deep=True).rows["customer"] == 41 + number


def test_any_unzipping_program_opens_a_backup(shop, tmp_path):
    done = made(shop)
    (tmp_path / "plain").write_bytes(gzip.decompress(done.path.read_bytes()))
    assert vetting.inspect(tmp_path / "plain").rows["customer"] == 40


def test_the_note_survives_only_as_ours(shop):
    note, size = backup.note_on(made(shop).path)
    assert backups.facts_of(note).size == size
    for other in ("", "[" * 4000, "{}", '{"at": 3}', note.replace('"rows": ', '"rows": -'), note.replace("2026", "x")):
        assert backups.facts_of(other) is None


def test_a_cut_off_backup_is_told_apart_without_unpacking(shop):
    done = made(shop)
    done.path.write_bytes(done.path.read_bytes()[:-1000])
    assert not backups.known(done.path).verified
    done.path.write_bytes(b"")
    assert backups.known(done.path).facts is None


def test_a_flipped_byte_is_seen_when_it_is_opened(shop, tmp_path):
    whole = made(shop).path.read_bytes()
    random = Random(3)
    seen, harmless = 0, 0
    for _ in range(60):
        at = random.randrange(len(backup.HEAD), len(whole))
        (tmp_path / "b.gz").write_bytes(whole[:at] + bytes([whole[at] ^ (1 << random.randrange(8))]) + whole[at + 1 :])
        try:
            for _ in backup.unpack(tmp_path / "b.gz", tmp_path / "plain"):
                pass
        except Damaged:
            seen += 1
            assert not (tmp_path / "plain").exists()
        else:
            assert (tmp_path / "plain").read_bytes() == gzip.decompress(whole)
            harmless += 1
    assert seen + harmless == 60
    assert seen > 50


def test_what_differs_from_the_copy_never_gets_its_name(shop, path, monkeypatch):
    before = made(shop)
    making = backups.begin(path, Why.BY_ITSELF, MORNING)
    for _ in backups.copying(shop.database, making):
        pass
    plain = backup.read_back

    def worn_disk(packed, copy):
        flip(packed, packed.stat().st_size // 2)
        return plain(packed, copy)

    monkeypatch.setattr(backup, "read_back", worn_disk)
    with pytest.raises(Damaged):
        backups.finish(making)
    assert [each.name for each in path.parent.glob("backups/*")] == [before.path.name]


def test_a_shop_file_that_can_not_be_read_is_blamed_itself(shop, path, tmp_path):
    shop.database.close()
    flip(path, 20 * PAGE + 50)
    database = connect(path)
    with pytest.raises(Damaged, match="The shop's file is damaged"):
        list(backup.copy(database, tmp_path / "copy"))
    database.close()
    assert not (tmp_path / "copy").exists()


def test_a_folder_that_is_gone_is_blamed_and_not_the_shop_file(shop, tmp_path):
    with pytest.raises(Unavailable, match="could not be written to .*gone"):
        list(backup.copy(shop.database, tmp_path / "gone" / "copy"))


def test_a_disk_that_is_full_for_the_backup_is_told_and_nothing_half_written_stays(shop, path, tmp_path):
    for _ in backup.copy(shop.database, tmp_path / "copy"):
        pass
    backup_of = list(backup.pack(tmp_path / "copy", tmp_path / "copy.gz"))
    assert backup_of[-1] == 1.0
    with no_file_larger_than(10_000):
        with pytest.raises(Unavailable, match="could not be written|not enough room"):
            list(backup.copy(shop.database, tmp_path / "other"))
        with pytest.raises(Unavailable, match="not enough room"):
            list(backup.pack(tmp_path / "copy", tmp_path / "other.gz"))
        with pytest.raises(Unavailable, match="not enough room"):
            list(backup.unpack(tmp_path / "copy.gz", tmp_path / "other"))
        with pytest.raises(Unavailable):
            verified_copy(shop.database, tmp_path / "other")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy", "copy.gz", path.name, f"{path.name}-wal"]


def test_after_a_full_disk_the_next_backup_is_made(shop, path):
    with no_file_larger_than(10_000), pytest.raises(Unavailable):
        made(shop)
    assert made(shop).verified
    assert [each.name for each in path.parent.glob("backups/*")] == ["shop-000001.counter.gz"]


def test_a_folder_that_can_not_be_made_is_told(shop, path):
    (path.parent / "backups").write_text("in the way")
    with pytest.raises(Unavailable, match="could not be written"):
        made(shop)


def test_numbers_only_grow_and_damaged_ones_count(shop, path):
    first, second = made(shop), made(shop, at=MORNING - timedelta(days=9000))
    backups.mark_damaged(second.path)
    third = made(shop)
    assert (first.number, second.number, third.number) == (1, 2, 3)
    assert [each.number for each in backups.shelf(path).backups] == [3, 1]


def test_what_a_killed_program_left_half_made_goes_with_the_next_backup(shop, path):
    folder = path.parent / "backups"
    folder.mkdir()
    for left in ("000001.counter.part", "shop-000001.counter.gz.part"):
        (folder / left).write_bytes(b"half")
    made(shop)
    assert [each.name for each in folder.iterdir()] == ["shop-000001.counter.gz"]


def test_each_backup_goes_to_the_second_place_too(shop, path, stick):
    second_place.choose(path.parent / "backups", str(stick), "Blue Door/Bakery")
    done = made(shop)
    backups.carry(done, TODAY)
    copy = stick / "Counter backups, Blue DoorBakery" / done.path.name
    assert copy.read_bytes() == done.path.read_bytes()
    shelf = backups.shelf(path)
    assert (shelf.place.seen, shelf.place.here, len(shelf.backups)) == (TODAY, True, 1)


def test_a_stick_that_was_pulled_out_is_told_and_keeps_the_day_it_was_seen(shop, path, stick, tmp_path):
    second_place.choose(path.parent / "backups", str(stick), "")
    backups.carry(made(shop), TODAY)
    (stick / "Counter backups").rename(tmp_path / "in a pocket")
    with pytest.raises(Unavailable, match="Plug the stick in"):
        backups.carry(made(shop), TODAY + timedelta(days=1))
    place = backups.shelf(path).place
    assert (place.here, place.seen) == (False, TODAY)
    (tmp_path / "in a pocket").rename(stick / "Counter backups")
    backups.carry(made(shop), TODAY + timedelta(days=2))
    assert backups.shelf(path).place.seen == TODAY + timedelta(days=2)


def test_a_number_that_is_taken_in_the_second_place_is_passed_over(shop, path, stick):
    (stick / "Counter backups").mkdir()
    (stick / "Counter backups" / "shop-000001.counter.gz").write_bytes(b"of another PC")
    first = made(shop)
    second_place.choose(path.parent / "backups", str(stick), "")
    backups.carry(first, TODAY)
    assert (stick / "Counter backups" / "shop-000001.counter.gz").read_bytes() == b"of another PC"
    assert (stick / "Counter backups" / "shop-000002.counter.gz").read_bytes() == first.path.read_bytes()
    second = made(shop, at=MORNING + timedelta(hours=1))
    backups.carry(second, TODAY)
    assert second.number == 2
    assert (stick / "Counter backups" / "shop-000003.counter.gz").read_bytes() == second.path.read_bytes()


def test_the_second_place_is_not_within_the_first(shop, path, tmp_path):
    folder = path.parent / "backups"
    folder.mkdir()
    with pytest.raises(Refused, match="own folder"):
        second_place.choose(folder, str(folder), "")
    with pytest.raises(Refused, match="no such folder"):
        second_place.choose(folder, str(tmp_path / "gone"), "")
    with pytest.raises(Refused, match="no such folder"):
        second_place.choose(folder, "relative", "")
    assert second_place.read(folder).folder == ""


@pytest.mark.parametrize("kept", ["", "[]", "{", '{"folder": 3}', '{"folder": "/x", "seen": "never"}', "[" * 100_000])
def test_a_broken_note_of_the_second_place_stops_nothing(shop, path, kept):
    folder = path.parent / "backups"
    folder.mkdir()
    (folder / "second-place.json").write_text(kept)
    made(shop)
    assert backups.shelf(path).place.seen is None


def backup_at(number, at, verified=True):
    facts = Facts(at=at, why=Why.BY_ITSELF, rows=1, people=1, entries=1, newest=1, op="x", size=1)
    return Backup(path=Path(f"shop-{number:06d}.counter.gz"), number=number, facts=facts, verified=verified)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.datetimes(timezones=st.just(UTC)), st.booleans()), max_size=80))
def test_no_clock_can_make_the_newest_ones_go(history):
    kept = []
    for number, (at, verified) in enumerate(history, 1):
        kept.append(backup_at(number, at, verified))
        numbers = rotation.kept(kept)
        kept = [each for each in kept if each.number in numbers]
        assert numbers >= set(range(max(1, number - 4), number + 1))
        assert [k.number for k in kept if k.verified][-2:] == [
            n for n, (_, good) in enumerate(history[:number], 1) if good
        ][-2:]


@pytest.fixture(scope="module")
def year():
    """Every backup of a year, two an hour from half past eight on, oldest first; and those that were kept."""
    made, kept, at = [], [], datetime(2026, 1, 1, 8, 20, tzinfo=UTC)
    for hour in range(1, 365 * 9 + 1):
        at += timedelta(hours=1 if hour % 9 else 16)
        for half in range(2):
            made.append(backup_at(2 * hour + half, at + timedelta(minutes=30 * half)))
            kept.append(made[-1])
            numbers = rotation.kept(kept)
            kept = [each for each in kept if each.number in numbers]
    return made, {each.number for each in kept}


@pytest.mark.slow
def test_a_year_of_backups_becomes_a_handful(year):
    assert 40 <= len(year[1]) <= 60


@pytest.mark.slow
@pytest.mark.parametrize(("many", "part"), [(24, "%Y %j %H"), (14, "%Y %j"), (8, "%G %V"), (12, "%Y %m")])
def test_the_newest_of_each_of_the_last_hours_days_weeks_and_months_is_kept(year, many, part):
    made, kept = year
    newest = {backup.facts.at.strftime(part): backup.number for backup in made}
    assert set(list(newest.values())[-many:]) <= kept


def test_a_fault_of_the_disk_never_makes_what_was_saved_look_backed_up(shop):
    """The file is opened anew then, and SQLite counts from the beginning."""
    someone_called(shop, "Zoe", "before the fault")
    counted = [backup.changes(shop.database)]
    for number in range(20):
        shop.database.doubt()
        someone_called(shop, "Zoe", f"after fault {number}")
        counted.append(backup.changes(shop.database))
    assert counted == sorted(set(counted))


def test_a_backup_that_does_not_hold_when_opened_is_not_kept(shop, path):
    making = backups.begin(path, Why.BY_ITSELF, MORNING)
    for _ in backups.copying(shop.database, making):
        pass
    flip(making.plain, 9 * PAGE + 9)
    with pytest.raises(Damaged, match="could not be verified"):
        backups.finish(making)
    with suppress(FileNotFoundError):
        assert list((path.parent / "backups").iterdir()) == []
