"""Stands in for encrypted connections in the packaged program: Counter opens none, uvicorn and asyncio only name them.

The real one would bring OpenSSL, six megabytes that nothing calls and that an offline PC would never get renewed.
"""
from enum import IntEnum


class VerifyMode(IntEnum):
    """As uvicorn names it in its settings."""

    CERT_NONE = 0


CERT_NONE = VerifyMode.CERT_NONE
PROTOCOL_TLS_SERVER = 17
PROTOCOL_TLS_CLIENT = 16


class SSLError(OSError):
    """What an encrypted connection would raise."""


class SSLWantReadError(SSLError):
    """Named by asyncio."""


class SSLSyscallError(SSLError):
    """Named by asyncio."""


class CertificateError(SSLError):
    """Named by others."""


class SSLContext:
    """Says at once that there is none, rather than to go on unencrypted."""

    def __init__(self, *_what: object) -> None:
        raise SSLError("this program opens no encrypted connections")


class SSLObject:
    """Named by asyncio; there is never one."""


class SSLSocket:
    """Named by others; there is never one."""


def create_default_context(*_what: object, **_how: object) -> SSLContext:
    """Raises SSLError."""
    return SSLContext()
