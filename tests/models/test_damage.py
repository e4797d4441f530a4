"""Damage is seen at the start, before a cashier builds on it."""

from random import Random

import pytest
from counter_maker import open_file, open_till, someone_called

from counter.desk import notes
from counter.errors import Damaged
from counter.models import people
from counter.models.database import PAGE, connect, sweep

FLIPS = 100


@pytest.fixture(scope="module")
def healthy(tmp_path_factory):
    """The bytes of a shop with two hundred people and as many notes."""
    path = tmp_path_factory.mktemp("healthy") / "shop.counter"
    till = open_till(path)
    for number in range(200):
        who = someone_called(till, f"Anna {number}")
        notes.add(till, f"note {number}", who, f"Collects on Fridays, {number}. " * 20)
    till.database.close()
    return path.read_bytes()


def opens(path):
    """Opened and looked through, as at every start."""
    database = connect(path)
    try:
        sweep(database)
    finally:
        database.close()


def test_every_flipped_byte_is_seen(path, healthy):
    random = Random(7)
    unseen = []
    for _ in range(FLIPS):
        at, bit = random.randrange(len(healthy)), 1 << random.randrange(8)
        path.write_bytes(healthy[:at] + bytes([healthy[at] ^ bit]) + healthy[at + 1 :])
        try:
            opens(path)
        except Damaged as told:
            assert "It was" in told.sentence
        else:
            unseen.append(at)
    assert unseen == []


@pytest.mark.parametrize("start", range(0, 20 * PAGE, 2 * PAGE))
def test_a_lost_page_is_seen(path, healthy, start):
    path.write_bytes(healthy[:start] + bytes(PAGE) + healthy[start + PAGE :])
    with pytest.raises(Damaged):
        opens(path)


@pytest.mark.parametrize("left", [0.3, 0.9, -1, -PAGE])
def test_a_file_that_was_cut_off_is_seen(path, healthy, left):
    path.write_bytes(healthy[: int(len(healthy) * left) if 0 < left < 1 else left])
    with pytest.raises(Damaged):
        opens(path)


def test_a_damaged_file_is_left_byte_for_byte(path, healthy):
    damaged = bytearray(healthy)
    damaged[30 * PAGE + 100] ^= 1
    path.write_bytes(damaged)
    with pytest.raises(Damaged, match="the newest backup can be opened"):
        opens(path)
    assert path.read_bytes() == damaged


def test_freed_pages_are_no_damage(path, healthy):
    path.write_bytes(healthy)
    database = open_file(path)
    with database.atomic():
        database.execute_sql("DELETE FROM change")
    sweep(database)
    database.close()
    opened = open_file(path)
    sweep(opened)
    left = opened.execute_sql("SELECT count(*) FROM change").fetchone()[0]
    opened.close()
    assert left == 0


def test_a_healthy_file_says_nothing(path, healthy):
    path.write_bytes(healthy)
    database = open_file(path)
    sweep(database)
    assert sum(1 for _ in people.everyone()) == 200
    database.close()
