"""The looks in which every screen is seen, and a stage that takes its picture and says what is wrong with it."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from seeing import faults

SCREENS = Path(__file__).parents[2] / "build" / "screens"
# name → what the theme wishes, width and height of the window
LOOKS = {
    f"{name}-{'dark' if dark else 'light'}": ({"dark": dark, "scale": scale}, size)
    for name, scale, size in (("1366", 1.0, (1366, 768)), ("1024", 1.0, (1024, 768)), ("200", 2.0, (1366, 768)))
    for dark in (False, True)
} | {"mirrored": ({"rtl": True}, (1366, 768))}
# empty places · a usual day · the longest names · names in other scripts
EMPTY, TYPICAL, LONGEST, SCRIPTS = "empty", "typical", "longest", "scripts"


def settle():
    """Lets what grew push what stands around it, and that again what stands around it."""
    for _ in range(4):
        QApplication.processEvents()


class Stage:
    """Windows under one look; they are gone, each of them, when the look changes."""

    def __init__(self, name):
        self.look, self.size = name, LOOKS[name][1]
        self._windows = {}

    def window(self, key, build):
        """The window kept under a key, built when it is first asked for."""
        if key not in self._windows:
            self._windows[key] = window = build()
            window.setFixedSize(*self.size)
            window.show()
        self._windows[key].activateWindow()
        return self._windows[key]

    def close(self, key):
        """Lets go of one."""
        window = self._windows.pop(key)
        window.hide()
        window.deleteLater()

    def strike(self):
        """Lets go of all."""
        for key in list(self._windows):
            self.close(key)

    def shoot(self, window, folder, name, *, natural=True):
        """Takes the picture into `build/screens/<folder>`; answers what is wrong with it."""
        settle()
        picture = window.grab().toImage()
        (SCREENS / folder).mkdir(parents=True, exist_ok=True)
        assert picture.save(str(SCREENS / folder / f"{name}-{self.look}.png"), quality=85)
        return faults(window, picture, natural=natural)
