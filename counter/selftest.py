"""The self-test: the whole line once, in a shop of its own that is thrown away; needs no screen."""
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from counter.errors import Known
from counter.paths import folders_in


def run() -> int:
    """Find a person, make their slip, see it on disk, check the file; exit 0, or 1 with what went wrong."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_DISABLE_EMOJI_SEGMENTER", "1")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db*=false")
    with tempfile.TemporaryDirectory() as folder:
        try:
            _main_job(Path(folder), _say)
        except (Known, AssertionError) as fault:
            _say(f"The self-test stopped: {fault}")
            return 1
    _say("The self-test passed.")
    return 0


def _main_job(folder: Path, say: Callable[[str], None]) -> None:
    from PySide6.QtWidgets import QApplication

    from counter.app import App, Start
    from counter.desk import find
    from counter.lanes import LanesInStep

    application = QApplication.instance() or QApplication(sys.argv[:1])
    folders = folders_in(folder)
    app = App(folders, LanesInStep(), Start(demo=50))
    window = app.window
    name = next(person.name for person in find.everybody())
    say(f"A shop with 50 made-up people is open: {folders.database.name}.")
    window.search.setText(name)
    window.found.open_chosen()
    _must(window.head.name.text() == name, "the person typed was not opened")
    window.acted.emit("slip")
    application.processEvents()
    _must(len(list(folders.slips.glob("*.pdf"))) == 1, "no slip was written")
    say("A typed name became a slip on disk.")
    app.close()


def _must(holds: bool, otherwise: str) -> None:  # noqa: FBT001 - reads as an assertion
    if not holds:
        raise AssertionError(otherwise)


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
