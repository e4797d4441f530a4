"""A form that the disk refused at the very end stands in the file all the same: it is saved once, with the last words.

At the real window, over a disk that says no when what was written is to be forced down.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("refused_forms.py")
FIRST, LAST = "The bread was hard.", "The bread was hard. And it was cold."
STORIES = {
    "waited_for": FIRST, "left_and_opened_again": FIRST, "saved_at_once_left_and_opened_again": FIRST,
    "opened_again_after_a_restart": FIRST, "other_words": LAST, "other_words_when_opened_again": LAST,
}  # fmt: skip


@pytest.fixture(scope="module")
def found():
    ran = subprocess.run([sys.executable, PROGRAM], capture_output=True, text=True, timeout=400, check=True)
    return {each["story"]: each for each in map(json.loads, ran.stdout.splitlines())}


@pytest.mark.slow
@pytest.mark.parametrize("story", STORIES)
def test_a_form_refused_at_the_very_end_is_saved_once_with_the_words_that_stood_in_it_last(found, story):
    assert found[story]["stood"] == 1
    assert found[story]["stands"] == [STORIES[story]]
    assert found[story]["half_written"] == []
