"""The owner reads which version this is, where the data lies, and whose parts are inside."""

import re
import tomllib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter import paths
from counter.paths import PROGRAM
from counter.records.about import VERSION
from counter.ui.widgets.text import Text

K = Qt.Key
RULE = "=" * 110
NOTICES = f"""Counter 0.1.0: parts of others.

{RULE}
anyascii
0.3.3
ISC
{RULE}

Permission to use, copy, modify.

{RULE}
Noto fonts
-
OFL-1.1
{RULE}

<b>The fonts</b> may be bundled.
"""


@pytest.fixture
def packed(tmp_path, monkeypatch):
    """As in the packaged program: a folder of licences beside it."""
    folder = tmp_path / "program" / "licences"
    folder.mkdir(parents=True)
    (folder / "THIRD-PARTY-NOTICES.txt").write_text(NOTICES, encoding="utf-8")
    monkeypatch.setattr("counter.app.about.licences", lambda: folder)
    return folder


def about(counter, qtbot):
    """F10, then the last page of the list."""
    counter.counter.owners.open()
    window = counter.counter.owners.window
    qtbot.waitUntil(window.isActiveWindow)
    window.nav.setFocus()
    qtbot.keyClick(window.nav, K.Key_End)
    qtbot.keyClick(window.nav, K.Key_Return)
    qtbot.waitUntil(window.about.isVisible)
    return window.about


def said(page):
    return " ".join(text.text() for text in page.findChildren(Text) if text.isVisible())


def test_the_owner_reads_the_version_and_that_the_data_stays(counter, qtbot, packed):
    words = said(about(counter, qtbot))
    assert f"Version {VERSION}" in words
    assert re.search(re.escape(str(counter.folders.data)) + ".{0,2} Removing the program leaves it there", words)
    assert str(packed) in words


def test_the_chosen_part_shows_the_words_of_its_licence_as_plain_text(counter, qtbot, packed):
    page = about(counter, qtbot)
    page.start()
    assert page.licence.toPlainText() == "Permission to use, copy, modify."
    assert "ISC" in said(page)
    qtbot.keyClick(QApplication.focusWidget(), K.Key_Down)
    assert page.licence.toPlainText() == "<b>The fonts</b> may be bundled."
    qtbot.keyClicks(page.licence, "nothing is typed here")
    assert page.licence.toPlainText() == "<b>The fonts</b> may be bundled."


def test_a_copy_that_runs_from_its_sources_says_so(counter, qtbot):
    page = about(counter, qtbot)
    assert "runs from its sources" in said(page)
    assert not page.table.isVisible()


def test_the_program_says_the_version_that_is_packed():
    project = tomllib.loads((PROGRAM / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
    assert paths.licences() == PROGRAM / "licences"
