"""The server around the page: uvicorn, with connections counted by address and none that lasts longer than it may."""

import asyncio
import logging
import os
import socket
import struct
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

from uvicorn import Config, Server
from uvicorn.lifespan import off  # noqa: F401 - uvicorn looks it up by name, which the packaged program can't
from uvicorn.protocols.http.h11_impl import H11Protocol

from counter.page.limits import Doors
from counter.page.setup import Limits
from counter.page.web import Web

HEAD_BYTES = 8_192
CLOSE_OLD_SECONDS = 30.0
AT_ONCE = 32
RESET = struct.pack("ii" if os.name != "nt" else "hh", 1, 0)


class Guarded(H11Protocol):
    """One connection that was let in: cut off when it takes too long, and missed by the doorkeeper when it goes."""

    def __init__(self, server: Server, gone: Callable[[], None], seconds: float) -> None:
        loop = asyncio.get_running_loop()
        super().__init__(server.config, server.server_state, {}, loop)
        self._gone, self._seconds = gone, seconds
        self._cut: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody connects."""
        self._cut = self.loop.call_later(self._seconds, transport.abort)
        super().connection_made(transport)

    def data_received(self, data: bytes) -> None:
        """Bytes come in; what no parser can go on from ends the connection."""
        if self.transport.is_closing():
            return
        try:
            super().data_received(data)
        except Exception:  # noqa: BLE001 - whatever a stranger sends, only their own connection ends
            self.transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """They are gone."""
        self.leave()
        super().connection_lost(exc)

    def leave(self) -> None:
        """No longer counted, no longer timed."""
        self._gone()
        if self._cut is not None:
            self._cut.cancel()


def listen(address: str, port: int) -> socket.socket:
    """A socket on the one chosen address; raises OSError when it is taken or not ours."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((address, port))
        made.listen(256)
    except OSError:
        made.close()
        raise
    made.setblocking(False)  # noqa: FBT003
    return made


async def serve(web: Web, listening: socket.socket, limits: Limits, ready: Callable[[], None]) -> None:
    """Serve until the process ends; `ready` is called once all that a loop needs is made."""
    config = Config(
        web, http=Guarded, ws="none", lifespan="off", loop="none", interface="asgi3", log_config=None,
        access_log=False, proxy_headers=False, server_header=False, date_header=False,
        h11_max_incomplete_event_size=HEAD_BYTES, timeout_keep_alive=1,
    )
    server = Server(config)
    asyncio.get_running_loop().set_exception_handler(_quiet)
    ready()
    at_the_door = asyncio.ensure_future(_let_in(listening, server, limits))
    closing = asyncio.ensure_future(_every(CLOSE_OLD_SECONDS, web.close_old_files))
    try:
        await server.serve(sockets=[])
    finally:
        at_the_door.cancel()
        closing.cancel()


async def _let_in(listening: socket.socket, server: Server, limits: Limits) -> None:
    """Turn away at the door, before anything is built for a connection, whoever holds too many already."""
    loop, doors = asyncio.get_running_loop(), Doors(limits.connections, limits.all_connections)
    for number in count():
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)  # those who are in get their turn, however many stand outside
        try:
            line, peer = await loop.sock_accept(listening)
        except OSError:  # no more files to open, or gone again already
            await asyncio.sleep(0.01)
            continue
        if doors.enter(str(peer[0])):
            await _hand_over(line, partial(Guarded, server, partial(doors.leave, str(peer[0])), limits.seconds))
        else:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            line.close()


async def _hand_over(line: socket.socket, protocol: Callable[[], Guarded]) -> None:
    """To uvicorn, for its one request."""
    made = protocol()
    try:
        await asyncio.get_running_loop().connect_accepted_socket(lambda: made, line)
    except OSError:
        line.close()
        made.leave()


def tame_logs() -> None:
    """What strangers send is nobody's to read: neither on the screen nor in a file."""
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "asyncio"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [logging.NullHandler()], False


def _quiet(_loop: asyncio.AbstractEventLoop, _context: dict[str, Any]) -> None:
    """A connection that ended badly is no news."""


async def _every(seconds: float, work: Callable[[], Any]) -> None:
    while True:
        await asyncio.sleep(seconds)
        await work()
