"""Whatever happens to the program, the disk or the clock: what was told as saved is there at the next start.

`bench/faults.py` does the same far more often, and prints the table of `docs/faults.md`.
"""

import pytest
import suites

TIMES = {
    "kills": 250, "power": 500, "io_faults": 129, "fills": 20, "flips": 100, "upgrades": 20, "restores": 20,
    "starts": 5, "clocks": 8,
}  # fmt: skip
# Each is careless in one thing: tells before it saves; doesn't wait for the disk; doesn't mind a refusal; makes no
# room; keeps no checksums; upgrades without transactions; copies over the shop's file; locks nothing; sorts by the
# clock on the wall.
CONTROLS = {
    "kills": 12, "power": 20, "io_faults": 20, "fills": 1, "flips": 20, "upgrades": 8, "restores": 2, "starts": 1,
    "clocks": 20,
}  # fmt: skip
TELL = {"io_faults", "fills", "flips", "starts"}


@pytest.mark.slow
@pytest.mark.parametrize("name", suites.NAMES)
def test_nothing_that_was_told_as_saved_is_lost_doubled_or_halved(name):
    tally = suites.run(name, TIMES[name])
    assert tally.wrong == []
    assert tally.which == []
    assert tally.lost == 0
    assert tally.made >= TIMES[name] * 0.7
    assert tally.saved > 0
    assert bool(tally.told) == (name in TELL)
    assert all(sentence.split()[0] in {"The", "Another", "This"} for sentence in tally.told)


@pytest.mark.slow
@pytest.mark.parametrize("name", suites.NAMES)
def test_a_careless_program_would_be_noticed(name):
    tally = suites.run(name, CONTROLS[name], control=suites.CARELESS[name])
    assert tally.lost or tally.wrong


@pytest.mark.slow
def test_a_disk_that_is_waited_for_only_now_and_then_would_be_noticed():
    assert suites.run("power", 20, control="1").lost
