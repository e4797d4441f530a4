"""The page's process from its first line of input to the end of the program that started it."""

import os
import threading
from dataclasses import replace
from pathlib import Path
from time import monotonic

from counter.page.setup import PageSetup

COULD_NOT_LISTEN, NOT_TOLD = 3, 4
READY = "ready"


def main() -> int:
    """Read the setup from the first line of input, serve, and end with the program at the other end of the input.

    Answers go to the folder that the process is started in. It says "ready" once it can be reached.
    """
    given = open(0, "rb", closefd=False)  # noqa: PTH123, SIM115 - the input by its number: a window program has no sys.stdin
    try:
        setup = PageSetup.from_line(given.readline().decode("utf-8"))
    except (ValueError, TypeError, KeyError):
        return NOT_TOLD
    import asyncio  # here, for the window's own process knows this module by name only

    from counter.page import lock, serve
    from counter.page.spool import Spool
    from counter.page.web import Web

    serve.tame_logs()
    try:
        listening = serve.listen(setup.address, setup.port)
    except OSError:
        return COULD_NOT_LISTEN
    threading.Thread(target=_end_with, args=(given.fileno(),), daemon=True).start()
    folder, port = Path.cwd(), int(listening.getsockname()[1])
    web = Web(replace(setup, port=port), Spool(folder, monotonic))

    def ready() -> None:
        lock.to(folder)
        os.write(1, f"{READY} {port}\n".encode())

    asyncio.run(serve.serve(web, listening, setup.limits, ready))
    return 0


def _end_with(source: int) -> None:
    """The other program is gone, however it went: so are we. What was thanked for is on disk."""
    while os.read(source, 1024):
        pass
    os._exit(0)
