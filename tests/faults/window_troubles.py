"""The real window, on its own lanes, over a disk that fails while a form is saved: what is said, and how it lives on.

A program of its own, since such a disk must stand under SQLite before the first file is opened. Prints a line of JSON
for each trouble: the sentence, whether what was typed stayed, how often it was saved once the disk works again; how
long the window's loop was away meanwhile, and computed at a time (Linux): p99 and the longest, ms. `--table` prints the
same for people; names try those alone.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "faults")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db*=false")

import shim  # noqa: E402
from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from window_beat import BEAT_MS, Beat  # noqa: E402

from counter.app import App, Start  # noqa: E402
from counter.app.taming import tame_qt  # noqa: E402
from counter.lanes import Lanes  # noqa: E402
from counter.paths import folders_in  # noqa: E402
from counter.ui.texts.counter import SLOW_DISK  # noqa: E402
from counter.ui.widgets.text import Text  # noqa: E402

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
WORDS, LIVES_MS, LONGEST_S = "The bread was hard.", 2500, 90
FOR_EVER = 10**9
TROUBLES = {
    "full": {"kind": "full"}, "read-only": {"kind": "shut"}, "no answer": {"kind": "broken"},
    **{f"slow, {ms} ms": {"at": -1, "seconds": ms / 1000} for ms in (50, 200, 500)},
}  # fmt: skip


class Window:
    """The counter with Anna's card open, and a cashier's hands on it."""

    def __init__(self, folder, disk):
        self.disk, self._folder, self._beat = disk, folder, Beat()
        self.start()
        self.type("Anna Kowalska")
        self.press(Key.Key_N, CTRL)
        self.wait(lambda: self.form() is not None)
        self.press(Key.Key_Return)
        self.wait(lambda: self.form() is None and self.app.window.card is not None)

    def start(self):
        self.app = App(folders_in(self._folder / "shop"), Lanes(), Start(demo=30))
        self.app.main.setFixedSize(1366, 768)
        self.app.main.show()
        self.app.window.activateWindow()
        self.wait(lambda: self.app.counter is not None and self.app.window.isActiveWindow())

    def form(self):
        return self.app.window.form()

    def type(self, words):
        QTest.keyClicks(self.app.window.focusWidget(), words)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.app.window.focusWidget(), key, modifier)

    def wait(self, until):
        end = time.monotonic() + LONGEST_S
        while not until():
            if time.monotonic() > end:
                raise TimeoutError
            QTest.qWait(BEAT_MS)

    def said(self):
        """What the window says of the disk; empty while it says nothing."""
        texts = (text.text() for text in self.app.window.findChildren(Text) if text.isVisible())
        return next((text for text in texts if "not saved yet" in text or SLOW_DISK in text), "")

    def saved(self):
        return sum(entry.kind.value == "complaint" for entry in self.app.window.card.timeline)

    def trouble(self, **how):
        """From a form that is filled to its being saved, the disk failing in between."""
        before = self.saved()
        self.press(Key.Key_F4)
        self.wait(lambda: self.form() is not None)
        self.type(WORDS)
        for name, value in {"at": 0, "made": 0, "times": FOR_EVER, **how}.items():
            setattr(self.disk, name, value)
        self._beat.start()
        self.press(Key.Key_Return, CTRL)
        stays = self.form().values()["words"]
        self.wait(lambda: bool(self.said()) or self.form() is None)
        said = self.said() or "nothing: it was saved before"
        QTest.qWait(LIVES_MS)  # the save is tried anew meanwhile, or goes on
        if self.form() is not None:
            stays = self.form().values()["words"]
        self._works()
        self.wait(lambda: self.form() is None)
        self._beat.stop()
        self.wait(lambda: self.saved() > before)
        return {
            "said": said, "stays": stays, "saved": self.saved() - before, "gaps": ends(self._beat.gaps),
            "own": ends(self._beat.own),
        }  # fmt: skip

    def _works(self):
        self.disk.at, self.disk.seconds = -1, 0.0


def ends(numbers):
    """p99 and the longest, ms; nothing where the system doesn't tell."""
    found = sorted(numbers)
    return [round(found[int(len(found) * 0.99)], 1), round(found[-1], 1)] if found else []


def main():
    """Every trouble, one after the other, at one window."""
    tame_qt()
    application, disk = QApplication(sys.argv[:1]), shim.Disk()
    standing = shim.Shim(disk)
    with tempfile.TemporaryDirectory() as place:
        window = Window(Path(place), disk)
        wanted = [name for name in TROUBLES if name in sys.argv] or TROUBLES
        for name in wanted:
            found = window.trouble(**TROUBLES[name])
            if "--table" in sys.argv:
                said = found["said"].replace(str(place), "…")
                line = " | ".join(map(str, (f"| {name}", said, found["saved"], *found["gaps"], *found["own"], "")))
            else:
                line = json.dumps({"trouble": name, **found})
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
        window.app.close()
    standing.unregister()
    del application


if __name__ == "__main__":
    main()
