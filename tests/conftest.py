"""What tests share: an off-screen Qt, the bundled fonts, and the look."""

import gc
import json
import logging
import os
from pathlib import Path

import names_in_logs
import no_network as network
import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_DISABLE_EMOJI_SEGMENTER", "1")
settings.register_profile("many", max_examples=4000, deadline=None)  # by `--hypothesis-profile=many`

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "resources" / "fonts"


# As in the program, what nobody holds any more is looked for on the window's thread only: a lane that ended a widget
# would end the run.
MANY = 50_000


def pytest_configure():
    gc.disable()


@pytest.fixture(scope="session", autouse=True)
def _everything_logged_is_kept(tmp_path_factory):
    handler = names_in_logs.listen(tmp_path_factory.getbasetemp() / names_in_logs.SUITE)
    yield
    logging.getLogger().removeHandler(handler)
    handler.close()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """Once all have ended, on every worker: no log that the whole run wrote names anybody."""
    if hasattr(session.config, "workerinput"):
        return
    place = session.config._tmp_path_factory.getbasetemp()
    found = names_in_logs.named_in(names_in_logs.logs(place))
    if found:
        session.config.get_terminal_writer().line("\nA log names somebody:\n" + "\n".join(found), red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


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
def no_network():
    """Nothing of the test may reach beyond this machine."""
    with network.forbidden() as reached:
        yield reached
    assert reached == []


@pytest.fixture
def qtbot(qapp, request):
    from patience import PatientBot

    return PatientBot(request)


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
