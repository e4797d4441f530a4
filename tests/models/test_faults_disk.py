"""Disks that are full, shut, taken away or put back while the counter is open: a sentence, and saving goes on."""

import shutil
from pathlib import Path

import pytest
from counter_maker import open_till, someone_called
from small_disks import ROOT, Folder, Quota, Tmpfs

from counter.desk import drafts, notes
from counter.desk import open as opening
from counter.errors import Damaged, DiskFault, Known
from counter.models import shop
from counter.models.database import sweep
from counter.models.disk import FULL
from counter.records.entries import Draft

TEXT = "Collects on Fridays. " * 400


@pytest.fixture(params=[Tmpfs, Quota] if ROOT else [Quota])
def disk(request, tmp_path):
    made = request.param(tmp_path / "disk")
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path):
    made = (Tmpfs if ROOT else Folder)(tmp_path / "disk")
    yield made
    made.close()


@pytest.fixture
def till(disk, clock):
    opened = open_till(disk.folder / "shop.counter", clock)
    yield opened
    opened.database.close()


def write_until_full(till, who):
    """Notes until the disk takes no more; answers what was acknowledged and the note that was refused."""
    kept = []
    for number in range(2000):
        try:
            kept.append(notes.add(till, f"note {number}", who, f"{number} {TEXT}").entry_id)
        except DiskFault as told:
            return kept, f"note {number}", told.sentence
    raise AssertionError("the disk never got full")


def test_a_full_disk_is_said_and_saving_goes_on_once_there_is_room(disk, till):
    who = someone_called(till, "Anna")
    disk.fill(leave=150_000)
    kept, op, sentence = write_until_full(till, who)
    assert sentence.startswith("The disk is full, so this is not saved yet.")
    assert "what you typed is still here" in sentence
    assert len(opening.card(till, who).timeline) == len(kept) + 1
    disk.make_room()
    kept.append(notes.add(till, op, who, f"late {TEXT}").entry_id)
    assert len(opening.card(till, who).timeline) == len(kept) + 1
    till.database.close()
    again = open_till(disk.folder / "shop.counter")
    sweep(again.database)
    assert {entry.id for entry in opening.card(again, who).timeline} >= set(kept)
    again.database.close()


def test_a_draft_that_a_full_disk_refused_is_kept_later(disk, till):
    who = someone_called(till, "Anna")
    disk.fill(leave=150_000)
    write_until_full(till, who)
    disk.fill(leave=0)
    half = Draft(form="complaint", customer_id=who, fields={"words": TEXT * 9})
    with pytest.raises(DiskFault, match="The disk is full"):
        drafts.keep(till, half)
    disk.make_room()
    drafts.keep(till, half)
    assert [fields for _, _, fields, _, _ in shop.drafts()] == [half.fields]


def test_a_folder_that_vanished_is_said_and_saving_goes_on_when_it_is_back(tmp_path, clock):
    folder, elsewhere = tmp_path / "shop", tmp_path / "moved"
    folder.mkdir()
    till = open_till(folder / "shop.counter", clock)
    who = someone_called(till, "Anna")
    folder.rename(elsewhere)
    with pytest.raises(DiskFault, match="is not where it was, so this is not saved yet"):
        notes.add(till, "note", who, TEXT)
    assert opening.card(till, who).customer.name == "Anna"
    elsewhere.rename(folder)
    notes.add(till, "note", who, TEXT)
    till.database.close()
    again = open_till(folder / "shop.counter")
    assert [entry.kind.value for entry in opening.card(again, who).timeline][:1] == ["note"]
    again.database.close()


def test_a_stick_that_was_pulled_out_is_said_and_saving_goes_on_when_it_is_back(stick, clock, tmp_path):
    """Plugged in again it is the same content in other files."""
    till = open_till(stick.folder / "shop.counter", clock)
    who = someone_called(till, "Anna")
    copies = tmp_path / "copies"
    shutil.copytree(stick.folder, copies)
    stick.away()
    with pytest.raises(DiskFault, match="plug its disk in"):
        notes.add(till, "note", who, TEXT)
    stick.mount()
    shutil.copytree(copies, stick.folder, dirs_exist_ok=True)
    notes.add(till, "note", who, TEXT)
    till.database.close()
    again = open_till(stick.folder / "shop.counter")
    assert [entry.kind.value for entry in opening.card(again, who).timeline][:1] == ["note"]
    again.database.close()


def test_another_shop_in_the_place_of_this_one_is_never_written_to(tmp_path, clock):
    mine, other = tmp_path / "mine", tmp_path / "other"
    other.mkdir()
    till = open_till(other / "shop.counter", clock)
    someone_called(till, "Berta", "there")
    till.database.close()
    mine.mkdir()
    till = open_till(mine / "shop.counter", clock)
    who = someone_called(till, "Anna", "here")
    theirs = (other / "shop.counter").read_bytes()
    mine.rename(tmp_path / "gone")
    other.rename(mine)
    for _ in range(2):
        with pytest.raises(Damaged, match="Another file lies where the shop's file was"):
            notes.add(till, "note", who, TEXT)
    assert (mine / "shop.counter").read_bytes() == theirs


def test_a_disk_that_became_read_only_is_said_and_saving_goes_on_when_it_may_be_written(stick, clock):
    till = open_till(stick.folder / "shop.counter", clock)
    who = someone_called(till, "Anna")
    notes.add(till, "before", who, TEXT)
    till.database.close()
    stick.read_only(on=True)
    with pytest.raises(Known, match="can't be written"):
        open_till(stick.folder / "shop.counter", clock)
    stick.read_only(on=False)
    till = open_till(stick.folder / "shop.counter", clock)
    assert len(opening.card(till, who).timeline) == 2
    till.database.close()


def test_a_deleted_log_of_new_pages_loses_nothing(path, till_here):
    """As a virus scanner does it: what was saved before and after is all there at the next start."""
    who = someone_called(till_here, "Anna")
    notes.add(till_here, "one", who, TEXT)
    Path(f"{path}-wal").unlink()
    notes.add(till_here, "two", who, TEXT)
    notes.add(till_here, "three", who, TEXT)
    copy = path.with_name("killed here.counter")
    shutil.copy(path, copy)
    shutil.copy(f"{path}-wal", f"{copy}-wal")
    till_here.database.close()
    for file in (path, copy):
        again = open_till(file)
        assert len(opening.card(again, who).timeline) == 4
        again.database.close()


@pytest.fixture
def till_here(path, clock):
    opened = open_till(path, clock)
    yield opened
    opened.database.close()


def end_as_sqlite_does_by_itself(till):
    """After some faults of the disk SQLite undoes the whole transaction."""
    till.database.connection().execute("ROLLBACK")


def test_a_fault_that_undoes_the_whole_transaction_is_told_as_what_it_is(till_here):
    with pytest.raises(DiskFault, match="The disk is full"), till_here.database.atomic(), till_here.database.atomic():
        end_as_sqlite_does_by_itself(till_here)
        raise DiskFault(FULL)
    assert notes.add(till_here, "note", someone_called(till_here, "Anna"), TEXT).entry_id


def test_nothing_is_saved_by_halves_when_somebody_swallows_such_a_fault(till_here):
    who = someone_called(till_here, "Anna")
    with pytest.raises(DiskFault, match="doesn't answer"), till_here.database.atomic():  # noqa: PT012
        notes.add(till_here, "one", who, TEXT)
        end_as_sqlite_does_by_itself(till_here)
        notes.add(till_here, "two", who, TEXT)
    assert len(opening.card(till_here, who).timeline) == 1
