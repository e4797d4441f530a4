"""A printer of the system with a trouble, and the whole counter: it is told at the top, and the window never waits."""

import time

import pytest
from cups_maker import HERE as CUPS_HERE
from cups_maker import print_system
from ipp_printer import COVER, HANGS, HERE, JAMS, NO_PAPER, ipp_printer
from troubled_window import running_counter, slip_on, told_in_time_by_a_window_that_goes_on

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (HERE and CUPS_HERE), reason="CUPS with ippeveprinter and dbus-daemon is not installed here"
    ),
]


@pytest.mark.parametrize(
    ("mood", "word"),
    [(NO_PAPER, "did it come out?"), (JAMS, "did it come out?"), (COVER, "did it come out?"), (HANGS, "not out yet")],
    ids=["no paper", "jam", "cover", "hangs"],
)  # fmt: skip
def test_a_trouble_stands_at_the_top_in_words_while_the_window_goes_on(qtbot, tmp_path, monkeypatch, mood, word):
    with (
        running_counter(qtbot, tmp_path) as app, print_system() as system, ipp_printer(tmp_path, mood) as printer
    ):  # fmt: skip
        monkeypatch.setenv("CUPS_SERVER", system.server)
        slip_on(app, qtbot, "system", system.queue("Weak", printer.uri), "a4")
        assert told_in_time_by_a_window_that_goes_on(app, qtbot, word)


def test_the_program_ends_without_waiting_for_a_printer_that_hangs_and_asks_at_the_next_start(
    qtbot, tmp_path, monkeypatch
):
    with print_system() as system, ipp_printer(tmp_path, HANGS) as printer:
        monkeypatch.setenv("CUPS_SERVER", system.server)
        with running_counter(qtbot, tmp_path) as app:
            slip_on(app, qtbot, "system", system.queue("Weak", printer.uri), "a4")
            assert told_in_time_by_a_window_that_goes_on(app, qtbot, "not out yet")
            began = time.monotonic()
        assert time.monotonic() - began < 10  # the printer would be watched for 45 s
        with running_counter(qtbot, tmp_path) as again:
            assert told_in_time_by_a_window_that_goes_on(again, qtbot, "did it come out?")
