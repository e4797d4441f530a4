"""What a person sees and may do from the first moment, while the shop is still being opened."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QApplication, QWidget

from counter.app import App, Start, open_shop
from counter.app.crash import Watch
from counter.app.dress import FIRST
from counter.app.start import FirstPaint, Front, size_on
from counter.lanes import Lanes
from counter.paths import PROGRAM, folders_in

BEHIND = "peewee apsw openpyxl reportlab qrcode rapidfuzz anyascii uvicorn asyncio counter.models counter.settings"


def test_what_was_typed_before_the_shop_was_open_is_found_as_soon_as_it_is(qtbot, tmp_path):
    folders = folders_in(tmp_path / "shop")
    open_shop(folders, Start(demo=20)).till.database.close()
    running = App(folders, Lanes(), Start())
    qtbot.addWidget(running.main)
    running.main.show()
    assert running.counter is None
    qtbot.keyClicks(running.window.left.search, "an")
    qtbot.waitUntil(lambda: running.window.left.found.chosen() is not None)
    running.close()


def test_the_first_picture_of_the_window_waits_for_nothing_that_stands_behind_it():
    ask = f"import sys, counter.app.start; print([m for m in {BEHIND.split()!r} if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", ask], cwd=PROGRAM, capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_no_source_is_read_again_while_the_program_is_loaded():
    ask = """
import linecache, sys
from counter.app.taming import tame_qt
tame_qt()
tamed = len(linecache.cache)
import counter.app.program
print(len(linecache.cache) - tamed, "counter.app.program" in sys.modules)
"""
    loaded = subprocess.run([sys.executable, "-c", ask], cwd=PROGRAM, capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == ["0", "True"]


def test_the_shop_is_opened_once_the_window_was_painted(qtbot, tmp_path, look):
    folders = folders_in(tmp_path / "shop")
    front = Front(folders, 20, Watch(folders.logs))
    qtbot.addWidget(front.main)
    assert not folders.database.exists()
    front.main.show()
    qtbot.waitUntil(lambda: front.app is not None and front.app.counter is not None)
    assert front.app.main is front.main
    assert folders.database.exists()
    front.close()


@pytest.mark.parametrize("way", ["its key", "the cross"])
def test_a_made_up_shop_that_nobody_waits_for_is_not_made(qtbot, tmp_path, way):
    folders = folders_in(tmp_path / "shop")
    running = App(folders, Lanes(), Start(demo=2000))
    qtbot.addWidget(running.main)
    running.main.show()
    qtbot.waitUntil(running.window.edges.progress.isVisible)
    if way == "its key":
        qtbot.keyClick(running.window.search, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: not running.main.isVisible())
    running.close()
    assert running.counter is None
    again = open_shop(folders, Start()).till
    assert not again.settings.set_up
    again.database.close()


def test_only_the_first_paint_counts(qtbot):
    widget, calls = QWidget(), []
    qtbot.addWidget(widget)
    FirstPaint(widget, lambda: calls.append("painted"))
    widget.show()
    qtbot.waitUntil(lambda: calls == ["painted"])
    widget.repaint()
    QApplication.processEvents()
    assert calls == ["painted"]


def test_the_fonts_that_come_first_hold_all_that_the_window_itself_says(qtbot, families):
    files = (PROGRAM / "counter" / "ui" / "texts").glob("*.py")
    said = {letter for file in files for letter in file.read_text(encoding="utf-8")}
    arabic = {letter for letter in said if "\u0600" <= letter <= "\u06ff"}  # the name of a language
    fonts = [QRawFont.fromFont(_alone(family)) for family in FIRST]
    letters = {letter for letter in said - arabic if letter.isprintable()}
    assert {letter for letter in letters if not any(font.supportsCharacter(ord(letter)) for font in fonts)} == set()


def _alone(family):
    font = QFont(family)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


@pytest.mark.parametrize(
    ("screen", "window"),
    [((1920, 1040), (1366, 768)), ((1366, 728), (1366, 728)), ((1024, 768), (1024, 768)), ((800, 600), (1024, 700))],
)
def test_the_window_is_no_larger_than_the_screen_it_is_made_for(screen, window):
    assert size_on(QSize(*screen)) == QSize(*window)
