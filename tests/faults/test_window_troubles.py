"""The disk is full, read-only, silent or slow while a form is saved at the real window, on the program's own lanes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("window_troubles.py")
SAID = {
    "full": "The disk is full, so this is not saved yet.",
    "read-only": "can't be written just now, so this is not saved yet.",
    "no answer": "doesn't answer as it should, so this is not saved yet.",
    "slow, 200 ms": "The disk is slow: this is still being saved",
}
LONGEST_MS = 50  # of the window's own work at a time; how long it waits for a core is the machine's


@pytest.fixture(scope="module")
def found():
    """One after the other at one window: after the first ones the file was opened anew, and nothing of it is known."""
    ran = subprocess.run([sys.executable, PROGRAM, *SAID], capture_output=True, text=True, timeout=400, check=True)
    return {each["trouble"]: each for each in map(json.loads, ran.stdout.splitlines())}


@pytest.mark.slow
@pytest.mark.parametrize("trouble", SAID)
def test_what_is_typed_stays_what_to_do_is_said_and_it_is_saved_once_by_itself(found, trouble):
    assert SAID[trouble] in found[trouble]["said"]
    assert "what you typed is still here" in found[trouble]["said"]
    assert (found[trouble]["stays"], found[trouble]["saved"]) == ("The bread was hard.", 1)
    assert max(found[trouble]["own"], default=0) < LONGEST_MS
