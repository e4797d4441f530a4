"""The program is killed while it prints, on a printer with faults of its own: nothing is lost and nothing doubled."""

import pytest
from killing import run

from counter.printing.words import BROKE, RAN_OUT, STOPPED


@pytest.mark.slow
@pytest.mark.parametrize("seed", [26])
def test_killed_fifteen_times_sixty_slips_come_out_once_each(tmp_path, seed):
    night = run(tmp_path, slips=60, kills=15, seed=seed)
    assert night.kills == 15
    assert len(night.made) == len(set(night.made)) == 60
    assert night.lost == []
    assert night.doubled == []
    assert set(night.pile) == set(night.made)
    assert night.answers["print it again"] and night.answers["it came out"]
    assert set(night.why) <= {STOPPED, BROKE, RAN_OUT}  # what only waited asks nobody
