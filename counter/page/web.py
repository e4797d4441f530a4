"""From a request to an answer on disk and a thank-you: the page as an ASGI application."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from time import monotonic
from typing import Any

from counter.page import look, token
from counter.page.limits import Buckets
from counter.page.setup import PageSetup
from counter.page.spool import Spool
from counter.page.told import answer_of, read_fields

Scope = Mapping[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
FORM_TYPE = "application/x-www-form-urlencoded"
ROUTES = {"/": ("GET", "HEAD", "POST"), "/thanks": ("GET", "HEAD")}
HEADERS = (
    (b"content-type", b"text/html; charset=utf-8"),
    (b"content-security-policy", look.CSP.encode()),
    (b"x-frame-options", b"DENY"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
    (b"connection", b"close"),
)


@dataclass(frozen=True, slots=True)
class Reply:
    """A status and a page; a redirect has a `place` and no page."""

    status: HTTPStatus
    page: str = ""
    place: str = ""


class Web:
    """Callable as ASGI asks. Writing to disk is done on a thread of its own; nothing here knows more than the setup."""

    def __init__(self, setup: PageSetup, spool: Spool) -> None:
        self._setup, self._spool, self._key = setup, spool, bytes.fromhex(setup.key)
        limits = setup.limits
        self._looks = Buckets(limits.look_rate, limits.look_burst, monotonic)
        self._tells = Buckets(limits.tell_rate, limits.tell_burst, monotonic)
        self._all = Buckets(limits.all_rate, limits.all_burst, monotonic)
        self._disk = ThreadPoolExecutor(1, "disk")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        reply = await self._reply(scope, receive)
        body = b"" if scope["method"] == "HEAD" else reply.page.encode()
        headers = [*HEADERS, (b"content-length", str(len(reply.page.encode())).encode())]
        if reply.place:
            headers.append((b"location", reply.place.encode()))
        await send({"type": "http.response.start", "status": int(reply.status), "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _reply(self, scope: Scope, receive: Receive) -> Reply:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        problem = self._refused(scope, headers)
        if problem is not None:
            return problem
        if scope["method"] == "POST":
            return await self._tell(scope, headers, receive)
        if not self._looks.take(_address(scope)):
            return self._plain(HTTPStatus.TOO_MANY_REQUESTS, "slow")
        if scope["path"] == "/thanks":
            return Reply(HTTPStatus.OK, look.thanks(self._setup))
        return self._form(HTTPStatus.OK, {}, "", "")

    def _refused(self, scope: Scope, headers: Mapping[str, str]) -> Reply | None:
        """What is wrong with a request before anything is read of it."""
        here = (f"{self._setup.address}:{self._setup.port}", self._setup.address)
        if headers.get("host", "") not in here:
            return self._plain(HTTPStatus.MISDIRECTED_REQUEST, "gone")
        allowed = ROUTES.get(scope["path"])
        if allowed is None:
            return self._plain(HTTPStatus.NOT_FOUND, "gone")
        if scope["method"] not in allowed:
            return self._plain(HTTPStatus.METHOD_NOT_ALLOWED, "gone")
        ours = [f"http://{name}" for name in here]
        elsewhere = headers.get("origin", ours[0]) not in ours
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin") or elsewhere:
            return self._plain(HTTPStatus.FORBIDDEN, "gone")
        return None

    async def _tell(self, scope: Scope, headers: Mapping[str, str], receive: Receive) -> Reply:
        if headers.get("content-type", "").partition(";")[0].strip().lower() != FORM_TYPE:
            return self._plain(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "gone")
        body = await self._body(headers, receive)
        if body is None:
            return self._plain(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "full")
        try:
            fields = read_fields(body, self._setup.limits)
        except ValueError:
            return self._plain(HTTPStatus.BAD_REQUEST, "once_more")
        return await self._take(scope, fields)

    async def _take(self, scope: Scope, fields: Mapping[str, str]) -> Reply:
        now = datetime.now(UTC)
        nonce = token.nonce_of(self._key, fields.get("token", ""), now.timestamp())
        if not nonce:
            return self._form(HTTPStatus.BAD_REQUEST, fields, "", "once_more")
        if self._spool.has(nonce):
            return Reply(HTTPStatus.SEE_OTHER, place="/thanks")
        if not (self._tells.take(_address(scope)) and self._all.take("")):
            return self._form(HTTPStatus.TOO_MANY_REQUESTS, fields, nonce, "slow")
        return await self._keep(fields, nonce, now)

    async def _keep(self, fields: Mapping[str, str], nonce: str, now: datetime) -> Reply:
        answer, problem = answer_of(fields, nonce, now, self._setup.limits)
        if answer is None:
            return self._form(HTTPStatus.UNPROCESSABLE_ENTITY, fields, nonce, problem)
        try:
            kept = await asyncio.get_running_loop().run_in_executor(self._disk, self._write, answer)
        except OSError:
            kept = False
        if not kept:
            return self._form(HTTPStatus.SERVICE_UNAVAILABLE, fields, nonce, "full")
        return Reply(HTTPStatus.SEE_OTHER, place="/thanks")

    def _write(self, answer: Any) -> bool:
        """On the disk's thread: one line, once."""
        if self._spool.has(answer.key):
            return True
        if self._spool.full(self._setup.limits.waiting):
            return False
        self._spool.keep(answer)
        return True

    async def close_old_files(self) -> None:
        """Close the file that answers go to when it is old."""
        await asyncio.get_running_loop().run_in_executor(self._disk, self._spool.close_old)

    async def _body(self, headers: Mapping[str, str], receive: Receive) -> bytes | None:
        """The whole body; None as soon as it is too large."""
        most = self._setup.limits.body
        said = headers.get("content-length", "0")
        if not said.isdecimal() or int(said[:9]) > most:
            return None
        parts: list[bytes] = []
        more = True
        while more and sum(map(len, parts)) <= most:
            message = await receive()
            parts.append(message.get("body", b""))
            more = bool(message.get("more_body"))
        body = b"".join(parts)
        return None if len(body) > most else body

    def _form(self, status: HTTPStatus, typed: Mapping[str, str], nonce: str, problem: str) -> Reply:
        mark = token.issue(self._key, datetime.now(UTC).timestamp(), nonce)
        said = self._setup.words[problem] if problem else ""
        return Reply(status, look.form(self._setup, mark, typed, said))

    def _plain(self, status: HTTPStatus, sentence: str) -> Reply:
        return Reply(status, look.plain(self._setup, self._setup.words[sentence]))


def _address(scope: Scope) -> str:
    client: Sequence[Any] | None = scope.get("client")
    return str(client[0]) if client else ""
