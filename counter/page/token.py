"""The mark in each form that says it is ours and not old; nothing is remembered for it."""

import hmac
from hashlib import sha256
from secrets import token_hex

GOOD_FOR = 24 * 3600
_NONCE, _TIME, _SIGN = 24, 8, 32


def issue(key: bytes, now: float, nonce: str = "") -> str:
    """A new mark at a moment (seconds); a form that is shown once more keeps its `nonce`."""
    plain = f"{nonce or token_hex(_NONCE // 2)}{int(now):08x}"
    return plain + _sign(key, plain)


def nonce_of(key: bytes, token: str, now: float) -> str:
    """The number of the form, the same however often it is sent; empty when it isn't ours or is over a day old."""
    if len(token) != _NONCE + _TIME + _SIGN or not token.isascii():
        return ""
    plain = token[: _NONCE + _TIME]
    if not hmac.compare_digest(_sign(key, plain), token[_NONCE + _TIME :]):
        return ""
    age = now - int(plain[_NONCE:], 16)
    return plain[:_NONCE] if -60 <= age <= GOOD_FOR else ""


def _sign(key: bytes, plain: str) -> str:
    return hmac.new(key, plain.encode(), sha256).hexdigest()[:_SIGN]
