"""How long one suggestion takes: the engine alone, and from an opened card until it is shown, database included.

A demo shop off screen with its real lanes. Each card is opened for the first time that day, so that its extra is drawn
and kept on disk; beside it, in the same run, the same cards once more, whose extra stands already.
`--customers N --cards N`.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from bench.saving import say, until  # noqa: E402
from counter.app import App, Start  # noqa: E402
from counter.app.taming import tame_qt  # noqa: E402
from counter.desk import gestures  # noqa: E402
from counter.desk.reading import Read  # noqa: E402
from counter.desk.situation import budget, situation  # noqa: E402
from counter.desk.till import Till  # noqa: E402
from counter.lanes import Lanes  # noqa: E402
from counter.paths import folders_in  # noqa: E402
from counter.records.card import CustomerCard  # noqa: E402

REST = 8


def engine_alone(till: Till, who: list[int]) -> tuple[list[float], list[float]]:
    """Processor seconds of each `suggest`, and of gathering what it goes by from the database. Database lane."""
    chosen, gathered = [], []
    for customer_id in who:
        began = time.thread_time()
        now, left = situation(till, Read(till, customer_id)), budget(till)
        gathered.append(time.thread_time() - began)
        began = time.thread_time()
        till.engine.suggest(now, left)
        chosen.append(time.thread_time() - began)
    return chosen, gathered


def extra_drawn(till: Till, who: list[int]) -> list[float]:
    """Seconds on the clock of drawing the day's extra and keeping it on disk. Database lane."""
    took = []
    for customer_id in who:
        began = time.perf_counter()
        gestures.today(till, customer_id)
        took.append(time.perf_counter() - began)
    return took


def asked(lanes: Lanes, work: Callable[[], Any]) -> Any:
    """What came of work on the database lane. The window's thread sleeps meanwhile, as it does in the program."""
    loop, answers = QEventLoop(), []
    lanes.database(work, lambda answer: (answers.append(answer), loop.quit()), lambda fault: sys.exit(str(fault)))
    loop.exec()
    return answers[0]


def opened(application: QApplication, app: App, who: list[int]) -> tuple[list[float], list[float]]:
    """Seconds from the Enter on a name until their card, with its extra, is painted: on the clock, and the processor's
    for the window alone.
    """
    loop, window = QEventLoop(), app.window
    show, took, worked = window.show_card, [], []

    def shown(card: CustomerCard) -> None:
        began = time.thread_time()
        show(card)
        application.sendPostedEvents()
        worked.append(time.thread_time() - began)
        loop.quit()

    window.show_card = shown
    for customer_id in who:
        QTimer.singleShot(0, partial(window.opened.emit, customer_id))
        began = time.perf_counter()
        loop.exec()
        took.append(time.perf_counter() - began)
        settle(application)
    window.show_card = show
    return took, worked


def settle(application: QApplication) -> None:
    """What is made while nobody waits, and what is let go of."""
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(REST):
        application.processEvents()


def main() -> None:
    """Make the shop, open the cards, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--customers", type=int, default=1000)
    options.add_argument("--cards", type=int, default=300)
    wish = options.parse_args()
    tame_qt()
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        lanes = Lanes()
        app = App(folders_in(Path(folder) / "shop"), lanes, Start(demo=wish.customers))
        app.main.setFixedSize(1366, 768)
        app.main.show()
        until(application, lambda: app.counter is not None)
        who = list(range(1, wish.cards + 1))
        others = [number + wish.cards for number in who]
        till = app.counter.control.showing._till
        chosen, gathered = asked(lanes, partial(engine_alone, till, who))
        say("the engine alone (CPU)", chosen)
        say("gathering what it goes by (CPU)", gathered)
        say("the extra drawn and kept on disk", asked(lanes, partial(extra_drawn, till, others)))
        opened(application, app, others[: wish.cards // 4])
        for what in ("drawn anew", "standing already"):
            took, worked = opened(application, app, who)
            say(f"opened until shown, {what}", took)
            say("  of it the window's own work (CPU)", worked)
        app.close()


if __name__ == "__main__":
    main()
