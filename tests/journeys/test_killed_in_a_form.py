"""The program itself, killed while a form is being filled, and started again: what was typed and saved is there."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from counter.ui.texts.common import ENDED_BADLY

HANDS = Path(__file__).with_name("hands_at_the_program.py")
NOTE, WORDS = "Her sister moved to Leeds", "Too sweet, and late again"


@contextmanager
def program(folder, story):
    """The program on the shop in this folder, with hands that act out this story; answers what they say, by and by."""
    environment = os.environ | {"COUNTER_DATA_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, HANDS, story], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        try:
            yield running, map(json.loads, running.stdout)
        finally:
            running.kill()


def killed_when_it_says(folder, what):
    """SIGKILL as soon as the hands say this; answers all that they said."""
    said = {}
    with program(folder, "half_write") as (running, lines):
        for line in lines:
            said |= line
            if what in line:
                running.kill()
                break
    assert what in said, said
    assert running.returncode == -9
    return said


def started_again(folder):
    """Started, looked at and closed; answers what stood there."""
    said = {}
    with program(folder, "look") as (running, lines):
        for line in lines:
            said |= line
        assert running.wait(60) == 0, said
    return said


@pytest.mark.slow
def test_killed_a_second_after_the_last_key_the_half_written_form_is_back_and_nothing_saved_is_lost(tmp_path):
    said = killed_when_it_says(tmp_path / "shop", "later")
    assert said["saved"].startswith("Note kept for")
    assert said["typed"] == WORDS
    found = started_again(tmp_path / "shop")
    assert found["message"] == ENDED_BADLY
    assert any("half written" in text and "Anna Kowalska" in text for text in found["today"])
    assert found["drafts"] == ["complaint"]
    assert found["words"] == WORDS
    assert any(NOTE in text for text in found["card"])
    assert any(WORDS in text for text in found["after"])
    assert any(NOTE in text for text in found["after"])


@pytest.mark.slow
def test_killed_as_soon_as_the_screen_says_that_it_is_saved_it_is_there_and_nothing_is_half_written(tmp_path):
    said = killed_when_it_says(tmp_path / "shop", "saved")
    assert "typed" not in said
    found = started_again(tmp_path / "shop")
    assert found["message"] == ENDED_BADLY
    assert found["drafts"] == []
    assert any(NOTE in text for text in found["card"])
