"""A roll printer in the shop's network (TCP, port 9100)."""

import socket
import time
from dataclasses import dataclass

from counter.printing.job import Job, failed
from counter.printing.roll import Limits, print_over
from counter.records.slips import PrintOutcome

PORT = 9100


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPrinter:
    """One connection for each slip, so that another till may print in between."""

    host: str
    port: int = PORT
    limits: Limits = Limits()

    def send(self, job: Job) -> PrintOutcome:
        """Connect, then print."""
        try:
            connection = socket.create_connection((self.host, self.port), self.limits.connect)
        except OSError:
            return failed(f"The printer at {self.host} can't be reached. See that it is on and in the network.")
        with connection:
            return print_over(_SocketLine(connection), job, self.limits)


class _SocketLine:
    """A TCP connection as a line."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def write(self, data: bytes, stall: float, whole: float) -> None:
        """Raises TimeoutError when nothing was taken for too long."""
        end = time.monotonic() + whole
        left = memoryview(data)
        while left:
            self._connection.settimeout(max(0.001, min(stall, end - time.monotonic())))
            left = left[self._connection.send(left) :]

    def read(self, limit: float) -> bytes:
        """Raises TimeoutError when nothing came, ConnectionResetError when the other side hung up."""
        self._connection.settimeout(limit)
        try:
            came = self._connection.recv(256)
        except BlockingIOError as nothing:
            raise TimeoutError from nothing
        if not came:
            raise ConnectionResetError
        return came
