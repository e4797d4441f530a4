"""A line to a printer through a device file of Linux or macOS. Opened without blocking, so that no call can hang."""

import contextlib
import os
import select
import time
from collections.abc import Iterator
from contextlib import contextmanager

_NOTHING_YET = 0.02  # seconds to wait where a device says that it can be read and then has nothing


class FileLine:
    """An open device; both calls end in time or raise OSError."""

    def __init__(self, handle: int) -> None:
        self.handle = handle

    def write(self, data: bytes, stall: float, whole: float) -> None:
        """Raises TimeoutError when nothing was taken for too long."""
        end = time.monotonic() + whole
        left = memoryview(data)
        while left:
            self._wait(select.POLLOUT, min(stall, end - time.monotonic()))
            with contextlib.suppress(BlockingIOError):
                left = left[os.write(self.handle, left) :]

    def read(self, limit: float) -> bytes:
        """Raises TimeoutError when nothing came."""
        end = time.monotonic() + limit
        while True:
            self._wait(select.POLLIN, end - time.monotonic())
            with contextlib.suppress(BlockingIOError):
                if came := os.read(self.handle, 256):
                    return came
            time.sleep(min(_NOTHING_YET, max(0.0, end - time.monotonic())))

    def _wait(self, what: int, limit: float) -> None:
        waiting = select.poll()
        waiting.register(self.handle, what)
        if not waiting.poll(max(0, round(1000 * limit))):
            raise TimeoutError


@contextmanager
def opened(path: str, flags: int) -> Iterator[FileLine]:
    """Raises OSError when it is not there, is not ours to use, or somebody else has it."""
    handle = os.open(path, flags | os.O_NOCTTY | os.O_NONBLOCK)
    try:
        yield FileLine(handle)
    finally:
        os.close(handle)
