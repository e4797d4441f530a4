"""The program as it is started, with hands that press its keys: `hands_at_the_program.py half_write|look`.

A process of its own, so that it can be killed. It works on the shop that `COUNTER_DATA_DIR` names, and says each thing
that came to pass as a line of JSON.
"""

import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db*=false")

from PySide6.QtCore import Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from counter.app import start  # noqa: E402
from counter.app.taming import tame_qt  # noqa: E402
from counter.ui.widgets.text import Text  # noqa: E402

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
LONGEST_S, BEAT_MS, A_SECOND_MS = 60, 5, 1000


def say(**what):
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Hands:
    """Keys into whatever has the focus of a program that runs."""

    def __init__(self, app):
        self.app, self.window = app, app.window

    def until(self, comes):
        end = time.monotonic() + LONGEST_S
        while not comes():
            if time.monotonic() > end:
                raise TimeoutError
            QTest.qWait(BEAT_MS)

    def type(self, words):
        QTest.keyClicks(QApplication.focusWidget(), words)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def opens(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.press(key, modifier)
        self.until(lambda: self.window.form() is not None)

    def saves(self):
        self.press(Key.Key_Return, CTRL)
        self.until(lambda: self.window.form() is None)

    def texts(self):
        return [text.text() for text in self.window.findChildren(Text) if text.isVisible() and text.text()]

    def half_write(self):
        """A new shop, Anna, a note of her that is saved, and a complaint that isn't."""
        self.until(lambda: self.app.counter.owners.first_run is not None)
        self.until(lambda: QApplication.focusWidget() is not None)
        self.type("Blue Door Bakery")
        self.press(Key.Key_Return)
        self.until(self.window.isVisible)
        self.until(lambda: QApplication.focusWidget() is self.window.search)
        self.type("Anna Kowalska")
        self.opens(Key.Key_N, CTRL)
        self.press(Key.Key_Return)
        self.until(lambda: self.window.form() is None and self.window.card is not None)
        self.opens(Key.Key_F7)
        self.type("Her sister moved to Leeds")
        self.saves()
        say(saved=self.window.message.message())
        self.opens(Key.Key_F4)
        self.type("Too sweet, and late again")
        say(typed=self.window.form().values()["words"])
        QTimer.singleShot(A_SECOND_MS, lambda: say(later=A_SECOND_MS))

    def look(self):
        """What stands there when it was started again; what was half written is saved, and the window closed."""
        self.until(lambda: self.window.message.message())
        self.until(self.window.middle.head.isVisible)  # the day comes a moment after
        QApplication.processEvents()
        say(message=self.window.message.message(), today=self.texts())
        self.type("anna kow")
        self.until(lambda: self.window.left.found.chosen() is not None)
        self.press(Key.Key_Return)
        self.until(lambda: self.window.card is not None)
        drafts = [draft.form for draft in self.window.card.drafts]
        say(card=self.texts(), drafts=drafts)
        if drafts:
            self.opens(Key.Key_F4)
            say(words=self.window.form().values()["words"])
            self.saves()
            self.until(lambda: not self.window.card.drafts)
            say(after=self.texts())
        self.app.main.close()


def main(story):
    class Started(start.Front):
        """The front of the program, and hands at it once the shop is open."""

        def _stand(self, answer):
            super()._stand(answer)
            self.app.opened.connect(self._begin)

        def _begin(self):
            self.hands = Hands(self.app)
            QTimer.singleShot(0, self._go)

        def _go(self):
            try:
                getattr(self.hands, story)()
            except Exception as fault:  # noqa: BLE001 - the test hears of any, and no window stays
                say(fault=repr(fault))
                os._exit(1)

    tame_qt()
    start.Front = Started
    return start.main([])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
