"""A counter that only prints: opens the shop's file and works the queue off until nothing is due any more.

Run as a program: the shop's file, the printer's port and a font. It is killed at any moment.
"""

import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]


def main(file, port, font):
    from counter_maker import open_file
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    from counter import outbox
    from counter.models import shop
    from counter.paper.fonts import Fonts
    from counter.printing.network import NetworkPrinter
    from counter.printing.roll import Limits

    application = QGuiApplication(sys.argv[:1])
    number = QFontDatabase.addApplicationFont(font)
    fonts = Fonts(tuple(QFontDatabase.applicationFontFamilies(number)))
    open_file(Path(file))
    outbox.recover()
    (printer,) = shop.printers()
    limits = Limits(status=0.3, stall=0.5, confirm=0.3, speed=1000)
    way = NetworkPrinter(host="127.0.0.1", port=int(port), limits=limits)
    moment = threading.Event()
    while any(not slip.asks for slip in outbox.waiting(datetime.now(UTC))):
        errand = outbox.take_next(printer, datetime.now(UTC))
        if errand is None:
            moment.wait(0.02)
            continue
        outbox.record(errand, outbox.send(errand, way, fonts), datetime.now(UTC))
    application.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
