"""A printer with a trouble, the whole counter and its real lanes: it is told at the top, and the window never waits."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "printing"))

from fake_printer import Mood, fake_printer  # noqa: E402
from troubled_window import running_counter, slip_on, told_in_time_by_a_window_that_goes_on  # noqa: E402


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mood", "word"),
    [
        (Mood.OUT, "out of paper"), (Mood.MUTE, "not answer"),
        (Mood.RESETS, "did it come out?"), (Mood.HANGS, "did it come out?"), (Mood.NEVER_CONFIRMS, "did it come out?"),
    ],
)  # fmt: skip
def test_a_trouble_stands_at_the_top_in_words_while_the_window_goes_on(qtbot, tmp_path, mood, word):
    with running_counter(qtbot, tmp_path) as app, fake_printer(mood) as fake:
        slip_on(app, qtbot, "network", f"127.0.0.1:{fake.port}")
        assert told_in_time_by_a_window_that_goes_on(app, qtbot, word)
