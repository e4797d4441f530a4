"""What nobody holds any more ends on the window's thread, whichever thread is busy."""

import gc
import threading

from PySide6.QtCore import QObject, QTimer

from counter.app.tidying import Tidying
from counter.lanes import Lanes


class Holds(QObject):
    """Holds itself, and a timer that may only end on the thread where it began."""

    def __init__(self, ends):
        super().__init__()
        self.itself = self
        self.timer = QTimer(self)
        self.timer.start(10_000)
        self.destroyed.connect(lambda: ends.append(threading.get_ident()))


def much(_number=0):
    """Work that makes Python look for what nobody holds."""
    return len([[[number]] for number in range(200_000)])


def test_what_holds_itself_ends_on_the_windows_thread(qapp, qtbot):
    gc.enable()
    lanes, ends, answers = Lanes(), [], []
    tidying = Tidying(qapp)
    try:
        for _ in range(20):
            Holds(ends)
            lanes.work(much, answers.append, answers.append)
        qtbot.waitUntil(lambda: len(answers) == 20)
        assert answers == [200_000] * 20
        gc.collect()
        assert ends == [threading.get_ident()] * 20
    finally:
        tidying.end()
        lanes.close()
    assert gc.isenabled()
    gc.disable()


def test_it_is_looked_for_without_being_asked(qapp, qtbot):
    ends, tidying = [], Tidying(qapp)
    try:
        Holds(ends)
        held = [[[number]] for number in range(5000)]
        qtbot.waitUntil(lambda: bool(ends))
        assert len(held) == 5000
    finally:
        tidying.end()
