"""What tests share: an off-screen Qt, the bundled fonts, and the look."""

import gc
import json
import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_DISABLE_EMOJI_SEGMENTER", "1")

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "resources" / "fonts"


# As in the program, what nobody holds any more is looked for on the window's thread only: a lane that ended a widget
# would end the run.
MANY = 50_000


def pytest_configure():
    gc.disable()


def pytest_runtest_teardown():
    if gc.get_count()[0] > MANY:
        gc.unfreeze()
        gc.collect()


@pytest.fixture(scope="session")
def families(qapp):
    """The bundled fonts, loaded once: families of sans and serif in order."""
    from counter.ui.theme import load_fonts

    table = json.loads((FONTS / "families.json").read_text(encoding="utf-8"))
    load_fonts((FONTS / file).read_bytes() for files in table["files"].values() for file in files)
    return tuple(table["sans"]), tuple(table["serif"])


@pytest.fixture
def look(qapp, families):
    """Gives the application a theme: `look(dark=True, scale=2.0, rtl=True)`; light at 100 % to begin with."""
    from PySide6.QtCore import QEvent

    from counter.ui.theme import Theme, apply

    def put_on(**wishes):
        theme = Theme(sans=families[0], serif=families[1], **wishes)
        apply(qapp, theme)
        return theme

    put_on()
    yield put_on
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # closed windows would be dressed again and again
    put_on()
