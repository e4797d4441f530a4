"""A whole counter: a real shop file, the real window, lanes in step, slips as PDF."""
from datetime import UTC, datetime

import pytest

from counter.app import App, Start
from counter.lanes import LanesInStep
from counter.paths import folders_in


class Clock:
    """The shop's clock, set by the test."""

    def __init__(self):
        self.now = datetime(2026, 11, 26, 10, 42, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def counter(qtbot, tmp_path):
    running = App(folders_in(tmp_path / "shop"), LanesInStep(), Start(demo=60, clock=Clock()))
    qtbot.addWidget(running.window)
    running.window.setFixedSize(1366, 768)
    running.window.show()
    running.window.activateWindow()
    qtbot.waitUntil(running.window.isActiveWindow)
    yield running
    running.close()
