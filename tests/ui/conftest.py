"""The stage on which the pictures of all screens are taken."""

import sys
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]


@pytest.fixture(scope="module")
def stage(request, qapp, families):
    """A stage in the look that the test names; one for all tests of a file that name the same."""
    from PySide6.QtCore import QEvent
    from stage import LOOKS, Stage

    from counter.ui.theme import Theme, apply

    def dress(wishes):
        apply(qapp, Theme(sans=families[0], serif=families[1], **wishes))

    dress(LOOKS[request.param][0])
    made = Stage(request.param)
    yield made
    made.strike()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dress({})
