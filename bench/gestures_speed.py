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
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication  # noqa: E402

from bench.saving import say, until  # noqa: E402
from counter.app import App, Start  # noqa: E402
from counter.app.taming import tame_qt  # noqa: E402
from counter.desk import gestures  # noqa: E402
from counter.desk.situation import budget, situation  # noqa: E402
from counter.desk.till import Till  # noqa: E402
from counter.lanes import Lanes  # noqa: E402
from counter.paths import folders_in  # noqa: E402


def engine_alone(till: Till, who: list[int]) -> tuple[list[float], list[float]]:
    """Processor seconds of each `suggest`, and of gathering what it goes by from the database. Database lane."""
    chosen, gathered = [], []
    for customer_id in who:
        began = time.thread_time()
        now, left = situation(till, customer_id), budget(till)
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


def opened(application: QApplication, app: App, who: list[int]) -> list[float]:
    """Seconds on the clock from the Enter on a name until their card, with its extra, is painted."""
    took = []
    for customer_id in who:
        began = time.perf_counter()
        app.window.opened.emit(customer_id)
        until(application, partial(shows, app, customer_id))
        application.processEvents()
        took.append(time.perf_counter() - began)
    return took


def shows(app: App, customer_id: int) -> bool:
    """Whether this person's card stands there."""
    return app.window.card is not None and app.window.card.customer.id == customer_id


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
        till, answers = app.counter.control.showing._till, []
        others = [number + wish.cards for number in who]
        for work in (partial(engine_alone, till, who), partial(extra_drawn, till, others)):
            lanes.database(work, answers.append, answers.append)
        until(application, lambda: len(answers) > 1)
        say("the engine alone (CPU)", answers[0][0])
        say("gathering what it goes by (CPU)", answers[0][1])
        say("the extra drawn and kept on disk", answers[1])
        say("card opened until shown, drawn anew", opened(application, app, who))
        say("the same, its extra stands already", opened(application, app, who))
        app.close()


if __name__ == "__main__":
    main()
