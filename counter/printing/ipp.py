"""Asking a print system how its printers and jobs are (IPP, RFC 8010 and 8011), with Python's own library."""

import http.client
import itertools
import os
import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

PRINTER_ATTRIBUTES, JOB_ATTRIBUTES, ALL_PRINTERS = 0x000B, 0x0009, 0x4002
NOT_FOUND = 0x0406
_CHARSET, _LANGUAGE, _KEYWORD, _URI, _INTEGER, _NAME = 0x47, 0x48, 0x44, 0x45, 0x21, 0x42
_NUMBERS, _YES_NO, _WORDS = (0x21, 0x23), 0x22, range(0x41, 0x4A)
_OPERATION, _END = b"\x01", b"\x03"
_SOCKETS = ("/run/cups/cups.sock", "/private/var/run/cupsd")
_numbers = itertools.count(1)

Value = int | bool | str
Attributes = dict[str, list[Value]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The status code and a dictionary for each printer or job; the operation's own attributes are left out."""

    status: int
    groups: tuple[Attributes, ...] = field(default=())

    @property
    def fine(self) -> bool:
        """True when what was asked for was given."""
        return self.status < 0x0100 and bool(self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSystem:
    """Where it listens: a socket's path, or host and port. Each question ends in `limit` seconds or raises OSError."""

    server: str = ""
    limit: float = 2.0

    def printer(self, name: str, wanted: tuple[str, ...]) -> Answer:
        """Attributes of a printer by its name."""
        return self._ask(PRINTER_ATTRIBUTES, [(_URI, "printer-uri", _uri("printers", name))], wanted)

    def job(self, number: int, wanted: tuple[str, ...]) -> Answer:
        """Attributes of a job by its number."""
        return self._ask(JOB_ATTRIBUTES, [(_URI, "job-uri", _uri("jobs", str(number)))], wanted)

    def printers(self) -> tuple[str, ...]:
        """The names of all."""
        answer = self._ask(ALL_PRINTERS, [], ("printer-name",))
        return tuple(str(name) for group in answer.groups for name in group.get("printer-name", []))

    def _ask(self, operation: int, about: list[tuple[int, str, str]], wanted: tuple[str, ...]) -> Answer:
        start = [(_CHARSET, "attributes-charset", "utf-8"), (_LANGUAGE, "attributes-natural-language", "en")]
        keys = [(_KEYWORD, "requested-attributes" if n == 0 else "", key) for n, key in enumerate(wanted)]
        head = struct.pack(">BBHI", 2, 0, operation, next(_numbers))
        body = head + _OPERATION + b"".join(_attribute(*each) for each in (*start, *about, *keys)) + _END
        connection = _Connection(self.server or usual_server(), self.limit)
        try:
            connection.request("POST", "/", body, {"Content-Type": "application/ipp"})
            return _read(connection.getresponse().read())
        except (http.client.HTTPException, struct.error, IndexError) as odd:
            raise ConnectionError("no IPP came back") from odd
        finally:
            connection.close()


def usual_server() -> str:
    """As CUPS's own commands choose: the environment, the socket, the port."""
    chosen = os.environ.get("CUPS_SERVER", "")
    return chosen or next((path for path in _SOCKETS if Path(path).exists()), "localhost:631")


class _Connection(http.client.HTTPConnection):
    """HTTP over TCP or over a socket in the file system."""

    def __init__(self, server: str, limit: float) -> None:
        host, _, port = server.rpartition(":") if ":" in server else (server, "", "631")
        super().__init__(host if "/" not in server else "localhost", int(port or 631), timeout=limit)
        self._path = server if "/" in server else ""

    def connect(self) -> None:
        """To the one or the other."""
        if not self._path:
            super().connect()
            return
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


def _uri(kind: str, name: str) -> str:
    return f"ipp://localhost/{kind}/{quote(name, safe='')}"


def _attribute(tag: int, name: str, value: str) -> bytes:
    parts = name.encode(), value.encode()
    return bytes([tag]) + b"".join(struct.pack(">H", len(part)) + part for part in parts)


def _read(data: bytes) -> Answer:
    """Groups after the operation's, each attribute with all its values."""
    groups: list[Attributes] = []
    into: list[Value] = []
    for tag, name, value in _parts(data, 8):
        if not value and not name and tag < 0x10:
            groups.append({})
        elif name:
            into = groups[-1].setdefault(name, [])
            into += _value(tag, value)
        else:
            into += _value(tag, value)
    return Answer(status=struct.unpack_from(">H", data, 2)[0], groups=tuple(groups[1:]))


def _parts(data: bytes, at: int) -> Iterator[tuple[int, str, bytes]]:
    """Tag, name and value in order; a group's start has neither name nor value."""
    while (tag := data[at]) != _END[0]:
        at += 1
        if tag < 0x10:
            yield tag, "", b""
            continue
        name, at = _text(data, at)
        value, at = _text(data, at)
        yield tag, name.decode("utf-8", "replace"), value


def _text(data: bytes, at: int) -> tuple[bytes, int]:
    length = struct.unpack_from(">H", data, at)[0]
    return data[at + 2 : at + 2 + length], at + 2 + length


def _value(tag: int, value: bytes) -> list[Value]:
    if tag in _NUMBERS:
        return [int.from_bytes(value, "big", signed=True)]
    if tag == _YES_NO:
        return [value == b"\x01"]
    return [value.decode("utf-8", "replace")] if tag in _WORDS else []
